/** One or two letters for a name: `Ada` → `A`, `Ada Lovelace` → `AL`, `Karl-Heinz von Berg` → `KB`. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = letter(words[0] ?? '');
  const last = words.length > 1 ? letter(words.at(-1) ?? '') : '';
  return (first + last).toLocaleUpperCase();
}

// By code point: a name may begin with a letter that takes two units.
const letter = (word: string): string => [...word].find((sign) => /\p{L}|\p{N}/u.test(sign)) ?? '';
