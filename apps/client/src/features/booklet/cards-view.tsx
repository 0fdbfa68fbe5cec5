import type { BlockOf } from '@werkraum/protocol';
import { useT } from '../../i18n/i18n.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { placeOf } from './booklet.model.ts';
import styles from './cards.module.css';
import { Said } from './said.tsx';

/** Columns of cards. Votes are a dot and a figure, told in words to who listens. */
export function CardsView({ block }: { block: BlockOf<'cards'> }) {
  const t = useT('booklet');
  return (
    <div class={styles.groups}>
      {block.groups.map((group) => (
        <div key={group.part} class={styles.group} data-tone={group.tone}>
          <p class={styles.title} id={`${block.id}-${group.part}`}>
            <Said place={placeOf(block, group.part, group.title)} />{' '}
            <span class={styles.count}>{group.cards.length}</span>
          </p>
          <ul class={styles.cards} aria-labelledby={`${block.id}-${group.part}`}>
            {group.cards.map((card) => (
              <li key={card.part} class={styles.card}>
                <p>
                  <Said place={placeOf(block, card.part, card.text)} />
                </p>
                {(card.tags.length > 0 || card.votes !== undefined) && (
                  <p class={styles.foot}>
                    <span>{card.tags.join(' · ')}</span>
                    {card.votes !== undefined && (
                      <span class={styles.votes}>
                        <span aria-hidden="true">● {card.votes}</span>
                        <VisuallyHidden>{t('votes', { count: card.votes })}</VisuallyHidden>
                      </span>
                    )}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
