import type { ComponentChildren } from 'preact';
import { literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import { type Documents, modelSession, type Scene } from '../../gallery/model-session.ts';
import type { Exhibit } from '../../gallery/registry.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { literalReadiness, withOwnAnswers, withTheirAnswers } from './literal-prep.ts';
import { OwnAnswers, OwnAnswersInTurn, PrepCards, SharedAnswers } from './prep-cards.tsx';
import { ReadinessPanel } from './readiness-panel.tsx';

type Change = (documents: Documents) => Documents;

function show(scene: Scene, change: () => Change, view: ComponentChildren) {
  return () => {
    const documents = change()(modelSession({ language: currentLanguage(), ...scene }));
    return (
      <ConnectionProvider connection={literalConnection(documents)}>
        <main data-phase="breakout-round" style={{ display: 'grid', gap: '1rem', padding: '1rem', maxWidth: '50rem' }}>
          {view}
        </main>
      </ConnectionProvider>
    );
  };
}

const speaker: Scene = { moment: 'inputs', you: 'ben' };
const next: Scene = { moment: 'inputs', you: 'cem' };
const other: Scene = { moment: 'inputs', you: 'dora' };
const own = () => withOwnAnswers(currentLanguage());
const theirs = (seatIds: readonly string[], shown: boolean) => () =>
  withTheirAnswers(currentLanguage(), seatIds, shown);

const renamed =
  (name: string) =>
  (documents: Documents): Documents => {
    const ben = documents.session.people.ben;
    if (!ben) throw new Error('nobody is called Ben');
    const session = { ...documents.session, people: { ...documents.session.people, ben: { ...ben, name } } };
    return { ...documents, session };
  };
const LONG = 'Maximiliane-Katharina von Hohenfels-Wittgenstein-Oberschleißheim';

const readyPeople = (): Change => (documents) => ({
  ...documents,
  ...(documents.facilitators && {
    facilitators: {
      ...documents.facilitators,
      readiness: literalReadiness(Object.keys(documents.staff?.seats ?? {})),
    },
  }),
});

export const exhibits: readonly Exhibit[] = [
  { name: 'prep / own turn, at hand', render: show(speaker, own, <OwnAnswersInTurn />) },
  {
    name: 'prep / own turn, one answer only',
    render: show(speaker, () => withOwnAnswers(currentLanguage(), 1), <OwnAnswers />),
  },
  {
    name: 'prep / own turn, shown to the table',
    render: show(speaker, () => (documents) => theirs(['ben'], true)()(own()(documents)), <OwnAnswersInTurn />),
  },
  { name: 'prep / next, at hand', render: show(next, own, <OwnAnswersInTurn />) },
  {
    name: 'prep / the word in the plenary, at hand',
    render: show({ moment: 'talk', you: 'ben' }, own, <PrepCards />),
  },
  { name: 'prep / somebody shows theirs', render: show(other, theirs(['ben'], true), <PrepCards />) },
  {
    name: 'prep / somebody with a long name shows theirs',
    render: show(other, () => (documents) => renamed(LONG)(theirs(['ben'], true)()(documents)), <PrepCards />),
  },
  { name: 'prep / shared at the table', render: show(other, theirs(['ben', 'cem'], false), <SharedAnswers />) },
  {
    name: 'prep / who is ready, doors closed',
    render: show({ moment: 'doors-closed', you: 'frieda' }, readyPeople, <ReadinessPanel />),
  },
  {
    name: 'prep / who is ready, later',
    render: show({ moment: 'talk', you: 'frieda' }, readyPeople, <ReadinessPanel />),
  },
];
