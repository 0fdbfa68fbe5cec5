import { topicDrawing } from '@werkraum/planning/booklet-figures';
import type { BookletBlock } from '@werkraum/protocol';
import { useMemo } from 'preact/hooks';
import { placeOf } from './booklet.model.ts';
import { CardsView } from './cards-view.tsx';
import styles from './document.module.css';
import { DrawingView } from './drawing-view.tsx';
import { EntriesView } from './entries-view.tsx';
import { ProseView } from './prose-view.tsx';
import { Lines, Said } from './said.tsx';
import { TableView } from './table-view.tsx';

/** One block of a booklet. */
export function BlockView({ block }: { block: BookletBlock }) {
  switch (block.kind) {
    case 'heading': {
      const said = <Said place={placeOf(block, 'text', block.text)} />;
      return block.level === 2 ? (
        <h3 id={block.id} class={styles.round}>
          {said}
        </h3>
      ) : (
        <h4 class={styles.tableName}>{said}</h4>
      );
    }
    case 'paragraph':
      return (
        <p class={styles.paragraph} data-tone={block.tone}>
          {block.fixed ? <Lines text={block.text} /> : <Said place={placeOf(block, 'text', block.text)} />}
        </p>
      );
    case 'prose':
      return <ProseView block={block} />;
    case 'list':
      return <EntriesView block={block} />;
    case 'table':
      return <TableView block={block} />;
    case 'cards':
      return <CardsView block={block} />;
    case 'figure':
      return <FigureView block={block} />;
    case 'chart':
      return <ChartView block={block} />;
  }
}

type Kind<K extends BookletBlock['kind']> = Extract<BookletBlock, { kind: K }>;

function FigureView({ block }: { block: Kind<'figure'> }) {
  const drawing = useMemo(() => topicDrawing(block.map), [block.map]);
  return (
    <figure class={styles.figure}>
      <DrawingView drawing={drawing} alt={block.alt} />
      <figcaption>
        <Said place={placeOf(block, 'caption', block.caption)} />
      </figcaption>
    </figure>
  );
}

/** Bars as a table: read line by line by who listens, and of any width. */
function ChartView({ block }: { block: Kind<'chart'> }) {
  const most = Math.max(1, ...block.bars.map(({ count }) => count));
  return (
    <table class={styles.chart}>
      <caption class={styles.chartTitle}>
        <Said place={placeOf(block, 'caption', block.caption)} /> <span class={styles.note}>{block.note}</span>
      </caption>
      <tbody>
        {block.bars.map(({ label, count }, index) => (
          <tr key={index}>
            <th scope="row">{label}</th>
            <td>
              <span class={styles.track} aria-hidden="true">
                <span class={styles.bar} style={{ inlineSize: `${(count / most) * 100}%` }} />
              </span>
              <span class="figures">{count}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
