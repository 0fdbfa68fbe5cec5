import { literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import type { Exhibit } from '../../gallery/registry.ts';
import { type LiteralQueue, type LiteralScene, literalRoom } from './literal-turns.ts';
import { TurnPanel } from './turn-panel.tsx';
import { YourTurn } from './your-turn.tsx';

const MINUTE = 60_000;

const middle: LiteralQueue = {
  turns: {
    Ada: { state: 'done', slotMs: 2 * MINUTE, usedMs: 134_000 },
    Dora: { state: 'passed' },
  },
  speaking: { name: 'Ben', leftMs: 80_000 },
  next: 'Cem',
  inputsLeftMs: 5 * MINUTE,
};
const last: LiteralQueue = {
  state: 'finished',
  turns: {
    Ada: { state: 'done', slotMs: 2 * MINUTE, usedMs: 134_000 },
    Ben: { state: 'done', slotMs: 2 * MINUTE, usedMs: 95_000 },
    Cem: { state: 'absent' },
    Dora: { state: 'passed' },
  },
};
const quiet: LiteralQueue = { next: 'Ada' };

/** Both parts that belong to a seat at a table, drawn from what a person holds. */
function show(scene: LiteralScene) {
  return (
    <ConnectionProvider connection={literalConnection(literalRoom(scene))}>
      <main data-phase="breakout-round" style={{ padding: '1rem', maxWidth: '70rem' }}>
        <Both />
      </main>
    </ConnectionProvider>
  );
}

const Both = () => (
  <div style={{ display: 'grid', gap: '1.5rem', maxWidth: '26rem' }}>
    <YourTurn />
    <TurnPanel />
  </div>
);

export const exhibits: readonly Exhibit[] = [
  { name: 'turns / not begun', render: () => show({ you: 'Ben', a: quiet }) },
  { name: 'turns / not begun, first, table keeps time', render: () => show({ a: { ...quiet, pacedBy: 'table' } }) },
  { name: 'turns / somebody speaks', render: () => show({ you: 'Dora', a: middle, away: ['Cem'] }) },
  { name: 'turns / table keeps time', render: () => show({ you: 'Ada', a: { ...middle, pacedBy: 'table' } }) },
  { name: 'turns / you are next', render: () => show({ you: 'Cem', a: middle }) },
  {
    name: 'turns / your turn, grace',
    render: () => show({ you: 'Ben', a: { ...middle, speaking: { name: 'Ben', leftMs: 2 * MINUTE, graceMs: 5_000 } } }),
  },
  { name: 'turns / your turn', render: () => show({ you: 'Ben', a: middle }) },
  {
    name: 'turns / your turn, paused',
    render: () => show({ you: 'Ben', a: { ...middle, speaking: { name: 'Ben', leftMs: 70_000, pausedAgoMs: 9_000 } } }),
  },
  {
    name: 'turns / your turn, over',
    render: () => show({ you: 'Ben', a: { ...middle, speaking: { name: 'Ben', leftMs: -17_000 } } }),
  },
  { name: 'turns / finished', render: () => show({ you: 'Ada', a: last }) },
  { name: 'turns / no table', render: () => show({ you: 'Frieda' }) },
  {
    name: 'turns / your turn, nudged',
    render: () => show({ you: 'Ben', a: { ...middle, speaking: { name: 'Ben', leftMs: -4_000 }, nudgedAgoMs: 5_000 } }),
  },
  { name: 'turns / you are next, on the beat', render: () => show({ you: 'Cem', a: { ...middle, beat: 3 } }) },
  {
    name: 'turns / all tables together, waiting for the beat',
    render: () => show({ you: 'Dora', a: { state: 'running', next: 'Ada', beat: 3 } }),
  },
  {
    name: 'turns / fair share',
    render: () => show({ you: 'Dora', a: { ...middle, mode: 'fair-share', fairShare: { eachMs: 144_000 } } }),
  },
];
