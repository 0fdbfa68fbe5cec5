import { RoomEvent as LiveKit, type RemoteTrackPublication, type Room, Track } from 'livekit-client';

/** Which tracks of other people arrive. */
export interface Receiver {
  /** Agrees with the server on everything that is there; call it when joined. */
  joined(): void;
  /** From now on sound, and the pictures that are looked at, arrive. */
  open(): void;
  close(): void;
  /** Somebody looks at a picture, or nobody does any more. */
  look(trackSid: string, isOnScreen: boolean): void;
}

/** So many pictures fit on one page of the stage: in a smaller room all of them will be looked at. */
const PAGE = 12;
/** Pictures that nobody looks at so long after the opening are not fetched any longer. */
const FIRST_LOOK_MS = 3_000;
/** Looking into another window for a moment costs nothing. */
const HIDDEN_MS = 5_000;

/**
 * Everything is subscribed to from the start, switched off at the server: agreeing on tracks takes long, switching them on
 * does not. Sound is on while the room is open, a picture while it is on screen; in a small room all pictures begin
 * with the opening, without waiting to be drawn.
 */
export function createReceiver(room: Room): Receiver {
  const looked = new Set<string>();
  let isOpen = false;
  let isFirstLook = false;
  let isHidden = document.hidden;
  let hiddenSoon: ReturnType<typeof setTimeout> | undefined;

  const publications = (): RemoteTrackPublication[] =>
    [...room.remoteParticipants.values()].flatMap(
      (who) => [...who.trackPublications.values()] as RemoteTrackPublication[],
    );
  const isVideo = ({ kind }: RemoteTrackPublication) => kind === Track.Kind.Video;

  function isWanted(publication: RemoteTrackPublication, anyPicture: boolean): boolean {
    if (!isOpen) return false;
    if (!isVideo(publication)) return true;
    return !isHidden && (anyPicture || looked.has(publication.trackSid));
  }

  function apply(): void {
    const all = publications();
    const anyPicture = isFirstLook && all.filter(isVideo).length <= PAGE;
    for (const publication of all) {
      if (!publication.isDesired) publication.setSubscribed(true);
      publication.setEnabled(isWanted(publication, anyPicture));
    }
  }

  function watchVisibility(): void {
    clearTimeout(hiddenSoon);
    const follow = () => {
      isHidden = document.hidden;
      apply();
    };
    if (document.hidden) hiddenSoon = setTimeout(follow, HIDDEN_MS);
    else follow();
  }

  room.on(LiveKit.TrackPublished, apply);
  room.on(LiveKit.Reconnected, apply);
  room.once(LiveKit.Disconnected, () => {
    clearTimeout(hiddenSoon);
    document.removeEventListener('visibilitychange', watchVisibility);
  });

  return {
    joined: () => {
      document.addEventListener('visibilitychange', watchVisibility);
      apply();
    },
    open: () => {
      if (isOpen) return;
      isOpen = true;
      isFirstLook = true;
      setTimeout(() => {
        isFirstLook = false;
        apply();
      }, FIRST_LOOK_MS);
      apply();
    },
    close: () => {
      isOpen = false;
    },
    look: (trackSid, isOnScreen) => {
      if (isOnScreen) looked.add(trackSid);
      else looked.delete(trackSid);
      apply();
    },
  };
}
