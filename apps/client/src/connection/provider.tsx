import type { LinkTicket, SeatId } from '@werkraum/protocol';
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createStore } from 'zustand/vanilla';
import { useStore } from '../ui/use-store.ts';
import type { Connection } from './connection.ts';
import { openConnection } from './socket.ts';
import { tabId } from './tab.ts';

/** Whose line is open in this tab. It outlives the pages: the door hands it on to the room. */
const lines = createStore<{ connection: Connection | undefined }>(() => ({ connection: undefined }));

/** A ticket that stands for a person, not the guest link. */
export type SeatTicket = LinkTicket & { seatId: SeatId };

/** Opens this tab's line with a personal ticket, hanging up an earlier one. */
export function connect(ticket: SeatTicket, takeOver = false): void {
  disconnect();
  lines.setState({ connection: openConnection({ ...ticket, tabId, ...(takeOver ? { takeOver } : {}) }) });
}

/** Hangs up, if there is a line. */
export function disconnect(): void {
  lines.getState().connection?.close();
  lines.setState({ connection: undefined });
}

const Context = createContext<Connection | undefined>(undefined);

/** Gives pages the connection to show: the one passed in (gallery, tests), or this tab's own. */
export function ConnectionProvider(props: { connection: Connection; children: ComponentChildren }) {
  return <Context.Provider value={props.connection}>{props.children}</Context.Provider>;
}

const ownLine = ({ connection }: { connection: Connection | undefined }) => connection;

/** The connection in use, or undefined before one is opened. */
export function useOpenConnection(): Connection | undefined {
  const given = useContext(Context);
  const own = useStore(lines, ownLine);
  return given ?? own;
}
