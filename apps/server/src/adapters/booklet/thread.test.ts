import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { bookletFrom } from '../../domain/booklet/document.ts';
import { forReaders } from '../../domain/booklet/readers.ts';
import { bookletSample } from '../../domain/testing/booklet-sample.ts';
import { createFakeClock } from '../memory/fake-clock.ts';
import { createPrintingThread } from './thread.ts';

const booklet = forReaders(bookletFrom(bookletSample('en'), 0));
const MINUTE = 60_000;

const worker = (code: string) => new Worker(code, { eval: true, execArgv: [] });
const real = () => new Worker(new URL('./worker.ts', import.meta.url), { execArgv: [] });

test('[BK-13] files are made in a thread', async () => {
  const printer = createPrintingThread(createFakeClock(0));
  const [pdf, md] = await Promise.all([printer.print(booklet, 'pdf'), printer.print(booklet, 'md')]);
  expect(pdf.ok && Buffer.from(pdf.bytes).toString('latin1', 0, 5)).toBe('%PDF-');
  expect(md.ok && Buffer.from(md.bytes).toString()).toMatch(/^# Innovative municipalities/);
  await printer.stop();
});

test('[BK-13] a thread that takes too long is ended, and the next file has a new one', async () => {
  const clock = createFakeClock(0);
  const starts = [() => worker('setInterval(() => {}, 1000)'), real];
  const printer = createPrintingThread(clock, () => (starts.shift() ?? real)());
  const [first, second] = [printer.print(booklet, 'md'), printer.print(booklet, 'md')];
  await clock.advance(MINUTE);
  expect(await first).toEqual({ ok: false, why: 'too-much' });
  expect(await second).toMatchObject({ ok: true });
  await printer.stop();
});

test('[BK-13] a thread that needs too much memory or dies takes nobody with it', async () => {
  const starts = [() => worker('throw new Error("gone")'), real];
  const printer = createPrintingThread(createFakeClock(0), () => (starts.shift() ?? real)());
  await expect(printer.print(booklet, 'md')).rejects.toThrow('gone');
  expect(await printer.print(booklet, 'md')).toMatchObject({ ok: true });
  await printer.stop();
});

test('[BK-13] only so many wait; who comes after them is told, and so is everybody when the house stops', async () => {
  const printer = createPrintingThread(createFakeClock(0), () => worker('setInterval(() => {}, 1000)'));
  const asked = Array.from({ length: 14 }, () => printer.print(booklet, 'md'));
  expect(await asked[13]).toEqual({ ok: false, why: 'busy' });
  await printer.stop();
  for (const printed of await Promise.all(asked)) expect(printed).toEqual({ ok: false, why: 'busy' });
});
