import { type Audience, diff, type SliceDoc, type SliceMessage } from '@werkraum/protocol';
import { eventPacket, keptEventPacket, type Packet } from './packet.ts';
import { asJson } from './typed-socket.ts';

type Patch = Extract<SliceMessage, { kind: 'patch' }>;

/** What a new state means for the documents of a session. */
export interface Changes {
  /** One for each document that changed. New and gone ones need none. */
  patches: readonly Patch[];
  /** True if a document has appeared or disappeared, other than a seat's own. */
  otherRooms: boolean;
}

/** The newest document of each audience of one session, with its revision. */
export interface Documents {
  update(documents: ReadonlyMap<Audience, SliceDoc>): Changes;
  has(audience: Audience): boolean;
  /** The whole document, encoded once per revision, however many people need it. */
  snapshot(audience: Audience): Packet | undefined;
}

interface Document {
  revision: number;
  doc: SliceDoc;
  packet?: Packet;
}

export const isSeats = (audience: Audience): boolean => audience.startsWith('seat:');

export function createDocuments(): Documents {
  const held = new Map<Audience, Document>();
  // Counted over all documents, so that a document that comes back never repeats a revision.
  let revision = 0;

  function begin(audience: Audience, doc: SliceDoc): void {
    revision += 1;
    held.set(audience, { revision, doc });
  }

  function replace(audience: Audience, before: Document, doc: SliceDoc): Patch | undefined {
    const patch = diff(asJson(before.doc), asJson(doc));
    if (patch === undefined) {
      before.doc = doc;
      return undefined;
    }
    begin(audience, doc);
    return { kind: 'patch', audience, base: before.revision, revision, patch: patch as never };
  }

  function end(documents: ReadonlyMap<Audience, SliceDoc>): boolean {
    let otherRooms = false;
    for (const audience of held.keys()) {
      if (documents.has(audience)) continue;
      held.delete(audience);
      otherRooms ||= !isSeats(audience);
    }
    return otherRooms;
  }

  return {
    update(documents) {
      let otherRooms = end(documents);
      const patches: Patch[] = [];
      for (const [audience, doc] of documents) {
        const before = held.get(audience);
        if (before?.doc === doc) continue;
        const patch = before && replace(audience, before, doc);
        if (patch) patches.push(patch);
        if (before) continue;
        begin(audience, doc);
        otherRooms ||= !isSeats(audience);
      }
      return { patches, otherRooms };
    },
    has: (audience) => held.has(audience),
    snapshot(audience) {
      const document = held.get(audience);
      if (!document) return undefined;
      const { revision: at, doc } = document;
      const message = { kind: 'snapshot', audience, revision: at, doc };
      // One person needs a seat's document, once.
      if (isSeats(audience)) return eventPacket('slice', message);
      document.packet ??= keptEventPacket('slice', message);
      return document.packet;
    },
  };
}
