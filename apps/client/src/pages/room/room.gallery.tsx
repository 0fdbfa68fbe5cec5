import { Farewell, type ServiceStatus } from '@werkraum/protocol';
import type { Link } from '../../connection/hooks.ts';
import { literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import { withOwnAnswers, withTheirAnswers } from '../../features/prep/literal-prep.ts';
import { literalRotation, proposing } from '../../features/rotation/literal-rotation.ts';
import { type Documents, modelSession, roomIdOf, type Scene } from '../../gallery/model-session.ts';
import type { Exhibit } from '../../gallery/registry.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { RoomPage } from './room-page.tsx';
import { fetchRoomParts } from './room-parts.ts';

const MINUTE = 60_000;

interface Shown extends Scene {
  link?: Link;
  service?: ServiceStatus;
  /** Changes the documents before they are shown. */
  change?: (documents: Documents) => Documents;
}

const show =
  ({ link, service, change = (documents) => documents, ...scene }: Shown) =>
  () => {
    const documents = change(modelSession({ language: currentLanguage(), ...scene }));
    const connection = literalConnection({ ...documents, ...(link && { link }), ...(service && { service }) });
    return (
      <ConnectionProvider connection={connection}>
        <RoomPage />
      </ConnectionProvider>
    );
  };

const SCENES: readonly (readonly [string, Shown])[] = [
  ['doors closed', { moment: 'doors-closed', you: 'frieda' }],
  [
    'inputs, own turn, answers at hand',
    {
      ...{ moment: 'inputs', you: 'ben' },
      change: (documents) => withOwnAnswers(currentLanguage())(documents),
    },
  ],
  [
    'inputs, somebody shows answers',
    {
      ...{ moment: 'inputs', you: 'dora' },
      change: (documents) => withTheirAnswers(currentLanguage(), ['ben'], true)(documents),
    },
  ],
  ['before the start', { moment: 'doors-open' }],
  ['before the start, facilitator', { moment: 'doors-open', you: 'frieda' }],
  ['introduction', { moment: 'intro' }],
  ['introduction, facilitator', { moment: 'intro', you: 'frieda' }],
  ['input talk', { moment: 'talk' }],
  ['input talk, has the word', { moment: 'talk', you: 'ben' }],
  ['input talk, facilitator', { moment: 'talk', you: 'frieda' }],
  [
    'talk, somebody missing',
    {
      ...{ moment: 'talk', you: 'frieda' },
      change: () =>
        literalRotation({
          moment: 'talk',
          away: ['Ben'],
          proposal: proposing({ method: 'attendance' }),
          language: currentLanguage(),
        }),
    },
  ],
  ['talk, last fifth', { moment: 'talk', elapsedMs: -3 * MINUTE }],
  ['talk, last twentieth', { moment: 'talk', elapsedMs: -40_000 }],
  ['talk, overtime', { moment: 'talk', elapsedMs: 24 * MINUTE, you: 'frieda' }],
  ['talk, paused', { moment: 'talk', paused: true }],
  ['talk, paused, facilitator', { moment: 'talk', paused: true, you: 'frieda' }],
  ['gathering', { moment: 'gathering' }],
  ['gathering, facilitator', { moment: 'gathering', you: 'frieda' }],
  ['round', { moment: 'inputs' }],
  ['round, facilitator', { moment: 'inputs', you: 'frieda' }],
  ['round, timekeeper', { moment: 'inputs', you: 'theo' }],
  ['round, write down results', { moment: 'inputs', elapsedMs: -4 * MINUTE }],
  ['round, facilitator visits', { moment: 'inputs', you: 'frieda', change: visiting }],
  ['round, alone at the table', { moment: 'inputs', change: alone }],
  ['round, somebody is lonely', { moment: 'inputs', you: 'frieda', change: alone }],
  ['closing', { moment: 'closing' }],
  ['closing, facilitator', { moment: 'closing', you: 'frieda' }],
  ['reflection, facilitator', { moment: 'reflection', you: 'frieda' }],
  ['ended', { moment: 'ended' }],
  ['reconnecting', { moment: 'inputs', link: { state: 'reconnecting' } }],
  ['server stopping', { moment: 'inputs', link: { state: 'reconnecting', farewell: 'server-stopping' } }],
  ['not saving', { moment: 'inputs', service: { saving: false, video: 'on' } }],
  ['video down', { moment: 'inputs', service: { saving: true, video: 'down' } }],
  ['video off', { moment: 'inputs', service: { saving: true, video: 'off' } }],
  ['left', { moment: 'inputs', link: { state: 'closed' } }],
  ...Farewell.options.map(
    (farewell) => [`sent away: ${farewell}`, { moment: 'inputs', link: { state: 'closed', farewell } }] as const,
  ),
];

/** Frieda sits down at table A, seen by everybody there. */
function visiting(documents: Documents): Documents {
  const place = roomIdOf('round-1', 'A');
  return {
    ...seat(documents, 'frieda', place),
    you: { ...documents.you, place, may: [...documents.you.may, 'leave-table'] },
  };
}

/** Everybody of table A but Ada is away, and somebody at table B sits alone as well. */
function alone(documents: Documents): Documents {
  const { staff, session } = documents;
  const gone = ['ben', 'cem', 'dora', 'emil'];
  const people = Object.fromEntries(
    Object.entries(session.people).map(([id, person]) => [
      id,
      gone.includes(id) ? { ...person, presence: 'away' as const } : person,
    ]),
  );
  const a = roomIdOf('round-1', 'A');
  const progress = staff && { ...staff.progress, [a]: { lonely: true, hands: {} } };
  return { ...documents, session: { ...session, people }, ...(staff && progress && { staff: { ...staff, progress } }) };
}

function seat(documents: Documents, id: string, place: ReturnType<typeof roomIdOf>): Documents {
  const person = documents.session.people[id];
  if (!person) return documents;
  const people = { ...documents.session.people, [id]: { ...person, place } };
  return { ...documents, session: { ...documents.session, people } };
}

// An exhibit is looked at as soon as it is drawn.
await fetchRoomParts();

export const exhibits: readonly Exhibit[] = SCENES.map(([name, scene]) => ({
  name: `room / ${name}`,
  render: show(scene),
}));
