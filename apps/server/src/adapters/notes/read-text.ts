import { RICH_TEXT_LIMITS, type SeatId } from '@werkraum/protocol';
import * as Y from 'yjs';
import type { WrittenBlock, WrittenRun, WrittenText } from '../../domain/notes/notes.ts';
import { itemsIn } from './check-document.ts';
import { ROOT } from './shape.ts';

type AuthorOf = (pen: number) => SeatId | undefined;
type Look = Omit<WrittenRun, 'text' | 'by'>;
type ListBlock = Extract<WrittenBlock, { kind: 'list' }>;
type Items = ListBlock['items'][number][];

const BREAK = '\n';

/**
 * The document as plain blocks of runs, each with its author as far as known. What a rich text does not know is simplified: a
 * quoted list is a list, and what stands in one item of a list is its text.
 */
export function readText(doc: Y.Doc, authorOf: AuthorOf): WrittenText {
  return blocksIn(doc.getXmlFragment(ROOT), authorOf, false);
}

function* elementsIn(parent: Y.XmlFragment): Generator<Y.XmlElement> {
  for (const { content } of itemsIn(parent)) {
    if (content instanceof Y.ContentType && content.type instanceof Y.XmlElement) yield content.type;
  }
}

function blocksIn(parent: Y.XmlFragment, authorOf: AuthorOf, quoted: boolean): WrittenBlock[] {
  return [...elementsIn(parent)].flatMap((element): WrittenBlock[] => {
    switch (element.nodeName) {
      case 'heading':
        return [{ kind: 'heading', level: levelOf(element), runs: runsIn(element, authorOf) }];
      case 'bulletList':
      case 'orderedList':
        return listOf(element, authorOf);
      case 'blockquote':
        return blocksIn(element, authorOf, true);
      default:
        return [{ kind: quoted ? 'quote' : 'paragraph', runs: runsIn(element, authorOf) }];
    }
  });
}

const levelOf = (heading: Y.XmlElement): 2 | 3 => ((heading.getAttribute('level') as unknown) === 3 ? 3 : 2);

function listOf(list: Y.XmlElement, authorOf: AuthorOf): ListBlock[] {
  const items: Items = [];
  gatherItems(list, 0, authorOf, items);
  return items.length === 0 ? [] : [{ kind: 'list', ordered: list.nodeName === 'orderedList', items }];
}

function gatherItems(list: Y.XmlElement, depth: number, authorOf: AuthorOf, items: Items): void {
  const shown = Math.min(depth, RICH_TEXT_LIMITS.depth);
  for (const item of elementsIn(list)) {
    const at = items.push({ depth: shown, runs: [] }) - 1;
    const runs: WrittenRun[] = [];
    for (const part of elementsIn(item)) {
      if (part.nodeName === 'bulletList' || part.nodeName === 'orderedList')
        gatherItems(part, depth + 1, authorOf, items);
      else appendLine(runs, textIn(part, authorOf));
    }
    items[at] = { depth: shown, runs };
  }
}

/** All text in a block, whatever blocks stand in it. */
function textIn(part: Y.XmlElement, authorOf: AuthorOf): WrittenRun[] {
  const runs = runsIn(part, authorOf);
  for (const inner of elementsIn(part)) if (inner.nodeName !== 'hardBreak') appendLine(runs, textIn(inner, authorOf));
  return runs;
}

function appendLine(runs: WrittenRun[], more: readonly WrittenRun[]): void {
  if (runs.length > 0 && more.length > 0) append(runs, { text: BREAK });
  for (const run of more) append(runs, run);
}

function runsIn(element: Y.XmlElement, authorOf: AuthorOf): WrittenRun[] {
  const runs: WrittenRun[] = [];
  for (const { content, id } of itemsIn(element)) {
    if (!(content instanceof Y.ContentType)) continue;
    if (content.type instanceof Y.XmlText) gatherRuns(content.type, authorOf, runs);
    else if (content.type instanceof Y.XmlElement && content.type.nodeName === 'hardBreak')
      append(runs, { ...runs.at(-1), text: BREAK, ...named(authorOf(id.client)) });
  }
  return runs;
}

const named = (by: SeatId | undefined): { by?: SeatId } => (by === undefined ? {} : { by });

function gatherRuns(text: Y.XmlText, authorOf: AuthorOf, runs: WrittenRun[]): void {
  let look: Look = {};
  for (const { content, id } of itemsIn(text)) {
    if (content instanceof Y.ContentFormat) look = changedLook(look, content.key, content.value);
    if (content instanceof Y.ContentString) append(runs, { text: content.str, ...look, ...named(authorOf(id.client)) });
  }
}

function changedLook(look: Look, key: string, value: unknown): Look {
  const { [key as keyof Look]: _before, ...rest } = look;
  if (value === null) return rest;
  if (key === 'link') return { ...rest, link: String((value as { href: unknown }).href) };
  return { ...rest, [key]: true };
}

function append(runs: WrittenRun[], run: WrittenRun): void {
  const last = runs.at(-1);
  const isSame =
    last && last.bold === run.bold && last.italic === run.italic && last.link === run.link && last.by === run.by;
  if (isSame) runs[runs.length - 1] = { ...last, text: last.text + run.text };
  else runs.push(run);
}
