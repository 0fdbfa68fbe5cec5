import { type Logger, pino } from 'pino';
import type { Report } from './application/report.ts';

/** What may stand in a log line. Names, tokens, addresses and bodies have no field and so no way in. */
export interface LogFields {
  doing?: string | undefined;
  fault?: string | undefined;
  code?: string | undefined;
  stack?: string | undefined;
  port?: number | undefined;
  video?: string | undefined;
  files?: string | undefined;
  signal?: string | undefined;
  sessions?: number | undefined;
}

export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

const ALLOWED = ['doing', 'fault', 'code', 'stack', 'port', 'video', 'files', 'signal', 'sessions'] as const;

const allowed = (fields: LogFields = {}): LogFields =>
  Object.fromEntries(ALLOWED.flatMap((field) => (fields[field] === undefined ? [] : [[field, fields[field]]])));

/** One JSON line per event on standard output, or wherever `destination` writes. */
export function createLog(level: string, destination?: { write(line: string): void }): Log {
  const options = { level, base: undefined };
  const logger: Logger = destination ? pino(options, destination) : pino(options);
  return {
    info: (message, fields) => logger.info(allowed(fields), message),
    warn: (message, fields) => logger.warn(allowed(fields), message),
    error: (message, fields) => logger.error(allowed(fields), message),
  };
}

// A message may quote the value that broke something; from the first brace or quotation mark on it is left out.
const withoutValues = (message: string): string => message.split(/[{["'`]/, 1)[0]?.trim() ?? '';
const frames = (stack: string | undefined): string | undefined =>
  stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
    .join(' | ');

/** Writes faults into the log, without the values that were being handled, and counts them. */
export function createReport(log: Log, count: () => void): Report {
  return (error, doing) => {
    count();
    if (!(error instanceof Error)) return log.error('fault', { doing, fault: typeof error });
    const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    const fault = `${error.name}: ${withoutValues(error.message)}`;
    return log.error('fault', { doing, fault, code, stack: frames(error.stack) });
  };
}
