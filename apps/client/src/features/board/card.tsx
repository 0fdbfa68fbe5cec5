import type { BoardColumn, CardId } from '@werkraum/protocol';
import { CheckCheck, EyeOff, Layers, Undo2 } from 'lucide-preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import { useSend } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import type { BoardCard, BoardModel } from './board.model.ts';
import styles from './board.module.css';
import { EditCard, TagCard } from './card-forms.tsx';
import { CardMenu } from './card-menu.tsx';
import { usePost } from './composer.tsx';
import { dropPending, keepText } from './drafts.ts';
import { KIND_ICONS, useColumnName } from './kinds.ts';
import { type Spot, useCardDrag } from './use-card-drag.ts';

interface CardProps {
  card: BoardCard;
  column: BoardColumn;
  model: BoardModel;
  put(moved: CardId, onto: BoardCard, spot: Spot): void;
}

/** One card: what it says, who says it, and what can be done with it. */
export function Card({ card, column, model, put }: CardProps) {
  const [doing, setDoing] = useState<'edit' | 'tag'>();
  const element = useRef<HTMLLIElement>(null);
  const drop = useCallback((moved: CardId, spot: Spot) => put(moved, card, spot), [put, card]);
  const { dragging, over } = useCardDrag(element, {
    cardId: card.cardId,
    canMove: card.move !== undefined && doing === undefined,
    mayMerge: card.mergeInto !== undefined,
    put: drop,
  });
  return (
    <li
      ref={element}
      class={styles.card}
      data-kind={column.kind}
      data-state={card.state}
      data-alone={card.alone}
      data-dragging={dragging}
      data-over={over}
    >
      {doing === 'edit' && card.edit ? (
        <EditCard card={card} close={() => setDoing(undefined)} />
      ) : (
        <>
          <Said card={card} column={column} />
          {card.state === 'refused' && <Refused card={card} model={model} />}
          {card.state === 'there' && <Foot card={card} model={model} edit={setDoing} />}
        </>
      )}
      {doing === 'tag' && <TagCard card={card} close={() => setDoing(undefined)} />}
    </li>
  );
}

function Said({ card, column }: Pick<CardProps, 'card' | 'column'>) {
  const t = useT('board');
  const nameOf = useColumnName();
  const Icon = KIND_ICONS[column.kind];
  return (
    <>
      <p class={styles.said}>
        <Icon size={16} aria-label={nameOf(column)} role="img" />
        <span>{card.text}</span>
      </p>
      {card.parts.length > 0 && (
        <ul class={styles.parts} aria-label={t('parts')}>
          {card.parts.map((part, index) => (
            <li key={index}>
              {part.text} <small>{part.author}</small>
            </li>
          ))}
        </ul>
      )}
      {card.tags.length > 0 && (
        <ul class={styles.tags} aria-label={t('tags')}>
          {card.tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      )}
      <Marks card={card} />
    </>
  );
}

function Marks({ card }: Pick<CardProps, 'card'>) {
  const t = useT('board');
  return (
    <div class={styles.marks}>
      {card.state === 'sending' && <small>{t('sending')}</small>}
      {card.alone && (
        <small class={styles.mark}>
          <EyeOff size={14} aria-hidden="true" /> {t('onlyYou')}
        </small>
      )}
      {card.from && (
        <small class={styles.mark}>
          <Layers size={14} aria-hidden="true" />{' '}
          {'before' in card.from
            ? t('fromBefore', { round: card.from.before, label: card.from.label })
            : t('from', { round: card.from.round, label: card.from.label })}
        </small>
      )}
      {card.handed && (
        <small class={styles.mark} data-changed={card.handed === 'changed'}>
          <CheckCheck size={14} aria-hidden="true" /> {t(`handed.${card.handed}`)}
        </small>
      )}
    </div>
  );
}

function Refused({ card, model }: Pick<CardProps, 'card' | 'model'>) {
  const t = useT('board');
  const post = usePost(model);
  const intoDraft = () => {
    keepText(model.board.boardId, card.text);
    dropPending(card.cardId);
  };
  return (
    <p class={styles.refused} role="alert">
      {t('refused')}
      {post && (
        <Button kind="plain" onClick={() => post(card.column, card.text, card.cardId)}>
          {t('again')}
        </Button>
      )}
      <Button kind="plain" icon={Undo2} onClick={intoDraft}>
        {t('backToDraft')}
      </Button>
    </p>
  );
}

function Foot({ card, model, edit }: Pick<CardProps, 'card' | 'model'> & { edit(what: 'edit' | 'tag'): void }) {
  return (
    <footer class={styles.foot}>
      <small>{card.own ? <OwnName /> : card.author}</small>
      <Dots card={card} />
      <CardMenu card={card} model={model} edit={edit} />
    </footer>
  );
}

function OwnName() {
  return <>{useT('board')('you')}</>;
}

function Dots({ card: { dot, votes, text } }: Pick<CardProps, 'card'>) {
  const t = useT('board');
  const send = useSend();
  if (!dot) return votes > 0 ? <small>{t('dots', { count: votes })}</small> : null;
  const { toggle } = dot;
  return (
    <button
      type="button"
      class={styles.dot}
      aria-pressed={dot.on}
      aria-label={t('dotOn', { count: votes, text: text.slice(0, 60) })}
      disabled={!toggle}
      onClick={() => toggle && void send(toggle)}
    >
      <span class={styles.dotSign} aria-hidden="true" />
      <span class="figures">{votes}</span>
    </button>
  );
}
