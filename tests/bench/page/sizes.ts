import type { Browser } from '@playwright/test';
import { alone, atMost, type Line } from '../lines.ts';
import type { Crowd } from './crowd.ts';
import { enterRoom } from './enter.ts';
import { kilobytes, type LoadedFile } from './first-load.ts';
import type { PageHouse } from './house.ts';

const AIM_KB = 120;
/** Smaller files are summed up. */
const WORTH_A_LINE_BYTES = 3_000;

/** What the network carried until the room was drawn. Bytes do not vary: one look is enough. */
export async function sizeLines(
  browser: Browser,
  house: PageHouse,
  crowd: Crowd,
): Promise<{ lines: Line[]; files: readonly LoadedFile[] }> {
  const participant = await enterRoom(browser, house, crowd, { rate: 1 });
  const facilitator = await enterRoom(browser, house, crowd, { rate: 1, as: crowd.leader });
  await participant.close();
  await facilitator.close();
  const { files } = participant;
  const code = (loaded: readonly LoadedFile[]) => [kilobytes(loaded, 'document', 'code', 'style')];
  const note = `${files.length} files; before video, gzip -9: ${largest(files)}`;
  return {
    files,
    lines: [
      alone('first load of the room, code and styles', 'kB', code(files), { aim: atMost(AIM_KB, 'ours'), note }),
      alone('the same for a facilitator', 'kB', code(facilitator.files), { aim: atMost(AIM_KB, 'ours') }),
      alone('typeface beside it', 'kB', [kilobytes(files, 'font')], { note: 'text is readable before it comes' }),
    ],
  };
}

function largest(files: readonly LoadedFile[]): string {
  const code = files
    .filter(({ kind, gzipBytes }) => kind !== 'font' && gzipBytes >= WORTH_A_LINE_BYTES)
    .sort((one, other) => other.gzipBytes - one.gzipBytes)
    .map(({ name, gzipBytes }) => `${chunkName(name)} ${(gzipBytes / 1_000).toFixed(1)}`);
  return [...code, 'the rest below 3 each'].join(', ');
}

/** Without the hash that changes with every build. */
const chunkName = (path: string): string => (path.split('/').pop() ?? path).replace(/-[\w-]{8}(?=\.\w+$)/, '');
