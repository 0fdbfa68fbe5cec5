import { type Audience, diff, type Json, type SliceDoc, type SliceMessage } from '@werkraum/protocol';
import { asJson } from './typed-socket.ts';

/** The newest document of each audience of one session, with its revision. */
export interface Documents {
  /** Takes the documents of a new state and returns a patch for each that changed. New and gone ones need none. */
  update(documents: ReadonlyMap<Audience, SliceDoc>): Extract<SliceMessage, { kind: 'patch' }>[];
  /** The whole document as an encoded Socket.IO packet; encoded once per revision, however many people need it. */
  snapshot(audience: Audience): string | undefined;
}

interface Document {
  revision: number;
  doc: Json;
  packet?: string;
}

// An event packet of the default namespace, as socket.io-parser writes it: type 2, then the arguments as a JSON array.
const encode = (audience: Audience, { revision, doc }: Document): string =>
  `2${JSON.stringify(['slice', { kind: 'snapshot', audience, revision, doc }])}`;

export function createDocuments(): Documents {
  const held = new Map<Audience, Document>();
  // Counted over all documents, so that a document that comes back never repeats a revision.
  let revision = 0;

  function replace(audience: Audience, doc: Json): Extract<SliceMessage, { kind: 'patch' }> | undefined {
    const before = held.get(audience);
    const patch = before && diff(before.doc, doc);
    if (before && patch === undefined) return undefined;
    revision += 1;
    held.set(audience, { revision, doc });
    return before && patch !== undefined
      ? { kind: 'patch', audience, base: before.revision, revision, patch: patch as never }
      : undefined;
  }

  return {
    update(documents) {
      for (const audience of held.keys()) if (!documents.has(audience)) held.delete(audience);
      return [...documents].flatMap(([audience, doc]) => replace(audience, asJson(doc)) ?? []);
    },
    snapshot(audience) {
      const document = held.get(audience);
      if (!document) return undefined;
      document.packet ??= encode(audience, document);
      return document.packet;
    },
  };
}
