/** What one traced system call did to a file, or said to the world. */
export type DiskEvent =
  | { kind: 'write'; path: string; offset: number; data: Buffer }
  | { kind: 'truncate'; path: string; length: number }
  | { kind: 'unlink'; path: string }
  | { kind: 'sync'; path: string }
  | { kind: 'said'; text: string };

const bytes = (escaped = ''): Buffer => Buffer.from(escaped.replaceAll('\\x', ''), 'hex');
const text = (escaped?: string): string => bytes(escaped).toString();

function parseCall(call: string): DiskEvent | undefined {
  const write = /^pwrite64\(\d+<([^>]*)>, "([^"]*)", \d+, (\d+)/.exec(call);
  if (write) return { kind: 'write', path: text(write[1]), data: bytes(write[2]), offset: Number(write[3]) };
  const said = /^write\(1<[^>]*>, "([^"]*)"/.exec(call);
  if (said) return { kind: 'said', text: text(said[1]) };
  const truncate = /^ftruncate\(\d+<([^>]*)>, (\d+)/.exec(call);
  if (truncate) return { kind: 'truncate', path: text(truncate[1]), length: Number(truncate[2]) };
  const unlink = /^unlink\("([^"]*)"/.exec(call);
  if (unlink) return { kind: 'unlink', path: text(unlink[1]) };
  const sync = /^f(?:data)?sync\(\d+<([^>]*)>/.exec(call);
  return sync ? { kind: 'sync', path: text(sync[1]) } : undefined;
}

/**
 * Reads the output of `strace -f -y -xx`. What a call writes counts from its beginning, what a sync saves only from its end: a
 * call that other threads interrupt stands in two lines.
 */
export function parseTrace(trace: string): DiskEvent[] {
  const interrupted = new Map<string, DiskEvent>();
  return trace.split('\n').flatMap((line) => {
    const [, thread = '', call = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    if (/^<\.\.\. f(data)?sync resumed>/.test(call)) return interrupted.get(thread) ?? [];
    const event = parseCall(call);
    if (event?.kind !== 'sync' || !call.endsWith('<unfinished ...>')) return event ?? [];
    interrupted.set(thread, event);
    return [];
  });
}

const SECTOR = 512;

interface File {
  content: Buffer;
  /** Since the last sync, oldest first: may have reached the disk or not, in any combination. */
  pending: Exclude<DiskEvent, { kind: 'said' | 'sync' }>[];
}

function applied(content: Buffer, change: File['pending'][number], keeps: () => boolean): Buffer {
  if (change.kind === 'unlink') return content;
  if (change.kind === 'truncate')
    return Buffer.concat([content, Buffer.alloc(change.length)]).subarray(0, change.length);
  const { offset, data } = change;
  const grown = Buffer.concat([content, Buffer.alloc(Math.max(0, offset + data.length - content.length))]);
  for (let at = 0; at < data.length; at += SECTOR) {
    if (keeps()) data.copy(grown, offset + at, at, at + SECTOR);
  }
  return grown;
}

/**
 * A disk that promises nothing but what was synced. Sectors of 512 bytes are written whole; a file's removal is certain
 * after its folder was synced.
 */
export function createDisk() {
  const files = new Map<string, File>();
  const fileAt = (path: string): File => {
    const file = files.get(path) ?? { content: Buffer.alloc(0), pending: [] };
    files.set(path, file);
    return file;
  };
  const isRemoved = ({ pending }: File) => pending.at(-1)?.kind === 'unlink';

  function sync(path: string): void {
    for (const [name, file] of files) if (name.startsWith(`${path}/`) && isRemoved(file)) files.delete(name);
    const file = files.get(path);
    if (!file) return;
    file.content = file.pending.reduce((content, change) => applied(content, change, () => true), file.content);
    file.pending = [];
  }

  return {
    happens(event: Exclude<DiskEvent, { kind: 'said' }>): void {
      if (event.kind === 'sync') sync(event.path);
      else fileAt(event.path).pending.push(event);
    },
    /** The files as they may be found after the power was cut now; `chance` decides what of the unsynced is there. */
    cut(chance: () => boolean): Map<string, Buffer> {
      const found = new Map<string, Buffer>();
      for (const [path, file] of files) {
        if (isRemoved(file) && chance()) continue;
        const survives = file.pending.filter(({ kind }) => kind !== 'truncate' || chance());
        found.set(
          path,
          survives.reduce((content, change) => applied(content, change, chance), file.content),
        );
      }
      return found;
    },
  };
}
