import { type NotesRefusal, type NotesVersionId, type SeatId, toBase64 } from '@werkraum/protocol';
import * as Y from 'yjs';
import type { NotesLine } from '../../connection/notes-line.ts';
import { silentNotes } from '../../connection/silent-notes.ts';

/** How a server that is none answers. */
export interface LiteralNotes {
  /** Paragraphs that stand there; one beginning with `# ` is a heading. */
  paragraphs?: readonly string[];
  /** Whose caret stands behind which paragraph. */
  carets?: Readonly<Record<string, number>>;
  mayWrite?: boolean;
  /** What becomes of a change; absent: it is kept. */
  refusal?: NotesRefusal;
  versions?: readonly { at: number; characters: number }[];
}

/** Notes as a server could have answered, for the gallery and for tests. */
export function literalNotes({ paragraphs = [], carets = {}, mayWrite = true, ...more }: LiteralNotes): NotesLine {
  const doc = new Y.Doc();
  const root = doc.getXmlFragment('default');
  root.insert(0, paragraphs.map(blockOf));
  const pointers = Object.entries(carets).map(([seatId, at]) => ({
    seatId: seatId as SeatId,
    caret: caretIn(root.get(at) as Y.XmlElement),
  }));
  const { refusal, versions = [] } = more;
  return {
    ...silentNotes,
    open: async () => ({
      ...{ ok: true as const, mayWrite, carets: pointers },
      update: toBase64(Y.encodeStateAsUpdate(doc)),
      vector: toBase64(Y.encodeStateVector(doc)),
    }),
    update: async () => (refusal ? { ok: false, reason: refusal } : { ok: true }),
    versions: async () => ({
      ok: true,
      versions: versions.map((version, index) => ({
        ...version,
        version: (versions.length - index) as NotesVersionId,
      })),
    }),
    version: async () => ({
      ok: true,
      text: paragraphs.map((text) => ({ kind: 'paragraph' as const, runs: [{ text }] })),
    }),
    restore: async () => ({ ok: true }),
  };
}

function blockOf(text: string): Y.XmlElement {
  const isHeading = text.startsWith('# ');
  const block = new Y.XmlElement(isHeading ? 'heading' : 'paragraph');
  if (isHeading) block.setAttribute('level', 2 as never);
  block.insert(0, [new Y.XmlText(isHeading ? text.slice(2) : text)]);
  return block;
}

function caretIn(block: Y.XmlElement) {
  const text = block.get(0) as Y.XmlText;
  const position = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, text.length));
  return { anchor: position, head: position };
}
