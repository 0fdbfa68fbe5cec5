import type { Command, Instant, ParkedId, ParkedView, SeatId, SeatView, SessionView } from '@werkraum/protocol';
import { byName } from '../../ui/by-name.ts';

/** The longest text of an item. */
export const MOST_CHARACTERS = 400;

export interface ParkedLine {
  id: ParkedId;
  text: string;
  settled: boolean;
  at: Instant;
  /** The title of the phase it came up in. */
  phase: string | undefined;
  /** Name of whoever parked it; undefined when they are no longer in the workshop. */
  by: string | undefined;
  /** Who sees to it; undefined when that person is not in the workshop, or not any more. */
  owner: { seatId: SeatId; name: string; own: boolean } | undefined;
  /** Somebody sees to it who has not come yet. */
  awaited: boolean;
  take: Command | undefined;
  settle: Command | undefined;
  drop: Command | undefined;
  mayReword: boolean;
  mayHand: boolean;
}

/** The parking lot as one person sees it: open items first, each in the order they were parked. */
export function parkedLines({ parking = {}, ...session }: SessionView, you: SeatView): readonly ParkedLine[] {
  return Object.entries(parking)
    .sort(([, a], [, b]) => Number(a.settled) - Number(b.settled) || a.number - b.number)
    .map(([id, item]) => parkedLine(id as ParkedId, item, session, you));
}

function parkedLine(
  id: ParkedId,
  item: ParkedView,
  { people, agenda }: Pick<SessionView, 'people' | 'agenda'>,
  you: SeatView,
): ParkedLine {
  const { text, settled, at, by, owner, phaseId } = item;
  const may = (type: Command['type']) => you.may.includes(type);
  const writes = by === you.seatId || you.role === 'facilitator';
  const concerned = writes || owner === you.seatId;
  const name = owner && people[owner]?.name;
  return {
    ...{ id, text, settled, at },
    by: people[by]?.name,
    phase: phaseId && agenda.phases[phaseId]?.title,
    owner: owner && name ? { seatId: owner, name, own: owner === you.seatId } : undefined,
    awaited: owner !== undefined && name === undefined,
    take:
      owner !== you.seatId && may('own-parked') ? { type: 'own-parked', parkedId: id, owner: you.seatId } : undefined,
    settle: concerned && may('settle-parked') ? { type: 'settle-parked', parkedId: id, settled: !settled } : undefined,
    drop: writes && may('drop-parked') ? { type: 'drop-parked', parkedId: id } : undefined,
    mayReword: concerned && may('reword-parked'),
    mayHand: may('own-parked'),
  };
}

/** Everybody who may own an item: oneself first, then by name. */
export function possibleOwners({ people }: SessionView, you: SeatId): readonly { seatId: SeatId; name: string }[] {
  const others = Object.entries(people).filter(([seatId]) => seatId !== you);
  return [
    ...(people[you] ? [[you, people[you]] as const] : []),
    ...others.sort(([, a], [, b]) => byName(a.name, b.name)),
  ].map(([seatId, { name }]) => ({ seatId: seatId as SeatId, name }));
}

/** How many items are still open. */
export const openItems = ({ parking = {} }: SessionView): number =>
  Object.values(parking).filter(({ settled }) => !settled).length;
