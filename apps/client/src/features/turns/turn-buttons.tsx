import { Check, ListEnd, Pause, Play, SkipForward, Undo2 } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import type { TurnActions } from './turn-actions.ts';
import styles from './turn-buttons.module.css';

export interface TurnButtonsProps {
  name: string;
  actions: TurnActions;
  /** `thumb`: large, in a grid that one thumb reaches; the most likely one is at the bottom. */
  layout: 'row' | 'thumb';
}

/** Whatever may be done with the turn that runs. Draws nothing when nothing may be done. */
export function TurnButtons({ name, actions, layout }: TurnButtonsProps) {
  const t = useT('turns');
  const { start, pause, resume, extend, end, skip, later, pass, bringBack } = actions;
  if (Object.keys(actions).length === 0) return null;
  return (
    <fieldset class={styles.buttons} data-layout={layout}>
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
        <Button icon={ListEnd} onClick={later}>
          {t('actions.later')}
        </Button>
      )}
      {skip && (
        <Button icon={SkipForward} onClick={skip}>
          {t('actions.skip')}
        </Button>
      )}
      {pass && !skip && (
        <Button icon={SkipForward} onClick={pass}>
          {t('actions.pass')}
        </Button>
      )}
      {bringBack && (
        <Button icon={Undo2} onClick={bringBack}>
          {t('actions.bringBack')}
        </Button>
      )}
      {start && (
        <Button icon={Play} kind="primary" onClick={start} class={styles.main ?? ''}>
          {t('actions.start')}
        </Button>
      )}
      {end && (
        <Button icon={Check} kind={resume ? 'quiet' : 'primary'} onClick={end} class={styles.main ?? ''}>
          {t('actions.end')}
        </Button>
      )}
    </fieldset>
  );
}
