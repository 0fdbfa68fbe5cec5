import type {
  AnnouncementId,
  Command,
  DeckId,
  Instant,
  Language,
  LinkHash,
  NewSeat,
  PhaseId,
  PrepQuestion,
  Rejection,
  RequestId,
  Role,
  RoomId,
  RotationFinding,
  SeatId,
  SessionId,
  SessionPlan,
  SessionStatus,
} from '@werkraum/protocol';
import type { Agenda, AgendaFact } from './agenda/agenda.ts';
import type { Announcements, AnnouncementsFact } from './announcements/announcements.ts';
import type { Balance, BalanceFact } from './balance/balance.ts';
import type { BoardFact, Boards } from './board/board.ts';
import type { BookletFact, BookletState } from './booklet/booklet.ts';
import type { Breakouts, BreakoutsFact } from './breakouts/breakouts.ts';
import type { Chat, ChatFact } from './chat/chat.ts';
import type { Facilitating, FacilitatingFact } from './facilitating/facilitating.ts';
import type { BroughtResults, FollowUpFact } from './follow-up/brought.ts';
import type { BroughtAlong } from './follow-up/brought-along.ts';
import type { Notes, NotesFact, WrittenText } from './notes/notes.ts';
import type { Parking, ParkingFact } from './parking/parking.ts';
import type { People, PeopleFact } from './people/people.ts';
import type { Polls, PollsFact } from './polls/polls.ts';
import type { Prep, PrepFact } from './prep/prep.ts';
import type { Questions, QuestionsFact } from './questions/questions.ts';
import type { ById } from './records.ts';
import type { References, ReferencesFact } from './references/references.ts';
import type { Rotation, RotationFact } from './rotation/rotation.ts';
import type { KeptFile } from './slides/decks.ts';
import type { Slides, SlidesFact } from './slides/slides.ts';
import type { Stage, StageFact } from './stage/stage.ts';
import type { Survey, SurveyFact } from './survey/survey.ts';
import type { Turns, TurnsFact } from './turns/turns.ts';

/** One run of a workshop: all features together. Plain JSON, so that it can be kept as a snapshot. */
export interface Session {
  id: SessionId;
  title: string;
  language: Language;
  createdAt: Instant;
  /** When it was planned to begin. */
  startsAt?: Instant;
  /** What people are asked beforehand. */
  questions?: readonly PrepQuestion[];
  status: SessionStatus;
  people: People;
  agenda: Agenda;
  breakouts: Breakouts;
  rotation: Rotation;
  turns: Turns;
  stage: Stage;
  balance: Balance;
  facilitating: Facilitating;
  announcements: Announcements;
  notes: Notes;
  board: Boards;
  chat: Chat;
  /** What people ask during the workshop. */
  asking: Questions;
  booklet: BookletState;
  parking: Parking;
  references: References;
  polls: Polls;
  /** What the workshop before handed over, in one that follows it up. */
  brought?: BroughtResults;
  slides: Slides;
  prep: Prep;
  survey: Survey;
}

/** Raised whenever `Session` or the meaning of a fact changes shape: snapshots of another format are not read but folded anew. */
export const STATE_FORMAT = 3;

/** What has happened, past tense. Facts survive code changes: a shape that was ever stored stays readable. */
export type Fact =
  | { type: 'session-created'; sessionId: SessionId; plan: SessionPlan; guestHash?: LinkHash; at: Instant }
  | PeopleFact
  | AgendaFact
  | BreakoutsFact
  | RotationFact
  | TurnsFact
  | StageFact
  | BalanceFact
  | FacilitatingFact
  | AnnouncementsFact
  | NotesFact
  | BoardFact
  | ChatFact
  | QuestionsFact
  | BookletFact
  | ParkingFact
  | PollsFact
  | FollowUpFact
  | ReferencesFact
  | SlidesFact
  | PrepFact
  | SurveyFact;

/** Commands that only the house sends: they are not in the wire's `Command`, so no client can. */
export type HouseCommand =
  | {
      type: 'create-session';
      sessionId: SessionId;
      plan: SessionPlan;
      seats: readonly NewSeat[];
      guestHash?: LinkHash;
      brought?: BroughtAlong;
    }
  | { type: 'knock'; seatId: SeatId; name: string; linkHash: LinkHash }
  | { type: 'issue-link'; seatId: SeatId; name: string; role: Role; linkHash: LinkHash }
  | { type: 'arrive'; seatId: SeatId }
  | { type: 'leave'; seatId: SeatId }
  | { type: 'expire-phase'; phaseId: PhaseId; endsAt: Instant }
  | { type: 'expire-gathering'; phaseId: PhaseId; gatherUntil: Instant }
  | { type: 'expire-closing'; phaseId: PhaseId; closesAt: Instant }
  | { type: 'expire-practice'; phaseId: PhaseId; until: Instant }
  | { type: 'expire-announcement'; announcementId: AnnouncementId }
  | { type: 'propose-rotation'; requestId: RequestId; basis: string; finding: RotationFinding; done: boolean }
  | { type: 'keep-handed-notes'; roomId: RoomId; askedAt: Instant; text?: WrittenText }
  | { type: 'add-deck-file'; deckId: DeckId; seatId: SeatId; name: string; page: number; file: KeptFile }
  | { type: 'keep-speaking-times'; from: Instant; seats: ById<SeatId, number> }
  | { type: 'finish-erasure'; seatId: SeatId }
  | { type: 'name-survey-key'; key: string }
  | { type: 'count-survey'; answers?: number };

/** Who asks: a proven seat, or the house itself (clock, door, organiser). */
export type Actor = { kind: 'seat'; seatId: SeatId } | { kind: 'house' };

/** Everything a decision may depend on besides the state. */
export interface Context {
  actor: Actor;
  now: Instant;
}

export type Decision = { ok: true; facts: readonly Fact[] } | { ok: false; rejection: Rejection };

/** The decision to record these facts; none means "already so". */
export const accept = (...facts: readonly Fact[]): Decision => ({ ok: true, facts });

/** The decision to refuse, with a reason the person can understand. */
export const reject = (rejection: Rejection): Decision => ({ ok: false, rejection });

/** A command from the wire or from the house. */
export type AnyCommand = Command | HouseCommand;
