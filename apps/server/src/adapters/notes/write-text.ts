import type { SeatId } from '@werkraum/protocol';
import * as Y from 'yjs';
import type { WrittenBlock, WrittenRun, WrittenText } from '../../domain/notes/notes.ts';
import { ROOT } from './shape.ts';

/** The Yjs client id to write somebody's words with, so that they stay theirs. */
export type PenFor = (by: SeatId | undefined) => number;

/** Replaces all of the document by this text, as one change. */
export function writeText(doc: Y.Doc, text: WrittenText, penFor: PenFor): void {
  const own = doc.clientID;
  doc.transact(() => {
    const root = doc.getXmlFragment(ROOT);
    root.delete(0, root.length);
    doc.clientID = penFor(undefined);
    for (const block of text) writeBlock(doc, root, block, penFor);
  });
  doc.clientID = own;
}

function put(parent: Y.XmlFragment, name: string): Y.XmlElement {
  const element = new Y.XmlElement(name);
  parent.push([element]);
  return element;
}

function writeBlock(doc: Y.Doc, root: Y.XmlFragment, block: WrittenBlock, penFor: PenFor): void {
  switch (block.kind) {
    case 'list':
      writeList(doc, root, block, penFor);
      break;
    case 'quote':
      writeRuns(doc, put(put(root, 'blockquote'), 'paragraph'), block.runs, penFor);
      break;
    case 'heading': {
      const heading = put(root, 'heading');
      // Attributes of our own are numbers; Yjs takes any value, its types know texts only.
      heading.setAttribute('level', block.level as unknown as string);
      writeRuns(doc, heading, block.runs, penFor);
      break;
    }
    default:
      writeRuns(doc, put(root, 'paragraph'), block.runs, penFor);
  }
}

type ListBlock = Extract<WrittenBlock, { kind: 'list' }>;

function writeList(doc: Y.Doc, root: Y.XmlFragment, { ordered, items }: ListBlock, penFor: PenFor): void {
  const name = ordered ? 'orderedList' : 'bulletList';
  const open: { list: Y.XmlElement; last?: Y.XmlElement }[] = [];
  for (const { depth, runs } of items) {
    // An item can only be one deeper than the one it stands in.
    open.length = Math.min(open.length, depth + 1);
    while (open.length <= depth && (open.length === 0 || open.at(-1)?.last)) {
      open.push({ list: put(open.at(-1)?.last ?? root, name) });
    }
    const level = open.at(-1);
    if (!level) continue;
    level.last = put(level.list, 'listItem');
    writeRuns(doc, put(level.last, 'paragraph'), runs, penFor);
  }
}

function writeRuns(doc: Y.Doc, block: Y.XmlElement, runs: readonly WrittenRun[], penFor: PenFor): void {
  let text: Y.XmlText | undefined;
  for (const run of runs) {
    doc.clientID = penFor(run.by);
    for (const [at, line] of run.text.split('\n').entries()) {
      if (at > 0) {
        block.push([new Y.XmlElement('hardBreak')]);
        text = undefined;
      }
      if (line === '') continue;
      if (!text) {
        text = new Y.XmlText();
        block.push([text]);
      }
      text.insert(text.length, line, formatsOf(run));
    }
  }
  doc.clientID = penFor(undefined);
}

// Formats that are not named would be taken over from the text before.
const formatsOf = ({ bold, italic, link }: WrittenRun): Record<string, object | null> => ({
  bold: bold ? {} : null,
  italic: italic ? {} : null,
  link: link === undefined ? null : { href: link },
});
