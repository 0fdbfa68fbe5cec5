import { ConnectRefusal, Farewell, type LinkTicket, type SessionId } from '@werkraum/protocol';
import { waiting } from '../../gallery/people.ts';
import type { Exhibit } from '../../gallery/registry.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import type { Door } from './door.model.ts';
import { JoinView } from './join-view.tsx';

const guest: LinkTicket = { sessionId: 'session' as SessionId, seatId: 'guest', secret: 'x'.repeat(22) };
const nothing = () => undefined;

const show = (door: () => Door, known?: string) => () => (
  <JoinView door={door()} guest={guest} known={known} enter={nothing} admitGuest={nothing} anotherLink={nothing} />
);

const inLobby =
  (status: 'draft' | 'running' | 'ended', quiet = false) =>
  () => {
    const you = waiting(status, currentLanguage());
    const { lobby } = you;
    return { at: 'waiting', you, lobby: lobby ?? { title: '', language: 'en', status, phases: [] }, quiet } as const;
  };

const turnedAway = [
  ...ConnectRefusal.options.map((refusal) => ({ state: 'refused', refusal }) as const),
  ...Farewell.options.map((farewell) => ({ state: 'closed', farewell }) as const),
];

export const exhibits: readonly Exhibit[] = [
  { name: 'join / no link', render: show(() => ({ at: 'no-link' })) },
  { name: 'join / guest', render: show(() => ({ at: 'guest' })) },
  { name: 'join / door', render: show(() => ({ at: 'door' })) },
  { name: 'join / door, back again', render: show(() => ({ at: 'door' }), 'Ada') },
  { name: 'join / entering', render: show(() => ({ at: 'entering', busy: false })) },
  { name: 'join / entering, server busy', render: show(() => ({ at: 'entering', busy: true })) },
  { name: 'join / waiting, doors shut', render: show(inLobby('draft')) },
  { name: 'join / waiting, knocked', render: show(inLobby('running')) },
  { name: 'join / waiting, reconnecting', render: show(inLobby('running', true)) },
  { name: 'join / waiting, ended', render: show(inLobby('ended')) },
  ...turnedAway.map((link) => ({
    name: `join / turned away: ${'refusal' in link ? link.refusal : link.farewell}${'refusal' in link ? '' : ' (farewell)'}`,
    render: show(() => ({ at: 'turned-away', link })),
  })),
];
