import {
  type Instant,
  modelWorkshop,
  type SeatId,
  type SessionId,
  type SessionList,
  type SurveyOutcome,
} from '@werkraum/protocol';
import { createStore } from 'zustand/vanilla';
import { literalReadiness } from '../../features/prep/literal-prep.ts';
import { sampleResults } from '../../features/survey/survey-samples.ts';
import type { Exhibit } from '../../gallery/registry.ts';
import { currentLanguage, translate } from '../../i18n/i18n.ts';
import { Page } from '../../ui/page.tsx';
import type { DeskState, HostDesk } from './host-desk.ts';
import { HostView } from './host-view.tsx';
import { InvitationDialog } from './invitation-dialog.tsx';
import { KeyForm } from './key-form.tsx';
import { LinkSheetView } from './link-sheet.tsx';
import { LinkDialog } from './new-link-dialog.tsx';
import { SurveyDialog } from './survey-dialog.tsx';

const TENTH_OF_MAY: Instant = Date.UTC(2027, 4, 10, 8, 30);
const nothing = () => undefined;

const desk = (state: DeskState): HostDesk => ({
  store: createStore<DeskState>(() => state),
  refresh: async () => undefined,
  readiness: async () => literalReadiness(['s3', 's4', 's5', 's6', 's7', 's8']),
  survey: async () => ({ ok: true, value: { state: 'draft' } }),
  save: async () => undefined,
  remove: async () => undefined,
  erase: async () => undefined,
  issueLink: async () => undefined,
});

function sessions(): SessionList {
  const { plan, seats } = modelWorkshop(currentLanguage());
  const people = seats.map(({ name, role }, index) => ({ seatId: `s${index}` as SeatId, name, role }));
  const statuses = ['draft', 'running', 'ended', 'damaged'] as const;
  return statuses.map((status, index) => ({
    sessionId: `session-${index}` as SessionId,
    title: status === 'damaged' ? '' : plan.title,
    language: plan.language,
    status,
    createdAt: status === 'damaged' ? 0 : TENTH_OF_MAY - index * 86_400_000,
    ...(status !== 'damaged' && { keptUntil: TENTH_OF_MAY + (30 - index) * 86_400_000 }),
    ...(index === 0 && { startsAt: TENTH_OF_MAY + 3 * 86_400_000 }),
    seats: status === 'damaged' ? [] : people,
  }));
}

const LINK = 'https://werkraum.example/join#kR2m9vQxT5wLz8HnB4cYfA.s3.p0Xj7dVuE1sGq6MtN2bKaw';
const sheet = () => ({
  title: modelWorkshop(currentLanguage()).plan.title,
  people: modelWorkshop(currentLanguage()).seats.map((seat, index) => ({
    ...seat,
    seatId: `s${index}`,
    link: LINK,
    ...(index % 2 === 0 && { address: `${seat.name.toLowerCase()}@example.org` }),
  })),
  guestLink: LINK.replace('.s3.', '.guest.'),
});

const plan = () => ({ ...modelWorkshop(currentLanguage()).plan, startsAt: TENTH_OF_MAY });
const person = (address?: string) => ({
  ...{ seatId: 's3', name: 'Ada', role: 'participant' as const, link: LINK },
  ...(address && { address }),
});

const show = (state: () => DeskState) => () => (
  <Page width="wide">
    <HostView desk={desk(state())} changeKey={nothing} />
  </Page>
);

const survey = (name: string, outcome: () => Awaited<ReturnType<HostDesk['survey']>>): Exhibit => ({
  name: `host / survey, ${name}`,
  render: () => {
    const [session] = sessions().filter(({ status }) => status === 'ended');
    const shown = { ...desk({ at: 'loading' }), survey: async () => outcome() };
    return <Page width="wide">{session && <SurveyDialog desk={shown} session={session} close={nothing} />}</Page>;
  },
});
const found = (value: () => SurveyOutcome) => () => ({ ok: true, value: value() }) as const;

export const exhibits: readonly Exhibit[] = [
  survey(
    'not opened',
    found(() => ({ state: 'draft' })),
  ),
  survey(
    'open',
    found(() => ({ state: 'open', enough: false })),
  ),
  survey(
    'enough',
    found(() => ({ state: 'open', enough: true })),
  ),
  survey(
    'too few',
    found(() => ({ state: 'too-few' })),
  ),
  survey(
    'results',
    found(() => ({ state: 'counted', results: sampleResults() })),
  ),
  survey('not reachable', () => ({ ok: false, problem: 'unreachable' })),
  {
    name: 'host / no key',
    render: () => (
      <Page width="wide">
        <KeyForm onKey={nothing} />
      </Page>
    ),
  },
  { name: 'host / wrong key', render: show(() => ({ at: 'wrong-key' })) },
  { name: 'host / loading', render: show(() => ({ at: 'loading' })) },
  { name: 'host / failing', render: show(() => ({ at: 'failing', problem: 'unreachable' })) },
  { name: 'host / no workshop yet', render: show(() => ({ at: 'ready', sessions: [] })) },
  { name: 'host / workshops', render: show(() => ({ at: 'ready', sessions: sessions() })) },
  {
    name: 'host / links',
    render: () => (
      <Page width="wide">
        <LinkSheetView sheet={sheet()} plan={plan()} done={nothing} />
      </Page>
    ),
  },
  {
    name: 'host / an invitation',
    render: () => (
      <Page width="wide">
        <InvitationDialog person={person('ada@example.org')} plan={plan()} close={nothing} />
      </Page>
    ),
  },
  {
    name: 'host / an invitation without an address',
    render: () => (
      <Page width="wide">
        <InvitationDialog person={person()} plan={modelWorkshop(currentLanguage()).plan} close={nothing} />
      </Page>
    ),
  },
  {
    name: 'host / one link',
    render: () => (
      <Page width="wide">
        <LinkDialog title="Ada" link={LINK} note={translate('host', 'relink.done')} close={nothing} />
      </Page>
    ),
  },
];
