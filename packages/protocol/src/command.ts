import { z } from 'zod';
import * as agenda from './agenda.ts';
import * as edits from './agenda-edits.ts';
import * as announcements from './announcements.ts';
import * as balance from './balance.ts';
import * as board from './board.ts';
import * as booklet from './booklet.ts';
import * as breakouts from './breakouts.ts';
import * as chat from './chat.ts';
import * as facilitating from './facilitating.ts';
import { CommandId } from './ids.ts';
import * as notes from './notes.ts';
import * as parking from './parking.ts';
import * as people from './people.ts';
import * as polls from './polls.ts';
import * as prep from './prep.ts';
import * as questions from './questions.ts';
import * as references from './references.ts';
import * as rotation from './rotation.ts';
import * as slides from './slides.ts';
import * as stage from './stage.ts';
import * as survey from './survey.ts';
import * as turns from './turns.ts';

/** Everything a client may ask for. Who asks is proven by the handshake and never part of a command. */
export const Command = z.discriminatedUnion('type', [
  people.InvitePerson,
  people.ReissueLink,
  people.AdmitPerson,
  people.AdmitEveryone,
  people.SetAdmission,
  people.RemovePerson,
  people.ErasePerson,
  people.ChangeRole,
  agenda.OpenDoors,
  agenda.StartSession,
  agenda.AdvancePhase,
  agenda.UndoPhase,
  agenda.PausePhase,
  agenda.ResumePhase,
  agenda.ExtendPhase,
  agenda.EndSession,
  edits.AddPhase,
  edits.ChangePhase,
  edits.MovePhase,
  edits.DropPhase,
  edits.RestorePhase,
  edits.Replan,
  edits.UndoReplan,
  breakouts.SetTables,
  breakouts.SetGroups,
  breakouts.PlanGroups,
  breakouts.AssignSeat,
  breakouts.ChooseTable,
  breakouts.GoToTable,
  breakouts.ReturnToPlenary,
  breakouts.CloseTables,
  breakouts.KeepTablesOpen,
  breakouts.VisitTable,
  breakouts.LeaveTable,
  breakouts.StartPractice,
  breakouts.StopPractice,
  breakouts.CallHelp,
  breakouts.CancelHelp,
  breakouts.ClearHelp,
  breakouts.SignalTable,
  rotation.AddSeatingRule,
  rotation.DropSeatingRule,
  rotation.AskRotation,
  rotation.AcceptRotation,
  rotation.DismissRotation,
  turns.StartTurn,
  turns.PauseTurn,
  turns.ResumeTurn,
  turns.ExtendTurn,
  turns.EndTurn,
  turns.SkipTurn,
  turns.PostponeTurn,
  turns.PassTurn,
  turns.MoveTurn,
  turns.NudgeSpeaker,
  turns.PaceTogether,
  turns.StartBeat,
  turns.StartVoices,
  turns.EndVoices,
  slides.RemoveDeck,
  stage.RaiseHand,
  stage.LowerHand,
  stage.GiveWord,
  stage.TakeWord,
  stage.MuteSeat,
  balance.OrderHands,
  balance.AnswerConsent,
  facilitating.SetNotes,
  announcements.Announce,
  announcements.TakeBackAnnouncement,
  notes.HandOverNotes,
  board.AddCard,
  board.EditCard,
  board.MoveCard,
  board.MergeCards,
  board.SplitCard,
  board.RemoveCard,
  board.TagCard,
  board.VoteCard,
  board.UnvoteCard,
  board.SetWriting,
  board.SetAllWriting,
  board.SetDots,
  board.HandOver,
  board.TakeBackCard,
  board.BringCards,
  board.ReportOut,
  board.EndReport,
  survey.SetSurvey,
  survey.OpenSurvey,
  survey.CloseSurvey,
  survey.PublishSurveyResults,
  slides.ShowDeck,
  slides.TurnPage,
  slides.HideDeck,
  slides.HandSlides,
  prep.OpenPreparation,
  prep.AnswerQuestion,
  prep.SetReady,
  prep.ShareAnswers,
  prep.ShowAnswers,
  prep.HideAnswers,
  chat.Say,
  chat.EditMessage,
  chat.DeleteMessage,
  chat.CloseChat,
  chat.OpenChat,
  questions.AskQuestion,
  questions.UpvoteQuestion,
  questions.TakeBackUpvote,
  questions.WithdrawQuestion,
  questions.TakeQuestion,
  questions.LayQuestionAside,
  questions.MarkAnswered,
  questions.ReopenQuestion,
  questions.HideQuestion,
  questions.ShowQuestion,
  booklet.EditBooklet,
  booklet.UndoBooklet,
  booklet.PublishBooklet,
  booklet.UnpublishBooklet,
  booklet.AgreeToBeNamed,
  parking.Park,
  parking.RewordParked,
  parking.OwnParked,
  parking.SettleParked,
  parking.DropParked,
  polls.PreparePoll,
  polls.DropPoll,
  polls.OpenPoll,
  polls.ClosePoll,
  polls.ShowPoll,
  polls.CastVote,
  polls.GivePulse,
  references.AddReference,
  references.ChangeReference,
  references.DropReference,
]);
export type Command = z.infer<typeof Command>;
export type CommandType = Command['type'];

export const commandTypes: readonly CommandType[] = Command.options.map((option) => option.shape.type.value);

/** A command on the wire. Repeating it with the same id is safe and is how clients retry. */
export const CommandEnvelope = z.strictObject({ id: CommandId, command: Command });
export type CommandEnvelope = z.infer<typeof CommandEnvelope>;
