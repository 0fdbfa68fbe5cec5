import { randomUUID } from 'node:crypto';
import type { Announce, AnnouncementId } from '@werkraum/protocol';
import { type Cast, everybody, must, type Play } from './cast.ts';

/** Says something to everybody, or to one table, and waits until all it is for have seen it. */
export async function announce({ cast, tally, say }: Play, text: string, to: Announce['to']): Promise<void> {
  const announcementId = randomUUID() as string as AnnouncementId;
  const audience = audienceOf(cast, to);
  await must(cast.facilitator, { type: 'announce', announcementId, text, to });
  await Promise.all(audience.map((bot) => bot.until('an announcement', () => bot.announced().has(announcementId))));
  const names = audience.map(({ name }) => name);
  tally.announced.push({ announcementId, seenBy: names, ...(to !== 'everybody' && { onlyFor: names }) });
  say(`  announced to ${to === 'everybody' ? 'everybody' : `one table of ${audience.length}`}`);
}

const audienceOf = (cast: Cast, to: Announce['to']) =>
  everybody(cast).filter((bot) => to === 'everybody' || bot.you().place === to);

/** How many announcements there were, how often one was seen by somebody it was for, and how often by somebody else. */
export function announcementFigures({ cast, tally: { announced } }: Pick<Play, 'cast' | 'tally'>) {
  const strayed = announced.flatMap(({ announcementId, onlyFor }) =>
    everybody(cast).filter((bot) => onlyFor && bot.announced().has(announcementId) && !onlyFor.includes(bot.name)),
  );
  const seen = announced.reduce((sum, { seenBy }) => sum + seenBy.length, 0);
  return { sent: announced.length, seen, strayed: strayed.length };
}
