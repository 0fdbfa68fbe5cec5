import type { Problem } from '@werkraum/protocol';
import type { ErrorRequestHandler, Response } from 'express';
import type { Report } from '../application/report.ts';

/** What went wrong, for programs (`code`) and people (`title`). */
export interface ProblemKind {
  status: number;
  code: string;
  title: string;
}

export const NOT_FOUND: ProblemKind = { status: 404, code: 'not-found', title: 'There is nothing here.' };
export const MALFORMED: ProblemKind = { status: 400, code: 'malformed', title: 'This cannot be read.' };
const TOO_LARGE: ProblemKind = { status: 413, code: 'too-large', title: 'This is too large.' };
export const TOO_MANY: ProblemKind = { status: 429, code: 'too-many', title: 'Too many attempts. Wait a minute.' };
const FAULT: ProblemKind = { status: 500, code: 'try-again', title: 'Something broke. Please try again.' };

/** Answers with RFC 9457 problem details. */
export function sendProblem(response: Response, { status, code, title }: ProblemKind): void {
  const problem: Problem = { type: 'about:blank', status, title, code };
  response.setHeader('Cache-Control', 'no-store');
  response.status(status).type('application/problem+json').send(JSON.stringify(problem));
}

/** Turns what escaped a route into problem details; only faults of ours are reported. */
export function problemOf(report: Report): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: { status?: unknown }, _request, response, _next) => {
    if (response.headersSent) return void response.destroy();
    if (error.status === 413) return sendProblem(response, TOO_LARGE);
    if (typeof error.status === 'number' && error.status < 500) return sendProblem(response, MALFORMED);
    report(error, 'answering a request');
    return sendProblem(response, FAULT);
  };
}
