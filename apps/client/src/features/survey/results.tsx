import type { SurveyResult, SurveyResults } from '@werkraum/protocol';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './results.module.css';
import { type Bar, barsOf, meanOf } from './survey.model.ts';

/** What came back, question by question: a plot with its figures in words, and texts in no order. */
export function Results({ results }: { results: SurveyResults }) {
  const t = useT('survey');
  return (
    <section class={styles.results} aria-label={t('results')}>
      <p class={`${styles.about} figures`}>{t('answers', { count: results.answers })}</p>
      {results.questions.map((question) => (
        <article key={question.id} class={styles.card}>
          <h2>{question.prompt}</h2>
          <Result result={question} />
        </article>
      ))}
    </section>
  );
}

function Result({ result }: { result: SurveyResult }) {
  const t = useT('survey');
  if (result.kind === 'text') return <Texts texts={result.texts} />;
  const bars = barsOf(result);
  if (!bars) return <p class={styles.about}>{t('tooFewHere')}</p>;
  return (
    <figure class={styles.figure}>
      {result.kind === 'scale' ? <Columns bars={bars} labels={result.labels} /> : <Rows bars={bars} />}
      <Caption result={result} />
    </figure>
  );
}

function Caption({ result }: { result: SurveyResult }) {
  const t = useT('survey');
  const language = useLanguage();
  const mean = meanOf(result);
  const answered = result.kind === 'text' ? 0 : (result.answered ?? 0);
  return (
    <figcaption class={`${styles.about} figures`}>
      {t('answered', { count: answered })}
      {mean !== undefined && ` · ${t('mean', { mean: mean.toLocaleString(language) })}`}
      {result.kind === 'multiple' && ` · ${t('severalNote')}`}
    </figcaption>
  );
}

/** Drawn in these units; the sheet gives the size. */
const COLUMN = { width: 60, gap: 12, height: 120, head: 22, foot: 24 };

/** A scale: one column per figure, with how many chose it above it. */
function Columns({ bars, labels }: { bars: readonly Bar[]; labels: { from?: string; to?: string } | undefined }) {
  const t = useT('survey');
  const { width, gap, height, head, foot } = COLUMN;
  const across = bars.length * (width + gap) - gap;
  return (
    <>
      <svg class={styles.columns} viewBox={`0 0 ${across} ${head + height + foot}`} aria-hidden="true">
        {bars.map(({ label, count, length }, index) => {
          const [x, tall] = [index * (width + gap), Math.max(2, length * height)];
          const middle = x + width / 2;
          return (
            <g key={label}>
              <rect class={styles.bar} x={x} y={head + height - tall} width={width} height={tall} rx="4" />
              <text class={styles.count} x={middle} y={head + height - tall - 6}>
                {count}
              </text>
              <text class={styles.tick} x={middle} y={head + height + foot - 6}>
                {label}
              </text>
            </g>
          );
        })}
      </svg>
      {labels && (
        <p class={styles.ends} aria-hidden="true">
          <span>{labels.from}</span>
          <span>{labels.to}</span>
        </p>
      )}
      <VisuallyHidden>
        {bars.map(({ label, count, percent }) => t('barText', { label, count, percent })).join('; ')}
      </VisuallyHidden>
    </>
  );
}

/** Options in the order they were asked: each bar is its share of those who answered. */
function Rows({ bars }: { bars: readonly Bar[] }) {
  const t = useT('survey');
  return (
    <ul class={styles.rows}>
      {bars.map(({ label, count, percent }) => (
        <li key={label} class={styles.row}>
          <span>{label}</span>
          <span class="figures">{t('share', { count, percent })}</span>
          <svg class={styles.track} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect class={styles.ground} width="100" height="4" />
            <rect class={styles.bar} width={percent} height="4" />
          </svg>
        </li>
      ))}
    </ul>
  );
}

function Texts({ texts }: { texts: readonly string[] }) {
  const t = useT('survey');
  if (texts.length === 0) return <p class={styles.about}>{t('nobodyWrote')}</p>;
  return (
    <>
      <p class={styles.about}>{t('mixed')}</p>
      <ul class={styles.texts}>
        {texts.map((text, index) => (
          <li key={index}>{text}</li>
        ))}
      </ul>
    </>
  );
}
