import { CircleAlert, CopyX, DoorClosed, KeyRound, type LucideIcon, RefreshCw } from 'lucide-preact';
import type { Link } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasteLink } from '../home/paste-link.tsx';

type Reason = NonNullable<Link['refusal'] | Link['farewell']>;

const SIGNS: Partial<Record<Reason, LucideIcon>> = {
  'upgrade-required': RefreshCw,
  'unknown-link': KeyRound,
  'link-reissued': KeyRound,
  'seat-in-use': CopyX,
  'taken-over': CopyX,
  removed: DoorClosed,
};

interface TurnedAwayProps {
  link: Link;
  enter(takeOver: boolean): void;
  anotherLink(): void;
}

/** Refused or sent away: why, and the way out. */
export function TurnedAway({ link, enter, anotherLink }: TurnedAwayProps) {
  const t = useT('join');
  const words = useT('rejections');
  const reason: Reason = link.farewell ?? link.refusal ?? 'unknown-link';
  const text = link.farewell ? words(`farewell.${link.farewell}`) : words(`refusal.${link.refusal ?? 'unknown-link'}`);
  return (
    <Notice
      icon={SIGNS[reason] ?? CircleAlert}
      tone={reason === 'session-damaged' ? 'danger' : 'warn'}
      title={t(`turnedAway.${kindOf(reason)}`)}
      actions={<WayOut reason={reason} enter={enter} />}
    >
      <p>{text}</p>
      {kindOf(reason) === 'link' && <PasteLink onTicket={anotherLink} />}
    </Notice>
  );
}

const kindOf = (reason: Reason): 'link' | 'elsewhere' | 'removed' | 'update' | 'trouble' => {
  if (reason === 'unknown-link' || reason === 'link-reissued') return 'link';
  if (reason === 'seat-in-use' || reason === 'taken-over') return 'elsewhere';
  if (reason === 'upgrade-required') return 'update';
  return reason === 'removed' ? 'removed' : 'trouble';
};

function WayOut({ reason, enter }: { reason: Reason; enter(takeOver: boolean): void }) {
  const t = useT('join');
  switch (kindOf(reason)) {
    case 'elsewhere':
      return (
        <Button kind="primary" onClick={() => enter(true)}>
          {t('turnedAway.useHere')}
        </Button>
      );
    case 'update':
      return (
        <Button kind="primary" onClick={() => location.reload()}>
          {t('turnedAway.reload')}
        </Button>
      );
    case 'trouble':
      return <Button onClick={() => enter(false)}>{t('turnedAway.retry')}</Button>;
    case 'removed':
      return <ButtonLink href="/">{t('turnedAway.home')}</ButtonLink>;
    case 'link':
      return null; // the field for another link is the way out
  }
}
