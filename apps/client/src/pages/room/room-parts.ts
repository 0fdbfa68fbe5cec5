import type { Role } from '@werkraum/protocol';
import { useEffect } from 'preact/hooks';
import { ReplanningParts } from '../../features/agenda/replanning/parts.ts';
import { BalanceParts } from '../../features/balance/parts.ts';
import { ChooseCard } from '../../features/breakouts/choose-place.tsx';
import { TableTiles } from '../../features/breakouts/table-tiles-part.ts';
import { LinkQrCode } from '../../features/people/link-qr.ts';
import { PrepCards, ReadinessPanel } from '../../features/prep/parts.ts';
import { ReactionButton } from '../../features/reactions/parts.ts';
import { RotationParts } from '../../features/rotation/parts.tsx';
import { ShowSlides, SlidesOnStage } from '../../features/slides/parts.ts';
import { SurveyNotice } from '../../features/survey/parts.ts';
import { fetchWhenIdle, later } from '../../ui/later.tsx';

// A facilitator's own, wanted at once: most people in a room never see it, and it is a good part of the code.
export const RunSheet = later(() => import('../../features/agenda/run-sheet.tsx').then((part) => part.RunSheet));
export const RunSheetKeys = later(() =>
  import('../../features/agenda/run-sheet-keys.tsx').then((part) => part.RunSheetKeys),
);

// What nobody sees on entering. Each is one press away, so its code follows as soon as the room stands.
export const FloorPlan = later(() => import('../../features/breakouts/floor-plan.tsx').then((part) => part.FloorPlan));
export const TimekeeperScreen = later(
  () => import('../../features/turns/timekeeper.tsx').then((part) => part.TimekeeperScreen),
  ['timekeeping'],
);

const signals = () => import('../../features/breakouts/table-signals.tsx');
export const TableSignals = later(() => signals().then((part) => part.TableSignals), ['table-signals']);
export const PracticeLine = later(() => signals().then((part) => part.PracticeLine), ['table-signals']);
export const AnnouncementCards = later(
  () => import('../../features/announcements/announcement-cards.tsx').then((part) => part.AnnouncementCards),
  ['announcements'],
);
export const NotesPanel = later(
  () => import('../../features/notes/notes-panel.tsx').then((part) => part.NotesPanel),
  ['notes'],
);
export const ChatPanel = later(
  () => import('../../features/chat/chat-panel.tsx').then((part) => part.ChatPanel),
  ['chat'],
);
const boards = () => import('../../features/board/views.ts');
export const BoardCentre = later(() => boards().then((part) => part.BoardCentre), ['board']);
export const BoardDesk = later(() => boards().then((part) => part.BoardDesk), ['board']);
export const HandOverNotice = later(() => boards().then((part) => part.HandOverNotice), ['board']);
const questions = () => import('../../features/questions/parts.ts');
export const QuestionsPanel = later(() => questions().then((part) => part.QuestionsPanel), ['questions']);
export const QuestionNow = later(() => questions().then((part) => part.QuestionNow), ['questions']);
const breaks = () => import('../../features/agenda/break-screen.tsx');
export const BreakScreen = later(() => breaks().then((part) => part.BreakScreen), ['break-screen']);
export const BreakToggle = later(() => breaks().then((part) => part.BreakToggle), ['break-screen']);
const facilitating = () => import('../../features/facilitating/views.ts');
export const FacilitatorDesk = later(
  () => facilitating().then((part) => part.FacilitatorDesk),
  ['facilitating', 'announcements', 'break-screen'],
);
export const RunningPractice = later(() => facilitating().then((part) => part.RunningPractice), ['facilitating']);
export const FacilitatorWatch = later(() => facilitating().then((part) => part.FacilitatorWatch), ['facilitating']);
export const ToDoPanel = later(() => facilitating().then((part) => part.ToDoPanel), ['facilitating', 'balance']);

const polls = () => import('../../features/polls/parts.ts');
export const PollsPanel = later(() => polls().then((part) => part.PollsPanel), ['polls']);
export const PollNotice = later(() => polls().then((part) => part.PollNotice), ['polls']);
export const CollectionPanel = later(
  () => import('./collection-panel.tsx').then((part) => part.CollectionPanel),
  ['parking', 'references'],
);

const EVERYBODY = [
  ReactionButton,
  SurveyNotice,
  BoardCentre,
  HandOverNotice,
  QuestionsPanel,
  QuestionNow,
  ShowSlides,
  SlidesOnStage,
  PollsPanel,
  PollNotice,
  ChatPanel,
  NotesPanel,
  CollectionPanel,
  FloorPlan,
  TableSignals,
  PracticeLine,
  AnnouncementCards,
  BreakScreen,
  BreakToggle,
  BalanceParts,
  PrepCards,
];
const FACILITATING = [
  BoardDesk,
  ReadinessPanel,
  RunningPractice,
  FacilitatorDesk,
  FacilitatorWatch,
  ToDoPanel,
  TableTiles,
];

const PARTS: Readonly<Record<Role, readonly { fetch(): Promise<void> }[]>> = {
  facilitator: [
    ...[RunSheet, RunSheetKeys, ...FACILITATING, ReplanningParts, RotationParts, TimekeeperScreen, LinkQrCode],
    ...EVERYBODY,
  ],
  timekeeper: [TimekeeperScreen, ...EVERYBODY],
  speaker: EVERYBODY,
  participant: [ChooseCard, ...EVERYBODY],
};

/** Fetches what this person can be shown next, while nothing else happens. */
export const useRoomParts = (role: Role | undefined): void =>
  useEffect(() => (role === undefined ? undefined : fetchWhenIdle(PARTS[role])), [role]);

/** Fetches everything at once: for the gallery, where each state is looked at as it is. */
export const fetchRoomParts = async (): Promise<void> => {
  await Promise.all([...PARTS.facilitator, ChooseCard].map((part) => part.fetch()));
};
