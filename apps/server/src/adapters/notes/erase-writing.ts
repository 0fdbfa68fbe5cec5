import * as Y from 'yjs';

/**
 * Deletes every word written with these pens, and where links lead that were made with them. Elements stay: in a paragraph
 * that one person began there may be words of others.
 */
export function eraseWriting(doc: Y.Doc, isTheirs: (pen: number) => boolean): void {
  doc.transact((transaction) => {
    for (const [pen, structs] of doc.store.clients) {
      if (!isTheirs(pen)) continue;
      for (const struct of [...structs]) {
        if (struct instanceof Y.Item && !struct.deleted && isWords(struct)) struct.delete(transaction);
      }
    }
  });
}

const isWords = ({ content }: Y.Item): boolean =>
  content instanceof Y.ContentString || (content instanceof Y.ContentFormat && content.key === 'link');
