import { setTimeout as pause } from 'node:timers/promises';
import type { Sensed } from './senses.ts';

/** What one person noticed of one move, in milliseconds. */
export interface Noticed {
  /** From the instant of the move to the first frame of somebody else at the new place. */
  picture: number;
  /** The same for sound. */
  sound: number;
  /** From the last frame of the old place to the first one of the new place; nothing when there was no old place. */
  pictureGap?: number | undefined;
  soundGap?: number | undefined;
}

/** Whoever has noticed nothing for so long counts with this time. */
const LIMIT_MS = 10_000;
const LOOK_AGAIN_MS = 250;

type Entry = [connection: number, at: number];

/** Waits until each person has seen and heard somebody at the new place. */
export async function noticeMove(
  people: readonly { sensed(): Promise<Sensed> }[],
  since: number,
): Promise<readonly Noticed[]> {
  return Promise.all(people.map((person) => noticedBy(person, since)));
}

async function noticedBy(person: { sensed(): Promise<Sensed> }, since: number): Promise<Noticed> {
  const all: Sensed = { frames: [], sounds: [] };
  for (;;) {
    const { frames, sounds } = await person.sensed();
    all.frames.push(...frames);
    all.sounds.push(...sounds);
    const [picture, sound] = [firstOf(all.frames, since), firstOf(all.sounds, since)];
    const isOver = Date.now() - since > LIMIT_MS;
    if (!isOver && (picture === undefined || sound === undefined)) await pause(LOOK_AGAIN_MS);
    else
      return {
        ...{ picture: picture?.after ?? LIMIT_MS, pictureGap: picture?.gap },
        ...{ sound: sound?.after ?? LIMIT_MS, soundGap: sound?.gap },
      };
  }
}

/** The first sign through a connection that had shown nothing before the move, and how long after the last sign of the old one. */
function firstOf(entries: readonly Entry[], since: number): { after: number; gap: number | undefined } | undefined {
  const old = new Set(entries.filter(([, at]) => at < since).map(([connection]) => connection));
  const first = entries.find(([connection, at]) => at >= since && !old.has(connection));
  if (!first) return undefined;
  const last = entries.findLast(([connection]) => old.has(connection));
  return { after: first[1] - since, gap: last && Math.max(0, first[1] - last[1]) };
}
