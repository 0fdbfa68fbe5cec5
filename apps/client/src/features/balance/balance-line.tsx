import { AudioLines } from 'lucide-preact';
import { useBalance, useSession } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { useStore } from '../../ui/use-store.ts';
import { ownBalance } from './balance.model.ts';
import styles from './balance.module.css';
import { balanceSetting } from './choices.ts';
import { KeepingLine } from './kept-line.tsx';
import { PlaceBalance } from './place-balance.tsx';

const isShown = ({ shown }: { shown: boolean }) => shown;

/** The own speaking time and how it is altogether, quietly. Whoever does not want to see it does not. */
export function BalanceLine() {
  const t = useT('balance');
  const shown = useStore(balanceSetting, isShown);
  const balance = useBalance();
  const status = useSession()?.status;
  const own = ownBalance(balance);
  if (!shown || status !== 'running') return null;
  const { facilitator } = balance;
  if (!own && !facilitator) return null;
  return (
    <section class={styles.line} aria-label={t('title')}>
      {own && (
        <p class={styles.own}>
          <AudioLines size={20} aria-hidden="true" />
          <span>
            {own.time === undefined ? t('ownLittle') : t(own.part ? `part.${own.part}` : 'own', { time: own.time })}
            {own.level && <span class={styles.level}>{t(`level.${own.level}`)}</span>}
          </span>
        </p>
      )}
      {facilitator && <PlaceBalance place="plenary" silentOnly />}
      {facilitator && <KeepingLine notAgreed={facilitator.notAgreed} />}
    </section>
  );
}
