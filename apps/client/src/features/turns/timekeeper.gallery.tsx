import type { ComponentChildren } from 'preact';
import { type LiteralRoom, literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import type { Exhibit } from '../../gallery/registry.ts';
import { AllShares } from './all-shares.tsx';
import { literalTables } from './literal-tables.ts';
import { type LiteralQueue, type LiteralScene, literalRoom } from './literal-turns.ts';
import { TimekeeperScreen } from './timekeeper.tsx';

const MINUTE = 60_000;

const middle: LiteralQueue = {
  turns: { Ada: { state: 'done', slotMs: 2 * MINUTE, usedMs: 70_000 } },
  speaking: { name: 'Ben', leftMs: 80_000 },
  next: 'Cem',
  inputsLeftMs: 5 * MINUTE,
};
const overtime: LiteralQueue = {
  speaking: { name: 'Emil', leftMs: -12_000 },
  next: 'Finja',
  inputsLeftMs: -45_000,
};
const finished: LiteralQueue = {
  state: 'finished',
  turns: {
    Ada: { state: 'done', slotMs: 2 * MINUTE, usedMs: 134_000 },
    Ben: { state: 'done', slotMs: 2 * MINUTE, usedMs: 95_000 },
    Cem: { state: 'absent' },
    Dora: { state: 'passed' },
  },
};
const quiet: LiteralQueue = {
  state: 'running',
  next: 'Greta',
  turns: { Emil: { state: 'done', slotMs: 2 * MINUTE, usedMs: 100_000 } },
};
const fair = (eachMs: number): LiteralQueue => ({
  ...middle,
  mode: 'fair-share',
  fairShare: { eachMs, before: { name: 'Ada', givenMs: 2 * MINUTE } },
});

function draw(room: LiteralRoom, children: ComponentChildren = <TimekeeperScreen />) {
  return (
    <ConnectionProvider connection={literalConnection(room)}>
      <main data-phase="breakout-round" style={{ padding: '1rem', maxWidth: '70rem' }}>
        {children}
      </main>
    </ConnectionProvider>
  );
}

const show = (scene: LiteralScene, children?: ComponentChildren) =>
  draw(literalRoom({ you: 'Theo', ...scene }), children);

const share = (turns: number, usedMs: number, overMs = 0) => ({ grantedMs: turns * 2 * MINUTE, usedMs, overMs, turns });
const shares = {
  Ada: share(3, 5 * MINUTE),
  Ben: share(3, 5 * MINUTE, 70_000),
  Cem: share(1, MINUTE),
  Dora: share(0, 0),
  Emil: share(3, 4 * MINUTE),
  'Zita who has left': share(2, 3 * MINUTE),
};

export const exhibits: readonly Exhibit[] = [
  { name: 'timekeeper / two tables', render: () => show({ a: middle, b: overtime }) },
  { name: 'timekeeper / not begun', render: () => show({ a: { next: 'Ada' }, b: { next: 'Emil' } }) },
  { name: 'timekeeper / finished and quiet', render: () => show({ a: finished, b: quiet }) },
  { name: 'timekeeper / nudged', render: () => show({ a: { ...middle, nudgedAgoMs: 12_000 }, b: overtime }) },
  {
    name: 'timekeeper / paused with the round',
    render: () =>
      show({
        a: { ...middle, speaking: { name: 'Ben', leftMs: 70_000, pausedAgoMs: 30_000 } },
        b: overtime,
        phasePaused: true,
      }),
  },
  { name: 'timekeeper / fair share grown', render: () => show({ a: fair(144_000), b: overtime }) },
  {
    name: 'timekeeper / fair share shrinking',
    render: () => show({ a: { ...fair(96_000), speaking: { name: 'Ben', leftMs: -20_000 } }, b: overtime }),
  },
  {
    name: 'timekeeper / all tables together',
    render: () => show({ a: { ...middle, beat: 3 }, b: { ...quiet, beat: 3 } }),
  },
  {
    name: 'timekeeper / all tables together, all done',
    render: () => show({ a: { ...finished, beat: 5 }, b: { ...finished, beat: 5 } }),
  },
  { name: 'timekeeper / forty tables', render: () => draw(literalTables(40)) },
  { name: 'timekeeper / facilitator', render: () => show({ you: 'Frieda', a: middle, b: overtime }) },
  { name: 'timekeeper / all rounds', render: () => show({ a: middle, b: overtime, shares }, <AllShares />) },
  { name: 'timekeeper / all rounds, before the first', render: () => show({}, <AllShares />) },
  { name: 'timekeeper / no tables', render: () => show({ plenary: true }) },
];
