import { hashSecret, makeSecret, type SeatId, type SessionId } from '@werkraum/protocol';
import { type Bot, connectBot } from './bot.ts';
import { must } from './cast.ts';
import type { Tally } from './tally.ts';

/** The facilitator invites one more participant, who opens the link at once and is admitted. */
export async function enterLate(
  { url, sessionId, facilitator, tally }: { url: string; sessionId: SessionId; facilitator: Bot; tally: Tally },
  name: string,
): Promise<Bot> {
  const seatId = makeSecret() as SeatId;
  const secret = makeSecret();
  const linkHash = await hashSecret(secret);
  await must(facilitator, { type: 'invite-person', seatId, name, role: 'participant', linkHash });
  const bot = await connectBot(url, { sessionId, seatId, secret }, name, tally);
  await bot.until('admitted', () => bot.you().admission === 'admitted');
  return bot;
}
