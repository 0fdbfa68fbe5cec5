/** SQLite's primary result codes that this adapter tells apart (https://sqlite.org/rescode.html). */
const BUSY = 5;
const CORRUPT = 11;
const FULL = 13;
const NOT_A_DATABASE = 26;

function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}

export const isBusy = (error: unknown): boolean => primaryCode(error) === BUSY;

export const isNoDatabase = (error: unknown): boolean => primaryCode(error) === NOT_A_DATABASE;

/** Whether a row cannot be decoded: SQLite calls its page corrupt, or a number is none that was ever written. */
function isIllegible(error: unknown): boolean {
  if (primaryCode(error) === CORRUPT) return true;
  return error instanceof Error && 'code' in error && error.code === 'ERR_OUT_OF_RANGE';
}

/** Runs a lookup; a row that cannot even be decoded counts as missing. */
export function legible<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (isIllegible(error)) return undefined;
    throw error;
  }
}

/** The reason in the port's words. A file-size limit shows up as an I/O error and so is `broken`. */
export const whyNotSaved = (error: unknown): 'full' | 'broken' => (primaryCode(error) === FULL ? 'full' : 'broken');

export const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
