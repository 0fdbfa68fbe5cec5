import type { Publish, RoomView, SeatView, SessionView } from '@werkraum/protocol';
import type { ComponentChildren } from 'preact';
import { literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import type { Exhibit } from '../../gallery/registry.ts';
import { literalMedia, paintedPicture } from '../../media/literal-media.ts';
import type { MediaState } from '../../media/media-store.ts';
import { DeviceCheck } from './device-check.tsx';
import { MediaBar } from './media-bar.tsx';
import { MediaLines } from './media-lines.tsx';
import { MediaProvider } from './media-provider.tsx';
import { anyMedia, anyRoom, anySession, anyYou, seen } from './stage-samples.ts';
import { VideoStage } from './video-stage.tsx';

interface Scene {
  you?: Partial<SeatView>;
  session?: SessionView;
  room?: RoomView;
  media?: Partial<MediaState>;
  publish?: Publish;
}

function scene(name: string, { you, session, room, media, publish }: Scene, children: ComponentChildren): Exhibit {
  return {
    name: `stage / ${name}`,
    render: () => (
      <ConnectionProvider
        connection={literalConnection({
          you: { ...anyYou(), ...you, ...(publish ? { publish } : {}) },
          session: session ?? anySession(4),
          ...(room ? { room } : {}),
          now: 100_000,
        })}
      >
        <MediaProvider media={literalMedia({ ...anyMedia(), ...media })}>{children}</MediaProvider>
      </ConnectionProvider>
    ),
  };
}

const frame = (
  <div style={{ height: '70dvh' }}>
    <VideoStage />
  </div>
);
const people = (count: number) =>
  scene(`people ${String(count).padStart(2, '0')}`, { session: anySession(count) }, frame);
const line = (name: string, media: Partial<MediaState>) => scene(`line, ${name}`, { media }, <MediaLines />);
const failed = (reason: 'video-off' | 'video-down' | 'elsewhere') =>
  line(reason, { connection: { state: 'failed', reason, retrying: reason === 'video-down' } });

const PROBLEMS = ['denied', 'no-device', 'in-use', 'insecure', 'unplugged', 'not-sent', 'unknown'] as const;
const on = { on: true, busy: false };
const off = { on: false, busy: false };

function checkScene(name: string, state: Partial<MediaState>): Exhibit {
  return {
    name: `stage / device check, ${name}`,
    render: () => {
      const { store, chooseSpeaker } = literalMedia({ ...anyMedia(), ...state });
      const nothing = async () => {};
      const check = {
        store,
        chooseSpeaker,
        setMicrophone: nothing,
        setCamera: nothing,
        choose: nothing,
        close: () => {},
      };
      return (
        <div style={{ maxWidth: '30rem' }}>
          <DeviceCheck check={check} />
        </div>
      );
    },
  };
}

export const exhibits: readonly Exhibit[] = [
  ...[1, 2, 3, 4, 5, 6, 8, 9, 12, 17].map(people),
  scene(
    'at a table, a turn runs',
    { you: { place: anyRoom().roomId }, room: anyRoom(), session: anySession(5, 'table') },
    frame,
  ),
  scene('input talk, speaker on stage', { session: anySession(8, 'talk') }, frame),
  scene(
    'input talk, screen shared',
    { session: anySession(8, 'talk'), media: { sight: seen(8, { screen: true }) } },
    frame,
  ),
  scene('marks', { session: anySession(6, 'marks'), media: { sight: seen(6, { weak: true }) } }, frame),
  scene('bar, all off', { media: { microphone: off, camera: off } }, <MediaBar />),
  scene('bar, all on', { media: { microphone: on, camera: on, screen: on } }, <MediaBar />),
  scene('bar, starting', { media: { microphone: { on: true, busy: true } } }, <MediaBar />),
  scene('bar, problem', { media: { camera: { ...off, problem: 'in-use' } } }, <MediaBar />),
  scene('bar, listening', { publish: { microphone: false, camera: true, screen: false } }, <MediaBar />),
  line('sound blocked', { sight: { ...seen(3), audioBlocked: true } }),
  line('reconnecting', { connection: { state: 'reconnecting' } }),
  failed('video-off'),
  failed('video-down'),
  failed('elsewhere'),
  line('muted by staff', { notice: 'muted-by-staff' }),
  line('share ended', { notice: 'share-ended' }),
  ...PROBLEMS.map((problem) =>
    line(`devices ${problem}`, {
      microphone: { ...off, problem },
      camera: { ...off, problem },
      screen: { ...off, problem },
    }),
  ),
  checkScene('all off', { microphone: off, camera: off }),
  checkScene('camera on', { microphone: off, camera: { ...on, picture: paintedPicture('me', 30) } }),
  checkScene('denied', { microphone: { ...off, problem: 'denied' }, camera: { ...off, problem: 'denied' } }),
  checkScene('no device', { microphone: { ...off, problem: 'no-device' }, camera: { ...off, problem: 'no-device' } }),
  checkScene('in use', { microphone: off, camera: { ...off, problem: 'in-use' } }),
  checkScene('insecure', { microphone: { ...off, problem: 'insecure' }, camera: { ...off, problem: 'insecure' } }),
];
