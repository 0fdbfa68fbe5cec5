import { expect, test } from 'vitest';
import { createLog, createReport } from './log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLog('info', { write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('only fields of the list get into the log, whatever is given', () => {
  const [line] = logged((log) => log.info('listening', { port: 1, name: 'Ada', secret: 'S' } as never));

  expect(Object.keys(line ?? {}).sort()).toEqual(['level', 'msg', 'port', 'time']);
});

test('a fault tells what and where, not with which values', () => {
  let counted = 0;
  const error = Object.assign(new TypeError('unexpected {"name":"Ada","secret":"S3CR3T"}'), { code: 'E_ODD' });
  const lines = logged((log) => createReport(log, () => (counted += 1))(error, 'handling raise-hand'));

  expect(lines).toEqual([
    expect.objectContaining({ doing: 'handling raise-hand', fault: 'TypeError: unexpected', code: 'E_ODD' }),
  ]);
  expect(lines[0]?.stack).toContain('log.test.ts');
  expect(JSON.stringify(lines)).not.toMatch(/Ada|S3CR3T/);
  expect(counted).toBe(1);
});
