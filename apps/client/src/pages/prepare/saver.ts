import type { PrepAnswer } from '@werkraum/protocol';
import type { SeatAnswer, SeatRefusal } from '../../connection/seat-answer.ts';
import type { Sending } from '../../connection/seat-api.ts';

type Answers = Readonly<Record<string, PrepAnswer | null>>;

/** How saving stands, whenever that changes. */
export interface SaverNews {
  saving: 'saved' | 'unsaved' | 'saving' | 'waiting';
  /** Question id → why the server did not take the answer. */
  refused: Readonly<Record<string, string>>;
  /** An answer was taken just now. */
  taken: boolean;
}

export interface SaverParts {
  send(questionId: string, answer: PrepAnswer | null, sending?: Sending): Promise<SeatAnswer<undefined>>;
  tell(news: SaverNews): void;
  /** Runs once after a delay in milliseconds; returns how to cancel. */
  after(ms: number, run: () => void): () => void;
  /** Keeps what was not taken yet in this tab, also over a reload [PR-13]; undefined: there is nothing to keep. */
  keep(pending: Answers | undefined): void;
  /** What was kept earlier. */
  kept(): Answers | undefined;
}

/** Sends answers soon after they were given, one after the other, and again until they are taken. */
export interface Saver {
  set(questionId: string, answer: PrepAnswer | null, how: 'typed' | 'chosen'): void;
  /** Waits no longer. */
  settle(): void;
  /** Sends what was kept when the page was left. */
  resume(): void;
  /** What was not taken yet. */
  pending(): Answers;
  /** Says everything once more, in a way that outlives the page. */
  part(): void;
  close(): void;
}

/** A pause in typing. */
const PAUSE_MS: Record<'typed' | 'chosen', number> = { typed: 1_500, chosen: 300 };
const AGAIN_MS = 5_000;
/** Rejections that pass by themselves. */
const PASSING = new Set(['try-again', 'not-saving']);

export function createSaver({ send, tell, after, keep, kept }: SaverParts): Saver {
  let pending: Answers = kept() ?? {};
  let refused: Readonly<Record<string, string>> = {};
  let saving: SaverNews['saving'] = 'saved';
  let cancel = () => {};
  let busy = false;
  let closed = false;

  const say = (state: SaverNews['saving'], taken = false) => {
    saving = state;
    tell({ saving, refused, taken });
  };
  const wake = (ms: number) => {
    cancel();
    cancel = after(ms, () => void drain());
  };
  const next = (): [string, PrepAnswer | null] | undefined =>
    Object.entries(pending).find(([id]) => refused[id] === undefined);

  /** False: nobody takes anything at the moment. */
  async function sendOne([id, answer]: [string, PrepAnswer | null]): Promise<boolean> {
    const reply = await send(id, answer, { once: true });
    if (closed) return false;
    if (!reply.ok && !isFinal(reply)) return false;
    // What was typed meanwhile is another answer and stays.
    if (pending[id] === answer) {
      if (reply.ok) {
        const { [id]: _taken, ...rest } = pending;
        pending = rest;
      } else refused = { ...refused, [id]: reply.code };
      keepPending();
    }
    say('saving', reply.ok);
    return true;
  }

  async function drain(): Promise<void> {
    if (busy) return;
    busy = true;
    let reached = true;
    for (let one = next(); one && reached && !closed; one = next()) {
      if (saving !== 'waiting') say('saving');
      reached = await sendOne(one);
    }
    busy = false;
    if (closed) return;
    if (!reached) {
      say('waiting');
      return wake(AGAIN_MS);
    }
    say(Object.keys(pending).length > 0 ? 'unsaved' : 'saved');
  }

  const keepPending = () => keep(Object.keys(pending).length > 0 ? pending : undefined);

  return {
    set(id, answer, how) {
      pending = { ...pending, [id]: answer };
      const { [id]: _again, ...others } = refused;
      refused = others;
      keepPending();
      if (saving !== 'waiting') say('unsaved');
      wake(PAUSE_MS[how]);
    },
    settle: () => (next() ? wake(0) : undefined),
    resume() {
      if (next()) {
        say('unsaved');
        wake(0);
      }
    },
    pending: () => pending,
    part() {
      for (const [id, answer] of Object.entries(pending)) void send(id, answer, { parting: true });
    },
    close() {
      closed = true;
      cancel();
    },
  };
}

const isFinal = ({ problem, code }: SeatRefusal): boolean => problem === 'refused' && !PASSING.has(code);
