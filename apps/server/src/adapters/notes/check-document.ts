import * as Y from 'yjs';
import { MAX_DEPTH, MAX_NODES, mayHoldText, mayStandIn, ROOT } from './shape.ts';

type Parent = Y.XmlFragment | Y.XmlText;

/** What stands in an element, text or root, in order, without what was deleted. */
export function* itemsIn(parent: Parent): Generator<Y.Item> {
  for (let item = parent._start; item !== null; item = item.right) if (!item.deleted) yield item;
}

const nameOf = (parent: Y.XmlFragment): string => (parent instanceof Y.XmlElement ? parent.nodeName : ROOT);

const isTextual = ({ content }: Y.Item): boolean =>
  content instanceof Y.ContentString || content instanceof Y.ContentFormat;

/** Whether everything in the document stands where an editor would have put it [NO-5]. */
export function isOurDocument(doc: Y.Doc): boolean {
  let nodes = 0;

  function isFine(parent: Y.XmlFragment, depth: number): boolean {
    if (depth > MAX_DEPTH) return false;
    const name = nameOf(parent);
    for (const { content } of itemsIn(parent)) {
      nodes += 1;
      if (nodes > MAX_NODES || !(content instanceof Y.ContentType)) return false;
      const { type } = content;
      if (type instanceof Y.XmlText) {
        if (!mayHoldText(name) || ![...itemsIn(type)].every(isTextual)) return false;
      } else if (!(type instanceof Y.XmlElement) || !mayStandIn(type.nodeName, name) || !isFine(type, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  // A root that an update names is known to the document, whatever it was taken for.
  const root = doc.getXmlFragment(ROOT);
  return doc.share.size === 1 && isFine(root, 0);
}
