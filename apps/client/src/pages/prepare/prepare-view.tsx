import { CalendarPlus, DoorOpen, KeyRound, WifiOff } from 'lucide-preact';
import type { SeatTicket } from '../../connection/provider.tsx';
import type { SeatProblem } from '../../connection/seat-answer.ts';
import type { ContributionDesk } from '../../features/keeping/contribution-desk.ts';
import { OwnContribution } from '../../features/keeping/own-contribution.tsx';
import { formatLongDateTime } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Programme } from '../../ui/programme.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { calendarFile } from '../host/calendar.ts';
import { Card } from './card.tsx';
import type { DecksDesk } from './decks-desk.ts';
import { DevicesCard } from './devices-card.tsx';
import type { PreparingState, PrepDesk, PrepState } from './prep-desk.ts';
import { appointmentOf, totalMs, whenOf } from './prepare.model.ts';
import styles from './prepare-view.module.css';
import { Questions } from './questions.tsx';
import { ReadyCard } from './ready-card.tsx';
import { SaveLine } from './save-line.tsx';
import { SlidesCard } from './slides-card.tsx';

export interface PrepareProps {
  desk: PrepDesk;
  decks: DecksDesk;
  contribution: ContributionDesk;
  /** Called once everything of this person is being erased. */
  erased(): void;
  ticket: Pick<SeatTicket, 'sessionId' | 'seatId'>;
  /** The person's own link. */
  link: string;
}

/** The page of preparation in each of its states. */
export function PrepareView({ state, ...props }: PrepareProps & { state: PrepState }) {
  if (state.at === 'loading') return <Loading />;
  if (state.at === 'closed') return <Closed problem={state.problem} />;
  return <Ready state={state} {...props} />;
}

function Loading() {
  const t = useT('prepare');
  const words = useT('common');
  return (
    <>
      <h1>{t('title')}</h1>
      <p role="status">{words('loading')}</p>
    </>
  );
}

function Closed({ problem }: { problem: SeatProblem }) {
  const t = useT('prepare');
  const words = useT('rejections');
  if (problem === 'unknown-link' || problem === 'removed') {
    const title = problem === 'removed' ? t('closed.removed') : t('closed.unknown');
    return (
      <Notice icon={KeyRound} tone="warn" title={title}>
        <p>{words(`refusal.${problem}`)}</p>
      </Notice>
    );
  }
  return (
    <Notice icon={WifiOff} tone="warn" title={t('closed.unreachable')}>
      <p>{t('closed.unreachableText')}</p>
    </Notice>
  );
}

export interface ReadyProps extends PrepareProps {
  state: PreparingState;
}

function Ready(props: ReadyProps) {
  const { state } = props;
  const { view } = state;
  const asked = view.questions.length > 0;
  return (
    <div class={styles.page}>
      <Head {...props} />
      <div class={styles.main}>
        {asked && <Questions {...props} />}
        <SlidesCard {...props} />
        {view.open && asked && <ReadyCard {...props} />}
      </div>
      <aside class={styles.side}>
        <DevicesCard />
        <ProgrammeCard {...props} />
        <Facts {...props} />
      </aside>
      {view.open && asked && <SaveLine state={state} />}
    </div>
  );
}

function Head({ state: { view }, ticket, link }: ReadyProps) {
  const t = useT('prepare');
  const when = whenOf(view, useLanguage());
  const uid = `${ticket.seatId}.${ticket.sessionId}@${location.host}`;
  const appointment = appointmentOf(view, { uid, link, description: t('calendarText'), stampedAt: Date.now() });
  return (
    <header class={styles.head}>
      <p class={styles.you}>
        <Avatar name={view.name} />
        {t('hello', { name: view.name })}
      </p>
      <h1>{view.title}</h1>
      <p class={styles.when}>
        <span>{when ? t('when', when) : t('noDate')}</span>
        {appointment && (
          <Button
            icon={CalendarPlus}
            onClick={() => saveFile(`${view.title}.ics`, 'text/calendar', calendarFile(appointment))}
          >
            {t('calendar')}
          </Button>
        )}
      </p>
      <Doors status={view.status} />
      {view.status !== 'ended' && <p class={styles.lead}>{t(view.questions.length > 0 ? 'lead' : 'leadUnasked')}</p>}
    </header>
  );
}

function Doors({ status }: Pick<ReadyProps['state']['view'], 'status'>) {
  const t = useT('prepare');
  if (status === 'draft') return null;
  return (
    <div class={styles.doors} role="status">
      <p>{t(status === 'ended' ? 'doors.ended' : 'doors.open')}</p>
      {status !== 'ended' && (
        <ButtonLink href="/join" kind="primary" size="large" icon={DoorOpen}>
          {t('doors.enter')}
        </ButtonLink>
      )}
    </div>
  );
}

function ProgrammeCard({ state: { view } }: ReadyProps) {
  const t = useT('prepare');
  return (
    <Card title={t('programme.title')} aside={t('programme.total', { minutes: Math.round(totalMs(view) / 60_000) })}>
      <Programme phases={view.phases} />
    </Card>
  );
}

function Facts({ state: { view }, contribution, erased }: ReadyProps) {
  const t = useT('prepare');
  const kept = useKeptUntil(view);
  return (
    <>
      <Card title={t('happens.title')}>
        <ul class={styles.facts}>
          {(['link', 'tables', 'turns', 'private'] as const).map((each) => (
            <li key={each}>{t(`happens.${each}`)}</li>
          ))}
        </ul>
      </Card>
      <Card title={t('kept.title')}>
        <ul class={styles.facts}>
          {(['what', 'who', 'devices'] as const).map((each) => (
            <li key={each}>{t(`kept.${each}`)}</li>
          ))}
          <li>{kept}</li>
          <li>{t('kept.erase')}</li>
        </ul>
        <OwnContribution desk={contribution} erased={erased} />
      </Card>
    </>
  );
}

/** For how long everything is kept: so many days until it has ended, then the day itself [PR-14]. */
function useKeptUntil({ status, keepDays, keptUntil }: ReadyProps['state']['view']): string {
  const t = useT('prepare');
  const language = useLanguage();
  if (keepDays === 0) return t('kept.longNone');
  if (status === 'ended') return t('kept.until', { when: formatLongDateTime(keptUntil, language) });
  return t('kept.long', { count: keepDays });
}
