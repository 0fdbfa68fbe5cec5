import { useSession } from '../../connection/hooks.ts';

/** The room everybody works in. */
export function RoomPage() {
  return <main>{useSession()?.title}</main>;
}
