import { useState } from 'preact/hooks';
import { useSend, useSession, useStaff, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Segmented } from '../../ui/choice.tsx';
import { type SeatingModel, seatings } from './seating.model.ts';
import styles from './seating-editor.module.css';
import { SeatingList } from './seating-list.tsx';
import { SeatingRound } from './seating-round.tsx';

const ALL = 'all';

/** The seating of the rounds to come (and of the one that runs): as plans to drag on, or as a list with a table to choose. */
export function SeatingEditor() {
  const t = useT('breakouts');
  const session = useSession();
  const you = useYou();
  const staff = useStaff();
  const send = useSend();
  const [view, setView] = useState<'plan' | 'list'>('plan');
  const [chosen, setChosen] = useState<string>();
  if (!session || !you || !staff) return null;
  const rounds = seatings(session, you, staff);
  const shown =
    rounds.find(({ phaseId }) => phaseId === chosen) ?? rounds.find(({ state }) => state === 'ahead') ?? rounds[0];
  if (!shown) return <p class={styles.empty}>{t('noRounds')}</p>;
  const all = chosen === ALL;
  return (
    <div class={styles.editor}>
      <div class={styles.choices}>
        <Segmented
          label={t('view')}
          value={view}
          options={[
            { value: 'plan', label: t('asPlan') },
            { value: 'list', label: t('asList') },
          ]}
          onValue={(next) => setView(next)}
        />
        {view === 'plan' && rounds.length > 1 && (
          <Segmented
            label={t('rounds')}
            value={all ? ALL : shown.phaseId}
            options={[...rounds.map((round) => roundOption(round, t)), { value: ALL, label: t('allRounds') }]}
            onValue={setChosen}
          />
        )}
      </div>
      {view === 'list' ? (
        <SeatingList rounds={rounds} send={(command) => void send(command)} />
      ) : (
        <div class={styles.rounds} data-all={all}>
          {(all ? rounds : [shown]).map((round) => (
            <SeatingRound key={round.phaseId} round={round} compact={all} send={(command) => void send(command)} />
          ))}
        </div>
      )}
    </div>
  );
}

const roundOption = ({ phaseId, number, state, title }: SeatingModel, t: ReturnType<typeof useT<'breakouts'>>) => ({
  value: phaseId as string,
  label: state === 'now' ? t('seatingNow', { title }) : t('seatingRound', { number }),
});
