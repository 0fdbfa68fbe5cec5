import { ArrowRight } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { useNow, useSend, useSession, useYou } from '../../connection/hooks.ts';
import { formatList } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/button.tsx';
import { clockFace } from '../../ui/clock-face.ts';
import { Ring } from '../../ui/ring.tsx';
import { type MovingCardModel, movingCard } from './moving-card.model.ts';
import styles from './moving-card.module.css';

/** Announces a move to the table or back, with a ring and "go now"; `quiet`: only seen. */
export function MovingCard({ quiet = false }: { quiet?: boolean }) {
  const session = useSession();
  const you = useYou();
  const now = useNow(you?.moving !== undefined);
  const send = useSend();
  const model = session && you && movingCard(session, you, now);
  if (!model) return null;
  return <MovingCardView {...model} quiet={quiet} go={model.goNow && (() => model.goNow && void send(model.goNow))} />;
}

function MovingCardView(props: Omit<MovingCardModel, 'goNow'> & { quiet: boolean; go: (() => void) | undefined }) {
  const { way, roundNumber, label, topic, leftMs, share, practice, quiet, go } = props;
  const t = useT('breakouts');
  const toTable = way === 'to-table';
  const soon = practice ? 'Soon' : '';
  useEffect(() => {
    if (!quiet) announce(toTable ? t(`announceToTable${soon}`, { label }) : t(`announceToPlenary${soon}`));
  }, [way, label]);
  const title = toTable ? t(practice ? 'toTablePractice' : 'toTable', { number: roundNumber, label }) : t('toPlenary');
  return (
    <section class={styles.card} data-phase="breakout-round" aria-label={title}>
      <Ring value={share} weight={0.12} class={styles.ring ?? ''}>
        <span class={`${styles.time} figures`}>{clockFace(leftMs).text}</span>
      </Ring>
      <div class={styles.words}>
        <h2 class={styles.title}>{title}</h2>
        {toTable && topic && <p class={styles.topic}>{topic}</p>}
        {toTable && <Company {...props} />}
      </div>
      {go && (
        <Button kind="primary" size="large" icon={ArrowRight} onClick={go}>
          {t(toTable ? 'goNow' : 'goBackNow')}
        </Button>
      )}
    </section>
  );
}

function Company({ company }: Pick<MovingCardModel, 'company'>) {
  const t = useT('breakouts');
  const language = useLanguage();
  return (
    <p class={styles.company}>
      {company.length > 0 ? t('topicWith', { names: formatList(company, language) }) : t('withNobody')}
    </p>
  );
}
