import { useNow, useSession, useStaff } from '../../connection/hooks.ts';
import { type Translate, useT } from '../../i18n/i18n.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { type AllShare, allShares } from './all-shares.model.ts';
import styles from './all-shares.module.css';
import { duration } from './clock-words.ts';
import { ShareBar } from './share-bar.tsx';

/** Everybody's time over all rounds, by name: to see that shares are equal, not who was first. */
export function AllShares() {
  const [session, staff, now] = [useSession(), useStaff(), useNow()];
  const t = useT('timekeeping');
  if (!session || !staff) return null;
  const shares = allShares(session, staff, now);
  return (
    <section class={styles.all} aria-labelledby="all-shares-title">
      <h3 id="all-shares-title">{t('all.title')}</h3>
      <p class={styles.hint}>{shares.length > 0 ? t('all.text') : t('all.none')}</p>
      <ul class={styles.list}>
        {shares.map((share) => (
          <ShareLine key={share.seatId} {...share} />
        ))}
      </ul>
    </section>
  );
}

function ShareLine(share: AllShare) {
  const t = useT('timekeeping');
  const turns = useT('turns');
  const name = share.name ?? turns('somebody');
  return (
    <li class={styles.line}>
      <Avatar name={name} size="small" dim={share.turns === 0} />
      <span class={styles.name}>{name}</span>
      <span class={styles.figures}>{figures(t, share)}</span>
      <span class={styles.bar}>{share.turns > 0 && <ShareBar {...share.bar} />}</span>
    </li>
  );
}

function figures(t: Translate<'timekeeping'>, { grantedMs, usedMs, overMs, turns }: AllShare): string {
  if (turns === 0) return t('all.notYet');
  const used = t('all.used', { used: duration(usedMs), granted: duration(grantedMs) });
  const over = overMs >= 1_000 ? [t('all.over', { over: duration(overMs) })] : [];
  return [used, ...over, t('all.turns', { count: turns })].join(' · ');
}
