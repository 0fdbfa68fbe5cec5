import type { SeatView } from '@werkraum/protocol';
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { followYou, useConnection } from '../../connection/hooks.ts';
import { browserMedia } from '../../media/browser-media.ts';
import type { MediaSeat, MediaSession } from '../../media/media-session.ts';
import type { MediaState } from '../../media/media-store.ts';
import { useStore } from '../../ui/use-store.ts';

const Context = createContext<MediaSession | undefined>(undefined);

const NOWHERE: MediaSeat = {
  video: {},
  publish: { microphone: false, camera: false, screen: false },
  mutes: 0,
};

/** Sound and pictures for everything inside: the given ones (gallery, tests), or this browser's, following the own seat. */
export function MediaProvider(props: { media?: MediaSession; children: ComponentChildren }) {
  const { media, children } = props;
  return media ? <Context.Provider value={media}>{children}</Context.Provider> : <OwnMedia>{children}</OwnMedia>;
}

function OwnMedia({ children }: { children: ComponentChildren }) {
  const { store, requestVideoToken } = useConnection();
  const [media] = useState(() => browserMedia(requestVideoToken));
  useLayoutEffect(() => followYou(store, (you) => media.follow(mediaSeat(you))), [media, store]);
  useEffect(() => () => void media.leave(), [media]);
  return <Context.Provider value={media}>{children}</Context.Provider>;
}

/** Whoever lost their seat (removed, taken over) is nowhere. */
const mediaSeat = (you: SeatView | undefined): MediaSeat => you ?? NOWHERE;

/** The media of this room; throws outside of a provider. */
export function useMedia(): MediaSession {
  const media = useContext(Context);
  if (!media) throw new Error('no media: wrap this in <MediaProvider>');
  return media;
}

/** One part of the media's state. `select` returns a part that exists in the state, never a fresh object. */
export const useMediaState = <Part,>(select: (state: MediaState) => Part): Part => useStore(useMedia().store, select);
