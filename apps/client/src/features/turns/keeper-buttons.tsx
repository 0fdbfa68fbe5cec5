import {
  Bell,
  Check,
  ChevronLeft,
  ChevronRight,
  ListEnd,
  type LucideIcon,
  Music,
  Pause,
  Play,
  SkipForward,
} from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { shortcutSetting } from '../../ui/shortcuts.ts';
import { useStore } from '../../ui/use-store.ts';
import styles from './keeper-buttons.module.css';
import type { KeeperAction, KeeperControls } from './keeper-controls.ts';

const ICONS: Partial<Record<KeeperAction['id'], LucideIcon>> = {
  start: Play,
  resume: Play,
  pause: Pause,
  end: Check,
  skip: SkipForward,
  later: ListEnd,
  nudge: Bell,
  beat: Music,
};

/**
 * Everything that is done about the table shown large, within reach of a thumb: on a phone they stay at the bottom, the
 * likeliest one lowest and between the ways to the other tables.
 */
export function KeeperButtons({ group, actions, main, previous, following }: KeeperControls & { group: string }) {
  const t = useT('timekeeping');
  return (
    <fieldset class={styles.buttons} onPointerUp={letGo}>
      <legend class={styles.legend}>{group}</legend>
      <div class={styles.more}>
        {actions.map((action) => (
          <ActionButton key={action.id} action={action} />
        ))}
      </div>
      <div class={styles.main}>
        {previous && <IconButton kind="quiet" icon={ChevronLeft} label={t('previous')} onClick={previous} />}
        {main ? <ActionButton action={main} isMain /> : <span class={styles.filler} />}
        {following && (
          <IconButton kind="quiet" icon={ChevronRight} label={t('following')} tip="above-end" onClick={following} />
        )}
      </div>
    </fieldset>
  );
}

const isOn = ({ on }: { on: boolean }) => on;

function ActionButton({ action, isMain }: { action: KeeperAction; isMain?: boolean }) {
  const { id, label, title, keys, run } = action;
  const t = useT('timekeeping');
  const withKeys = useStore(shortcutSetting, isOn);
  const icon = ICONS[id];
  const shown = keys === ' ' ? t('keys.space') : keys?.toUpperCase();
  return (
    <Button
      kind={isMain || id === 'resume' ? 'primary' : 'quiet'}
      {...(icon && { icon })}
      {...(title && { title })}
      {...(run ? { onClick: run } : { 'aria-disabled': true })}
      aria-keyshortcuts={ariaKeys(keys)}
      class={styles.action ?? ''}
    >
      {label}
      {withKeys && shown && (
        <span class={styles.key} aria-hidden="true">
          {shown}
        </span>
      )}
    </Button>
  );
}

const ariaKeys = (keys: string | undefined): string | undefined =>
  keys === ' ' ? 'Space' : keys === '+' ? 'Plus' : keys;

// A button that was pressed with a pointer would keep the focus, and the space bar would press it once more instead of
// stopping the clock. Whoever works with keys keeps their place.
function letGo(event: PointerEvent): void {
  const button = event.target instanceof Element && event.target.closest('button');
  if (button) setTimeout(() => button.blur());
}
