import type {
  AnsweredView,
  Command,
  PrepAnswer,
  RoomView,
  SeatView,
  SessionView,
  ShownAnswersView,
  TurnId,
} from '@werkraum/protocol';

export interface PrepDocuments {
  session: SessionView;
  you: SeatView;
  room: RoomView | undefined;
}

/** The own answers, at hand while the own turn is near. */
export interface AtHandModel {
  /** `next`: the own turn comes next. */
  when: 'now' | 'next';
  at: 'table' | 'plenary';
  answers: readonly AnsweredView[];
  shown: boolean;
  show: Command | undefined;
  hide: Command | undefined;
}

/** Undefined for somebody who answered nothing, and far from the own turn [PR-8]. */
export function atHand({ session, you, room }: PrepDocuments): AtHandModel | undefined {
  const answers = you.prep;
  const phaseId = session.agenda.clock?.phaseId;
  if (!answers || !phaseId) return undefined;
  const place = room ? room.prep : session.prep;
  const shown = place?.[you.seatId]?.shown ?? false;
  const may = (type: Command['type']) => you.may.includes(type);
  const hide: Command | undefined = shown && may('hide-answers') ? { type: 'hide-answers' } : undefined;
  const turn = room && ownTurn(room, you);
  if (room && !turn) return undefined;
  if (!turn && !isOnStage(session, you)) return undefined;
  const can = !shown && may('show-answers') && turn?.when !== 'next';
  const show: Command = { type: 'show-answers', phaseId, ...(turn && { turn: turn.turn }) };
  return {
    ...{ when: turn?.when ?? 'now', at: turn ? 'table' : 'plenary', answers, shown, hide },
    show: can ? show : undefined,
  };
}

function ownTurn({ roomId, turns }: RoomView, { seatId }: SeatView) {
  const isOwn = (turnId: TurnId | undefined) => turnId !== undefined && turns?.turns[turnId]?.seatId === seatId;
  const now = turns?.now?.turnId;
  if (now && isOwn(now)) return { when: 'now', turn: { roomId, turnId: now } } as const;
  const next = turns?.next;
  return next && isOwn(next) ? ({ when: 'next', turn: { roomId, turnId: next } } as const) : undefined;
}

// Whoever has the word, and whoever gives the input talk [PR-9].
function isOnStage({ agenda, stage }: SessionView, { seatId, role, place }: SeatView): boolean {
  const kind = agenda.clock && agenda.phases[agenda.clock.phaseId]?.kind;
  const speaks = stage.words[seatId] !== undefined || (role === 'speaker' && kind === 'input-talk');
  return speaks && place === 'plenary';
}

/** Somebody else's answers, with their name. */
export interface TheirAnswers {
  seatId: string;
  /** Undefined for somebody who is no longer in the workshop. */
  name: string | undefined;
  answers: readonly AnsweredView[];
}

/** What others show where one is now. */
export const shownHere = (documents: PrepDocuments): readonly TheirAnswers[] =>
  theirs(documents, ({ shown }) => shown === true);

/** What the people at one's table let each other read. */
export const sharedHere = (documents: PrepDocuments): readonly TheirAnswers[] =>
  documents.room ? theirs(documents, ({ shown }) => shown !== true) : [];

function theirs({ session, you, room }: PrepDocuments, wanted: (view: ShownAnswersView) => boolean): TheirAnswers[] {
  return Object.entries((room ? room.prep : session.prep) ?? {})
    .filter(([seatId, view]) => seatId !== you.seatId && wanted(view))
    .map(([seatId, { answers }]) => ({ seatId, name: session.people[seatId]?.name, answers }));
}

/** What was answered, as a text to read: text as it was written, an option's words, a figure with what its scale means. */
export type Said =
  | { kind: 'text'; text: string }
  | { kind: 'scale'; figure: number; from: number; to: number; fromLabel?: string; toLabel?: string };

export function saidOf({ question, answer }: { question: AnsweredView['question']; answer: PrepAnswer }): Said {
  if (answer.kind === 'text') return answer;
  if (answer.kind === 'choice') {
    return { kind: 'text', text: question.kind === 'choice' ? (question.options[answer.option] ?? '') : '' };
  }
  const { from, to, labels } = question.kind === 'scale' ? question : { from: 0, to: answer.figure, labels: undefined };
  return {
    ...{ kind: 'scale', figure: answer.figure, from, to },
    ...(labels?.from && { fromLabel: labels.from }),
    ...(labels?.to && { toLabel: labels.to }),
  };
}
