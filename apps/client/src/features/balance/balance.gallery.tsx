import type { BalanceLevel, BalanceView, SeatId } from '@werkraum/protocol';
import type { ComponentChildren } from 'preact';
import { literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import { type Documents, modelSession, roomIdOf, type Scene } from '../../gallery/model-session.ts';
import type { Exhibit } from '../../gallery/registry.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { TableTiles } from '../breakouts/table-tiles.tsx';
import { PeoplePanel } from '../people/people-panel.tsx';
import { HandsPanel } from '../stage/hands.tsx';
import { BalanceSettings } from './balance-settings.tsx';
import { ConsentQuestion } from './consent-question.tsx';
import { KeptLine } from './kept-line.tsx';
import { BalanceParts } from './parts.ts';
import { PlaceBalance } from './place-balance.tsx';

const MINUTE = 60_000;
const ids = (...names: string[]) => names as SeatId[];
const A = roomIdOf('round-1', 'A');

interface Shown extends Scene {
  balance?: BalanceView;
  change?: (documents: Documents) => Documents;
}

const show = (
  name: string,
  { balance, change = (documents) => documents, ...scene }: Shown,
  view: ComponentChildren,
) => ({
  name: `balance / ${name}`,
  render: () => {
    const documents = change(modelSession({ language: currentLanguage(), ...scene }));
    const connection = literalConnection({ ...documents, ...(balance && { balance }) });
    return (
      <ConnectionProvider connection={connection}>
        <div style={{ maxInlineSize: '24rem', padding: '1rem' }}>{view}</div>
      </ConnectionProvider>
    );
  },
});

const own = (name: string, here: BalanceView['here']): Exhibit =>
  show(`own, ${name}`, { moment: 'inputs', balance: here ? { here } : {} }, <PeoplePanel />);

const level = (each: BalanceLevel): Exhibit => own(each, { spokenMs: 3 * MINUTE + 10_000, share: 0.25, level: each });

const place = (name: string, silent: readonly SeatId[], each: BalanceLevel): Exhibit =>
  show(
    `place, ${name}`,
    {
      moment: 'inputs',
      you: 'frieda',
      balance: { facilitator: { places: { [A]: { level: each, silent: [...silent] } }, notAgreed: 2 } },
    },
    <PlaceBalance place={A} />,
  );

/** Table A leans, nobody has spoken much at table B yet. */
const atTables: BalanceView = {
  facilitator: {
    places: {
      [A]: { level: 'leaning', silent: ids('ada', 'emil') },
      [roomIdOf('round-1', 'B')]: { level: 'too-early', silent: [] },
    },
    notAgreed: 2,
  },
};

const plenary = (name: string, notAgreed: number): Exhibit =>
  show(
    `facilitator, ${name}`,
    {
      moment: 'reflection',
      you: 'frieda',
      balance: {
        here: { spokenMs: 12 * MINUTE, level: 'leaning' },
        facilitator: { places: { plenary: { level: 'leaning', silent: ids('finja', 'hakan') } }, notAgreed },
      },
    },
    <PeoplePanel />,
  );

/** Cem raised his hand first, and has spoken more than Ada. */
const quietFirst = (documents: Documents): Documents => ({
  ...documents,
  session: { ...documents.session, stage: { ...documents.session.stage, quietFirst: true } },
});
const ordered = { moment: 'talk', balance: { hands: ids('ada', 'cem') }, change: quietFirst } as const;

const kept = (documents: Documents): Documents => ({
  ...documents,
  you: { ...documents.you, speech: { mayKeep: true, keptMs: 11 * MINUTE + 23_000 } },
});

// An exhibit is looked at as soon as it is drawn.
await BalanceParts.fetch();

export const exhibits: readonly Exhibit[] = [
  own('not measured here', undefined),
  own('nothing yet', { spokenMs: 0, level: 'too-early' }),
  level('too-few'),
  level('too-early'),
  level('balanced'),
  level('leaning'),
  level('one-sided'),
  own('input talk', { spokenMs: 40_000 }),
  place('too early', [], 'too-early'),
  place('two are silent', ids('ada', 'emil'), 'leaning'),
  place('everybody but one', ids('ada', 'ben', 'cem', 'dora'), 'one-sided'),
  place('two people, one silent', ids('ada'), 'too-few'),
  show('tables at work', { moment: 'inputs', you: 'frieda', balance: atTables }, <TableTiles />),
  plenary('two have not agreed', 2),
  plenary('one has not agreed', 1),
  plenary('all have agreed', 0),
  show('hands, least spoken first', ordered, <HandsPanel />),
  show('hands, least spoken first, facilitator', { ...ordered, you: 'frieda' }, <HandsPanel />),
  show('settings', { moment: 'inputs' }, <BalanceSettings />),
  show(
    'door',
    { moment: 'doors-open' },
    <ConsentQuestion sessionId={modelSession({ moment: 'intro' }).session.sessionId} />,
  ),
  show('kept', { moment: 'ended', change: kept }, <KeptLine />),
];
