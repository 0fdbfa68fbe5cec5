import type { AnsweredView } from '@werkraum/protocol';
import { type Translate, useT } from '../../i18n/i18n.ts';
import { type Said, saidOf } from './at-hand.model.ts';
import styles from './prep.module.css';

/** Questions with what one person answered, to read. */
export function AnswerList({ answers }: { answers: readonly AnsweredView[] }) {
  const t = useT('prep');
  return (
    <dl class={styles.answers}>
      {answers.map((answered) => (
        <div key={answered.question.id}>
          <dt>{answered.question.prompt}</dt>
          <dd>{words(t, saidOf(answered))}</dd>
        </div>
      ))}
    </dl>
  );
}

function words(t: Translate<'prep'>, said: Said): string {
  if (said.kind === 'text') return said.text;
  const { figure, from, to, fromLabel, toLabel } = said;
  if (fromLabel === undefined || toLabel === undefined) return t('scale', { figure, from, to });
  return t('scaleEnds', { figure, from, to, fromLabel, toLabel });
}
