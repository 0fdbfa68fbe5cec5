import type { CommandEnvelope, Reply } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { COMMAND_PATIENCE_MS, createOutbox } from './outbox.ts';

const raise = { type: 'raise-hand' } as const;
const lower = { type: 'lower-hand' } as const;

/** An outbox on a line we pull out and plug in by hand, with a clock that only we move. */
function givenOutbox() {
  const sent: { envelope: CommandEnvelope; answer: (reply: Reply) => void }[] = [];
  const alarms = new Map<number, { at: number; run: () => void }>();
  let now = 0;
  let ids = 0;
  const outbox = createOutbox({
    now: () => now,
    emit: (envelope, answer) => sent.push({ envelope, answer }),
    makeId: () => `id-${++ids}`,
    after: (ms, run) => {
      const alarm = ids;
      alarms.set(alarm, { at: now + ms, run });
      return () => alarms.delete(alarm);
    },
  });
  const pass = (ms: number) => {
    now += ms;
    for (const { at, run } of [...alarms.values()]) if (at <= now) run();
  };
  const sleep = (ms: number) => {
    now += ms;
  };
  const lastSent = () => sent.at(-1)?.envelope;
  return { outbox, sent, pass, sleep, lastSent, alarms };
}

test('a command is answered with what the server said', async () => {
  const { outbox, sent } = givenOutbox();
  outbox.lineUp();
  const reply = outbox.send(raise);
  sent[0]?.answer({ ok: false, rejection: 'hands-not-here' });
  expect(await reply).toEqual({ ok: false, rejection: 'hands-not-here' });
});

test('a command without an answer goes out again with the same id when the line is back', async () => {
  const { outbox, sent } = givenOutbox();
  outbox.lineUp();
  const reply = outbox.send(raise);
  outbox.lineDown();
  outbox.lineUp();
  expect(sent.map(({ envelope }) => envelope.id)).toEqual(['id-1', 'id-1']);
  sent[1]?.answer({ ok: true });
  expect(await reply).toEqual({ ok: true });
});

test('a command given while the line is down waits for it', () => {
  const { outbox, sent, lastSent } = givenOutbox();
  void outbox.send(raise);
  expect(sent).toEqual([]);
  outbox.lineUp();
  expect(lastSent()).toEqual({ id: 'id-1', command: raise });
});

test('what is older than the patience is told to the person and not sent again', async () => {
  const { outbox, sent, pass } = givenOutbox();
  const old = outbox.send(raise);
  pass(COMMAND_PATIENCE_MS - 1);
  void outbox.send(lower);
  pass(1);
  expect(await old).toEqual({ ok: false, rejection: 'try-again' });
  outbox.lineUp();
  expect(sent.map(({ envelope }) => envelope.command)).toEqual([lower]);
});

test('[WI-8] what waited while the machine slept is told to the person and not sent again', async () => {
  const { outbox, sent, sleep } = givenOutbox();
  outbox.lineUp();
  const old = outbox.send(raise);
  outbox.lineDown();
  sleep(8 * 3_600_000);
  outbox.lineUp();
  expect(await old).toEqual({ ok: false, rejection: 'try-again' });
  expect(sent).toHaveLength(1);
});

test('an answered command is forgotten: no second sending, no alarm', async () => {
  const { outbox, sent, alarms } = givenOutbox();
  outbox.lineUp();
  const reply = outbox.send(raise);
  sent[0]?.answer({ ok: true });
  await reply;
  outbox.lineDown();
  outbox.lineUp();
  expect(sent).toHaveLength(1);
  expect(alarms.size).toBe(0);
});

test('when the line is closed for good, waiting and later commands are told at once', async () => {
  const { outbox } = givenOutbox();
  const waiting = outbox.send(raise);
  outbox.close();
  expect(await waiting).toEqual({ ok: false, rejection: 'try-again' });
  expect(await outbox.send(lower)).toEqual({ ok: false, rejection: 'try-again' });
});
