import type { BlockOf, BookletProse, BookletRun } from '@werkraum/protocol';
import type { ComponentChildren } from 'preact';
import { placeOf } from './booklet.model.ts';
import styles from './document.module.css';
import { Outside } from './entries-view.tsx';
import { Lines, Said } from './said.tsx';

/** Text that a table wrote together. */
export function ProseView({ block }: { block: BlockOf<'prose'> }) {
  return (
    <div class={styles.prose}>
      {block.paragraphs.map((prose) => (
        <Paragraph key={prose.part} prose={prose}>
          <Said place={placeOf(block, prose.part, prose.runs.map(({ text }) => text).join(''))}>
            {prose.runs.map((run, index) => (
              <Run key={index} run={run} />
            ))}
          </Said>
        </Paragraph>
      ))}
    </div>
  );
}

function Paragraph({
  prose: { as, depth = 0, number },
  children,
}: {
  prose: BookletProse;
  children: ComponentChildren;
}) {
  if (as === 'heading') return <h5 class={styles.written}>{children}</h5>;
  if (as === 'quote') return <blockquote class={styles.quote}>{children}</blockquote>;
  if (as === 'paragraph') return <p>{children}</p>;
  const indent = { marginInlineStart: `${depth * 1.25}rem` };
  return as === 'bullet' ? (
    <ul class={styles.item} style={indent}>
      <li>{children}</li>
    </ul>
  ) : (
    <ol class={styles.item} style={indent} start={number}>
      <li>{children}</li>
    </ol>
  );
}

function Run({ run: { text, bold, italic, href } }: { run: BookletRun }) {
  const said = href ? <Outside href={href}>{text}</Outside> : <Lines text={text} />;
  const slanted = italic ? <em>{said}</em> : said;
  return bold ? <strong>{slanted}</strong> : slanted;
}
