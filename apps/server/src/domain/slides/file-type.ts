import type { FileType } from '@werkraum/protocol';

/** What names of files end with. */
export const FILE_ENDINGS: Readonly<Record<FileType, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
};

/** What is kept was written by the inspection, or is a PDF it has read: the first bytes tell which. */
export function typeOf(bytes: Uint8Array): FileType | undefined {
  switch (bytes[0]) {
    case 0x25:
      return 'application/pdf';
    case 0x89:
      return 'image/png';
    case 0xff:
      return 'image/jpeg';
    case 0x52:
      return 'image/webp';
    default:
      return undefined;
  }
}
