import type { ParkedView, PhaseId, ReferenceView, SeatId } from '@werkraum/protocol';
import { literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import { type Documents, modelSession, type Scene } from '../../gallery/model-session.ts';
import type { Exhibit } from '../../gallery/registry.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { CollectionPanel } from '../../pages/room/collection-panel.tsx';

type Change = (documents: Documents) => Documents;
const words = (de: string, en: string) => (currentLanguage() === 'de' ? de : en);

const filled: Change = (documents) => {
  const parked = (number: number, text: string, by: string, more: Partial<ParkedView> = {}): ParkedView => ({
    ...{ number, text, by: by as SeatId, owner: by as SeatId, at: documents.now, settled: false },
    ...more,
  });
  const { owner: _owner, ...unowned } = parked(
    3,
    words('Vergaberecht für offene Software', 'Procurement law for open software'),
    'cem',
  );
  const parking = {
    a: parked(
      1,
      words('Wer bezahlt die Plattform nach dem Projekt?', 'Who pays for the platform after the project?'),
      'ben',
      {
        phaseId: 'intro' as PhaseId,
        owner: 'ada' as SeatId,
      },
    ),
    b: parked(2, 'https://donaudampfschifffahrtsgesellschaftskapitaen.example/'.repeat(4), 'ada'),
    c: unowned,
    e: parked(5, words('Wen laden wir noch ein?', 'Whom else do we invite?'), 'ada', {
      owner: 'not-here-yet' as SeatId,
    }),
    d: parked(4, words('Folien herumschicken', 'Send the slides around'), 'salma', { settled: true }),
  };
  const reference = (number: number, title: string, kind: ReferenceView['kind'], link?: string): ReferenceView => ({
    ...{ number, title, kind, by: 'ada' as SeatId, at: documents.now },
    ...(link && { link }),
  });
  const references = {
    a: reference(1, words('Leitfaden Offene Daten', 'Guideline on open data'), 'guideline', 'https://example.org/open'),
    b: reference(2, words('Netzwerk junger Rathäuser', 'Network of young town halls'), 'network'),
  };
  return { ...documents, session: { ...documents.session, parking, references } };
};

const shown =
  (scene: Scene, change: Change = (documents) => documents) =>
  () => {
    const documents = change(modelSession({ language: currentLanguage(), ...scene }));
    return (
      <ConnectionProvider connection={literalConnection(documents)}>
        <div style={{ maxInlineSize: '26rem', padding: '1rem' }}>
          <CollectionPanel />
        </div>
      </ConnectionProvider>
    );
  };

export const exhibits: readonly Exhibit[] = [
  { name: 'collected / empty', render: shown({ moment: 'intro', you: 'ada' }) },
  { name: 'collected / at a table', render: shown({ moment: 'inputs', you: 'ada' }, filled) },
  { name: 'collected / facilitator', render: shown({ moment: 'talk', you: 'frieda' }, filled) },
];
