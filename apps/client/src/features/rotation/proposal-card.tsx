import type { Command } from '@werkraum/protocol';
import { Armchair, Check, Eye } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { formatList } from '../../i18n/format.ts';
import { type Translate, useLanguage, useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/button.tsx';
import { useShortcut } from '../../ui/shortcuts.ts';
import { figureWords } from './figures-line.tsx';
import type { ProposalModel, ProposalState, SeatChange } from './proposal.model.ts';
import styles from './proposal-card.module.css';

interface ProposalCardProps {
  proposal: ProposalModel;
  send(command: Command): void;
  /** Leads to the seating; absent where one is there already. */
  look?: (() => void) | undefined;
}

/** A proposal for the seating: what it is about, what would change, and one key to accept it. */
export function ProposalCard({ proposal, send, look }: ProposalCardProps) {
  const t = useT('rotation');
  const { state, accept, dismiss } = proposal;
  const take =
    accept &&
    (() => {
      send(accept);
      announce(t('accepted'));
    });
  useShortcut('a', take);
  const ready = state.kind === 'plan';
  useEffect(() => {
    if (ready) announce(t('announce'));
  }, [ready]);
  return (
    <section class={styles.card} data-phase="breakout-round" aria-label={t('proposal')}>
      <Armchair size={24} aria-hidden="true" />
      <div class={styles.words}>
        <h2 class={styles.title}>{titleOf(t, proposal)}</h2>
        <Attendance {...proposal} />
        <State state={state} compact={look !== undefined} />
      </div>
      <div class={styles.actions}>
        {take && (
          <Button kind="primary" icon={Check} aria-keyshortcuts="a" onClick={take}>
            {t('accept')}
          </Button>
        )}
        {look && (
          <Button icon={Eye} onClick={look}>
            {t('lookAt')}
          </Button>
        )}
        {dismiss && (
          <Button kind="plain" onClick={() => send(dismiss)}>
            {t('leaveIt')}
          </Button>
        )}
      </div>
    </section>
  );
}

function titleOf(t: Translate<'rotation'>, { state, rounds }: ProposalModel): string {
  if (state.kind === 'working') return t('working');
  if (state.kind === 'conflict') return t('noPlan');
  if (!rounds) return t('proposal');
  return t(rounds.first === rounds.last ? 'proposalRound' : 'proposalRounds', rounds);
}

function Attendance({ method, missing, newcomers }: ProposalModel) {
  const t = useT('rotation');
  const language = useLanguage();
  if (method !== 'attendance') return null;
  const said = (key: 'missing' | 'newcomers', names: readonly string[]) =>
    names.length > 0 ? [t(key, { count: names.length, names: formatList(names, language) })] : [];
  const words = [...said('missing', missing), ...said('newcomers', newcomers)];
  return words.length > 0 ? <p>{words.join(' ')}</p> : null;
}

function State({ state, compact }: { state: ProposalState; compact: boolean }) {
  const t = useT('rotation');
  if (state.kind === 'working') return null;
  if (state.kind === 'conflict') return <Conflict {...state} />;
  const { figures, before, changes, improving, outdated } = state;
  const { met, pairs } = figures;
  const worth = before === undefined ? t('figures', { met, pairs }) : t('beforeAfter', { before, after: met, pairs });
  const changed = changes.length > 0 ? [t('changes', { count: changes.length })] : [];
  return (
    <>
      <p class="figures">{[worth, ...(compact ? [] : figureWords(t, figures)), ...changed].join(' · ')}</p>
      {changes.length === 0 && <p>{t('noChanges')}</p>}
      {outdated && <p class={styles.note}>{t('outdated')}</p>}
      {improving && !outdated && <p class={styles.note}>{t('improving')}</p>}
      {!compact && changes.length > 0 && <Changes changes={changes} />}
    </>
  );
}

function Changes({ changes }: { changes: readonly SeatChange[] }) {
  const t = useT('rotation');
  const place = (label: string | undefined) => (label === undefined ? t('atNone') : t('atTable', { label }));
  const rounds = [...new Set(changes.map(({ round }) => round))];
  return (
    <details class={styles.changes}>
      <summary>{t('changeList')}</summary>
      {rounds.map((round) => (
        <div key={round}>
          <h3>{round}</h3>
          <ul>
            {changes
              .filter((change) => change.round === round)
              .map(({ seatId, name, from, to }) => (
                <li key={seatId}>{t('change', { name, from: place(from), to: place(to) })}</li>
              ))}
          </ul>
        </div>
      ))}
    </details>
  );
}

function Conflict({ conflict, names, round = '' }: Extract<ProposalState, { kind: 'conflict' }>) {
  const t = useT('rotation');
  const language = useLanguage();
  const { kind, least = 0, most = 0 } = conflict;
  return (
    <>
      <p>{t(`conflict.${kind}`, { names: formatList(names, language), round, least, most })}</p>
      <p class={styles.note}>{t('conflictHint')}</p>
    </>
  );
}
