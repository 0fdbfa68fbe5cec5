import type { Instant, TemplateId } from '@werkraum/protocol';
import type { Draft } from './draft.ts';

/** A draft as this browser keeps it. */
export interface KeptDraft {
  id: string;
  draft: Draft;
  changedAt: Instant;
  /** Rises with every write of any tab. */
  revision: number;
  /** The template it began with. */
  template?: TemplateId;
  /** When a workshop was last made of it. */
  createdAt?: Instant;
}

/** `kept`: it is there next time. `full`: storage is blocked or full. `changed`: another tab wrote in between, so nothing was written. */
export type Keeping = 'kept' | 'full' | 'changed';

/** All drafts of this browser. They never leave it. */
export interface DraftShelf {
  /** The newest first. What cannot be read is left out, and left alone. */
  list(): readonly KeptDraft[];
  read(id: string): KeptDraft | undefined;
  /** Writes unless another tab has: `revision` has to be one more than what stands there, or `force` says that it may go. */
  write(kept: KeptDraft, force?: boolean): Keeping;
  drop(id: string): void;
  /** Calls whenever another tab wrote or dropped this draft. Returns how to stop. */
  watch(id: string, changed: (kept: KeptDraft | undefined) => void): () => void;
}

const PREFIX = 'werkraum.design.';

export function createDraftShelf(storage: Storage | undefined): DraftShelf {
  const read = (id: string) => attempt(() => parse(storage?.getItem(PREFIX + id) ?? undefined));
  return {
    list: () => {
      const keys = attempt(() => Object.keys(storage ?? {})) ?? [];
      const found = keys.filter((key) => key.startsWith(PREFIX)).map((key) => read(key.slice(PREFIX.length)));
      return found.filter((kept) => kept !== undefined).sort((a, b) => b.changedAt - a.changedAt);
    },
    read,
    write: (kept, force = false) => {
      if (!storage) return 'full';
      const there = read(kept.id);
      if (!force && there && there.revision !== kept.revision - 1) return 'changed';
      return (
        attempt(() => {
          storage.setItem(PREFIX + kept.id, JSON.stringify(kept));
          return 'kept' as const;
        }) ?? 'full'
      );
    },
    drop: (id) => void attempt(() => storage?.removeItem(PREFIX + id)),
    watch: (id, changed) => {
      const onStorage = ({ key, newValue }: StorageEvent) => {
        if (key === PREFIX + id) changed(attempt(() => parse(newValue ?? undefined)));
      };
      addEventListener('storage', onStorage);
      return () => removeEventListener('storage', onStorage);
    },
  };
}

/** The storage of this browser; undefined where it is switched off. */
export const localDrafts = (): DraftShelf => createDraftShelf(attempt(() => localStorage));

// Blocked, full and damaged storage are told apart by what is missing, not by an error.
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

function parse(text: string | undefined): KeptDraft | undefined {
  const kept: unknown = text === undefined ? undefined : JSON.parse(text);
  return isKept(kept) ? kept : undefined;
}

type Unknown = Record<string, unknown>;
const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null;

/** As much as the page needs to show it; whether it is a valid plan is told by the checks. */
function isKept(value: unknown): value is KeptDraft {
  if (!isObject(value) || !isObject(value.draft) || !isObject(value.draft.plan)) return false;
  const { plan, people } = value.draft;
  const { title, language, phases } = plan as Unknown;
  const whole = typeof title === 'string' && (language === 'de' || language === 'en') && Array.isArray(phases);
  return (
    whole &&
    phases.length > 0 &&
    phases.every(isPhase) &&
    Array.isArray(people) &&
    people.every(isPerson) &&
    typeof value.id === 'string' &&
    typeof value.changedAt === 'number' &&
    typeof value.revision === 'number'
  );
}

const KINDS = ['intro', 'input-talk', 'breakout-round', 'plenary-reflection', 'break'];

const isPhase = (value: unknown): boolean =>
  isObject(value) &&
  ['id', 'title'].every((key) => typeof value[key] === 'string') &&
  ['plannedMs', 'minMs'].every((key) => typeof value[key] === 'number') &&
  KINDS.includes(String(value.kind)) &&
  (value.kind !== 'breakout-round' || (isObject(value.round) && typeof value.round.topic === 'string'));

const isPerson = (value: unknown): boolean =>
  isObject(value) && ['id', 'name', 'role', 'address'].every((key) => typeof value[key] === 'string');
