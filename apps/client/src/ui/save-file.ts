/** Hands a text to the browser as a file to be saved. Signs that file systems do not take become a dash. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(name);
  link.click();
  // The browser has taken the text over by the time the click returns.
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
