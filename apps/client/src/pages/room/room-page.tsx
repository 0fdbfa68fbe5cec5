import { useConnection, useLink, useSession, useYou } from '../../connection/hooks.ts';
import { MediaProvider } from '../../features/stage/media-provider.tsx';
import { LoadingPage } from '../home/loading-page.tsx';
import { EndScreen } from './end-screen.tsx';
import { Gone } from './gone.tsx';
import { LeftScreen } from './left-screen.tsx';
import { RoomFrame } from './room-frame.tsx';

/** The room everybody works in, or the screen that stands in its place: sent away, left, over, not yet heard anything. */
export function RoomPage() {
  const { close } = useConnection();
  const link = useLink();
  const session = useSession();
  const you = useYou();
  if (link.state === 'closed' && link.farewell === undefined) return <LeftScreen />;
  if (link.state === 'refused' || link.state === 'closed') return <Gone link={link} />;
  if (!session || !you) return <LoadingPage />;
  if (session.status === 'ended') return <EndScreen session={session} />;
  return (
    <MediaProvider>
      <RoomFrame leave={close} />
    </MediaProvider>
  );
}
