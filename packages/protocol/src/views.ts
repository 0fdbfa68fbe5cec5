import { z } from 'zod';
import { AgendaView, PhaseKind, SessionStatus } from './agenda.ts';
import { ReplannedView } from './agenda-edits.ts';
import { AnnouncedView, AnnouncementView } from './announcements.ts';
import { SeatSpeechView } from './balance.ts';
import {
  BoardPlanView,
  BoardProgress,
  BoardView,
  type FormerTableView,
  OwnBoardView,
  ReportView,
  WallView,
} from './board.ts';
import { SeatBookletView } from './booklet.ts';
import { SeatingView, TableSignal, TablesView } from './breakouts.ts';
import { ChatView } from './chat.ts';
import { DoingView, NotesView } from './facilitating.ts';
import { BroughtView } from './follow-up.ts';
import { Instant, PhaseId, Place, RoomId, SeatId, SessionId, VideoKey } from './ids.ts';
import { HandedNotesView } from './notes.ts';
import { ParkedView } from './parking.ts';
import { PersonView, Role, StaffSeatView } from './people.ts';
import { OwnVotes, PollView, PulseView } from './polls.ts';
import { AnsweredView, ReadinessView, ShownAnswersView } from './prep.ts';
import { AskedView, OwnQuestionsView, QuestionsView } from './questions.ts';
import { ReferenceView } from './references.ts';
import { RotationView } from './rotation.ts';
import { DeckTitleView, DeckView, ShowingView } from './slides.ts';
import { HandsView, Publish, StageView } from './stage.ts';
import { SurveyState } from './survey.ts';
import { ShareView, TurnsView } from './turns.ts';

export const Language = z.enum(['de', 'en']);
export type Language = z.infer<typeof Language>;

/** Audience `session`: everybody admitted. */
export const SessionView = z.strictObject({
  sessionId: SessionId,
  title: z.string(),
  language: Language,
  status: SessionStatus,
  agenda: AgendaView,
  /** Everybody admitted, by seat id. */
  people: z.record(z.string(), PersonView),
  /** Only while a breakout round runs. */
  tables: TablesView.optional(),
  stage: StageView,
  /** What is shown in the plenary. */
  slides: ShowingView.optional(),
  /** A round of voices in the plenary, while one goes on. */
  voices: TurnsView.optional(),
  /** Announcement id → an announcement to everybody, while it lasts. */
  announcements: z.record(z.string(), AnnouncementView).optional(),
  /** Room id → notes a table has handed over. */
  handedNotes: z.record(z.string(), HandedNotesView).optional(),
  /** The plenary's board, while a reflection runs; at the end the last one. */
  board: BoardView.optional(),
  /** What tables have handed over; absent until the first round has opened. */
  wall: WallView.optional(),
  report: ReportView.optional(),
  /** Where the survey stands, once it was opened. */
  survey: SurveyState.optional(),
  /** Seat id → answers shown to everybody. */
  prep: z.record(z.string(), ShownAnswersView).optional(),
  /** Questions to the speaker and to everybody; absent while there is none. */
  questions: QuestionsView.optional(),
  /** The plenary's chat; absent while nothing was said. */
  chat: ChatView.optional(),
  /** What the workshop before handed over; absent in one that follows none. */
  brought: BroughtView.optional(),
  /** Item id → an item of the parking lot; absent while it is empty. */
  parking: z.record(z.string(), ParkedView).optional(),
  /** Poll id → the open poll, and polls whose results are shown; absent while there is none. */
  polls: z.record(z.string(), PollView).optional(),
  /** Reference id → a reference; absent while there is none. */
  references: z.record(z.string(), ReferenceView).optional(),
});
export type SessionView = z.infer<typeof SessionView>;

/** Audience `staff`: facilitators and timekeepers. Progress of rooms, never their content. */
export const StaffView = z.strictObject({
  seats: z.record(z.string(), StaffSeatView),
  admission: z.enum(['automatic', 'by-hand']),
  /** Phase id → seating of every round, those that are over included: who has met is known. */
  seating: z.record(z.string(), SeatingView),
  /** Room id → progress, while a round runs. */
  progress: z.record(
    z.string(),
    z.strictObject({
      turns: TurnsView.optional(),
      /** One person sits here alone. */
      lonely: z.boolean(),
      hands: HandsView,
      /** Since when this table calls a facilitator. */
      help: Instant.optional(),
      signal: TableSignal.optional(),
      /** When the speaker of now was last asked to come to an end. */
      nudgedAt: Instant.optional(),
      /** How far its board is; absent while nothing was written. */
      board: BoardProgress.optional(),
    }),
  ),
  /** Seat id → time granted and used over all rounds, for everybody who has or had a turn. */
  shares: z.record(z.string(), ShareView),
});
export type StaffView = z.infer<typeof StaffView>;

/** Audience `facilitators`: facilitators only, not timekeepers. */
export const FacilitatorsView = z.strictObject({
  /** Phase id → private notes. */
  notes: z.record(z.string(), NotesView),
  /** Phase id → what is said of its boards, for every phase that has boards. */
  boards: z.record(z.string(), BoardPlanView),
  rotation: RotationView,
  /** Number → what a facilitator did; the highest number is the newest, and only the last few are kept. */
  doings: z.record(z.string(), DoingView),
  /** Announcement id → one of the last announcements. */
  announcements: z.record(z.string(), AnnouncedView),
  replanned: ReplannedView.optional(),
  /** Seat id → deck id → what a speaker has brought. Absent while nobody has. */
  talks: z.record(z.string(), z.record(z.string(), DeckTitleView)).optional(),
  /** Seat id → how far somebody has come with their preparation; absent where nothing is asked. */
  readiness: z.record(z.string(), ReadinessView).optional(),
  /** Seat id → what that person and those who facilitate write to each other. Absent while there is nothing. */
  threads: z.record(z.string(), ChatView).optional(),
  /** Asked id → a question that was taken from the list. Absent while there is none. */
  hiddenQuestions: z.record(z.string(), AskedView).optional(),
  /** Poll id → a poll, the prepared ones included; absent while there is none. */
  polls: z.record(z.string(), PollView).optional(),
  /** What people say of the pace of the phase that runs. */
  pulse: PulseView.optional(),
});
export type FacilitatorsView = z.infer<typeof FacilitatorsView>;

/** Audience `room:<id>`: who is at that table now, and a facilitator visibly visiting. */
export const RoomView = z.strictObject({
  roomId: RoomId,
  phaseId: PhaseId,
  turns: TurnsView.optional(),
  hands: HandsView,
  /** The table's call for a facilitator: since when, and who called. */
  help: z.strictObject({ at: Instant, by: SeatId }).optional(),
  /** What the table says about its time, and who said so. */
  signal: z.strictObject({ signal: TableSignal, by: SeatId }).optional(),
  /** Announcement id → an announcement to this table alone, while it lasts. */
  announcements: z.record(z.string(), AnnouncementView).optional(),
  /** The table's board; absent when only moving is tried. */
  board: BoardView.optional(),
  /** What is shown at this table. */
  slides: ShowingView.optional(),
  /** Seat id → answers that this table may read, one of them perhaps shown now. */
  prep: z.record(z.string(), ShownAnswersView).optional(),
  /** The table's chat; absent while nothing was said. */
  chat: ChatView.optional(),
});
export type RoomView = z.infer<typeof RoomView>;

/** Audience `seat:<id>`: one person. The only slice somebody gets who waits at the door. */
export const SeatView = z.strictObject({
  seatId: SeatId,
  name: z.string(),
  role: Role,
  admission: z.enum(['waiting', 'admitted', 'removed']),
  place: Place,
  /** Command types that could be accepted from this seat now; a button for anything else is not drawn. */
  may: z.array(z.string()),
  publish: Publish,
  /** Rises each time somebody switches this seat's microphone off. */
  mutes: z.int(),
  /** Somebody keeping the time asked this seat, who speaks, to come to an end. */
  nudgedAt: Instant.optional(),
  /** Announced a minute ahead: where this seat will be brought, and when. */
  moving: z.strictObject({ to: Place, at: Instant }).optional(),
  /** Video rooms this seat may join: the one of now, and the one to get ready for. */
  video: z.strictObject({ now: VideoKey.optional(), next: VideoKey.optional() }),
  /** The own speaking time; absent for somebody who is not admitted. */
  speech: SeatSpeechView.optional(),
  /** Tables this person sat at that have closed: the audiences `table:<id>` they belong to, the last one last. */
  tables: z.array(RoomId).optional(),
  board: OwnBoardView.optional(),
  /** Deck id → an own deck. Absent while there is none. */
  /** The own answers, in the order of the questions: at hand for the own turn. Absent without any. */
  prep: z.array(AnsweredView).optional(),
  /** What this person and those who facilitate write to each other. */
  thread: ChatView.optional(),
  /** What this person asked and voted for. */
  questions: OwnQuestionsView.optional(),
  /** Absent for somebody who is not admitted. */
  booklet: SeatBookletView.optional(),
  /** Deck id → one's own deck; absent without any. */
  decks: z.record(z.string(), DeckView).optional(),
  /** The own answers to polls; absent while there is none. */
  polls: OwnVotes.optional(),
  /** What a waiting person may know: the programme, no names. */
  lobby: z
    .strictObject({
      title: z.string(),
      language: Language,
      status: SessionStatus,
      /** When it is planned to begin. */
      startsAt: Instant.optional(),
      phases: z.array(z.strictObject({ kind: PhaseKind, title: z.string(), plannedMs: z.number() })),
    })
    .optional(),
});
export type SeatView = z.infer<typeof SeatView>;

/** `session`, `staff`, `facilitators`, `room:<RoomId>`, `table:<RoomId>` or `seat:<SeatId>`. */
export const Audience = z.union([
  z.literal('session'),
  z.literal('staff'),
  z.literal('facilitators'),
  z.templateLiteral(['room:', z.string()]),
  z.templateLiteral(['table:', z.string()]),
  z.templateLiteral(['seat:', z.string()]),
]);
export type Audience = z.infer<typeof Audience>;

/** The document an audience sees, by the audience's kind. */
export type SliceDoc = SessionView | StaffView | FacilitatorsView | RoomView | FormerTableView | SeatView;
