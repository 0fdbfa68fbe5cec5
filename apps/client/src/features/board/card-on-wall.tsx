import type { WallCardView } from '@werkraum/protocol';
import { useSession } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { KIND_ICONS, useColumnName } from './kinds.ts';
import styles from './wall.module.css';

/** One card as everybody sees it. */
export function CardOnWall({ card }: { card: WallCardView }) {
  const t = useT('board');
  const nameOf = useColumnName();
  const rounds = useSession()?.agenda.phases ?? {};
  const Icon = KIND_ICONS[card.kind];
  const taken = [...new Set((card.into ?? []).map(({ phaseId }) => rounds[phaseId]?.round?.number ?? 0))];
  return (
    <li class={styles.card} data-kind={card.kind}>
      <small class={styles.kind}>
        <Icon size={16} aria-hidden="true" /> {nameOf(card)}
      </small>
      <p>{card.text}</p>
      {card.parts && (
        <ul class={styles.parts} aria-label={t('parts')}>
          {card.parts.map((part, index) => (
            <li key={index}>{part}</li>
          ))}
        </ul>
      )}
      <div class={styles.marks}>
        {card.votes !== undefined && <small>{t('dots', { count: card.votes })}</small>}
        {card.tags?.map((tag) => (
          <small key={tag} class={styles.tag}>
            {tag}
          </small>
        ))}
        {taken.map((round) => (
          <small key={round}>{t('goesTo', { round })}</small>
        ))}
      </div>
    </li>
  );
}
