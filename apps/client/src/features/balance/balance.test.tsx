import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import type { BalanceView, Command, SeatId, SessionId } from '@werkraum/protocol';
import type { ComponentChildren } from 'preact';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import { type Documents, modelSession, roomIdOf, type Scene } from '../../gallery/model-session.ts';
import { startEveryWord } from '../../i18n/every-word.ts';
import { literalMedia } from '../../media/literal-media.ts';
import { hands } from '../stage/hands.model.ts';
import { MediaProvider } from '../stage/media-provider.tsx';
import { ownBalance, partOf, placeBalance } from './balance.model.ts';
import { BalanceKeeper } from './balance-keeper.tsx';
import { BalanceLine } from './balance-line.tsx';
import { BalanceSettings } from './balance-settings.tsx';
import { rememberConsent, showBalance } from './choices.ts';
import { ConsentQuestion } from './consent-question.tsx';
import { countedTrack } from './counting.model.ts';
import { HandOrder } from './hand-order.tsx';

beforeAll(startEveryWord);
afterEach(() => {
  cleanup();
  sessionStorage.clear();
  showBalance(true);
});

const ids = (...names: string[]) => names as SeatId[];
const unchanged = (documents: Documents): Documents => documents;

/** Draws a view as one person sees it who was told this, and returns what they send. */
function showTold(scene: Scene, balance: BalanceView, view: ComponentChildren, change = unchanged): Command[] {
  const sent: Command[] = [];
  const send = async (command: Command) => {
    sent.push(command);
    return { ok: true as const };
  };
  const connection = literalConnection({ ...change(modelSession(scene)), balance, send });
  render(<ConnectionProvider connection={connection}>{view}</ConnectionProvider>);
  return sent;
}

test.each([
  [0, 'hardly'],
  [0.15, 'tenth'],
  [0.25, 'quarter'],
  [0.35, 'third'],
  [0.55, 'half'],
  [0.7, 'twoThirds'],
  [1, 'nearlyAll'],
] as const)('[BA-6] a share of %d is called %s', (share, part) => {
  expect(partOf(share)).toBe(part);
});

test('[BA-6] the own time is said with its part and how it is altogether', () => {
  const balance = { here: { spokenMs: 190_000, share: 0.25, level: 'balanced' } } as const;
  expect(ownBalance(balance)).toEqual({ time: '3:10', part: 'quarter', level: 'balanced' });
  showTold({ moment: 'inputs' }, balance, <BalanceLine />);
  expect(screen.getByRole('region', { name: 'Speaking time' }).textContent).toBe(
    'Your speaking time here: 3:10 min, about a quarter.The talk is well spread.',
  );
});

test('[BA-5] of two people nothing is said but the own time', () => {
  expect(ownBalance({ here: { spokenMs: 60_000, level: 'too-few' } })).toEqual({
    time: '1:00',
    part: undefined,
    level: undefined,
  });
});

test('[BA-13] whoever hides it does not see it, and finds it again in the settings', () => {
  const balance: BalanceView = { here: { spokenMs: 0 } };
  showTold({ moment: 'inputs' }, balance, [<BalanceLine key="line" />, <BalanceSettings key="settings" />]);
  expect(screen.getByRole('region', { name: 'Speaking time' })).toBeDefined();
  fireEvent.click(screen.getByRole('checkbox', { name: /Show speaking time/ }));
  expect(screen.queryByRole('region', { name: 'Speaking time' })).toBeNull();
  fireEvent.click(screen.getByRole('checkbox', { name: /Show speaking time/ }));
  expect(screen.getByRole('region', { name: 'Speaking time' })).toBeDefined();
});

test('[BA-13] nothing of it is read out of itself', () => {
  showTold({ moment: 'inputs' }, { here: { spokenMs: 60_000, level: 'leaning' } }, <BalanceLine />);
  expect(document.querySelector('[aria-live], [role=status], [role=alert]')).toBeNull();
});

test('[BA-7] a facilitator reads names and how it is, and no times', () => {
  const { session } = modelSession({ moment: 'inputs', you: 'frieda' });
  const table = roomIdOf('round-1', 'A');
  const balance: BalanceView = {
    facilitator: { places: { [table]: { level: 'leaning', silent: ids('ada', 'emil') } }, notAgreed: 1 },
  };
  expect(placeBalance(balance, table, session.people)).toEqual({ level: 'leaning', silent: ['Ada', 'Emil'] });
  expect(placeBalance(balance, roomIdOf('round-1', 'B'), session.people)).toBeUndefined();
});

test('[BA-11] facilitators see how many have not agreed', () => {
  const balance: BalanceView = { facilitator: { places: {}, notAgreed: 2 } };
  showTold({ moment: 'reflection', you: 'frieda' }, balance, <BalanceLine />);
  expect(screen.getByText('Speaking times will not be kept: 2 people have not agreed.')).toBeDefined();
});

const quietFirst = (documents: Documents): Documents => ({
  ...documents,
  session: { ...documents.session, stage: { ...documents.session.stage, quietFirst: true } },
});

test('[BA-9] hands stand as the server says; one that has just gone up comes last until it says more', () => {
  const documents = quietFirst(modelSession({ moment: 'talk', you: 'dora' }));
  const names = (balance: BalanceView) => hands({ ...documents, balance }).hands.map(({ name }) => name);
  expect(names({})).toEqual(['Cem', 'Ada']);
  expect(names({ hands: ids('ada', 'cem') })).toEqual(['Ada', 'Cem']);
  expect(names({ hands: ids('ada') })).toEqual(['Ada', 'Cem']);
  const asRaised = hands({ ...modelSession({ moment: 'talk' }), balance: { hands: ids('ada', 'cem') } });
  expect(asRaised.hands.map(({ name }) => name)).toEqual(['Cem', 'Ada']);
});

test('[BA-9] a facilitator chooses the order, everybody is told of it', () => {
  const sent = showTold({ moment: 'talk', you: 'frieda' }, {}, <HandOrder />);
  fireEvent.click(screen.getByRole('radio', { name: 'Least spoken first' }));
  expect(sent).toEqual([{ type: 'order-hands', by: 'quiet-first' }]);
  cleanup();
  showTold({ moment: 'talk', you: 'ada' }, {}, <HandOrder />, quietFirst);
  expect(screen.queryByRole('radio')).toBeNull();
  expect(screen.getByText('Those who have spoken least here come first.')).toBeDefined();
});

const sessionId = modelSession({ moment: 'intro' }).session.sessionId;
const keeper = (
  <MediaProvider media={literalMedia()}>
    <BalanceKeeper />
  </MediaProvider>
);

test('[BA-11] at the door the answer is no until somebody says yes, and goes in with them', () => {
  render(<ConsentQuestion sessionId={sessionId} />);
  const box = screen.getByRole('checkbox', { name: /may be kept/ }) as HTMLInputElement;
  expect(box.checked).toBe(false);
  fireEvent.click(box);
  cleanup();
  expect(showTold({ moment: 'intro' }, {}, keeper)).toEqual([{ type: 'answer-consent', keepSpeakingTimes: true }]);
});

test('[BA-11] who was not asked, or has answered in another workshop, says nothing', () => {
  rememberConsent('another' as SessionId, true);
  expect(showTold({ moment: 'intro' }, {}, keeper)).toEqual([]);
});

test('[BA-11] the answer can be changed in the room', () => {
  const agreed = (documents: Documents): Documents => ({
    ...documents,
    you: { ...documents.you, speech: { mayKeep: true } },
  });
  const sent = showTold({ moment: 'intro' }, {}, <BalanceSettings />, agreed);
  fireEvent.click(screen.getByRole('checkbox', { name: /may be kept/ }));
  expect(sent).toEqual([{ type: 'answer-consent', keepSpeakingTimes: false }]);
});

const track = {} as MediaStreamTrack;
const sending = { microphone: { on: true, busy: false, track }, connection: { state: 'connected' } } as const;

/** Ada at her table, with nobody's turn running. */
function talking() {
  const { you, session, room } = modelSession({ moment: 'inputs' });
  const { now: _over, ...turns } = room?.turns ?? {};
  return {
    you: { ...you, speech: { key: 'round-1-a~1' as never, mayKeep: false } },
    session,
    room: room && { ...room, turns: turns as NonNullable<typeof room.turns> },
  };
}

test('[BA-1] the microphone counts while it is on, sent and summed up', () => {
  const here = talking();
  expect(countedTrack(here, sending)).toBe(track);
  expect(countedTrack(here, { ...sending, microphone: { ...sending.microphone, on: false } })).toBeUndefined();
  expect(countedTrack(here, { ...sending, connection: { state: 'connecting' } })).toBeUndefined();
  const mute = { ...here.you, publish: { ...here.you.publish, microphone: false } };
  expect(countedTrack({ ...here, you: mute }, sending)).toBeUndefined();
  expect(countedTrack({ ...here, you: { ...here.you, speech: { mayKeep: false } } }, sending)).toBeUndefined();
});

test('[BA-3] nothing counts while a turn runs at the own table, or the phase is paused', () => {
  const here = talking();
  const { room } = modelSession({ moment: 'inputs' });
  expect(room?.turns?.now).toBeDefined();
  expect(countedTrack({ ...here, room }, sending)).toBeUndefined();
  const { session } = modelSession({ moment: 'inputs', paused: true });
  expect(countedTrack({ ...here, session }, sending)).toBeUndefined();
});
