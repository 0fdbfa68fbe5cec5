import type { Role } from '@werkraum/protocol';
import { rowsOf, separatorOf } from './delimited.ts';

/** Somebody found in a pasted list. */
export interface PastedPerson {
  name: string;
  address: string;
  /** Undefined: the list does not say. */
  role: Role | undefined;
}

/** Anything between spaces with an @ in it; whether mail arrives there is not ours to know. */
const ADDRESS = /[^\s<>()[\],;:"@]+@[^\s<>()[\],;:"@]+\.[^\s<>()[\],;:"@.]{2,}/u;

/**
 * People from a pasted list: one a line ("Ada Lovelace", "Ada Lovelace <ada@x.de>", "ada@x.de"), the recipients of a mail
 * in one line, or a table with or without a header (name, first name, last name, e-mail, role; German or English;
 * separated by tabs, semicolons or commas). Numbers and bullets in front are left out. Names come once.
 */
export function readPeople(pasted: string): PastedPerson[] {
  const text = pasted.slice(0, MOST_SIGNS);
  const people = recipients(text) ?? table(text) ?? text.split(/\r?\n/).map(fromLine);
  const seen = new Set<string>();
  return people.filter(({ name }) => {
    const key = name.normalize('NFKC').toLocaleLowerCase('en');
    return name !== '' && !seen.has(key) && seen.add(key);
  });
}

// Nobody's name and address are longer, no list of 500 people is; looking for addresses costs time that grows with both.
const MOST_SIGNS = 200_000;
const MOST_PER_PERSON = 400;

/** `Ada Lovelace <ada@x.de>, "Babbage, Charles" <cb@x.de>; ben@x.de` in one line. */
function recipients(text: string): PastedPerson[] | undefined {
  const line = text.trim();
  if (/[\n\t]/.test(line)) return undefined;
  const parts = partsOf(line);
  const addressed = parts.filter((part) => part.includes('@')).length;
  return parts.length > 1 && addressed * 2 > parts.length ? parts.map(fromLine) : undefined;
}

/** A line cut at commas and semicolons that stand neither in quotes nor in angle brackets. */
function partsOf(line: string): string[] {
  const parts: string[] = [];
  let part = '';
  let until: string | undefined;
  for (const sign of line) {
    if (until === undefined && (sign === ',' || sign === ';')) {
      parts.push(part);
      part = '';
      continue;
    }
    if (sign === until) until = undefined;
    else if (until === undefined) until = CLOSING[sign];
    part += sign;
  }
  return [...parts, part].filter((each) => each.trim() !== '');
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '<': '>' };

function fromLine(whole: string): PastedPerson {
  const line = whole.slice(0, MOST_PER_PERSON);
  const address = ADDRESS.exec(line)?.[0] ?? '';
  const rest = line.replace(/<[^>]*>/g, ' ').replace(address || /$^/, ' ');
  return { name: cleaned(rest) || nameIn(address), address, role: undefined };
}

const cleaned = (raw: string): string =>
  raw
    .replace(/^\s*(?:[-*•]|\d+[.)])\s+/u, '')
    .replace(/[<>"()]/g, ' ')
    .replace(/[\s,;]+$|^[\s,;]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** `ada.lovelace@x.de` is probably called Ada Lovelace. */
const nameIn = (address: string): string =>
  (address.split('@')[0] ?? '')
    .split(/[._+]+/)
    .filter(Boolean)
    .map((part) => part.charAt(0).toLocaleUpperCase('en') + part.slice(1))
    .join(' ');

type Column = 'name' | 'first' | 'last' | 'address' | 'role';

const HEADERS: readonly [Column, RegExp][] = [
  ['first', /^(vorname|first ?name|given ?name)$/],
  ['last', /^(nachname|familienname|last ?name|surname|family ?name)$/],
  ['address', /^(e-?mail.*|mail|mailadresse|adresse|address|email ?address)$/],
  ['role', /^(rolle|role|funktion)$/],
  ['name', /^(name|person|teilnehmer.*|participant|full ?name|vor- und nachname)$/],
];

function table(text: string): PastedPerson[] | undefined {
  const separator = separatorOf(text);
  if (separator === undefined) return undefined;
  const rows = rowsOf(text, separator).map((row) => row.map((cell) => cell.slice(0, MOST_PER_PERSON)));
  const [head = [], ...body] = rows;
  const named = head.map((cell) => HEADERS.find(([, word]) => word.test(cell.toLowerCase()))?.[0]);
  if (named.filter(Boolean).length >= 2 || (named.includes('name') && !head.some((cell) => ADDRESS.test(cell))))
    return body.map((row) => fromCells((column) => cellsOf(row, named, column)));
  if (rows.length === 1 && !text.includes('@')) return rows[0]?.map(fromLine);
  return isTable(rows) ? rows.map(fromLooseRow) : undefined;
}

/** Without a header, commas may as well belong to "Lovelace, Ada": then at least an address or a role has to stand there. */
const isTable = (rows: readonly string[][]): boolean =>
  rows.some((row) => row.some((cell) => ADDRESS.test(cell) || roleOf(cell) !== undefined));

const cellsOf = (row: readonly string[], named: readonly (Column | undefined)[], column: Column): string =>
  row.filter((_, at) => named[at] === column).join(' ');

const fromCells = (cell: (column: Column) => string): PastedPerson => {
  const { name, address } = fromLine(cell('name') || `${cell('first')} ${cell('last')}`);
  const own = ADDRESS.exec(cell('address'))?.[0] ?? address;
  return { name: name || nameIn(own), address: own, role: roleOf(cell('role')) };
};

function fromLooseRow(row: readonly string[]): PastedPerson {
  const address = row.map((cell) => ADDRESS.exec(cell)?.[0]).find(Boolean) ?? '';
  const role = row.map(roleOf).find(Boolean);
  const words = row.filter((cell) => cell && !ADDRESS.test(cell) && !roleOf(cell)).map(cleaned);
  const inside = row.map((cell) => cleaned(cell.replace(/<[^>]*>/, '').replace(ADDRESS, ''))).find(Boolean) ?? '';
  return {
    name: words.join(' ') || (role && inside && roleOf(inside) ? '' : inside) || nameIn(address),
    address,
    role,
  };
}

const ROLES: readonly [Role, RegExp][] = [
  ['facilitator', /^(facilitator|host|moderator(in)?|moderation|leitung)$/],
  ['timekeeper', /^(timekeeper|zeitwache|zeitnehmer(in)?|zeit)$/],
  ['speaker', /^(speaker|vortrag|referent(in)?|redner(in)?|impuls)$/],
  ['participant', /^(participant|teilnahme|teilnehmer(in)?|teilnehmende[r]?|gast)$/],
];

const roleOf = (cell: string): Role | undefined => ROLES.find(([, word]) => word.test(cell.trim().toLowerCase()))?.[0];
