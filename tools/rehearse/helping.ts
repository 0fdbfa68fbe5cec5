import type { PhaseId, RoomId, TableSignal } from '@werkraum/protocol';
import type { Bot } from './bot.ts';
import { must, type Play } from './cast.ts';

/** So many tables call the facilitator in one round. */
const CALLS = 2;

const atTable = ({ cast }: Play, roomId: RoomId): Bot => {
  const bot = cast.participants.find((one) => one.you().place === roomId);
  if (!bot) throw new Error(`nobody sits at ${roomId}`);
  return bot;
};

/** Two tables call for help; the facilitator goes to each, the longest waiting first, and back. Coming answers the call. */
export async function callForHelp(play: Play, phaseId: PhaseId, tables: readonly RoomId[]): Promise<void> {
  const { cast, tally, say } = play;
  const { facilitator } = cast;
  const calls = () =>
    Object.entries(facilitator.staff()?.progress ?? {})
      .flatMap(([roomId, { help }]) => (help === undefined ? [] : [{ roomId: roomId as RoomId, help }]))
      .toSorted((one, other) => one.help - other.help);
  const calling = tables.slice(0, CALLS);
  for (const roomId of calling) await must(atTable(play, roomId), { type: 'call-help', roomId });
  await facilitator.until('calls for help', () => calls().length === calling.length);
  for (let call = calls()[0]; call; call = calls()[0]) await visit(play, phaseId, call.roomId);
  tally.helpCalls += calling.length;
  say(`  ${calling.length} calls for help answered`);
}

async function visit(play: Play, phaseId: PhaseId, roomId: RoomId): Promise<void> {
  const { facilitator } = play.cast;
  const host = atTable(play, roomId);
  const { seatId } = facilitator.you();
  await must(facilitator, { type: 'visit-table', phaseId, roomId });
  await host.until('the facilitator at the table', () => host.session().people[seatId]?.place === roomId);
  await host.until('the call answered', () => host.room()?.help === undefined);
  await facilitator.until('the call answered', () => facilitator.staff()?.progress[roomId]?.help === undefined);
  await must(facilitator, { type: 'leave-table', phaseId });
  await facilitator.until('the plenary again', () => facilitator.you().place === 'plenary');
}

/** The first table says that it is ready, the others that they need more time. The facilitator sees how many. */
export async function tellAboutTime(play: Play, tables: readonly RoomId[]): Promise<void> {
  const { cast, tally } = play;
  const says = (at: number): TableSignal => (at === 0 ? 'ready' : 'more-time');
  await Promise.all(
    tables.map((roomId, at) => must(atTable(play, roomId), { type: 'signal-table', roomId, signal: says(at) })),
  );
  const signals = () => tables.map((roomId) => cast.facilitator.staff()?.progress[roomId]?.signal);
  await cast.facilitator.until('what the tables say', () => signals().every((signal, at) => signal === says(at)));
  tally.signals += tables.length;
}
