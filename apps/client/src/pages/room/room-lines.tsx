import { CloudOff, DoorClosed, LoaderCircle, type LucideIcon, Mic, Sprout, UserRound } from 'lucide-preact';
import { useLink, useRoomSlice, useService, useSession, useStaff, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { type RoomLine, roomLines } from './room.model.ts';
import styles from './room-lines.module.css';

const SIGNS: Record<RoomLine, LucideIcon> = {
  reconnecting: LoaderCircle,
  'not-saving': CloudOff,
  'has-word': Mic,
  'doors-closed': DoorClosed,
  'before-start': Sprout,
  alone: UserRound,
};
const WARNINGS: readonly RoomLine[] = ['reconnecting', 'not-saving'];

/** Quiet lines about the state of the room. The room below stays readable. */
export function RoomLines() {
  const t = useT('room');
  const session = useSession();
  const you = useYou();
  const staff = useStaff();
  const room = useRoomSlice();
  const link = useLink();
  const { saving } = useService();
  if (!session || !you) return null;
  const connected = link.state === 'connected';
  const stopping = !connected && link.farewell === 'server-stopping';
  return (
    <div class={styles.lines} role="status">
      {roomLines({ session, you, staff, room }, { connected, saving }).map((line) => {
        const Sign = SIGNS[line];
        return (
          <p key={line} class={styles.line} data-line={line} data-tone={WARNINGS.includes(line) ? 'warn' : 'calm'}>
            <Sign size={20} aria-hidden="true" />
            <span>{t(stopping && line === 'reconnecting' ? 'line.server-stopping' : `line.${line}`)}</span>
          </p>
        );
      })}
    </div>
  );
}
