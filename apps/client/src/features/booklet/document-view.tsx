import type { BlockId, Booklet, BookletSection } from '@werkraum/protocol';
import { useT } from '../../i18n/i18n.ts';
import { BlockView } from './block-view.tsx';
import { placeOf } from './booklet.model.ts';
import { CoverView } from './cover-view.tsx';
import styles from './document.module.css';
import { useEditing } from './editing.ts';
import { OwnParagraph } from './own-paragraph.tsx';
import { Said } from './said.tsx';
import { BlockTools, SectionTools } from './tools.tsx';

/** The whole booklet as a page: cover, contents, sections. Its language is the workshop's, whatever the page around it speaks. */
export function DocumentView({ booklet }: { booklet: Booklet }) {
  const editing = useEditing();
  const shown = editing ? booklet.sections : booklet.sections.filter(({ hidden }) => !hidden);
  return (
    <article class={styles.document} lang={booklet.language} data-editing={editing !== undefined}>
      <CoverView cover={booklet.cover} />
      <Contents booklet={booklet} sections={shown} />
      {shown.map((section) => (
        <SectionView key={section.id} booklet={booklet} section={section} />
      ))}
    </article>
  );
}

function Contents({ booklet, sections }: { booklet: Booklet; sections: readonly BookletSection[] }) {
  return (
    <nav class={styles.contents} aria-labelledby="contents">
      <h2 id="contents">{booklet.words.contents}</h2>
      <ol>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} onClick={(event) => goTo(event, id)}>
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

// The address's fragment belongs to the personal link, so nothing is written there.
function goTo(event: Event, id: BlockId): void {
  event.preventDefault();
  const heading = document.getElementById(`section-${id}`);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}

function SectionView({ booklet, section }: { booklet: Booklet; section: BookletSection }) {
  const t = useT('booklet');
  const editing = useEditing();
  const { id, title, hidden } = section;
  const blocks = editing ? section.blocks : section.blocks.filter((block) => !block.hidden);
  return (
    <section class={styles.section} data-hidden={hidden} aria-labelledby={`section-${id}`}>
      <header class={styles.head}>
        <h2 id={`section-${id}`} tabIndex={-1}>
          <Said place={placeOf(section, 'title', title)} />
        </h2>
        {editing && <SectionTools booklet={booklet} section={section} />}
      </header>
      {hidden && <p class={styles.note}>{t('sectionHidden')}</p>}
      {!hidden &&
        blocks.map((block) =>
          editing ? (
            <div key={block.id} class={styles.block} data-hidden={block.hidden}>
              <BlockView block={block} />
              <BlockTools block={block} />
            </div>
          ) : (
            <BlockView key={block.id} block={block} />
          ),
        )}
      {editing && !hidden && <OwnParagraph sectionId={id} />}
    </section>
  );
}
