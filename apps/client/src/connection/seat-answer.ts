/**
 * Why somebody was not served. `unknown-link` and `removed` are final for this link; `stopped`: whoever asked called it
 * off; `refused`: the server understood and said no, `code` says why.
 */
export type SeatProblem = 'unreachable' | 'unknown-link' | 'removed' | 'too-many' | 'stopped' | 'refused';

export interface SeatRefusal {
  ok: false;
  problem: SeatProblem;
  /** The server's own word: a rejection of a command or the code of a problem; the problem itself where there is none. */
  code: string;
}

export type SeatAnswer<Value> = { ok: true; value: Value } | SeatRefusal;

/** An answer that is none. */
export const refusalOf = (problem: SeatProblem, code: string = problem): SeatRefusal => ({ ok: false, problem, code });

/** What an answer that is none means, by its status and the problem details that came with it. */
export function refusalFrom(status: number, body: unknown): SeatRefusal {
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : undefined;
  if (status === 401) return refusalOf('unknown-link', code);
  if (status === 403 && code === 'removed') return refusalOf('removed', code);
  if (status === 429) return refusalOf('too-many', code);
  // Without a code of ours somebody else answered: a proxy before a server that restarts.
  return code === undefined ? refusalOf('unreachable') : refusalOf('refused', code);
}
