import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const ATKINSON = '@expo-google-fonts/atkinson-hyperlegible-next';
const FILES = [
  ...['400Regular', '400Regular_Italic', '600SemiBold', '700Bold', '700Bold_Italic'].map(
    (style) => `${ATKINSON}/${style}/AtkinsonHyperlegibleNext_${style}.ttf`,
  ),
  'pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf',
  'pdfjs-dist/standard_fonts/LiberationSans-Bold.ttf',
];

/** The bytes of every font a booklet is set in, from packages of ours; nothing is asked of the system or a network. */
export const readFonts = (): Promise<Uint8Array[]> =>
  Promise.all(FILES.map(async (file) => new Uint8Array(await readFile(fileURLToPath(import.meta.resolve(file))))));
