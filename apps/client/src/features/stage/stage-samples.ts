import type { RoomId, RoomView, SeatId, SeatView, SessionView, TurnId } from '@werkraum/protocol';
import { paintedPicture } from '../../media/literal-media.ts';
import type { PersonMedia, RoomSight } from '../../media/media-room.ts';
import type { MediaState } from '../../media/media-store.ts';

/** Documents and media states to look at and to test with. Instants are small numbers around 100 000. */
const NAMES = [
  'Ada Lovelace',
  'Ben',
  'Cem Yıldız',
  'Dora von und zu Hohenstein-Wittgenau',
  'Emil',
  'Finja',
  'Greta',
  'Hakan',
  'Ines',
  'Jonas',
  'Karla',
  'Luis',
  'Mira',
  'Nils',
  'Olga',
  'Paul',
  'Quentin',
];
export const TABLE = 'table-a' as RoomId;

export const seatId = (index: number): SeatId => `seat-${index}` as SeatId;

export const anyYou = (): SeatView => ({
  seatId: seatId(0),
  name: NAMES[0] ?? '',
  role: 'participant',
  admission: 'admitted',
  place: 'plenary',
  may: [],
  publish: { microphone: true, camera: true, screen: true },
  mutes: 0,
  video: {},
});

type Kind = 'plenary' | 'talk' | 'table' | 'marks';

/** `count` people in one place: everybody in the plenary, or at one table with a facilitator visiting. */
export function anySession(count: number, kind: Kind = 'plenary'): SessionView {
  const place = kind === 'table' ? TABLE : 'plenary';
  const people = NAMES.slice(0, count).map((name, index): [string, SessionView['people'][string]] => [
    seatId(index),
    {
      name,
      role: kind === 'table' && index === count - 1 ? 'facilitator' : 'participant',
      presence: kind === 'marks' && index === 3 ? 'away' : 'here',
      place,
      ...(kind === 'table' && index < count - 1 ? { table: TABLE } : {}),
    },
  ]);
  return {
    sessionId: 'sample' as SessionView['sessionId'],
    title: 'Innovative municipalities',
    language: 'en',
    status: 'running',
    agenda: { order: [], phases: {}, plannedMs: 0 },
    people: Object.fromEntries(people),
    stage: {
      onStage: kind === 'talk' ? { [seatId(2)]: true } : {},
      words: {},
      hands: kind === 'marks' ? { [seatId(1)]: 2_000, [seatId(4)]: 1_000 } : {},
    },
  };
}

/** A table where the second person speaks, with 70 of 120 seconds left at instant 100 000. */
export const anyRoom = (): RoomView => ({
  roomId: TABLE,
  phaseId: 'round-1' as RoomView['phaseId'],
  hands: { [seatId(2)]: 1_000 },
  turns: {
    roomId: TABLE,
    state: 'running',
    order: [0, 1, 2].map((index) => `turn-${index}` as TurnId),
    turns: {
      'turn-0': { seatId: seatId(0), state: 'done', slotMs: 120_000, usedMs: 110_000 },
      'turn-1': { seatId: seatId(1), state: 'now', slotMs: 120_000 },
      'turn-2': { seatId: seatId(2), state: 'waiting' },
    },
    now: { turnId: 'turn-1' as TurnId, graceUntil: 50_000, endsAt: 170_000 },
    next: 'turn-2' as TurnId,
    pacedBy: 'table',
    mode: 'fixed',
  },
});

/** What arrives from the others: every third person without a camera, the second one speaking. */
export function seen(count: number, more: { screen?: boolean; weak?: boolean } = {}): RoomSight {
  const people = Array.from({ length: count - 1 }, (_, index): [string, PersonMedia] => {
    const seat = index + 1;
    const camera = seat % 3 === 0 ? {} : { camera: paintedPicture(`camera-${seat}`, seat * 47) };
    const screen = more.screen && seat === 2 ? { screen: paintedPicture('screen', 210, 'screen') } : {};
    return [seatId(seat), { microphone: seat % 2 === 1, ...camera, ...screen }];
  });
  return {
    people: Object.fromEntries(people),
    speaking: [seatId(1)],
    quality: more.weak ? { [seatId(2)]: 'poor', [seatId(5)]: 'lost' } : {},
    audioBlocked: false,
  };
}

export const anyMedia = (): Partial<MediaState> => ({
  sight: seen(NAMES.length),
  camera: { on: true, busy: false, picture: paintedPicture('own', 30) },
  devices: {
    microphones: [
      { id: 'default', label: 'Default' },
      { id: 'headset', label: 'Headset' },
    ],
    cameras: [{ id: 'built-in', label: 'Built-in camera' }],
    speakers: [{ id: 'default', label: 'Default' }],
  },
});
