import LinkifyIt from 'linkify-it';

/** A piece of a plain text: words, or a link that leads where it says. */
export type Piece = { text: string } | { text: string; href: string; host: string | undefined };

// No guesses at what might be an address; what is found is looked at again (`target`).
const finder = new LinkifyIt({ fuzzyLink: false, fuzzyIP: false, fuzzyEmail: true });

/**
 * Splits a text at its links: `https` and `mailto` only. `host` is given where a link leads to another host than its
 * text seems to say: a name in front of an @, or letters that look like others.
 */
export function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const { index, lastIndex, url, text: words } of finder.match(text) ?? []) {
    const link = target(url);
    if (!link) continue;
    if (index > from) found.push({ text: text.slice(from, index) });
    found.push({ text: words, href: link.href, host: hostToSay(words, link) });
    from = lastIndex;
  }
  if (from < text.length) found.push({ text: text.slice(from) });
  return found;
}

function target(url: string): URL | undefined {
  const link = URL.canParse(url) ? new URL(url) : undefined;
  return link?.protocol === 'https:' || link?.protocol === 'mailto:' ? link : undefined;
}

const hostToSay = (words: string, { protocol, host }: URL): string | undefined => {
  if (protocol === 'mailto:') return undefined;
  const said = /^https:\/\/([^/?#]*)/i.exec(words)?.[1]?.toLowerCase();
  return said === host || said === `${host}:443` ? undefined : host;
};
