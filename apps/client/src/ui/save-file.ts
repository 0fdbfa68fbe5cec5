/** Hands a text to the browser as a file to be saved. */
export const saveFile = (name: string, type: string, text: string): void => saveBytes(name, new Blob([text], { type }));

/** Hands bytes to the browser as a file to be saved. Signs that file systems do not take become a dash. */
export function saveBytes(name: string, bytes: Blob): void {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(name);
  link.click();
  // The browser has taken the bytes over by the time the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

const RESERVED = /[\p{Cc}<>:"/\\|?*]+/gu;

/** A name every file system takes. */
const fileName = (name: string): string =>
  name
    .replace(RESERVED, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .trim()
    .slice(-120) || 'werkraum';
