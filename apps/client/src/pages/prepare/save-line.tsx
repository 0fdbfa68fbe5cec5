import { Check, CircleAlert, LoaderCircle, type LucideIcon, PencilLine, WifiOff } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { formatTime } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import type { PreparingState } from './prep-desk.ts';
import { type SaveLine as Line, saveLineOf } from './prepare.model.ts';
import styles from './save-line.module.css';

const SIGNS: Record<Line, LucideIcon> = {
  none: PencilLine,
  saved: Check,
  unsaved: PencilLine,
  saving: LoaderCircle,
  waiting: WifiOff,
  refused: CircleAlert,
};

/** Whether what was typed is saved: always in sight, read out only when something is wrong and when it is well again. */
export function SaveLine({ state }: { state: PreparingState }) {
  const t = useT('prepare');
  const language = useLanguage();
  const line = saveLineOf(state);
  const Sign = SIGNS[line];
  useTelling(line);
  return (
    <p class={styles.line} data-line={line}>
      <Sign size={20} aria-hidden="true" />
      {line === 'saved' ? t('save.saved', { time: formatTime(state.savedAt ?? 0, language) }) : t(`save.${line}`)}
    </p>
  );
}

function useTelling(line: Line): void {
  const t = useT('prepare');
  const wasBad = useRef(false);
  useEffect(() => {
    const isBad = line === 'waiting' || line === 'refused';
    if (isBad) announce(t(`save.${line}`));
    else if (line === 'saved' && wasBad.current) announce(t('save.back'));
    if (isBad || line === 'saved') wasBad.current = isBad;
  }, [line]);
}
