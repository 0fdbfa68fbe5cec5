import type { Command } from '@werkraum/protocol';
import { Armchair, Check } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { useNow, useSend, useSession, useYou } from '../../connection/hooks.ts';
import { formatList } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/button.tsx';
import { clockFace } from '../../ui/clock-face.ts';
import { Ring } from '../../ui/ring.tsx';
import styles from './choose-card.module.css';
import { type ChairsModel, choosing } from './choosing.model.ts';

/** Where people choose their table: all tables with their company and the chairs left. */
export function ChooseCard() {
  const t = useT('choosing');
  const session = useSession();
  const you = useYou();
  const now = useNow(true);
  const send = useSend();
  const model = session && you && choosing(session, you, now);
  const title = model ? t('choose', { number: model.roundNumber }) : '';
  useEffect(() => {
    if (title) announce(title);
  }, [title]);
  if (!model) return null;
  return (
    <section class={styles.card} data-phase="breakout-round" aria-label={title}>
      <Ring value={model.share} weight={0.12} class={styles.ring ?? ''}>
        <span class="figures">{clockFace(model.leftMs).text}</span>
      </Ring>
      <div class={styles.words}>
        <h2>{title}</h2>
        <p>{model.topic}</p>
        <p class={styles.hint} role="status">
          {model.chosen === undefined ? t('chooseLate') : `${t('chosen', { label: model.chosen })} ${t('chooseHint')}`}
        </p>
      </div>
      <ul class={styles.tables}>
        {model.tables.map((table) => (
          <Chairs key={table.roomId} table={table} send={(command) => void send(command)} />
        ))}
      </ul>
    </section>
  );
}

function Chairs({ table, send }: { table: ChairsModel; send(command: Command): void }) {
  const t = useT('choosing');
  const language = useLanguage();
  const { label, company, left, own, take } = table;
  const name = t('chooseTable', { label });
  return (
    <li class={styles.table} data-own={own}>
      <h3>{name}</h3>
      <p>{company.length > 0 ? t('choosePeople', { names: formatList(company, language) }) : t('chooseNobody')}</p>
      <p class={styles.hint}>{left > 0 ? t('chooseLeft', { count: left }) : t('chooseFull')}</p>
      {own && (
        <p class={styles.own}>
          <Check size={20} aria-hidden="true" />
          {t('yourChair')}
        </p>
      )}
      {take && (
        <Button icon={Armchair} aria-label={`${t('takeChair')}: ${name}`} onClick={() => send(take)}>
          {t('takeChair')}
        </Button>
      )}
    </li>
  );
}
