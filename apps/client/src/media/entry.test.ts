import { beforeEach, expect, test } from 'vitest';
import { recallEntry, rememberEntry } from './entry.ts';
import { INITIAL_MEDIA } from './media-store.ts';

beforeEach(() => sessionStorage.clear());

test('[VC-20] at first everything is off', () => {
  expect(recallEntry()).toEqual({ microphone: false, camera: false, chosen: {} });
});

test('[VC-20] switches and devices are kept for the way in and for a reload', () => {
  const camera = { on: true, busy: false };
  rememberEntry({ ...INITIAL_MEDIA, camera, chosen: { camera: 'desk' } });
  expect(recallEntry()).toEqual({ microphone: false, camera: true, chosen: { camera: 'desk' } });
});

test('[VC-20] a value nobody understands is the same as none', () => {
  sessionStorage.setItem('werkraum.media-entry', '{{');
  expect(recallEntry()).toEqual({ microphone: false, camera: false, chosen: {} });
});
