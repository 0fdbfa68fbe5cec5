import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import type { React, RoomId } from '@werkraum/protocol';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import { modelSession, type Scene } from '../../gallery/model-session.ts';
import { startEveryWord } from '../../i18n/every-word.ts';
import { announcements } from '../../ui/announcer.ts';
import { type Counts, reactionHere, together } from './reactions.model.ts';
import { hideReactions } from './setting.ts';
import { ReactionButton, ReactionsSwitch } from './views.ts';

beforeAll(startEveryWord);
beforeEach(() => hideReactions(false));
afterEach(cleanup);

const talk: Scene = { moment: 'talk', you: 'ada' };

function show(scene: Scene, place: string = 'plenary') {
  const given: React[] = [];
  const connection = {
    ...literalConnection(modelSession(scene)),
    react: (reaction: React) => void given.push(reaction),
  };
  const { container } = render(
    <ConnectionProvider connection={connection}>
      <ReactionButton />
      <ReactionsSwitch />
    </ConnectionProvider>,
  );
  let number = 0;
  const hear = (counts: Counts) => {
    number += 1;
    connection.store.setState({ reactions: { number, view: { place: place as RoomId, counts } } });
  };
  return {
    given,
    hear,
    figures: () => [...container.querySelectorAll('ul[aria-hidden] li')].map((li) => li.textContent),
  };
}

test('[RE-2] a sign names the place where it is given; there is none without people around', () => {
  const { given } = show(talk);
  fireEvent.click(screen.getByRole('button', { name: 'Give a sign' }));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Applause' }));
  expect(given).toEqual([{ kind: 'applause', place: 'plenary' }]);
  const { session, you } = modelSession({ ...talk, moment: 'ended' });
  expect(reactionHere('agree', session, you)).toBeUndefined();
});

test('[RE-4] what is given here is counted together, and said to a screen reader in one sentence', async () => {
  const { hear, figures } = show(talk);
  hear({ applause: 2, agree: 1 });
  await waitFor(() => expect(figures()).toEqual(['1', '2']));
  hear({ applause: 1 });
  await waitFor(() => expect(figures()).toEqual(['1', '3']));
  await waitFor(() => expect(announcements.getState().text).toMatch(/^Signs: I agree: 1, Applause: [23]$/));
  expect(together([{ wonder: 1 }, { agree: 2, wonder: 1 }])).toEqual([
    { kind: 'agree', count: 2 },
    { kind: 'wonder', count: 2 },
  ]);
});

test('[RE-2] what was given at a place one has left is not shown', async () => {
  const { hear, figures } = show(talk, 'round-1-a');
  hear({ applause: 2 });
  await waitFor(() => expect(screen.getByRole('button', { name: 'Give a sign' })).toBeTruthy());
  expect(figures()).toEqual([]);
});

test('[RE-4] who does not want to see signs switches them off', async () => {
  const { hear, figures } = show(talk);
  fireEvent.click(screen.getByRole('checkbox', { name: /Show signs of others/ }));
  hear({ applause: 2 });
  await waitFor(() => expect((screen.getByRole('checkbox') as HTMLInputElement).checked).toBe(false));
  expect(figures()).toEqual([]);
});
