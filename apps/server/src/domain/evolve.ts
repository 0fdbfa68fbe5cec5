import type { PhaseId } from '@werkraum/protocol';
import { type Agenda, newAgenda } from './agenda/agenda.ts';
import { evolveAgenda } from './agenda/evolve.ts';
import { evolveAnnouncements, nothingAnnounced } from './announcements/evolve.ts';
import { evolveBalance, newBalance } from './balance/evolve.ts';
import { evolveBoard, noBoards, withoutOwner, withoutReport } from './board/evolve.ts';
import { evolveBooklet, newBooklet } from './booklet/evolve.ts';
import type { Breakouts } from './breakouts/breakouts.ts';
import { evolveBreakouts } from './breakouts/evolve.ts';
import type { Seats } from './breakouts/grouping.ts';
import { makeRounds, roundsOf } from './breakouts/tables.ts';
import { nothingSaid } from './chat/chat.ts';
import { evolveChat } from './chat/evolve.ts';
import { evolveFacilitating, nothingNoted } from './facilitating/evolve.ts';
import { evolveNotes, nothingHanded } from './notes/evolve.ts';
import { emptyParking, evolveParking } from './parking/evolve.ts';
import { evolvePeople } from './people/evolve.ts';
import { evolvePolls, noPolls, withoutPulses } from './polls/evolve.ts';
import { clearShown, evolvePrep, nothingPrepared, withoutShown, withoutWord, withTurns } from './prep/evolve.ts';
import { clearQuestions, evolveQuestions } from './questions/evolve.ts';
import { nothingAsked } from './questions/questions.ts';
import { assertNever, entries } from './records.ts';
import { evolveReferences, noReferences } from './references/evolve.ts';
import { evolveRotation, noRotation, withoutRequest, withoutSeat } from './rotation/evolve.ts';
import type { Fact, Session } from './session.ts';
import { afterRemoval, afterTurns, afterWord, withoutPlenary, withoutTables } from './slides/endings.ts';
import { evolveSlides, noSlides } from './slides/evolve.ts';
import { clearStage, emptyStage, evolveStage } from './stage/evolve.ts';
import { evolveSurvey, noSurvey } from './survey/evolve.ts';
import { evolveTurns, noTurns, withoutVoices } from './turns/evolve.ts';
import type { Turns } from './turns/turns.ts';

type Created = Extract<Fact, { type: 'session-created' }>;

/** Folds one fact into the state. Knows no rules and no defaults: a log that cannot be folded is corrupt and throws. */
export function evolve(session: Session | undefined, fact: Fact): Session {
  if (fact.type === 'session-created') return created(session, fact);
  if (!session) throw new Error(`${fact.type} before the session was created`);
  switch (fact.type) {
    case 'seat-invited':
    case 'seat-knocked':
    case 'link-reissued':
    case 'seat-arrived':
    case 'seat-waiting':
    case 'seat-admitted':
    case 'seat-left':
    case 'erasure-asked':
    case 'person-erased':
    case 'role-changed':
    case 'admission-set':
      return { ...session, people: evolvePeople(session.people, fact) };
    case 'seat-removed':
      return {
        ...session,
        people: evolvePeople(session.people, fact),
        rotation: withoutSeat(session.rotation, fact.seatId),
        board: withoutOwner(session.board, fact.seatId),
        slides: afterRemoval(session.slides, fact.seatId),
        prep: withoutShown(session.prep, fact.seatId),
      };
    case 'doors-opened':
      return { ...session, status: 'open' };
    case 'phase-started':
    case 'phase-undone':
      return {
        ...session,
        status: 'running',
        agenda: evolveAgenda(session.agenda, fact),
        stage: clearStage(session.stage),
        asking: clearQuestions(session.asking),
        board: withoutReport(session.board),
        polls: withoutPulses(session.polls),
        turns: withoutVoices(session.turns),
        slides: withoutPlenary(session.slides),
        prep: clearShown(session.prep),
      };
    case 'phase-ended':
    case 'phase-paused':
    case 'phase-resumed':
    case 'phase-extended':
      return { ...session, agenda: evolveAgenda(session.agenda, fact) };
    case 'session-ended':
      return {
        ...session,
        status: 'ended',
        agenda: evolveAgenda(session.agenda, fact),
        rotation: withoutRequest(session.rotation),
        turns: withoutVoices(session.turns),
        stage: clearStage(session.stage),
        asking: clearQuestions(session.asking),
        board: withoutReport(session.board),
        slides: withoutPlenary(session.slides),
        prep: clearShown(session.prep),
      };
    case 'phase-added':
    case 'phase-changed':
    case 'phase-moved':
    case 'phase-dropped':
    case 'phase-restored':
    case 'agenda-replanned':
    case 'replan-undone':
      return planned(session, evolveAgenda(session.agenda, fact));
    case 'tables-set':
    case 'groups-set':
    case 'groups-planned':
    case 'seat-assigned':
    case 'seat-unassigned':
    case 'seat-went-to-table':
    case 'everyone-seated':
    case 'tables-closing':
    case 'tables-kept-open':
    case 'seat-returned':
    case 'table-visited':
    case 'table-left':
    case 'practice-opened':
    case 'help-called':
    case 'help-cleared':
    case 'table-signalled':
      return { ...session, breakouts: evolveBreakouts(session.breakouts, fact) };
    case 'tables-closed':
      return {
        ...session,
        breakouts: evolveBreakouts(session.breakouts, fact),
        slides: withoutTables(session.slides),
      };
    case 'tables-opened':
      return {
        ...session,
        breakouts: evolveBreakouts(session.breakouts, fact),
        rotation: withoutRequest(session.rotation),
      };
    case 'rotation-accepted':
      return {
        ...session,
        breakouts: entries(fact.rounds).reduce(seated, session.breakouts),
        rotation: evolveRotation(session.rotation, fact),
      };
    case 'seating-rule-added':
    case 'seating-rule-dropped':
    case 'rotation-asked':
    case 'rotation-proposed':
    case 'rotation-dismissed':
      return { ...session, rotation: evolveRotation(session.rotation, fact) };
    case 'turn-appended':
    case 'turn-dropped':
    case 'inputs-begun':
    case 'inputs-held':
    case 'inputs-resumed':
    case 'turn-started':
    case 'turn-paused':
    case 'turn-resumed':
    case 'turn-extended':
    case 'turn-ended':
    case 'turn-skipped':
    case 'turn-postponed':
    case 'turn-passed':
    case 'turn-absent':
    case 'turn-moved':
    case 'turns-queued':
    case 'voices-ended':
    case 'speaker-nudged':
    case 'pace-set':
    case 'beat-started':
      return takenTurns(session, evolveTurns(session.turns, fact));
    case 'word-taken':
      return {
        ...session,
        stage: evolveStage(session.stage, fact),
        prep: withoutWord(session.prep, fact.seatId),
        slides: afterWord(session.slides, fact.seatId),
      };
    case 'hand-raised':
    case 'hand-lowered':
    case 'word-given':
    case 'seat-muted':
      return { ...session, stage: evolveStage(session.stage, fact) };
    case 'announced':
    case 'announcement-over':
    case 'announcement-taken-back':
      return { ...session, announcements: evolveAnnouncements(session.announcements, fact) };
    case 'message-said':
    case 'message-edited':
    case 'message-removed':
    case 'chat-closed':
    case 'chat-opened':
      return { ...session, chat: evolveChat(session.chat, fact) };
    case 'question-asked':
    case 'question-upvoted':
    case 'upvote-taken-back':
    case 'question-withdrawn':
    case 'question-taken':
    case 'question-laid-aside':
    case 'question-marked-answered':
    case 'question-reopened':
    case 'question-hidden':
    case 'question-shown':
      return { ...session, asking: evolveQuestions(session.asking, fact) };
    case 'hands-ordered':
    case 'consent-answered':
    case 'speaking-times-kept':
      return { ...session, balance: evolveBalance(session.balance, fact) };
    case 'parked':
    case 'parked-reworded':
    case 'parked-owned':
    case 'parked-settled':
    case 'parked-dropped':
      return { ...session, parking: evolveParking(session.parking, fact) };
    case 'results-brought': {
      const { type: _type, ...brought } = fact;
      return { ...session, brought };
    }
    case 'poll-prepared':
    case 'poll-dropped':
    case 'poll-opened':
    case 'poll-closed':
    case 'poll-shown':
    case 'voted':
    case 'pulse-given':
      return { ...session, polls: evolvePolls(session.polls, fact) };
    case 'reference-added':
    case 'reference-changed':
    case 'reference-dropped':
      return { ...session, references: evolveReferences(session.references, fact) };
    case 'notes-set':
    case 'doing-noted':
      return { ...session, facilitating: evolveFacilitating(session.facilitating, fact) };
    case 'card-added':
    case 'card-edited':
    case 'card-moved':
    case 'card-tagged':
    case 'card-removed':
    case 'cards-merged':
    case 'card-split':
    case 'card-voted':
    case 'vote-taken-back':
    case 'writing-set':
    case 'dots-set':
    case 'cards-handed-over':
    case 'card-taken-back':
    case 'cards-brought':
    case 'cards-laid':
    case 'report-started':
    case 'report-ended':
      return { ...session, board: evolveBoard(session.board, fact, session.brought) };
    case 'survey-set':
    case 'survey-opened':
    case 'survey-key-named':
    case 'survey-closed':
    case 'survey-counted':
    case 'survey-results-published':
      return { ...session, survey: evolveSurvey(session.survey, fact) };
    case 'booklet-edited':
    case 'booklet-edit-undone':
    case 'booklet-published':
    case 'booklet-unpublished':
    case 'naming-answered':
      return { ...session, booklet: evolveBooklet(session.booklet, fact) };
    case 'deck-added':
    case 'deck-page-added':
    case 'deck-removed':
    case 'slides-shown':
    case 'page-turned':
    case 'slides-handed':
    case 'slides-hidden':
      return { ...session, slides: evolveSlides(session.slides, fact) };
    case 'notes-handing-asked':
    case 'notes-handing-dropped':
    case 'notes-handed-over':
      return { ...session, notes: evolveNotes(session.notes, fact) };
    case 'preparation-opened':
    case 'question-answered':
    case 'ready-set':
    case 'answers-shared':
    case 'answers-shown':
    case 'answers-hidden':
      return { ...session, prep: evolvePrep(session.prep, fact) };
    default:
      return assertNever(fact);
  }
}

// What somebody showed in their turn goes with it.
const takenTurns = (session: Session, turns: Turns): Session => ({
  ...{ ...session, turns },
  prep: withTurns(session.prep, turns),
  slides: afterTurns(session.slides, session.turns, turns),
});

const seated = (breakouts: Breakouts, [phaseId, seats]: [PhaseId, Seats | undefined]): Breakouts =>
  evolveBreakouts(breakouts, { type: 'groups-planned', phaseId, seats: seats ?? {} });

// Rounds come and go with their phases.
const planned = (session: Session, agenda: Agenda): Session => ({
  ...{ ...session, agenda },
  breakouts: roundsOf(session.breakouts, agenda.phases),
});

function created(session: Session | undefined, { sessionId, plan, guestHash, at }: Created): Session {
  if (session) throw new Error('created twice');
  const { title, language, phases, hardEndMs, admission, startsAt, questions } = plan;
  return {
    ...{ id: sessionId, title, language, createdAt: at, status: 'draft' },
    ...(startsAt !== undefined && { startsAt }),
    ...(questions && { questions }),
    people: { seats: {}, admission, ...(guestHash && { guestHash }) },
    agenda: newAgenda(phases, hardEndMs),
    breakouts: { rounds: makeRounds(phases), practices: 0 },
    rotation: noRotation,
    turns: noTurns,
    stage: emptyStage,
    balance: newBalance,
    facilitating: nothingNoted,
    announcements: nothingAnnounced,
    notes: nothingHanded,
    board: noBoards,
    survey: noSurvey,
    chat: nothingSaid,
    asking: nothingAsked,
    booklet: newBooklet,
    parking: emptyParking,
    references: noReferences,
    polls: noPolls,
    slides: noSlides,
    prep: nothingPrepared,
  };
}
