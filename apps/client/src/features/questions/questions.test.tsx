import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import type { AskedId, AskedView, SeatId } from '@werkraum/protocol';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Documents, modelSession, type Scene } from '../../gallery/model-session.ts';
import { startEveryWord } from '../../i18n/every-word.ts';
import { showScene } from '../../testing/show-scene.tsx';
import { EMPTY_DRAFT, questionDraft } from './draft.ts';
import { QuestionNow, QuestionsPanel } from './parts.ts';
import { questionNow, questionsModel } from './questions.model.ts';

beforeAll(startEveryWord);
beforeEach(() => questionDraft.setState(EMPTY_DRAFT));
afterEach(cleanup);

const asked = (number: number, votes: number, more: Partial<AskedView> = {}): AskedView => ({
  ...{ number, text: `Question ${number}`, votes },
  ...more,
});
const ASKED = {
  a: asked(1, 1, { by: 'cem' as SeatId }),
  b: asked(2, 4),
  c: asked(3, 4, { by: 'ada' as SeatId }),
  d: asked(4, 9, { answeredAt: 1 }),
};
const withQuestions =
  (now?: string, you: string[] = []) =>
  (documents: Documents): Documents => ({
    ...documents,
    session: { ...documents.session, questions: { asked: ASKED, ...(now && { now: now as AskedId }) } },
    you: { ...documents.you, questions: { asked: { c: {} }, votes: Object.fromEntries(you.map((id) => [id, true])) } },
  });
const as = (you: string): Scene => ({ moment: 'talk', you });
const modelOf = (scene: Scene, change: (documents: Documents) => Documents) =>
  questionsModel(change(modelSession(scene)));
const line = (scene: Scene, id: string, change = withQuestions()) => {
  const found = modelOf(scene, change).lines.find((each) => each.id === id);
  if (!found) throw new Error(`no line ${id}`);
  return found;
};

describe('the list', () => {
  test('[QU-9] the one on the stage first, then votes, then age, answered ones last', () => {
    expect(modelOf(as('ada'), withQuestions('a')).lines.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(modelOf(as('ada'), withQuestions()).lines.map(({ id }) => id)).toEqual(['b', 'c', 'a', 'd']);
  });

  test('[QU-3] others vote and take it back; not for what is answered or their own', () => {
    expect(line(as('ada'), 'a').vote).toEqual({ type: 'upvote-question', askedId: 'a' });
    expect(line(as('ada'), 'a', withQuestions(undefined, ['a'])).vote).toEqual({
      type: 'take-back-upvote',
      askedId: 'a',
    });
    expect(line(as('ada'), 'c').vote).toBeUndefined();
    expect(line(as('ada'), 'd').vote).toBeUndefined();
  });

  test('[QU-2] what was asked without a name has none', () => {
    expect(line(as('frieda'), 'b').name).toBeUndefined();
    showScene(as('frieda'), <QuestionsPanel />, withQuestions());
    expect(screen.getAllByText('Without a name').length).toBe(2);
  });

  test('[QU-11] the word is given with one press to who asked and is in the plenary', () => {
    expect(line(as('frieda'), 'a').giveWord).toEqual({ type: 'give-word', seatId: 'cem' });
    expect(line(as('frieda'), 'b').giveWord).toBeUndefined();
    expect(line(as('ada'), 'a').giveWord).toBeUndefined();
    const away = (documents: Documents): Documents => {
      const { session } = withQuestions()(documents);
      const cem = session.people.cem;
      if (!cem) throw new Error('no Cem');
      return {
        ...documents,
        session: { ...session, people: { ...session.people, cem: { ...cem, presence: 'away' } } },
      };
    };
    expect(line(as('frieda'), 'a', away).giveWord).toBeUndefined();
  });
});

describe('asking', () => {
  test('[QU-2] with the name, or without when one says so', async () => {
    const sent = showScene(as('ada'), <QuestionsPanel />);
    fireEvent.input(screen.getByRole('textbox'), { target: { value: ' Why? ' } });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Without my name' }));
    expect(await screen.findByText(/Nobody in the workshop is told who asked/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Ask' }));
    expect(sent).toEqual([{ type: 'ask-question', askedId: expect.any(String), text: 'Why?', anonymous: true }]);
    await waitFor(() => expect(questionDraft.getState()).toEqual(EMPTY_DRAFT));
  });

  test('[QU-1] what is typed stays when the panel goes and comes back', () => {
    showScene(as('ada'), <QuestionsPanel />);
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Why' } });
    cleanup();
    showScene(as('ada'), <QuestionsPanel />);
    expect((screen.getByRole('textbox') as HTMLTextAreaElement).value).toBe('Why');
  });
});

describe('on the stage', () => {
  test('[QU-5] everybody in the plenary sees it; who leads through it has what is next at hand', () => {
    const sent = showScene(as('frieda'), <QuestionNow />, withQuestions('a'));
    expect(screen.getByRole('region', { name: 'Now on the stage' }).textContent).toContain('Question 1');
    fireEvent.click(screen.getByRole('button', { name: 'Answered' }));
    fireEvent.click(screen.getByRole('button', { name: /^Give the word to/ }));
    expect(sent).toEqual([
      { type: 'mark-answered', askedId: 'a' },
      { type: 'give-word', seatId: 'cem' },
    ]);
    cleanup();
    showScene(as('ada'), <QuestionNow />, withQuestions('a'));
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  test('[QU-5] nobody at a table is shown it', () => {
    expect(questionNow(withQuestions('a')(modelSession({ moment: 'inputs', you: 'ada' })))).toBeUndefined();
    expect(questionNow(withQuestions('a')(modelSession(as('ada'))))?.id).toBe('a');
  });
});
