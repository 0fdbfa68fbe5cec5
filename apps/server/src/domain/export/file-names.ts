/** What some file system or archive program takes for more than a letter, and what nobody sees. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu;
/** Names that Windows keeps for devices, whatever their ending. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
const MOST_LETTERS = 80;

/** A text as the name of a file or a folder that every file system takes: never a path, never empty. */
export function safeName(text: string, otherwise: string): string {
  const plain = text.toWellFormed().normalize('NFC').replace(UNSAFE, '-').replace(/\s+/g, ' ');
  const short = [...plain].slice(0, MOST_LETTERS).join('');
  const name = short.replace(/^[.\s-]+|[.\s-]+$/g, '').replace(DEVICES, '_$1');
  return name === '' ? otherwise : name;
}

/** Gives each name once, however letters are capitalised: a second one is numbered. `ending` begins with its dot. */
export function createNames(): (name: string, ending: string) => string {
  const given = new Set<string>();
  return (name, ending) => {
    let free = name;
    for (let count = 2; given.has(`${free}${ending}`.toLowerCase()); count += 1) free = `${name} (${count})`;
    given.add(`${free}${ending}`.toLowerCase());
    return `${free}${ending}`;
  };
}
