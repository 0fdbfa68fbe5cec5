import {
  fromBase64,
  type NotesCaret,
  type NotesMessage,
  type NotesOpened,
  type NotesPlace,
  type NotesRefusal,
  type NotesReply,
  type NotesVersionId,
  type NotesVersionReply,
  type NotesVersionsReply,
  type SeatId,
  type SessionId,
  toBase64,
} from '@werkraum/protocol';
import { roundInUse } from '../domain/breakouts/in-use.ts';
import { type NotesAccess, notesAccess } from '../domain/notes/access.ts';
import type { Session } from '../domain/session.ts';
import type { Clock } from '../ports/clock.ts';
import type { NotesKeeper } from '../ports/notes.ts';
import type { House } from './house.ts';
import type { Report } from './report.ts';

/** Somebody who follows the notes of a place, and how to tell them. */
export interface Follower {
  sessionId: SessionId;
  seatId: SeatId;
  tell(message: NotesMessage): void;
}

/** Writing together: who follows which notes, and what each is told. Everything asks anew whether the seat may. */
export interface NotesRoom {
  open(who: Follower, place: NotesPlace, vector: string): Promise<NotesOpened>;
  update(who: Follower, place: NotesPlace, update: string): Promise<NotesReply>;
  point(who: Follower, place: NotesPlace, caret: NotesCaret | null): void;
  versions(who: Follower, place: NotesPlace): Promise<NotesVersionsReply>;
  version(who: Follower, place: NotesPlace, version: NotesVersionId): Promise<NotesVersionReply>;
  restore(who: Follower, place: NotesPlace, version: NotesVersionId): Promise<NotesReply>;
  /** Follows no notes of this place any more, or of none at all. */
  close(who: Follower, place?: NotesPlace): void;
  /** After every commit: whoever is no longer at the place is cut off at once. */
  committed(sessionId: SessionId, before: Session | undefined, after: Session): void;
  /** The notes of a session changed behind everybody's back: they open them anew. */
  reopen(sessionId: SessionId): void;
  forget(sessionId: SessionId): void;
}

export interface NotesRoomParts {
  house: Pick<House, 'session'>;
  keeper: NotesKeeper;
  clock: Clock;
  report: Report;
}

interface Following {
  place: NotesPlace;
  access: NotesAccess;
  caret?: NotesCaret | undefined;
}

const refuse = (reason: NotesRefusal) => ({ ok: false, reason }) as const;

export function createNotesRoom({ house, keeper, clock, report }: NotesRoomParts): NotesRoom {
  const sessions = new Map<SessionId, Map<Follower, Following>>();

  const accessOf = ({ sessionId, seatId }: Follower, place: NotesPlace): NotesAccess => {
    const session = house.session(sessionId);
    return session ? notesAccess(session, seatId, place) : 'none';
  };
  const mayWrite = (who: Follower, place: NotesPlace): NotesRefusal | undefined => {
    const access = accessOf(who, place);
    return access === 'write' ? undefined : access === 'read' ? 'read-only' : 'not-here';
  };
  const followersOf = (sessionId: SessionId) => sessions.get(sessionId) ?? new Map<Follower, Following>();

  function others(who: Follower, place: NotesPlace): [Follower, Following][] {
    return [...followersOf(who.sessionId)].filter(([other, following]) => other !== who && following.place === place);
  }

  function tellOthers(who: Follower, message: NotesMessage): void {
    for (const [other] of others(who, message.place)) other.tell(message);
  }

  function leave(who: Follower): void {
    const followers = followersOf(who.sessionId);
    const following = followers.get(who);
    followers.delete(who);
    if (followers.size === 0) sessions.delete(who.sessionId);
    if (following?.caret) hideCaret(who, following.place);
  }

  const hideCaret = (who: Follower, place: NotesPlace): void =>
    tellOthers(who, { kind: 'caret', place, seatId: who.seatId, caret: null });

  function cut(who: Follower, { place }: Following): void {
    leave(who);
    who.tell({ kind: 'cut', place });
  }

  async function open(who: Follower, place: NotesPlace, vector: string): Promise<NotesOpened> {
    const held = fromBase64(vector);
    if (!held) return refuse('malformed');
    if (accessOf(who, place) === 'none') return refuse('not-here');
    // From now on they are told what comes, so that nothing is missed between this and the answer.
    leave(who);
    const following: Following = { place, access: accessOf(who, place) };
    sessions.set(who.sessionId, followersOf(who.sessionId).set(who, following));
    const { update, vector: ours } = await keeper.open({ sessionId: who.sessionId, place }, held);
    // Meanwhile they may have been brought elsewhere.
    if (followersOf(who.sessionId).get(who) !== following) return refuse('not-here');
    const carets = others(who, place).flatMap(([{ seatId }, { caret }]) => (caret ? [{ seatId, caret }] : []));
    const mayWrite = following.access === 'write';
    return { ok: true, update: toBase64(update), vector: toBase64(ours), mayWrite, carets };
  }

  async function update(who: Follower, place: NotesPlace, text: string): Promise<NotesReply> {
    const change = fromBase64(text);
    if (!change) return refuse('malformed');
    const refusal = mayWrite(who, place);
    if (refusal) return refuse(refusal);
    const key = { sessionId: who.sessionId, place };
    const result = await keeper.update(key, { update: change, by: who.seatId, at: clock.now() });
    if (result !== 'kept') return refuse(result);
    tellOthers(who, { kind: 'update', place, update: text });
    return { ok: true };
  }

  async function restore(who: Follower, place: NotesPlace, version: NotesVersionId): Promise<NotesReply> {
    const refusal = mayWrite(who, place);
    if (refusal) return refuse(refusal);
    const change = await keeper.restore({ sessionId: who.sessionId, place }, version, clock.now());
    if (!change) return refuse('no-such-version');
    const message: NotesMessage = { kind: 'update', place, update: toBase64(change) };
    tellOthers(who, message);
    if (followersOf(who.sessionId).get(who)?.place === place) who.tell(message);
    return { ok: true };
  }

  /** Tables that are no longer in use: what stands there now is worth a version [NO-9]. */
  function keepClosed(before: Session): void {
    for (const { roomId } of roundInUse(before)?.tables ?? []) {
      const key = { sessionId: before.id, place: roomId };
      keeper.keepVersion(key, clock.now()).catch((error: unknown) => report(error, 'keeping a version of notes'));
    }
  }

  return {
    open,
    update,
    restore,
    point(who, place, caret) {
      const following = followersOf(who.sessionId).get(who);
      if (following?.place !== place || mayWrite(who, place)) return;
      following.caret = caret ?? undefined;
      tellOthers(who, { kind: 'caret', place, seatId: who.seatId, caret });
    },
    async versions(who, place) {
      if (accessOf(who, place) === 'none') return refuse('not-here');
      const versions = await keeper.versions({ sessionId: who.sessionId, place });
      // Who has left meanwhile is told nothing of the place.
      return accessOf(who, place) === 'none' ? refuse('not-here') : { ok: true, versions: [...versions] };
    },
    async version(who, place, version) {
      if (accessOf(who, place) === 'none') return refuse('not-here');
      const text = await keeper.version({ sessionId: who.sessionId, place }, version);
      if (accessOf(who, place) === 'none') return refuse('not-here');
      return text ? { ok: true, text } : refuse('no-such-version');
    },
    close(who, place) {
      if (place === undefined || followersOf(who.sessionId).get(who)?.place === place) leave(who);
    },
    committed(sessionId, before, after) {
      const open = before?.breakouts.open;
      if (open && open.phaseId !== after.breakouts.open?.phaseId) keepClosed(before);
      if (before && placesAreSame(before, after)) return;
      for (const [who, following] of [...followersOf(sessionId)]) {
        if (notesAccess(after, who.seatId, following.place) !== following.access) cut(who, following);
      }
    },
    reopen(sessionId) {
      for (const [who, following] of [...followersOf(sessionId)]) cut(who, following);
    },
    forget: (sessionId) => void sessions.delete(sessionId),
  };
}

const placesAreSame = (before: Session, after: Session): boolean =>
  before.people === after.people && before.breakouts === after.breakouts && before.status === after.status;
