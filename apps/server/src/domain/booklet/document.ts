import type { Booklet, Instant } from '@werkraum/protocol';
import type { Session } from '../session.ts';
import { edited } from './edited.ts';
import { makeCover, makeSections } from './make.ts';
import { sourcesOf } from './session-sources.ts';
import type { BookletExtras, BookletSources } from './sources.ts';
import { bookletWords } from './words.ts';

/** A booklet as it is generated, before anybody has edited it. */
export function bookletFrom(sources: BookletSources, madeAt: Instant): Booklet {
  const { language } = sources;
  const { contents, page, figure, table } = bookletWords(language);
  return {
    language,
    cover: makeCover(sources),
    sections: makeSections(sources, madeAt),
    words: { contents, page, figure, table },
    madeAt,
  };
}

/**
 * The booklet of a session as those see it who edit it: generated anew from what happened, with their changes over it.
 * What readers get is `forReaders` of it.
 */
export const bookletOf = (session: Session, extras: BookletExtras, madeAt: Instant): Booklet =>
  edited(bookletFrom(sourcesOf(session, extras), madeAt), session.booklet.layers);
