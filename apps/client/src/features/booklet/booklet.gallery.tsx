import type { BlockId, Booklet, BookletAnswer } from '@werkraum/protocol';
import { createStore } from 'zustand/vanilla';
import type { Exhibit } from '../../gallery/registry.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { Page } from '../../ui/page.tsx';
import type { BookletDesk, BookletState, Ready } from './booklet-desk.ts';
import { BookletDeskView } from './desk-view.tsx';
import german from './sample-de.json';
import english from './sample-en.json';

const booklet = () => (currentLanguage() === 'de' ? german : english) as unknown as Booklet;

const desk = (state: BookletState): BookletDesk => ({
  store: createStore<BookletState>(() => state),
  refresh: async () => undefined,
  change: async () => true,
  undo: async () => true,
  publish: async () => true,
  download: async () => undefined,
});

const shown =
  (state: () => BookletState, startsEditing = false) =>
  () => (
    <Page width="wide">
      <BookletDeskView desk={desk(state())} startsEditing={startsEditing} />
    </Page>
  );

const ready =
  (answer: Partial<BookletAnswer> = {}, more: Partial<Ready> = {}) =>
  (): BookletState => ({
    ...{ at: 'ready', answer: { booklet: booklet(), canUndo: false, publishedAt: 1, ...answer } },
    ...more,
  });

/** As somebody has left it: a section left out, a text said differently whose source has changed since. */
function edited(): Booklet {
  const { sections, cover, ...rest } = booklet();
  const marked = sections.map((section) =>
    section.id === ('people' as BlockId) ? { ...section, hidden: true as const } : section,
  );
  const edits = { title: { source: cover.title, changed: true as const } };
  return { ...rest, cover: { ...cover, title: 'Was wir voneinander gelernt haben', edits }, sections: marked };
}

const WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

function longNames(): Booklet {
  const { cover, ...rest } = booklet();
  return { ...rest, cover: { ...cover, title: `${WORD} ${WORD} ${cover.title}` } };
}

function bare(): Booklet {
  const { sections, ...rest } = booklet();
  return { ...rest, sections: sections.filter(({ id }) => ['programme', 'colophon'].includes(id)) };
}

export const exhibits: readonly Exhibit[] = [
  { name: 'booklet / read', render: shown(ready()) },
  { name: 'booklet / facilitator, not published', render: shown(() => ready({ revision: 3 })()) },
  { name: 'booklet / editing', render: shown(() => ready({ revision: 3, canUndo: true, booklet: edited() })(), true) },
  { name: 'booklet / bare', render: shown(() => ready({ booklet: bare() })()) },
  { name: 'booklet / long words', render: shown(() => ready({ booklet: longNames() })()) },
  { name: 'booklet / a file is being made', render: shown(ready({}, { doing: 'pdf' })) },
  { name: 'booklet / a file failed', render: shown(ready({}, { trouble: 'file' })) },
  {
    name: 'booklet / changed meanwhile',
    render: shown(ready({ revision: 3 }, { trouble: 'booklet-changed-meanwhile' })),
  },
  { name: 'booklet / loading', render: shown(() => ({ at: 'loading' })) },
  { name: 'booklet / no link', render: shown(() => ({ at: 'no-link' })) },
  { name: 'booklet / not yet', render: shown(() => ({ at: 'not-yet' })) },
  { name: 'booklet / offline', render: shown(() => ({ at: 'failing', why: 'unreachable' })) },
  { name: 'booklet / removed', render: shown(() => ({ at: 'failing', why: 'removed' })) },
  { name: 'booklet / failed', render: shown(() => ({ at: 'failing', why: 'other' })) },
];
