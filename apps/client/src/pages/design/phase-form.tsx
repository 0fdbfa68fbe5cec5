import { MOST_PHASES, PhaseKind, type PhasePlan, REFLECTION_COLUMNS } from '@werkraum/protocol';
import { ArrowDown, ArrowLeft, ArrowUp, Copy, Trash2 } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import type { Check } from './checks/check.ts';
import { CheckList } from './checks-pane.tsx';
import { ColumnsPart } from './columns-part.tsx';
import fields from './design-fields.module.css';
import type { Draft } from './draft.ts';
import {
  LONGEST_MS,
  type PhaseChange,
  SHORTEST_MS,
  withCopy,
  withKind,
  withLength,
  withMoved,
  withoutPhase,
  withPhase,
  withReflection,
} from './edits.ts';
import { MinutesField } from './minutes-field.tsx';
import styles from './phase-form.module.css';
import { RoundForm } from './round-form.tsx';
import { Spotted } from './spot.tsx';

export interface PhaseFormProps {
  draft: Draft;
  phase: PhasePlan;
  change(draft: Draft, edit?: string): void;
  checks: readonly Check[];
  choose(id: PhasePlan['id'] | undefined): void;
}

/** Everything about one phase. */
export function PhaseForm(props: PhaseFormProps) {
  const { draft, phase, change, checks } = props;
  const own = checks.filter(({ at }) => at.pane === 'programme' && at.phaseId === phase.id);
  return (
    <section class={styles.form} data-phase={phase.kind} aria-labelledby="phase-form-title">
      <Head {...props} />
      {own.length > 0 && <CheckList checks={own} />}
      <What {...props} />
      <Times draft={draft} phase={phase} change={change} />
      {phase.kind === 'breakout-round' && <RoundForm draft={draft} phase={phase} change={change} />}
      {phase.kind === 'plenary-reflection' && (
        <ColumnsPart
          columns={phase.columns}
          usual={REFLECTION_COLUMNS}
          set={(columns, edit) => change(withReflection(draft, phase.id, columns), edit && `${edit}/${phase.id}`)}
        />
      )}
      <Cards draft={draft} phase={phase} change={change} />
    </section>
  );
}

function Head({ draft, phase, change, choose }: PhaseFormProps) {
  const t = useT('design');
  const { phases } = draft.plan;
  const at = phases.findIndex(({ id }) => id === phase.id);
  const move = (to: number) => {
    change(withMoved(draft, phase.id, to));
    announce(t('timeline.moved', { title: phase.title, place: to + 1, of: phases.length }));
  };
  const copy = () => {
    const { draft: next, id } = withCopy(draft, phase.id);
    change(next);
    choose(id);
  };
  const remove = () => {
    change(withoutPhase(draft, phase.id));
    choose(phases[at + 1]?.id ?? phases[at - 1]?.id);
    announce(t('phase.removed', { title: phase.title }));
  };
  return (
    <header class={styles.head}>
      <Button kind="plain" icon={ArrowLeft} class={styles.back} onClick={() => choose(undefined)}>
        {t('phase.back')}
      </Button>
      <h2 id="phase-form-title" tabIndex={-1}>
        {t('phase.heading', { position: at + 1, of: phases.length })}
      </h2>
      <div class={styles.doings}>
        <IconButton icon={ArrowUp} label={t('phase.earlier')} disabled={at === 0} onClick={() => move(at - 1)} />
        <IconButton
          icon={ArrowDown}
          label={t('phase.later')}
          disabled={at === phases.length - 1}
          onClick={() => move(at + 1)}
        />
        <IconButton icon={Copy} label={t('phase.copy')} disabled={phases.length >= MOST_PHASES} onClick={copy} />
        <IconButton
          icon={Trash2}
          label={t('phase.remove')}
          tip="above-end"
          disabled={phases.length === 1}
          onClick={remove}
        />
      </div>
    </header>
  );
}

function What({ draft, phase, change }: PhaseFormProps) {
  const t = useT('design');
  const words = useT('common');
  return (
    <div class={fields.pair}>
      <Spotted at={{ pane: 'programme', phaseId: phase.id, field: 'title' }}>
        <TextField
          label={t('phase.title')}
          value={phase.title}
          maxLength={120}
          error={phase.title.trim() === '' ? t('phase.noTitle') : undefined}
          onValue={(title) => change(withPhase(draft, phase.id, { title }), `title/${phase.id}`)}
        />
      </Spotted>
      <SelectField
        label={t('phase.kind')}
        value={phase.kind}
        options={PhaseKind.options.map((value) => ({ value, label: words(`phaseKinds.${value}`) }))}
        onValue={(kind) => change(withKind(draft, phase.id, kind))}
      />
    </div>
  );
}

type PartProps = Pick<PhaseFormProps, 'draft' | 'phase' | 'change'>;

function Times({ draft, phase, change }: PartProps) {
  const t = useT('design');
  const { id, plannedMs, minMs, locked = false, onTimeUp } = phase;
  const set = (part: PhaseChange, edit?: string) => change(withPhase(draft, id, part), edit && `${edit}/${id}`);
  const ends = ['hold', 'advance'] as const;
  return (
    <div class={fields.group}>
      <h3>{t('phase.time')}</h3>
      <div class={fields.pair}>
        <MinutesField
          label={t('phase.minutes')}
          value={plannedMs}
          least={SHORTEST_MS}
          most={LONGEST_MS}
          onValue={(ms) => change(withLength(draft, id, ms), `length/${id}`)}
          steps={{ less: t('phase.less'), more: t('phase.more') }}
        />
        <Spotted at={{ pane: 'programme', phaseId: id, field: 'minimum' }}>
          <MinutesField
            label={t('phase.minimum')}
            value={minMs}
            most={LONGEST_MS}
            onValue={(ms) => set({ minMs: ms }, 'minimum')}
          />
        </Spotted>
      </div>
      <CheckField
        label={t('phase.lock')}
        hint={t('phase.lockHint')}
        checked={locked}
        onValue={(on) => set({ locked: on || undefined })}
      />
      <div class={fields.choice}>
        <span aria-hidden="true">{t('phase.onTimeUp')}</span>
        <Segmented
          label={t('phase.onTimeUp')}
          value={onTimeUp}
          options={ends.map((value) => ({ value, label: t(`phase.ends.${value}`) }))}
          onValue={(value) => set({ onTimeUp: value })}
        />
      </div>
    </div>
  );
}

function Cards({ draft, phase, change }: PartProps) {
  const t = useT('design');
  const { id, task = {}, notes = '' } = phase;
  const card = (part: Partial<NonNullable<PhasePlan['task']>>, edit: string) =>
    change(withPhase(draft, id, { task: { ...task, ...part } }), `${edit}/${id}`);
  return (
    <div class={fields.group}>
      <h3>{t('phase.card')}</h3>
      <Spotted at={{ pane: 'programme', phaseId: id, field: 'instructions' }}>
        <TextArea
          label={t('phase.instructions')}
          hint={t('phase.instructionsHint')}
          rows={3}
          maxLength={1_000}
          value={task.instructions ?? ''}
          onValue={(instructions) => card({ instructions }, 'instructions')}
        />
      </Spotted>
      {phase.kind === 'breakout-round' && (
        <TextArea
          label={t('phase.bringBack')}
          rows={2}
          maxLength={400}
          value={task.bringBack ?? ''}
          onValue={(bringBack) => card({ bringBack }, 'bringBack')}
        />
      )}
      <TextArea
        label={t('phase.notes')}
        hint={t('phase.notesHint')}
        rows={3}
        maxLength={2_000}
        value={notes}
        onValue={(text) => change(withPhase(draft, id, { notes: text }), `notes/${id}`)}
      />
    </div>
  );
}
