import type { Command, PhaseId, PhaseKind } from '@werkraum/protocol';
import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useNow, useSend, useSession, useYou } from '../../../connection/hooks.ts';
import { useT } from '../../../i18n/i18n.ts';
import { announce } from '../../../ui/announcer.ts';
import { Menu } from '../../../ui/menu.tsx';
import { outlook } from '../outlook.model.ts';
import { OutlookLine } from '../outlook-line.tsx';
import styles from './agenda-desk.module.css';
import { type DeskModel, type DeskRow, desk } from './desk.model.ts';
import { DroppedList } from './dropped-list.tsx';
import { PhaseDialog, type PhaseDialogFor } from './phase-dialog.tsx';
import { PhaseRow } from './phase-row.tsx';
import { ReplanLine } from './replan-line.tsx';
import { useLength } from './use-length.ts';

/** The agenda as whoever facilitates works on it while it is used: everything that has not begun can be changed. */
export function AgendaDesk() {
  const session = useSession();
  const you = useYou();
  const now = useNow();
  const send = useSend();
  const [dialog, setDialog] = useState<PhaseDialogFor>();
  const say = useDeskNews();
  if (!session || !you) return null;
  const model = desk(session.agenda, you, now);
  const heading = outlook(session.agenda, now);
  const act = async (command: Command, row?: DeskRow) => {
    const { ok } = await send(command);
    if (ok) say(command, model, row);
  };
  const edit = (id: PhaseId) => setDialog({ mode: 'edit', id });
  return (
    <div class={styles.desk}>
      <header class={styles.head}>
        {heading && <OutlookLine {...heading} />}
        <Totals model={model} />
        <ReplanLine />
      </header>
      <ol class={styles.rows}>
        {model.rows.map((row) => (
          <PhaseRow key={row.id} row={row} desk={model} act={act} edit={() => edit(row.id)} />
        ))}
      </ol>
      {model.canAdd && <AddMenu open={(kind) => setDialog({ mode: 'add', kind })} />}
      <DroppedList rows={model.dropped} act={act} />
      {dialog && <PhaseDialog open={dialog} agenda={session.agenda} close={() => setDialog(undefined)} />}
    </div>
  );
}

function Totals({ model: { totalMs, limitMs } }: { model: DeskModel }) {
  const t = useT('replanning');
  const length = useLength();
  const over = limitMs === undefined ? 0 : totalMs - limitMs;
  const total = length(totalMs);
  return (
    <p class={styles.totals}>
      {limitMs === undefined ? t('desk.total', { total }) : t('desk.totalHard', { total, limit: length(limitMs) })}{' '}
      {over >= 30_000 && <strong>{t('desk.over', { minutes: length(over) })}</strong>}
    </p>
  );
}

function AddMenu({ open }: { open(kind: PhaseKind): void }) {
  const t = useT('replanning');
  const common = useT('common');
  return (
    <div class={styles.add}>
      <Menu
        label={t('desk.add')}
        icon={Plus}
        show="words"
        align="start"
        items={KINDS.map((kind) => ({
          id: kind,
          label: t('desk.addKind', { kind: common(`phaseKinds.${kind}`) }),
          onSelect: () => open(kind),
        }))}
      />
    </div>
  );
}

/** Breaks first: they are what is put in most. */
const KINDS: readonly PhaseKind[] = ['break', 'breakout-round', 'input-talk', 'plenary-reflection', 'intro'];

/** Says what a change has led to, for who cannot see it. */
function useDeskNews() {
  const t = useT('replanning');
  return (command: Command, model: DeskModel, row: DeskRow | undefined) => {
    const title = row?.title ?? '';
    if (command.type === 'drop-phase') announce(t('desk.droppedNews', { title }));
    if (command.type === 'move-phase' && row) {
      const others = model.rows.filter(({ id }) => id !== row.id);
      const at = command.before ? others.findIndex(({ id }) => id === command.before) : others.length;
      announce(t('desk.moved', { title, number: at + 1, count: model.rows.length }));
    }
  };
}
