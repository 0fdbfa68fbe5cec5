import { WORKSHOP_FILE_BYTES, WorkshopFile } from '@werkraum/protocol';
import { type Draft, fromFile } from './draft.ts';

/** Why a file was not taken. */
export type FileProblem =
  | { code: 'too-large' | 'not-json' | 'not-ours' | 'unreadable' }
  | { code: 'later-version'; version: number }
  /** `path`: where in the file, by keys and positions from 0. */
  | { code: 'unknown-entry'; path: readonly (string | number)[]; entry: string }
  | {
      code: 'missing' | 'wrong-kind' | 'too-short' | 'too-long' | 'not-allowed' | 'twice';
      path: readonly (string | number)[];
    };

export type ReadFile = { ok: true; draft: Draft } | { ok: false; problems: readonly FileProblem[] };

/** Reads a workshop file. Nothing in it is run, followed or kept besides what the format knows. */
export function readWorkshopFile(text: string): ReadFile {
  if (new TextEncoder().encode(text).length > WORKSHOP_FILE_BYTES) return refused({ code: 'too-large' });
  const content = json(text);
  if (content === undefined) return refused({ code: 'not-json' });
  const stranger = strangerOf(content);
  if (stranger) return refused(stranger);
  const file = WorkshopFile.safeParse(content, { reportInput: true });
  if (file.success) return { ok: true, draft: fromFile(file.data) };
  return { ok: false, problems: file.error.issues.flatMap(problemsOf) };
}

/** The file a person chose, as text. Files that are too large are not even read. */
export async function textOf(file: File): Promise<string | FileProblem> {
  if (file.size > WORKSHOP_FILE_BYTES) return { code: 'too-large' };
  return file.text().catch(() => ({ code: 'unreadable' }) as const);
}

const refused = (problem: FileProblem): ReadFile => ({ ok: false, problems: [problem] });

function json(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined; // undefined is no JSON value, so it can stand for "none"
  }
}

/** Files of others, and of later houses, are told as a whole and not entry by entry. */
function strangerOf(content: unknown): FileProblem | undefined {
  const { format, version } = (typeof content === 'object' && content !== null ? content : {}) as Record<
    string,
    unknown
  >;
  if (format !== 'werkraum-workshop') return { code: 'not-ours' };
  return typeof version === 'number' && version > 1 ? { code: 'later-version', version } : undefined;
}

type Issue = NonNullable<ReturnType<typeof WorkshopFile.safeParse>['error']>['issues'][number];

function problemsOf(issue: Issue): FileProblem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') return issue.keys.map((entry) => ({ code: 'unknown-entry', path, entry }));
  return [{ code: codeOf(issue), path }];
}

function codeOf(issue: Issue): 'missing' | 'wrong-kind' | 'too-short' | 'too-long' | 'not-allowed' | 'twice' {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : 'wrong-kind';
    case 'too_small':
      return 'too-short';
    case 'too_big':
      return 'too-long';
    case 'custom':
      return issue.message.endsWith('must differ') ? 'twice' : 'not-allowed';
    default:
      return 'not-allowed';
  }
}
