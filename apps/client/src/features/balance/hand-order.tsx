import { useSend, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Segmented } from '../../ui/choice.tsx';
import styles from './balance.module.css';

const ORDERS = ['raised', 'quiet-first'] as const;

/** In which order raised hands stand: facilitators choose, everybody sees it. */
export function HandOrder() {
  const t = useT('balance');
  const send = useSend();
  const you = useYou();
  const quietFirst = useSession()?.stage.quietFirst ?? false;
  const may = you?.may.includes('order-hands') ?? false;
  if (!may && !quietFirst) return null;
  return (
    <div class={styles.order}>
      {may && (
        <Segmented
          label={t('order.label')}
          value={quietFirst ? 'quiet-first' : 'raised'}
          options={ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))}
          onValue={(by) => void send({ type: 'order-hands', by })}
        />
      )}
      {quietFirst && <p class={styles.soft}>{t('order.explained')}</p>}
    </div>
  );
}
