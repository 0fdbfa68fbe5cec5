import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import type { Poll, PollView, Vote } from '@werkraum/protocol';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Documents } from '../../gallery/model-session.ts';
import { startEveryWord } from '../../i18n/every-word.ts';
import { showScene } from '../../testing/show-scene.tsx';
import { draftOf, voteOf, withDot } from './ballot.model.ts';
import { draftFrom, newDraft, ofKind, pollFrom } from './poll-desk.model.ts';
import { bars, meanOf } from './polls.model.ts';
import { PollsPanel } from './polls-panel.tsx';

beforeAll(startEveryWord);
afterEach(cleanup);

const single: Poll = { kind: 'single', question: 'Does it fit?', anonymous: true, options: ['Yes', 'No'] };
const open = (poll: Poll): PollView => ({ number: 1, poll, state: 'open', shown: false, voted: 2 });
const asked =
  (poll: Poll, own?: Vote) =>
  (documents: Documents): Documents => ({
    ...documents,
    session: { ...documents.session, polls: { fit: open(poll) } },
    you: { ...documents.you, ...(own && { polls: { votes: { fit: own } } }) },
  });
const closed = (poll: Poll, results: PollView['results'], shown = true): PollView => ({
  ...{ number: 1, poll, state: 'closed', shown },
  ...(results && { results }),
});
const ada = { moment: 'inputs', you: 'ada' } as const;
const frieda = { moment: 'inputs', you: 'frieda' } as const;
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('answering', () => {
  test('[PO-4] says what it promises before anybody votes, and sends what was chosen', () => {
    const sent = showScene(ada, <PollsPanel />, asked(single));
    expect(screen.getByText(/nobody in the workshop, facilitators included/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Send answer' }).hasAttribute('disabled')).toBe(true);
    fireEvent.click(screen.getByLabelText('No'));
    press('Send answer');
    expect(sent).toEqual([{ type: 'cast-vote', pollId: 'fit', vote: { kind: 'single', option: 1 } }]);
  });

  test('[PO-3] an answer that was given is changed, or taken back', () => {
    const sent = showScene(ada, <PollsPanel />, asked(single, { kind: 'single', option: 0 }));
    expect(screen.getByText(/Your answer counts/)).toBeTruthy();
    fireEvent.click(screen.getByLabelText('No'));
    press('Change answer');
    press('Take back');
    expect(sent).toEqual([
      { type: 'cast-vote', pollId: 'fit', vote: { kind: 'single', option: 1 } },
      { type: 'cast-vote', pollId: 'fit' },
    ]);
  });

  test('[PO-3] no more dots are given than there are', () => {
    const poll: Poll = { kind: 'dots', question: 'Which?', anonymous: false, options: ['One', 'Two'], dots: 2 };
    const sent = showScene(ada, <PollsPanel />, asked(poll));
    press('One more dot for: Two');
    press('One more dot for: Two');
    expect(screen.getByRole('button', { name: 'One more dot for: One' }).hasAttribute('disabled')).toBe(true);
    press('Send answer');
    expect(sent).toEqual([{ type: 'cast-vote', pollId: 'fit', vote: { kind: 'dots', dots: [0, 2] } }]);
    const none = draftOf(poll, undefined);
    expect(withDot(poll, none, 0, -1)).toBe(none);
  });

  test('[PO-3] words are trimmed and empty spaces left out', () => {
    const poll: Poll = { kind: 'words', question: 'One word?', anonymous: true, words: 3 };
    expect(voteOf(poll, { chosen: [], dots: [], words: [' open  data ', '', 'trust'] })).toEqual({
      ...{ kind: 'words', words: ['open data', 'trust'] },
    });
    expect(voteOf(poll, draftOf(poll, undefined))).toBeUndefined();
  });

  test('[PO-7] the pulse is given, and pressing it again takes it back', () => {
    const sent = showScene(ada, <PollsPanel />, (documents) => ({
      ...documents,
      you: { ...documents.you, polls: { votes: {}, pulse: 'slower' as const } },
    }));
    expect(screen.getByRole('button', { name: 'Slower' }).getAttribute('aria-pressed')).toBe('true');
    press('Slower');
    press('Faster');
    expect(sent).toEqual([
      { type: 'give-pulse', phaseId: 'round-1' },
      { type: 'give-pulse', phaseId: 'round-1', pulse: 'faster' },
    ]);
  });
});

describe('results', () => {
  const people = { ada: { name: 'Ada' }, ben: { name: 'Ben' } } as unknown as Documents['session']['people'];

  test('[PO-5] everybody sees what is shown, as text beside the bars', () => {
    showScene(ada, <PollsPanel />, (documents) => ({
      ...documents,
      session: { ...documents.session, polls: { fit: closed(single, { votes: 8, counts: [6, 2] }) } },
    }));
    const rows = within(screen.getByRole('list', { name: 'Results' })).getAllByRole('listitem');
    expect(rows.map(({ textContent }) => textContent)).toContain('Yes6 · 75 %');
  });

  test('[PO-4] too few answers say so and nothing else', () => {
    showScene(ada, <PollsPanel />, (documents) => ({
      ...documents,
      session: { ...documents.session, polls: { fit: closed(single, { votes: 4 }) } },
    }));
    expect(screen.getByText(/fewer than five answers/)).toBeTruthy();
    expect(screen.queryByText('Yes')).toBeNull();
  });

  test('[PO-6] of a poll with names each bar says who', () => {
    const named: Poll = { ...single, anonymous: false };
    const byPerson = { ada: { kind: 'single' as const, option: 1 }, ben: { kind: 'single' as const, option: 1 } };
    expect(bars(closed(named, { votes: 2, counts: [0, 2], byPerson }), people)).toEqual([
      { label: 'Yes', count: 0, length: 0, percent: 0, who: [] },
      { label: 'No', count: 2, length: 1, percent: 100, who: ['Ada', 'Ben'] },
    ]);
  });

  test('[PO-5] a scale names its ends and has a mean; dots have no percent', () => {
    const scale: Poll = { kind: 'scale', question: 'How?', anonymous: true, from: 1, to: 3, labels: { to: 'very' } };
    const result = closed(scale, { votes: 5, counts: [1, 1, 3] });
    expect(bars(result, people)?.map(({ label }) => label)).toEqual(['1', '2', '3 · very']);
    expect(meanOf(result)).toBe(2.4);
    const dots: Poll = { kind: 'dots', question: 'Which?', anonymous: true, options: ['A', 'B'], dots: 3 };
    expect(bars(closed(dots, { votes: 5, counts: [9, 6] }), people)?.[0]).toMatchObject({
      percent: undefined,
      length: 1,
    });
  });
});

describe('the desk of facilitators', () => {
  const knowing = (polls: Record<string, PollView>) => (documents: Documents) => ({
    ...documents,
    ...(documents.facilitators && { facilitators: { ...documents.facilitators, polls } }),
  });

  test('[PO-1] a poll is made on the spot and opened at once', async () => {
    const sent = showScene(frieda, <PollsPanel />);
    press('New poll');
    press('Keep for later');
    expect(screen.getByText('Please write the question.')).toBeTruthy();
    fireEvent.input(screen.getByLabelText('Question'), { target: { value: 'Does it fit?' } });
    fireEvent.input(screen.getByLabelText('Options'), { target: { value: 'Yes\n\n No ' } });
    press('Open now');
    await screen.findByRole('button', { name: 'New poll' });
    expect(sent).toEqual([
      { type: 'prepare-poll', pollId: expect.any(String), poll: { ...single } },
      { type: 'open-poll', pollId: expect.any(String) },
    ]);
  });

  test('[PO-2, PO-5] what is open is closed, with or without showing; nothing else can be opened meanwhile', () => {
    const sent = showScene(
      frieda,
      <PollsPanel />,
      knowing({ fit: open(single), two: { number: 2, poll: single, state: 'prepared', shown: false } }),
    );
    expect(screen.queryByRole('button', { name: /^Open:/ })).toBeNull();
    press('Close and show results');
    press('Close, show later');
    expect(sent).toEqual([
      { type: 'close-poll', pollId: 'fit', show: true },
      { type: 'close-poll', pollId: 'fit', show: false },
    ]);
  });

  test('[PO-1] a draft says what it lacks, and a prepared poll goes back into the same draft', () => {
    expect(pollFrom({ ...newDraft, question: 'What?', options: 'One' })).toEqual({ problem: 'too-few-options' });
    expect(pollFrom({ ...newDraft, question: 'What?', options: 'One\nOne' })).toEqual({ problem: 'options-alike' });
    expect(pollFrom({ ...newDraft, question: 'What?', options: 'x\n'.repeat(13) })).toEqual({
      problem: 'too-many-options',
    });
    for (const kind of ['single', 'multiple', 'scale', 'dots', 'words'] as const) {
      const draft = ofKind({ ...newDraft, question: 'What?', options: 'One\nTwo', from: 'low' }, kind);
      const made = pollFrom(draft);
      if (!('poll' in made)) throw new Error(made.problem);
      expect(pollFrom(draftFrom(made.poll))).toEqual(made);
    }
  });

  test('[PO-7] facilitators read how many said what of the pace', () => {
    showScene(frieda, <PollsPanel />, (documents) => ({
      ...documents,
      ...(documents.facilitators && {
        facilitators: { ...documents.facilitators, pulse: { slower: 3, good: 1, faster: 0, at: 1 } },
      }),
    }));
    const heard = within(screen.getByRole('region', { name: 'Pace' })).getAllByRole('listitem');
    expect(heard.map(({ textContent }) => textContent)).toEqual(['Slower3', 'All good1', 'Faster0']);
  });
});
