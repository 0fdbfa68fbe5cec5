import type { Command, PrepAnswer, PreparationView, PrepQuestion, QuestionId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import type { SeatAnswer } from '../../connection/seat-answer.ts';
import type { Sending } from '../../connection/seat-api.ts';
import { createPrepDesk, type PreparingState } from './prep-desk.ts';

const first: PrepQuestion = { id: 'one' as QuestionId, kind: 'text', prompt: 'What?' };
const second: PrepQuestion = { id: 'two' as QuestionId, kind: 'choice', prompt: 'Which?', options: ['A', 'B'] };
const PAGE: PreparationView = {
  ...{ name: 'Ada', role: 'participant', title: 'Workshop', language: 'en', status: 'draft', phases: [] },
  ...{ questions: [first, second], answers: {}, decks: {}, ready: false, shared: false, open: true },
  ...{ keepDays: 30, keptUntil: 0 },
};
const text = (words: string): PrepAnswer => ({ kind: 'text', text: words });
const TAKEN: SeatAnswer<undefined> = { ok: true, value: undefined };
const UNHEARD = { ok: false, problem: 'unreachable', code: 'unreachable' } as const;

type Kept = Readonly<Record<string, PrepAnswer | null>>;

/** A page whose server answers as told; time passes when the test says so. */
async function givenPage({ view = PAGE, kept }: { view?: PreparationView; kept?: Kept } = {}) {
  const said: { command: Command; sending: Sending | undefined }[] = [];
  const server = { page: { ok: true, value: view } as SeatAnswer<unknown>, answers: [] as SeatAnswer<undefined>[] };
  const tab: { kept: Kept | undefined } = { kept };
  let alarm: (() => void) | undefined;
  const desk = createPrepDesk(
    {
      ask: async () => server.page,
      send: async (command, sending) => {
        said.push({ command, sending });
        return command.type === 'answer-question' ? (server.answers.shift() ?? TAKEN) : TAKEN;
      },
    },
    {
      now: () => 100,
      after: (_ms, run) => {
        alarm = run;
        return () => {
          if (alarm === run) alarm = undefined;
        };
      },
      keep: (pending) => {
        tab.kept = pending;
      },
      kept: () => tab.kept,
    },
  );
  await desk.refresh();
  const state = () => desk.store.getState() as PreparingState;
  const settled = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  const pause = async () => {
    const run = alarm;
    alarm = undefined;
    run?.();
    await settled();
  };
  await settled();
  const answers = () => said.flatMap(({ command }) => (command.type === 'answer-question' ? [command.answer] : []));
  return { desk, server, tab, said, answers, state, pause, waits: () => alarm !== undefined };
}

test('[PR-12] what is typed is saved after a pause, once, and the page says when', async () => {
  const page = await givenPage();
  page.desk.answer(first, text('Pa'));
  page.desk.answer(first, text('Parks'));
  expect(page.state().saving).toBe('unsaved');
  expect(page.answers()).toEqual([]);
  await page.pause();
  expect(page.answers()).toEqual([text('Parks')]);
  expect(page.state()).toMatchObject({ saving: 'saved', savedAt: 100, answers: { one: text('Parks') } });
  expect(page.tab.kept).toBeUndefined();
});

test('[PR-12] while nobody answers the words stay and are sent again until they are taken', async () => {
  const page = await givenPage();
  page.server.answers = [UNHEARD, UNHEARD];
  page.desk.answer(first, text('Parks'));
  await page.pause();
  expect(page.state()).toMatchObject({ saving: 'waiting', answers: { one: text('Parks') } });
  expect(page.tab.kept).toEqual({ one: text('Parks') });
  await page.pause();
  await page.pause();
  expect(page.state().saving).toBe('saved');
  expect(page.answers()).toEqual(Array(3).fill(text('Parks')));
});

test('[PR-12] what passes by itself is no refusal', async () => {
  const page = await givenPage();
  page.server.answers = [{ ok: false, problem: 'refused', code: 'not-saving' }];
  page.desk.answer(first, text('Parks'));
  await page.pause();
  expect(page.state()).toMatchObject({ saving: 'waiting', refused: {} });
  expect(page.waits()).toBe(true);
});

test('[PR-12] a refused answer says why, is not sent again as it is, and holds up no other', async () => {
  const page = await givenPage();
  page.server.answers = [{ ok: false, problem: 'refused', code: 'answer-does-not-fit' }];
  page.desk.answer(first, text('Parks'));
  page.desk.answer(second, { kind: 'choice', option: 1 });
  await page.pause();
  expect(page.state()).toMatchObject({ saving: 'unsaved', refused: { one: 'answer-does-not-fit' } });
  expect(page.answers()).toHaveLength(2);
  page.desk.answer(first, text('Trees'));
  expect(page.state().refused).toEqual({});
  await page.pause();
  expect(page.state().saving).toBe('saved');
});

test('[PR-12] an emptied field takes the answer away', async () => {
  const page = await givenPage({ view: { ...PAGE, answers: { one: text('Parks') } } });
  page.desk.answer(first, text('  '));
  await page.pause();
  expect(page.answers()).toEqual([null]);
});

test('[PR-13] what was kept when the page was left is sent when it is opened again', async () => {
  const page = await givenPage({ kept: { one: text('Parks') } });
  expect(page.state().answers).toEqual({ one: text('Parks') });
  await page.pause();
  expect(page.answers()).toEqual([text('Parks')]);
  expect(page.tab.kept).toBeUndefined();
});

test('[PR-13] a page that is left says once more what was not taken, and keeps it', async () => {
  const page = await givenPage();
  page.desk.answer(first, text('Parks'));
  page.desk.part();
  expect(page.said.at(-1)).toMatchObject({ sending: { parting: true } });
  expect(page.tab.kept).toEqual({ one: text('Parks') });
});

test('what the server says does not run over what is being typed', async () => {
  const page = await givenPage();
  page.desk.answer(first, text('Parks'));
  page.server.page = { ok: true, value: { ...PAGE, status: 'open', answers: { one: text('Old') } } };
  await page.desk.refresh();
  expect(page.state()).toMatchObject({ view: { status: 'open' }, answers: { one: text('Parks') } });
});

test('a broken line takes nothing from the page; a link that opens nothing does', async () => {
  const page = await givenPage();
  page.server.page = UNHEARD;
  await page.desk.refresh();
  expect(page.state().at).toBe('ready');
  page.server.page = { ok: false, problem: 'removed', code: 'removed' };
  await page.desk.refresh();
  expect(page.desk.store.getState()).toEqual({ at: 'closed', problem: 'removed' });
});

test('[PR-4] ready is what the server took, not what was pressed', async () => {
  const page = await givenPage();
  expect(await page.desk.setReady(true)).toBeUndefined();
  expect(page.state().view.ready).toBe(true);
  await page.desk.share(true);
  expect(page.state().view.shared).toBe(true);
});

test('[PR-11] opening the page is told once, and only while answers are taken', async () => {
  const open = await givenPage();
  await open.desk.refresh();
  expect(open.said.map(({ command }) => command.type)).toEqual(['open-preparation']);
  const over = await givenPage({ view: { ...PAGE, open: false, status: 'ended' } });
  over.desk.answer(first, text('Late'));
  expect(over.said).toEqual([]);
  expect(over.state().answers).toEqual({});
});
