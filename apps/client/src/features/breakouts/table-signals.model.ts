import type { Command, Instant, RoomView, SeatView, SessionView, TableSignal } from '@werkraum/protocol';
import { visitorsAt } from './visitors.model.ts';

export interface SignalChoice {
  signal: TableSignal;
  pressed: boolean;
  /** Says it, or takes it back when it is what the table says. */
  command: Command;
}

/** What somebody can tell staff for their table. An action that is not possible is undefined. */
export interface TableSignalsModel {
  call: Command | undefined;
  /** The call that is out: who called, and the way to take it back. */
  called: { name: string; own: boolean; cancel: Command | undefined } | undefined;
  /** Facilitators who are here: there is nobody to be called. */
  visitors: readonly string[];
  choices: readonly SignalChoice[];
  /** Who said what the table says. */
  said: { name: string; own: boolean } | undefined;
}

const SIGNALS: readonly TableSignal[] = ['ready', 'more-time'];

/** Undefined for whoever does not sit at a table of their own. */
export function tableSignals(
  session: SessionView,
  you: SeatView,
  room: RoomView | undefined,
): TableSignalsModel | undefined {
  const may = (type: Command['type']): boolean => you.may.includes(type);
  if (!room || !may('call-help')) return undefined;
  const { roomId, help, signal: said } = room;
  const visitors = visitorsAt(session, roomId);
  const who = (by: string) => ({ name: session.people[by]?.name ?? '', own: by === you.seatId });
  const choice = (signal: TableSignal): SignalChoice => {
    const pressed = said?.signal === signal;
    return { signal, pressed, command: { type: 'signal-table', roomId, signal: pressed ? 'none' : signal } };
  };
  return {
    call: help || visitors.length > 0 ? undefined : { type: 'call-help', roomId },
    called: help && { ...who(help.by), cancel: may('cancel-help') ? { type: 'cancel-help', roomId } : undefined },
    visitors,
    choices: may('signal-table') ? SIGNALS.map(choice) : [],
    said: said && who(said.by),
  };
}

/** Time until everybody is on the way back from a trial of moving; undefined for whoever is not at its tables. */
export function practiceLeft({ tables }: SessionView, you: SeatView, now: Instant): number | undefined {
  if (tables?.practiceUntil === undefined || tables.state !== 'open' || !tables.rooms[you.place]) return undefined;
  return Math.max(0, tables.practiceUntil - now);
}
