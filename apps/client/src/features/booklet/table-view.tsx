import type { BlockOf } from '@werkraum/protocol';
import { placeOf } from './booklet.model.ts';
import styles from './document.module.css';
import { Said } from './said.tsx';

/** A table with a head and a caption. */
export function TableView({ block }: { block: BlockOf<'table'> }) {
  const { caption, columns, rows } = block;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what may scroll must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div class={styles.scroll} role="group" aria-label={caption} tabIndex={0}>
      <table class={styles.table}>
        <caption>
          <Said place={placeOf(block, 'caption', caption)} />
        </caption>
        <thead>
          <tr>
            {columns.map(({ text, end }, index) => (
              <th key={index} scope="col" data-end={end}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ part, cells }) => (
            <tr key={part} data-total={part === 'total~'}>
              {cells.map((cell, index) => (
                <td key={index} data-end={columns[index]?.end}>
                  <Said place={placeOf(block, `${part}~${index}`, cell)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
