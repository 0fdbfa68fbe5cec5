import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import type { Check, Level, Spot } from './checks/check.ts';
import styles from './checks-pane.module.css';
import { useCheckText } from './use-check-text.ts';

const SIGNS: Record<Level, LucideIcon> = { error: CircleAlert, hint: TriangleAlert, note: Info };
const LEVELS: readonly Level[] = ['error', 'hint', 'note'];

/** All checks, the gravest first; each leads to where it can be mended. */
export function ChecksPane({ checks, lead }: { checks: readonly Check[]; lead(spot: Spot): void }) {
  const t = useT('design');
  const present = LEVELS.filter((level) => checks.some((each) => each.level === level));
  return (
    <section class={styles.pane} aria-labelledby="checks-title">
      <h2 id="checks-title" tabIndex={-1}>
        {t('checks.title')}
      </h2>
      {!present.includes('error') && !present.includes('hint') && (
        <p class={styles.fine}>
          <CircleCheck size={22} aria-hidden="true" />
          {t('checks.fine')}
        </p>
      )}
      {present.map((level) => (
        <div key={level} class={styles.group}>
          <h3>{t(`levels.${level}`)}</h3>
          <CheckList checks={checks.filter((each) => each.level === level)} lead={lead} />
        </div>
      ))}
    </section>
  );
}

/** Checks as a list; with `lead` each is a way to its place. */
export function CheckList({ checks, lead }: { checks: readonly Check[]; lead?: (spot: Spot) => void }) {
  const t = useT('design');
  const say = useCheckText();
  return (
    <ul class={styles.list}>
      {checks.map((each, index) => {
        const Sign = SIGNS[each.level];
        return (
          <li key={index} class={styles.check} data-level={each.level}>
            <Sign size={20} aria-label={t(`levels.${each.level}`)} />
            {lead ? (
              <button type="button" class={styles.lead} onClick={() => lead(each.at)}>
                {say(each)}
              </button>
            ) : (
              <span>{say(each)}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
