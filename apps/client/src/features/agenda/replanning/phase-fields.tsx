import type { AgendaView, PhaseKind } from '@werkraum/protocol';
import { useT } from '../../../i18n/i18n.ts';
import { Segmented } from '../../../ui/choice.tsx';
import { SelectField, TextArea, TextField } from '../../../ui/field.tsx';
import { later } from '../../../ui/later.tsx';
import styles from './phase-fields.module.css';
import type { Field, PhaseDraft, Wrong } from './phase-form.model.ts';
import { phasesAhead } from './situation.ts';

const ColumnsField = later(() => import('./columns-field.tsx').then((part) => part.ColumnsField), ['board']);

interface PhaseFieldsProps {
  kind: PhaseKind;
  draft: PhaseDraft;
  faults: Partial<Record<Field, Wrong>>;
  set(change: Partial<PhaseDraft>): void;
  /** Of a new phase: the agenda it is put into. */
  places?: AgendaView;
}

/** The fields of a phase; a round has some more. */
export function PhaseFields({ kind, draft, faults, set, places }: PhaseFieldsProps) {
  const t = useT('replanning');
  const error = useFault(faults);
  const text = (field: 'title' | 'minutes' | 'least' | 'topic' | 'tables' | 'inputs' | 'inputsAll') => ({
    value: draft[field],
    error: error(field),
    onValue: (value: string) => set({ [field]: value }),
  });
  const area = (field: 'question' | 'task' | 'bringBack') => ({
    ...{ rows: 2, value: draft[field] },
    onValue: (value: string) => set({ [field]: value }),
  });
  return (
    <div class={styles.fields}>
      <TextField label={t('form.name')} maxLength={120} {...text('title')} />
      <div class={styles.pair}>
        <TextField label={t('form.minutes')} {...text('minutes')} />
        <TextField label={t('form.least')} {...text('least')} />
      </div>
      {places && <PlaceField places={places} before={draft.before} set={set} />}
      <Switches draft={draft} set={set} />
      {kind === 'breakout-round' && (
        <>
          <TextField label={t('form.topic')} maxLength={160} {...text('topic')} />
          <TextArea label={t('form.question')} maxLength={400} {...area('question')} />
          {places && <TextField label={t('form.tables')} {...text('tables')} />}
          <div class={styles.pair}>
            <TextField label={t('form.inputs')} {...text('inputs')} />
            <TextField label={t('form.inputsAll')} {...text('inputsAll')} />
          </div>
        </>
      )}
      <TextArea label={t('form.task')} maxLength={1000} {...area('task')} />
      {kind === 'breakout-round' && <TextArea label={t('form.bringBack')} maxLength={400} {...area('bringBack')} />}
      {(kind === 'breakout-round' || kind === 'plenary-reflection') && (
        <ColumnsField kind={kind} columns={draft.columns} set={(columns) => set({ columns })} />
      )}
    </div>
  );
}

function useFault(faults: PhaseFieldsProps['faults']) {
  const t = useT('replanning');
  return (field: Field): string | undefined => {
    const fault = faults[field];
    const most = field === 'inputs' ? 15 : field === 'inputsAll' ? 120 : 480;
    return fault && t(`form.${fault}`, { least: field === 'least' || field === 'inputs' ? 0 : 1, most });
  };
}

function PlaceField({ places, before, set }: { places: AgendaView; before: string } & Pick<PhaseFieldsProps, 'set'>) {
  const t = useT('replanning');
  const ahead = phasesAhead(places).map(({ id, title }) => ({
    value: id as string,
    label: t('form.placeBefore', { title }),
  }));
  return (
    <SelectField
      label={t('form.place')}
      value={before}
      options={[...ahead, { value: '', label: t('form.placeEnd') }]}
      onValue={(value) => set({ before: value })}
    />
  );
}

function Switches({ draft, set }: Pick<PhaseFieldsProps, 'draft' | 'set'>) {
  const t = useT('replanning');
  return (
    <div class={styles.switches}>
      <div>
        <span aria-hidden="true">{t('form.onTimeUp')}</span>
        <Segmented
          label={t('form.onTimeUp')}
          value={draft.onTimeUp}
          options={[
            { value: 'hold', label: t('form.hold') },
            { value: 'advance', label: t('form.advance') },
          ]}
          onValue={(onTimeUp) => set({ onTimeUp })}
        />
      </div>
      <div>
        <span aria-hidden="true">{t('form.locked')}</span>
        <Segmented
          label={t('form.locked')}
          value={draft.locked}
          options={[
            { value: 'free', label: t('form.unlockedWord') },
            { value: 'locked', label: t('form.lockedWord') },
          ]}
          onValue={(locked) => set({ locked })}
        />
      </div>
    </div>
  );
}
