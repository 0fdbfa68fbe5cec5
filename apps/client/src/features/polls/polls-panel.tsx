import { useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Ballot } from './ballot.tsx';
import { PollDesk } from './poll-desk.tsx';
import { ballot, closedPolls } from './polls.model.ts';
import styles from './polls.module.css';
import { PulseButtons } from './pulse.tsx';
import { Results } from './results.tsx';

/** Polls: the one to answer now, what came of others, and the pulse of the pace. Facilitators make and open them here. */
export function PollsPanel() {
  const t = useT('polls');
  const session = useSession();
  const you = useYou();
  if (!session || !you) return null;
  const asked = ballot(session, you);
  const isHost = you.role === 'facilitator';
  const shown = isHost ? [] : closedPolls(session.polls);
  return (
    <div class={styles.panel}>
      {asked && <Ballot key={asked.pollId} {...asked} />}
      {isHost ? <PollDesk /> : <PulseButtons />}
      {shown.length > 0 && (
        <ol class={styles.list} aria-label={t('results')}>
          {shown.map((line) => (
            <li key={line.pollId} class={styles.line}>
              <p class={styles.question}>{line.poll.question}</p>
              <Results line={line} people={session.people} />
            </li>
          ))}
        </ol>
      )}
      {!isHost && !asked && shown.length === 0 && <p class={styles.about}>{t('nothing')}</p>}
    </div>
  );
}
