import { type Instant, type Reply, RICH_TEXT_LIMITS, RichText, type RoomId, type SessionId } from '@werkraum/protocol';
import type { Handing, WrittenText } from '../domain/notes/notes.ts';
import { withoutAuthors } from '../domain/notes/written.ts';
import { entries } from '../domain/records.ts';
import type { Session } from '../domain/session.ts';
import type { Cancel, Clock } from '../ports/clock.ts';
import type { NotesKeeper } from '../ports/notes.ts';
import { isPassing } from './answers.ts';
import type { Handle } from './house.ts';
import type { Report } from './report.ts';

/** Reads notes that a table wants to hand over and puts them into the log. Holds work, not truth. */
export interface NotesDesk {
  /** After every commit, and when a session was read from the log. */
  watch(sessionId: SessionId, session: Session): void;
  forget(sessionId: SessionId): void;
  stop(): void;
}

export interface NotesDeskParts {
  clock: Clock;
  keeper: NotesKeeper;
  handle: Handle;
  report: Report;
}

const RETRY_MS = 1_000;
const HOUSE = { kind: 'house' } as const;

export function createNotesDesk({ clock, keeper, handle, report }: NotesDeskParts): NotesDesk {
  /** What is being handed over, by session, room and wish; undefined while the reading is under way. */
  const works = new Map<SessionId, Map<string, Cancel | undefined>>();
  let stopped = false;

  async function textOf(sessionId: SessionId, roomId: RoomId): Promise<WrittenText | 'again'> {
    const key = { sessionId, place: roomId };
    try {
      await keeper.keepVersion(key, clock.now());
      return await keeper.text(key);
    } catch (error) {
      report(error, `reading notes of session ${sessionId}`);
      return 'again';
    }
  }

  async function keep(sessionId: SessionId, roomId: RoomId, askedAt: Instant, text: WrittenText): Promise<Reply> {
    const handed = isWithinLimits(text) ? { text } : {};
    return handle(sessionId, { type: 'keep-handed-notes', roomId, askedAt, ...handed }, HOUSE).catch(
      (error: unknown): Reply => {
        report(error, `handing over notes of session ${sessionId}`);
        return { ok: false, rejection: 'try-again' };
      },
    );
  }

  async function work(sessionId: SessionId, roomId: RoomId, { at }: Handing, name: string): Promise<void> {
    const text = await textOf(sessionId, roomId);
    const again = text === 'again' || isPassing(await keep(sessionId, roomId, at, text));
    const theirs = works.get(sessionId);
    if (stopped || !theirs?.has(name)) return;
    if (again)
      theirs.set(
        name,
        clock.at(clock.now() + RETRY_MS, () => begin(sessionId, roomId, at, name)),
      );
    else theirs.delete(name);
  }

  function begin(sessionId: SessionId, roomId: RoomId, at: Instant, name: string): void {
    works.get(sessionId)?.set(name, undefined);
    void work(sessionId, roomId, { at } as Handing, name);
  }

  function forget(sessionId: SessionId): void {
    for (const cancel of works.get(sessionId)?.values() ?? []) cancel?.();
    works.delete(sessionId);
  }

  return {
    watch(sessionId, { notes: { asked } }) {
      for (const [roomId, { at }] of entries(asked)) {
        const theirs = works.get(sessionId) ?? new Map<string, Cancel | undefined>();
        works.set(sessionId, theirs);
        const name = `${roomId} ${at}`;
        if (!theirs.has(name)) begin(sessionId, roomId, at, name);
      }
    },
    forget,
    stop() {
      stopped = true;
      for (const sessionId of [...works.keys()]) forget(sessionId);
    },
  };
}

/** More than this is no result of a table any more; the screen says so before anybody asks [NO-13]. */
const isWithinLimits = (text: WrittenText): boolean =>
  text.length <= RICH_TEXT_LIMITS.blocks && RichText.safeParse(withoutAuthors(text)).success;
