import type { RoomKeeper } from './room-keeper.ts';

/** The room keeper of a house that runs without video on purpose. */
export const noVideo = (): RoomKeeper => ({
  watch: () => {},
  start: () => {},
  issueToken: async () => ({ ok: false, reason: 'video-off' }),
  maySignal: () => false,
  sessionOf: () => undefined,
  hint: () => {},
  roomCount: () => 0,
  health: () => 'off',
  onHealth: () => () => {},
  onExpelled: () => {},
  stop: () => {},
});
