import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { aBreak } from '../../gallery/model-break.ts';
import { modelSession } from '../../gallery/model-session.ts';
import { startEveryWord } from '../../i18n/every-word.ts';
import { showScene } from '../../testing/show-scene.tsx';
import { breakScreen } from './break-screen.model.ts';
import { BreakScreen } from './break-screen.tsx';

beforeAll(startEveryWord);
afterEach(cleanup);

const talk = { moment: 'talk', elapsedMs: 5 * 60_000 } as const;

test('[FA-8] a break says how long it is and when it goes on', () => {
  const { session, now } = aBreak(modelSession(talk));
  expect(breakScreen(session, now)).toMatchObject({ leftMs: 15 * 60_000, share: 0.75, backAt: now + 15 * 60_000 });
  expect(breakScreen(modelSession(talk).session, now)).toBeUndefined();
});

test('[FA-8] paused or over, it promises no time', () => {
  const paused = aBreak(modelSession({ ...talk, paused: true }));
  expect(breakScreen(paused.session, paused.now)).toMatchObject({ paused: true, backAt: undefined });
  const over = aBreak(modelSession({ ...talk, elapsedMs: 21 * 60_000 }));
  expect(breakScreen(over.session, over.now)).toMatchObject({ leftMs: -60_000, share: 0, backAt: undefined });
});

test('[FA-8] it shows what the plan says about it', () => {
  showScene(talk, <BreakScreen />, aBreak);
  expect(screen.getByRole('timer').textContent).toBe('15:00');
  expect(screen.getByText('Coffee is in the hall.')).toBeDefined();
});
