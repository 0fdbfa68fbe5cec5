import type { SessionView } from '@werkraum/protocol';
import { useSession } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { agendaStrip, type StripSegment } from './agenda-strip.model.ts';
import styles from './programme.module.css';

/** The whole agenda in words: what was, what is, what comes next, with planned and taken minutes. */
export function Programme() {
  const session = useSession();
  return session ? <ProgrammeView agenda={session.agenda} /> : null;
}

function ProgrammeView({ agenda }: Pick<SessionView, 'agenda'>) {
  const t = useT('agenda');
  const { segments } = agendaStrip(agenda, 0); // how far the running phase is stands in the strip, not here
  return (
    <section class={styles.programme}>
      <h3 class={styles.heading}>{t('programme')}</h3>
      <ol class={styles.list}>
        {segments.map((segment) => (
          <Row key={segment.id} {...segment} topic={agenda.phases[segment.id]?.round?.topic} />
        ))}
      </ol>
    </section>
  );
}

function Row({ kind, state, title, topic, plannedMs, tookMs }: StripSegment & { topic: string | undefined }) {
  const t = useT('agenda');
  const minutes = (ms: number) => t('minutes', { minutes: Math.round(ms / 60_000) });
  return (
    <li class={styles.row} data-phase={kind} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <span class={styles.mark} aria-hidden="true" />
      <span class={styles.title}>
        {title}
        {topic && <span class={styles.topic}>{topic}</span>}
      </span>
      <span class={`${styles.minutes} figures`}>
        {tookMs === undefined ? minutes(plannedMs) : `${minutes(tookMs)} / ${minutes(plannedMs)}`}
      </span>
    </li>
  );
}
