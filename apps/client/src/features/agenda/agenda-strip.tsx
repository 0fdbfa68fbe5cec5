import { useNow, useSession } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { type AgendaStripModel, agendaStrip, type StripSegment } from './agenda-strip.model.ts';
import styles from './agenda-strip.module.css';

/** Per cent in steps that can just be seen: the page is not laid out anew for a hundredth of a pixel every second. */
const percent = (share: number): string => `${Math.round(share * 500) / 5}%`;
const minutes = (ms: number): number => Math.round(ms / 60_000);

/** The agenda as everybody sees it all the time: proportional phases, how far we are, and where the plan would be. */
export function AgendaStrip() {
  const session = useSession();
  const now = useNow();
  return session ? <AgendaStripView {...agendaStrip(session.agenda, now)} /> : null;
}

function AgendaStripView({ segments, planned }: AgendaStripModel) {
  const t = useT('agenda');
  return (
    <div class={styles.strip}>
      <ol class={styles.segments} aria-label={t('strip')}>
        {segments.map((segment) => (
          <Segment key={segment.id} {...segment} />
        ))}
      </ol>
      {planned !== undefined && (
        <span class={styles.planned} style={{ insetInlineStart: percent(planned) }} title={t('plannedHere')} />
      )}
    </div>
  );
}

function Segment({ title, kind, plannedMs, state, progress, tookMs }: StripSegment) {
  const t = useT('agenda');
  const took = t('minutes', { minutes: minutes(tookMs ?? plannedMs) });
  return (
    <li
      class={styles.segment}
      data-phase={kind}
      data-state={state}
      aria-current={state === 'now' ? 'step' : undefined}
      style={{ flexGrow: plannedMs }}
      title={t(`segment.${state}`, { title, planned: minutes(plannedMs), took })}
    >
      <span class={styles.bar} aria-hidden="true">
        <span class={styles.fill} style={{ inlineSize: percent(progress) }} />
      </span>
      <span class={styles.title} aria-hidden="true">
        {title}
      </span>
      <VisuallyHidden>{t(`segment.${state}`, { title, planned: minutes(plannedMs), took })}</VisuallyHidden>
    </li>
  );
}
