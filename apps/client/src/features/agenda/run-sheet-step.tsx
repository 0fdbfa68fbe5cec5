import type { Instant, SessionView } from '@werkraum/protocol';
import { ArrowRight } from 'lucide-preact';
import { type Translate, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { clockFace } from '../../ui/clock-face.ts';
import { nextPhase, type Step, type StepWords } from './run-sheet.model.ts';
import styles from './run-sheet.module.css';

interface BigStepProps {
  step: Step | undefined;
  session: SessionView;
  now: Instant;
  gatheringMs: number | undefined;
  take: (() => void) | undefined;
}

/** The one big button, in words, with what will follow from it. */
export function BigStep({ step, session, now, gatheringMs, take }: BigStepProps) {
  const t = useT('agenda');
  return (
    <section class={styles.step} aria-label={t('next')}>
      {step ? (
        <>
          <Button kind="primary" size="large" wide icon={ArrowRight} onClick={take} aria-keyshortcuts="Control+Enter">
            {stepText(t, step.words)}
          </Button>
          <p class={styles.hint}>
            {stepHint(t, step.words, session, now)} <kbd>{t('nextKeys')}</kbd>
          </p>
        </>
      ) : (
        <p class={styles.calm}>
          {gatheringMs === undefined ? t('noStep') : t('gathering', { time: clockFace(gatheringMs).text })}
        </p>
      )}
    </section>
  );
}

/** What the big button says. */
const stepText = (t: Translate<'agenda'>, { key, ...values }: StepWords): string =>
  t(`step.${key}`, values as Record<string, string | number>);

function stepHint(t: Translate<'agenda'>, words: StepWords, session: SessionView, now: Instant): string {
  const title = nextPhase(session.agenda)?.title;
  const closesAt = session.tables?.closesAt;
  const last = title === undefined;
  const time = clockFace(Math.max(0, (closesAt ?? now) - now)).text;
  if (words.key === 'open-doors' || words.key === 'end') return t(`stepHint.${words.key}`);
  if (words.key === 'close-tables') {
    return t(last ? 'stepHint.close-tables-last' : 'stepHint.close-tables', {
      seconds: words.seconds,
      title: title ?? '',
    });
  }
  if (words.key === 'bring-back')
    return t(last ? 'stepHint.bring-back-last' : 'stepHint.bring-back', { time, title: title ?? '' });
  return '';
}
