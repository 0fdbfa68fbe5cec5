import type { SessionView } from '@werkraum/protocol';
import { useYou } from '../../connection/hooks.ts';
import { KeptLine } from '../../features/balance/parts.ts';
import { BookletCard } from '../../features/booklet/parts.ts';
import { OwnWork, RecordNote } from '../../features/keeping/parts.ts';
import { SurveyNotice } from '../../features/survey/parts.ts';
import { useT } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { type EndRow, endSummary } from './end-screen.model.ts';
import styles from './end-screen.module.css';

/** The workshop is over: thanks, what is asked and given afterwards, the programme as it happened, and what is one's own. */
export function EndScreen({ session }: { session: SessionView }) {
  const t = useT('room');
  const steers = useYou()?.role === 'facilitator';
  const { planned, took, rows } = endSummary(session.agenda);
  return (
    <Page>
      <article class={styles.page}>
        <header class={styles.head}>
          <h1>{t('end.title')}</h1>
          <p class={styles.lead}>{t('end.text', { title: session.title, took, planned })}</p>
        </header>
        <SurveyNotice />
        <BookletCard />
        {steers && <HostHint />}
        <table class={styles.table}>
          <caption class={styles.caption}>{t('end.programme')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('end.phase')}</th>
              <th scope="col">{t('end.planned')}</th>
              <th scope="col">{t('end.took')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} {...row} />
            ))}
          </tbody>
        </table>
        <OwnWork title={session.title} />
        {steers && <RecordNote />}
        <footer class={styles.foot}>
          <KeptLine />
          <p>{t('end.close')}</p>
          <ButtonLink href="/">{t('end.leave')}</ButtonLink>
        </footer>
      </article>
    </Page>
  );
}

/** What only the organiser can do: this page holds no host key. */
function HostHint() {
  const t = useT('room');
  return (
    <p class={styles.hint}>
      <span>{t('end.hostHint')}</span>
      <ButtonLink href="/host" kind="plain">
        {t('end.host')}
      </ButtonLink>
    </p>
  );
}

function Row({ title, kind, planned, took, dropped, plannedShare, tookShare }: EndRow) {
  const t = useT('room');
  return (
    <tr data-phase={kind}>
      <th scope="row">
        {title}
        <span class={styles.bars} aria-hidden="true">
          <span class={styles.planned} style={{ inlineSize: `${plannedShare * 100}%` }} />
          <span class={styles.took} style={{ inlineSize: `${tookShare * 100}%` }} />
        </span>
      </th>
      <td class="figures">{planned === undefined ? t('end.added') : t('end.minutes', { minutes: planned })}</td>
      <td class="figures">
        {took === undefined ? t(dropped ? 'end.dropped' : 'end.skipped') : t('end.minutes', { minutes: took })}
      </td>
    </tr>
  );
}
