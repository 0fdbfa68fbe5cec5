import type { TurnId } from '@werkraum/protocol';
import { Check, ListEnd, Pause, Play, SkipForward } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import type { Action, TurnActions } from './turn-actions.ts';
import styles from './turn-buttons.module.css';
import { useSettled } from './use-settled.ts';

export interface TurnButtonsProps {
  turnId: TurnId;
  name: string;
  actions: TurnActions;
}

/** What whoever keeps the time may do with the turn that runs. Draws nothing when nothing may be done. */
export function TurnButtons({ turnId, name, actions }: TurnButtonsProps) {
  const t = useT('turns');
  const settled = useSettled(turnId);
  const press = (action: Action) => (settled ? { onClick: action } : { 'aria-disabled': true });
  const { pause, resume, extend, end, skip, later } = actions;
  if (Object.keys(actions).length === 0) return null;
  return (
    <fieldset class={styles.buttons}>
      <legend class={styles.legend}>{t('actions.group', { name })}</legend>
      {pause && (
        <Button icon={Pause} onClick={pause}>
          {t('actions.pause')}
        </Button>
      )}
      {resume && (
        <Button icon={Play} kind="primary" onClick={resume}>
          {t('actions.resume')}
        </Button>
      )}
      {extend && <Button onClick={extend}>{t('actions.extend')}</Button>}
      {later && (
        <Button icon={ListEnd} {...press(later)}>
          {t('actions.later')}
        </Button>
      )}
      {skip && (
        <Button icon={SkipForward} {...press(skip)}>
          {t('actions.skip')}
        </Button>
      )}
      {end && (
        <Button icon={Check} kind={resume ? 'quiet' : 'primary'} {...press(end)}>
          {t('actions.end')}
        </Button>
      )}
    </fieldset>
  );
}
