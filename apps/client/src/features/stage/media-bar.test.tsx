import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import { literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import { startLanguage } from '../../i18n/i18n.ts';
import { literalMedia } from '../../media/literal-media.ts';
import type { MediaState } from '../../media/media-store.ts';
import { allowShortcuts } from '../../ui/shortcuts.ts';
import { MediaBar } from './media-bar.tsx';
import { MediaLines } from './media-lines.tsx';
import { MediaProvider } from './media-provider.tsx';
import { anyYou } from './stage-samples.ts';

beforeAll(startLanguage);
afterEach(cleanup);

const ALL = { microphone: true, camera: true, screen: true };

function show(state: Partial<MediaState> = {}, publish = ALL) {
  const done: string[] = [];
  const media = literalMedia(state, {
    setMicrophone: (on) => done.push(`microphone ${on}`),
    setCamera: (on) => done.push(`camera ${on}`),
    setScreen: (on) => done.push(`screen ${on}`),
    unlock: () => done.push('unlock'),
    retry: () => done.push('retry'),
    dismissNotice: () => done.push('dismiss'),
  });
  render(
    <ConnectionProvider connection={literalConnection({ you: { ...anyYou(), publish } })}>
      <MediaProvider media={media}>
        <MediaLines />
        <MediaBar />
        <input aria-label="Notes" />
      </MediaProvider>
    </ConnectionProvider>,
  );
  return { done, store: media.store };
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const noButton = (name: RegExp) => expect(screen.queryByRole('button', { name })).toBeNull();

test('[VC-22] only what is allowed here and now has a button', () => {
  show({}, { microphone: false, camera: true, screen: false });
  noButton(/microphone/i);
  noButton(/screen/i);
  expect(button(/camera on/)).toBeTruthy();
  expect(screen.getByText(/Listening/)).toBeTruthy();
});

test('[VC-22] a browser that cannot share has no button for it', () => {
  show({ canShare: false });
  noButton(/screen/i);
});

test('[VC-38] M and V switch microphone and camera', () => {
  const { done } = show({ camera: { on: true, busy: false } });
  fireEvent.keyDown(document.body, { key: 'm' });
  fireEvent.keyDown(document.body, { key: 'V' });
  expect(done).toEqual(['microphone true', 'camera false']);
});

test('[VC-38] the keys write when somebody writes, and belong to the browser with Ctrl', () => {
  const { done } = show();
  fireEvent.keyDown(screen.getByLabelText('Notes'), { key: 'm' });
  fireEvent.keyDown(document.body, { key: 'm', ctrlKey: true });
  expect(done).toEqual([]);
});

test('[VC-38] whoever has switched single keys off presses them in vain', () => {
  const { done } = show();
  allowShortcuts(false);
  onTestFinished(() => allowShortcuts(true));
  fireEvent.keyDown(document.body, { key: 'm' });
  expect(done).toEqual([]);
});

test('[VC-38] without the right the key does nothing', () => {
  const { done } = show({}, { ...ALL, microphone: false });
  fireEvent.keyDown(document.body, { key: 'm' });
  expect(done).toEqual([]);
});

test('[VC-39] blocked sound has a line and a button', () => {
  const { done } = show({ sight: { people: {}, speaking: [], quality: {}, audioBlocked: true } });
  fireEvent.click(button('Switch sound on'));
  expect(done).toEqual(['unlock']);
});

test('[VC-23] being muted says who did it and offers the way back', () => {
  const { done } = show({ notice: 'muted-by-staff' });
  expect(screen.getByText('A facilitator switched your microphone off.')).toBeTruthy();
  fireEvent.click(button('Switch on again'));
  expect(done).toEqual(['microphone true']);
});

test('[VC-13] a device problem says what to do, and trying again is one click', () => {
  const { done } = show({ camera: { on: false, busy: false, problem: 'in-use' } });
  expect(screen.getByText(/Another program is using the camera/)).toBeTruthy();
  fireEvent.click(button('Try again'));
  expect(done).toEqual(['camera true']);
});

test('[VC-8] an unreachable video server is a line, and goes with its cause', async () => {
  const { done, store } = show({ connection: { state: 'failed', reason: 'unreachable', retrying: true } });
  fireEvent.click(button('Try now'));
  expect(done).toEqual(['retry']);
  store.setState({ connection: { state: 'connected' } });
  await expect.poll(() => screen.queryByText(/cannot be reached/)).toBeNull();
});
