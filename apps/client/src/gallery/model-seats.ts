import type {
  Instant,
  PersonView,
  PhasePlan,
  Role,
  RoomId,
  SeatId,
  SessionView,
  TablesView,
  TurnId,
  TurnState,
  TurnsView,
} from '@werkraum/protocol';
import type { Moment } from './scene.ts';

const MINUTE = 60_000;

/** Who sits at which table. */
export const SEATED: readonly { label: string; ids: readonly string[] }[] = [
  { label: 'A', ids: ['ada', 'ben', 'cem', 'dora', 'emil'] },
  { label: 'B', ids: ['finja', 'greta', 'hakan', 'ines', 'salma'] },
];

const seatIdOf = (name: string): SeatId => name.toLowerCase() as SeatId;
export const roomIdOf = (phaseId: string, label: string): RoomId => `${phaseId}-${label.toLowerCase()}` as RoomId;

/** Everybody admitted, by seat id. Hakan is away. */
export function seatPeople(seats: readonly { name: string; role: Role }[], moment: Moment): Record<string, PersonView> {
  const atTables = moment === 'inputs' || moment === 'closing';
  return Object.fromEntries(
    seats.map(({ name, role }) => {
      const id = seatIdOf(name);
      const table = SEATED.find(({ ids }) => ids.includes(id));
      const room = table && roomIdOf('round-1', table.label);
      const early = moment === 'gathering' && (id === 'ben' || id === 'greta');
      const person: PersonView = {
        name,
        role,
        presence: id === 'hakan' ? 'away' : 'here',
        place: room && (atTables || early) ? room : 'plenary',
        ...(room && (atTables || moment === 'gathering') && { table: room }),
      };
      return [id, person];
    }),
  );
}

/** The tables of a running round. */
export function tablesNow(phase: PhasePlan, moment: Moment, start: Instant, now: Instant): TablesView | undefined {
  if (phase.kind !== 'breakout-round') return undefined;
  const { topic, question } = phase.round;
  const endsAt = start + phase.plannedMs;
  return {
    phaseId: phase.id,
    state: moment === 'gathering' ? 'gathering' : moment === 'closing' ? 'closing' : 'open',
    order: SEATED.map(({ label }) => roomIdOf(phase.id, label)),
    rooms: Object.fromEntries(
      SEATED.map(({ label }) => [
        roomIdOf(phase.id, label),
        { label, topic, ...(question !== undefined && { question }) },
      ]),
    ),
    ...(moment === 'gathering' && { gatherUntil: start + MINUTE }),
    harvestAt: endsAt - 5 * MINUTE,
    ...(moment === 'closing' && { closesAt: now + 45_000 }),
  };
}

/** Hands and words in the plenary. */
export const stageNow = (moment: Moment, now: Instant): SessionView['stage'] => ({
  onStage: moment === 'talk' ? { salma: true } : {},
  words: moment === 'talk' ? { ben: now - 30_000 } : {},
  hands: moment === 'talk' || moment === 'reflection' ? { cem: now - 50_000, ada: now - 20_000 } : {},
});

/** A table's input round: the first speaker is done, the second speaks, the others wait. */
export function modelTurns(label: string, now: Instant, states?: readonly TurnState[]): TurnsView {
  const table = SEATED.find((other) => other.label === label) ?? { ids: [] };
  const roomId = roomIdOf('round-1', label);
  const ids = table.ids.map((id) => `${roomId}-${id}` as TurnId);
  const stateOf = (at: number): TurnState => states?.[at] ?? (at === 0 ? 'done' : at === 1 ? 'now' : 'waiting');
  const speaking = ids.findIndex((_, at) => stateOf(at) === 'now');
  return {
    roomId,
    state: speaking < 0 ? 'ready' : 'running',
    order: ids,
    turns: Object.fromEntries(
      ids.map((id, at) => [
        id,
        {
          seatId: table.ids[at] as SeatId,
          state: stateOf(at),
          ...(stateOf(at) !== 'waiting' && { slotMs: 2 * MINUTE }),
          ...(stateOf(at) === 'done' && { usedMs: 105_000 }),
        },
      ]),
    ),
    ...(speaking >= 0 && {
      now: { turnId: ids[speaking] as TurnId, graceUntil: now - 40_000, endsAt: now + 80_000 },
    }),
    ...(ids[speaking + 1] && { next: ids[speaking + 1] as TurnId }),
    pacedBy: 'staff',
    mode: 'fixed',
    inputsEndAt: now + 6 * MINUTE,
  };
}
