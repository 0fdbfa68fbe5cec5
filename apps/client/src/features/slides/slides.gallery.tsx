import type { FacilitatorsView, RoomView, SeatView, SessionView } from '@werkraum/protocol';
import type { ComponentChildren } from 'preact';
import { literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import type { Exhibit } from '../../gallery/registry.ts';
import { literalMedia } from '../../media/literal-media.ts';
import { MediaProvider } from '../stage/media-provider.tsx';
import { anyMedia, anyRoom, anySession, seatId, seen } from '../stage/stage-samples.ts';
import { VideoStage } from '../stage/video-stage.tsx';
import type { DeckShelf } from './deck-shelf.ts';
import { HandSlidesDialog } from './hand-slides.tsx';
import { ShowOwnSlides, ShowSlides } from './parts.ts';
import { AT_TABLE, anyDeck, literalShelf, showingSession, showingTable, youAt } from './slides-samples.ts';
import { DeckShelfContext } from './use-deck.tsx';

interface Scene {
  you: SeatView;
  session: SessionView;
  room?: RoomView;
  facilitators?: FacilitatorsView;
  shelf?: DeckShelf;
  screen?: boolean;
}

function scene(
  name: string,
  { you, session, room, facilitators, shelf, screen }: Scene,
  part: ComponentChildren,
): Exhibit {
  const literal = { you, session, ...(room && { room }), ...(facilitators && { facilitators }), now: 100_000 };
  const media = { ...anyMedia(), ...(screen && { sight: seen(8, { screen: true }) }) };
  return {
    name: `slides / ${name}`,
    render: () => (
      <ConnectionProvider connection={literalConnection(literal)}>
        <MediaProvider media={literalMedia(media)}>
          <DeckShelfContext.Provider value={shelf ?? literalShelf()}>{part}</DeckShelfContext.Provider>
        </MediaProvider>
      </ConnectionProvider>
    ),
  };
}

const stage = (
  <div style={{ height: '80dvh' }}>
    <VideoStage />
  </div>
);

const onStage = (name: string, given: Partial<Scene>) =>
  scene(name, { you: youAt(0), session: showingSession(6), ...given }, stage);

const LONG = 'Digitalisierungsstrategie und kommunale Nachhaltigkeitsberichterstattung – Zwischenstand 2026';
const away = (): SessionView => {
  const session = showingSession(6);
  const presenter = session.people[seatId(1)];
  return {
    ...session,
    people: { ...session.people, ...(presenter && { [seatId(1)]: { ...presenter, presence: 'away' } }) },
  };
};
const atTable = { you: youAt(0, AT_TABLE), session: anySession(5, 'table'), room: showingTable() };
const presenter = youAt(1, { may: ['show-deck'], decks: { deck: anyDeck() } });
const facilitator = youAt(0, { role: 'facilitator', may: ['show-deck'], decks: { own: anyDeck({ name: 'Welcome' }) } });
const brought = {
  notes: {},
  boards: {},
  rotation: { proposal: undefined },
  doings: {},
  announcements: {},
  talks: { [seatId(2)]: { deck: { name: LONG, pages: 30, lastPage: 7 } } },
} as unknown as FacilitatorsView;

export const exhibits: readonly Exhibit[] = [
  onStage('followed in the plenary', {}),
  onStage('followed by many', { session: showingSession(17) }),
  onStage('alone with the slides', {
    you: youAt(0, { may: ['show-deck'] }),
    session: showingSession(1, { presenter: seatId(0), turner: seatId(0) }),
  }),
  onStage('at a table', atTable),
  onStage('presenter', { you: presenter }),
  onStage('presenter, at a table', { ...atTable, you: youAt(1, { ...AT_TABLE, may: ['show-deck'] }) }),
  onStage('presenter, last page', { you: presenter, session: showingSession(6, { page: 12 }) }),
  onStage('handed to somebody else', { you: presenter, session: showingSession(6, { turner: seatId(3) }) }),
  onStage('handed to oneself', { session: showingSession(6, { turner: seatId(0) }) }),
  onStage('facilitator may hide', { you: youAt(0, { role: 'facilitator', may: ['show-deck'] }) }),
  onStage('presenter away', { session: away() }),
  onStage('long title', { session: showingSession(6, { name: LONG }) }),
  onStage('with a shared screen', { session: showingSession(8), screen: true }),
  onStage('loading', { shelf: literalShelf('coming') }),
  onStage('not loaded', { shelf: literalShelf('unreachable') }),
  onStage('gone', { shelf: literalShelf('gone') }),
  onStage('broken', { shelf: literalShelf('broken') }),
  scene('button, own deck', { you: presenter, session: anySession(6, 'talk') }, <ShowSlides />),
  scene(
    'button, facilitator',
    { you: facilitator, session: anySession(6, 'talk'), facilitators: brought },
    <ShowSlides />,
  ),
  scene(
    'your turn',
    {
      you: youAt(1, { ...AT_TABLE, may: ['show-deck'], decks: { deck: anyDeck() } }),
      session: anySession(5, 'table'),
      room: anyRoom(),
    },
    <ShowOwnSlides />,
  ),
  scene(
    'handing the pages on',
    { you: presenter, session: anySession(6) },
    <HandSlidesDialog hearers={['Ada', 'Ben', LONG].map((name) => ({ name, hand: () => {} }))} onClose={() => {}} />,
  ),
];
