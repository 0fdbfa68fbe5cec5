import type { AskedId, AskedView, Command, FacilitatorsView, SeatView, SessionView } from '@werkraum/protocol';

/** The longest question. */
export const MOST_CHARACTERS = 500;

export interface QuestionDocuments {
  session: SessionView;
  you: SeatView;
  facilitators?: FacilitatorsView | undefined;
}

export interface QuestionLine {
  id: AskedId;
  text: string;
  votes: number;
  own: boolean;
  voted: boolean;
  /** Who asked; undefined when it was asked without a name, or by somebody who has left for good. */
  name: string | undefined;
  /** The title of the phase it was asked in. */
  phase: string | undefined;
  state: 'now' | 'open' | 'answered' | 'hidden';
  vote: Command | undefined;
  take: Command | undefined;
  layAside: Command | undefined;
  answered: Command | undefined;
  reopen: Command | undefined;
  withdraw: Command | undefined;
  hide: Command | undefined;
  show: Command | undefined;
  /** Gives the word to who asked. */
  giveWord: Command | undefined;
}

export interface QuestionsModel {
  /** The one on the stage first, then by votes and age, answered ones last. */
  lines: readonly QuestionLine[];
  /** Taken from the list: all of them for those who facilitate, the own ones for everybody else. */
  hidden: readonly QuestionLine[];
  mayAsk: boolean;
}

const ORDER = ['now', 'open', 'answered', 'hidden'] as const;

/** The questions as one person sees them. */
export function questionsModel(documents: QuestionDocuments): QuestionsModel {
  const { session, you, facilitators } = documents;
  const { asked = {}, now } = session.questions ?? {};
  const lines = Object.entries(asked).map(([id, view]) => {
    const state = id === now ? 'now' : view.answeredAt === undefined ? 'open' : 'answered';
    return [view, questionLine(documents, id as AskedId, view, state)] as const;
  });
  lines.sort(
    ([a, one], [b, other]) =>
      ORDER.indexOf(one.state) - ORDER.indexOf(other.state) || b.votes - a.votes || a.number - b.number,
  );
  const hidden = Object.entries(facilitators?.hiddenQuestions ?? ownHidden(you));
  return {
    lines: lines.map(([, line]) => line),
    hidden: hidden.map(([id, view]) => questionLine(documents, id as AskedId, view, 'hidden')),
    mayAsk: you.may.includes('ask-question'),
  };
}

const ownHidden = ({ questions }: SeatView): Record<string, AskedView> =>
  Object.fromEntries(
    Object.entries(questions?.asked ?? {}).flatMap(([id, { hidden }]) =>
      hidden === undefined ? [] : [[id, { number: 0, text: hidden, votes: 0 }]],
    ),
  );

function questionLine(
  { session, you }: QuestionDocuments,
  id: AskedId,
  { text, votes, by, phaseId }: AskedView,
  state: QuestionLine['state'],
): QuestionLine {
  const own = you.questions?.asked[id] !== undefined;
  const voted = you.questions?.votes[id] === true;
  const isOpen = state === 'now' || state === 'open';
  const about = <Type extends AboutOne>(type: Type, when: boolean): Command | undefined =>
    when && you.may.includes(type) ? ({ type, askedId: id } as Command) : undefined;
  return {
    ...{ id, text, votes, own, voted, state },
    name: by && session.people[by]?.name,
    phase: phaseId && session.agenda.phases[phaseId]?.title,
    vote: about(voted ? 'take-back-upvote' : 'upvote-question', isOpen && !own),
    take: about('take-question', state === 'open'),
    layAside: about('lay-question-aside', state === 'now'),
    answered: about('mark-answered', isOpen),
    reopen: about('reopen-question', state === 'answered'),
    withdraw: about('withdraw-question', own),
    hide: about('hide-question', state !== 'hidden'),
    show: about('show-question', state === 'hidden'),
    giveWord: isOpen ? wordFor(session, you, by) : undefined,
  };
}

type AboutOne =
  | 'upvote-question'
  | 'take-back-upvote'
  | 'take-question'
  | 'lay-question-aside'
  | 'mark-answered'
  | 'reopen-question'
  | 'withdraw-question'
  | 'hide-question'
  | 'show-question';

/** The command that gives the word to who asked; undefined when they are not there to take it, or have it. */
function wordFor(session: SessionView, you: SeatView, by: AskedView['by']): Command | undefined {
  const asker = by && session.people[by];
  const there = asker?.presence === 'here' && asker.place === 'plenary';
  const may = you.may.includes('give-word') && you.place === 'plenary' && by !== you.seatId;
  return by && there && may && session.stage.words[by] === undefined ? { type: 'give-word', seatId: by } : undefined;
}

/** The question on the stage; undefined when there is none, or for who sits at a table. */
export function questionNow(documents: QuestionDocuments): QuestionLine | undefined {
  if (documents.you.place !== 'plenary' || documents.session.questions?.now === undefined) return undefined;
  return questionsModel(documents).lines.find(({ state }) => state === 'now');
}
