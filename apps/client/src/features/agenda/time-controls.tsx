import type { Command } from '@werkraum/protocol';
import { Minus, Pause, Play, Plus, Undo2 } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { type RunSheetModel, STEPS_MS } from './run-sheet.model.ts';
import styles from './run-sheet.module.css';

const KEYS: Readonly<Record<number, string>> = { [-60_000]: '-', 60000: '+', [-300_000]: 'Alt+-', 300000: 'Alt++' };

interface TimeControlsProps {
  model: RunSheetModel;
  send(command: Command): void;
}

/** Moves the clock, stops it, and takes the last step back. */
export function TimeControls({ model, send }: TimeControlsProps) {
  const t = useT('agenda');
  const { extend, pause, resume, undo } = model;
  const hold = pause ?? resume;
  return (
    <section class={styles.controls} aria-label={t('time')}>
      {extend && (
        <div class={styles.steps}>
          {STEPS_MS.map((byMs) => (
            <TimeStep key={byMs} byMs={byMs} move={() => send(extend(byMs))} />
          ))}
        </div>
      )}
      {hold && (
        <Button wide icon={pause ? Pause : Play} onClick={() => send(hold)} aria-keyshortcuts="p">
          {t(pause ? 'pause' : 'resume')} <kbd>P</kbd>
        </Button>
      )}
      {undo && (
        <div class={styles.step}>
          <Button wide icon={Undo2} onClick={() => send(undo.command)} aria-keyshortcuts="u">
            {t('undo', { title: undo.backTo })} <kbd>U</kbd>
          </Button>
          <p class={styles.hint}>{t('undoHint', { title: undo.backTo })}</p>
        </div>
      )}
    </section>
  );
}

function TimeStep({ byMs, move }: { byMs: number; move: () => void }) {
  const t = useT('agenda');
  const keys = KEYS[byMs] ?? '';
  const minutes = Math.abs(byMs) / 60_000;
  const name = t(byMs > 0 ? 'longer' : 'shorter', { minutes });
  return (
    <Button
      icon={byMs > 0 ? Plus : Minus}
      aria-label={name}
      title={`${name} (${keys.replace('-', '−').replace('Alt++', 'Alt +').replace('Alt+−', 'Alt −')})`}
      aria-keyshortcuts={keys.replace('++', '+Plus').replace(/^\+$/, 'Plus')}
      onClick={move}
    >
      {minutes}
    </Button>
  );
}
