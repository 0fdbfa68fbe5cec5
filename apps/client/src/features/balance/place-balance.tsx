import type { Place } from '@werkraum/protocol';
import { useBalance, useSession } from '../../connection/hooks.ts';
import { formatList } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { placeBalance } from './balance.model.ts';
import styles from './balance.module.css';

interface PlaceBalanceProps {
  /** A table of the round in use, or the plenary. */
  place: Place;
  /** Leaves out how it is altogether, where that stands beside it already. */
  silentOnly?: boolean;
}

/** How one place is, and who has not spoken there yet: to invite them in, not to count. Facilitators only; nothing for others. */
export function PlaceBalance({ place, silentOnly = false }: PlaceBalanceProps) {
  const t = useT('balance');
  const language = useLanguage();
  const people = useSession()?.people ?? {};
  const model = placeBalance(useBalance(), place, people);
  const level = silentOnly ? undefined : model?.level;
  if (!model || (!level && model.silent.length === 0)) return null;
  return (
    <div class={styles.place}>
      {level && <p>{t(`short.${level}`)}</p>}
      {model.silent.length > 0 && <p>{t('silent', { names: formatList(model.silent, language) })}</p>}
    </div>
  );
}
