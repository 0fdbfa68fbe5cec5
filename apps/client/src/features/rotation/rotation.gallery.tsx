import type { PhaseId, RoomId, SeatId } from '@werkraum/protocol';
import { literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import { modelSession } from '../../gallery/model-session.ts';
import type { Exhibit } from '../../gallery/registry.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ChooseCard } from '../breakouts/choose-card.tsx';
import { conflicting, type LiteralRotation, literalRotation, proposing, workingOn } from './literal-rotation.ts';
import { RotationView } from './rotation-view.tsx';

const frieda = 'frieda' as SeatId;
const many = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, at) => `${NAMES[at % NAMES.length]} ${String.fromCharCode(65 + Math.floor(at / NAMES.length))}`,
  );
const NAMES = ['Ada', 'Ben', 'Cem', 'Dora', 'Emil', 'Finja', 'Greta', 'Hakan', 'Ines', 'Jonas', 'Kim', 'Lara'];
const LONG = [
  'Dr. Annegret Freifrau von Hohenstein-Wittelsbach',
  'Maximilian Alexander Konstantin Obermüller',
  ...NAMES.slice(2, 9),
];

const show = (literal: LiteralRotation) => () => (
  <ConnectionProvider connection={literalConnection(literalRotation({ language: currentLanguage(), ...literal }))}>
    <main data-phase="input-talk" style={{ padding: '1rem' }}>
      <RotationView />
    </main>
  </ConnectionProvider>
);

const RULES: LiteralRotation['rules'] = {
  one: { kind: 'together', seats: ['ada', 'ben'] as SeatId[] },
  two: { kind: 'apart', seats: ['cem', 'dora', 'emil'] as SeatId[] },
  three: { kind: 'pin', phaseId: 'round-2' as PhaseId, seatId: 'finja' as SeatId, roomId: 'round-2-b' as RoomId },
  four: { kind: 'host', seatId: 'salma' as SeatId, table: 1 },
};

/** The way to tables one chooses oneself, with some chairs taken. */
const choosing = (taken: Readonly<Record<string, string>>) => () => {
  const documents = modelSession({ language: currentLanguage(), moment: 'gathering', you: 'ada' });
  const people = Object.fromEntries(
    Object.entries(documents.session.people).map(([id, { table: _dealt, ...person }]) => {
      const table = taken[id];
      return [id, { ...person, place: 'plenary' as const, ...(table && { table: `round-1-${table}` }) }];
    }),
  );
  const { tables } = documents.session;
  const { moving: _none, ...you } = documents.you;
  const session = { ...documents.session, people, ...(tables && { tables: { ...tables, choosing: { most: 4 } } }) };
  return (
    <ConnectionProvider
      connection={literalConnection({ ...documents, session, you: { ...you, may: [...you.may, 'choose-table'] } })}
    >
      <main data-phase="breakout-round" style={{ padding: '1rem', maxWidth: '50rem' }}>
        <ChooseCard />
      </main>
    </ConnectionProvider>
  );
};

export const exhibits: readonly Exhibit[] = [
  { name: 'rotation / nothing planned', render: show({ moment: 'doors-open', planned: 0 }) },
  { name: 'rotation / nine people, all meet', render: show({ moment: 'talk' }) },
  { name: 'rotation / two of three rounds planned', render: show({ moment: 'talk', planned: 2 }) },
  { name: 'rotation / a round is running', render: show({ moment: 'inputs' }) },
  { name: 'rotation / all rounds over', render: show({ moment: 'reflection' }) },
  {
    name: 'rotation / rules and other groups',
    render: show({
      moment: 'talk',
      rules: RULES,
      rounds: {
        'round-2': { sizes: { least: 4, most: 6 } },
        'round-3': { groups: 'choose', seats: {}, planned: false },
      },
    }),
  },
  {
    name: 'rotation / by hand, and the same again',
    render: show({
      moment: 'talk',
      planned: 1,
      rounds: { 'round-2': { groups: 'by-hand' }, 'round-3': { groups: 'same' } },
    }),
  },
  { name: 'rotation / twenty-four people', render: show({ moment: 'talk', names: many(24), tables: 5 }) },
  { name: 'rotation / seventy people', render: show({ moment: 'talk', names: many(70), tables: 12 }) },
  { name: 'rotation / long names', render: show({ moment: 'talk', names: LONG }) },
  { name: 'rotation / being worked out', render: show({ moment: 'talk', planned: 0, proposal: workingOn() }) },
  {
    name: 'rotation / proposal, still improving',
    render: show({
      moment: 'talk',
      names: many(24),
      tables: 5,
      planned: 1,
      proposal: proposing({ method: 'anew', by: frieda }, { done: false }),
    }),
  },
  {
    name: 'rotation / proposal, outdated',
    render: show({ moment: 'talk', proposal: proposing({ method: 'improve', by: frieda }, { outdated: true }) }),
  },
  {
    name: 'rotation / somebody missing',
    render: show({ moment: 'talk', away: ['Ben'], proposal: proposing({ method: 'attendance' }) }),
  },
  {
    name: 'rotation / rules that contradict',
    render: show({
      moment: 'talk',
      rules: RULES,
      proposal: conflicting({ kind: 'together-apart', seats: ['ada', 'ben'] as SeatId[], tables: [] }),
    }),
  },
  { name: 'tables to choose / nobody sits', render: choosing({}) },
  {
    name: 'tables to choose / chosen, one full',
    render: choosing({ ada: 'a', ben: 'a', cem: 'b', dora: 'b', emil: 'b', finja: 'b' }),
  },
];
