import { ChevronRight } from 'lucide-preact';
import { useFacilitators, useSession, useStaff } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { readinessOf } from './readiness.model.ts';
import styles from './readiness.module.css';
import { ReadinessMark, RemindButton } from './readiness-list.tsx';
import { reminder } from './reminder.ts';

/** For facilitators: who is ready, before it begins in full and later folded away. */
export function ReadinessPanel() {
  const t = useT('prep');
  const [session, staff, facilitators] = [useSession(), useStaff(), useFacilitators()];
  const readiness = staff && readinessOf(staff.seats, facilitators?.readiness);
  if (!session || !readiness) return null;
  const { status, title, language } = session;
  const { ready, lines } = readiness;
  return (
    <details class={styles.panel} open={status === 'draft' || status === 'open'}>
      <summary>
        <ChevronRight size={20} aria-hidden="true" />
        <h3>{t('readiness.title')}</h3>
        <span class="figures">{t('readiness.count', { ready, of: lines.length })}</span>
      </summary>
      <ul class={styles.lines}>
        {lines.map((line) => (
          <li key={line.seatId}>
            <span class={styles.who}>
              <span class={styles.name}>{line.name}</span>
              <ReadinessMark line={line} />
            </span>
            {status === 'draft' && <RemindButton line={line} text={reminder(line.name, { title, language })} />}
          </li>
        ))}
      </ul>
      <p class={styles.hint}>{t('readiness.noWords')}</p>
      {status === 'draft' && <p class={styles.hint}>{t('readiness.linkHint')}</p>}
    </details>
  );
}
