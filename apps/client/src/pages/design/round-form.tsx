import { Grouping, type RoundPlan, TABLE_COLUMNS, type TurnSettings } from '@werkraum/protocol';
import { useT } from '../../i18n/i18n.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { ParsedField, wholeNumber } from '../../ui/parsed-field.tsx';
import { checkedOf, type RoundPhase } from './checks/check.ts';
import { inputsMs } from './checks/round-checks.ts';
import { ColumnsPart } from './columns-part.tsx';
import fields from './design-fields.module.css';
import type { Draft } from './draft.ts';
import { withRound } from './edits.ts';
import { MinutesField } from './minutes-field.tsx';
import { Spotted } from './spot.tsx';
import { useLengthText } from './use-length-text.ts';

interface RoundFormProps {
  draft: Draft;
  phase: RoundPhase;
  change(draft: Draft, edit?: string): void;
}

type Change = { [Key in keyof RoundPlan]?: RoundPlan[Key] | undefined };

/** What only rounds have: topics, tables, groups, inputs. */
export function RoundForm({ draft, phase, change }: RoundFormProps) {
  const set = (part: Change, edit?: string) => change(withRound(draft, phase.id, part), edit && `${edit}/${phase.id}`);
  const { participants } = checkedOf(draft);
  return (
    <>
      <Topics phase={phase} set={set} />
      <Groups phase={phase} set={set} participants={participants} />
      <Inputs phase={phase} set={set} participants={participants} />
      <ColumnsPart
        columns={phase.round.columns}
        usual={TABLE_COLUMNS}
        set={(columns, edit) => set({ columns }, edit)}
      />
    </>
  );
}

interface PartProps {
  phase: RoundPhase;
  set(part: Change, edit?: string): void;
}

const at = ({ id }: RoundPhase, field: string) => ({ pane: 'programme', phaseId: id, field }) as const;
const labelOf = (index: number): string =>
  (index < 26 ? '' : String.fromCharCode(64 + Math.floor(index / 26))) + String.fromCharCode(65 + (index % 26));

function Topics({ phase, set }: PartProps) {
  const t = useT('design');
  const { topic, question = '', tables, tableTopics = [] } = phase.round;
  const tableTopic = (index: number, text: string) =>
    Array.from({ length: tables }, (_, place) => (place === index ? text : (tableTopics[place] ?? '')));
  return (
    <div class={fields.group}>
      <h3>{t('round.about')}</h3>
      <Spotted at={at(phase, 'topic')}>
        <TextField
          label={t('round.topic')}
          value={topic}
          maxLength={160}
          error={topic.trim() === '' ? t('round.noTopic') : undefined}
          onValue={(text) => set({ topic: text }, 'topic')}
        />
      </Spotted>
      <Spotted at={at(phase, 'question')}>
        <TextArea
          label={t('round.question')}
          rows={2}
          maxLength={400}
          value={question}
          onValue={(text) => set({ question: text }, 'question')}
        />
      </Spotted>
      <details class={fields.more} open={tableTopics.some((each) => each.trim() !== '' && each !== topic)}>
        <summary>{t('round.tableTopics')}</summary>
        <div class={fields.topics}>
          {Array.from({ length: tables }, (_, index) => (
            <TextField
              key={index}
              label={t('round.tableTopic', { label: labelOf(index) })}
              value={tableTopics[index] ?? ''}
              placeholder={topic}
              maxLength={160}
              onValue={(text) => set({ tableTopics: tableTopic(index, text) }, `tableTopic-${index}`)}
            />
          ))}
        </div>
      </details>
    </div>
  );
}

function Groups({ phase, set, participants }: PartProps & { participants: number }) {
  const t = useT('design');
  const { tables, groups, sizes } = phase.round;
  const used = Math.max(1, Math.min(tables, Math.floor(participants / 2)));
  const [least, most] = [Math.floor(participants / used), Math.ceil(participants / used)];
  return (
    <div class={fields.group}>
      <h3>{t('round.groups')}</h3>
      <div class={fields.pair}>
        <Spotted at={at(phase, 'tables')}>
          <ParsedField
            label={t('round.tables')}
            value={tables}
            read={wholeNumber(1, 60)}
            write={String}
            onValue={(count) => set({ tables: count }, 'tables')}
            problem={t('round.badTables')}
          />
        </Spotted>
        <Spotted at={at(phase, 'groups')}>
          <SelectField
            label={t('round.grouping')}
            value={groups}
            options={Grouping.options.map((value) => ({ value, label: t(`round.groupings.${value}`) }))}
            onValue={(value) => set({ groups: value })}
          />
        </Spotted>
      </div>
      {participants > 0 && !sizes && (
        <p class={fields.line}>
          {least === most ? t('round.even', { tables: used, most }) : t('round.uneven', { tables: used, least, most })}
        </p>
      )}
      <Sizes sizes={sizes} phase={phase} set={set} usual={{ least: Math.max(2, least), most: Math.max(2, most) }} />
    </div>
  );
}

type Limits = NonNullable<RoundPlan['sizes']>;

function Sizes({ phase, set, sizes, usual }: PartProps & { sizes: Limits | undefined; usual: Limits }) {
  const t = useT('design');
  return (
    <Spotted at={at(phase, 'sizes')}>
      <CheckField
        label={t('round.limit')}
        checked={sizes !== undefined}
        onValue={(on) => set({ sizes: on ? usual : undefined })}
      />
      {sizes && (
        <div class={fields.pair}>
          <ParsedField
            label={t('round.least')}
            value={sizes.least}
            read={wholeNumber(1, sizes.most)}
            write={String}
            onValue={(least) => set({ sizes: { ...sizes, least } }, 'least')}
            problem={t('round.badSize')}
          />
          <ParsedField
            label={t('round.most')}
            value={sizes.most}
            read={wholeNumber(Math.max(2, sizes.least), 500)}
            write={String}
            onValue={(most) => set({ sizes: { ...sizes, most } }, 'most')}
            problem={t('round.badSize')}
          />
        </div>
      )}
    </Spotted>
  );
}

const USUAL_TURNS: TurnSettings = { mode: 'fixed', slotMs: 120_000, inputsMs: 600_000, graceMs: 8_000 };

function Inputs({ phase, set, participants }: PartProps & { participants: number }) {
  const t = useT('design');
  const { turns } = phase.round;
  return (
    <div class={fields.group}>
      <h3>{t('round.inputs')}</h3>
      <Spotted at={at(phase, 'turns')}>
        <CheckField
          label={t('round.everybody')}
          hint={t('round.everybodyHint')}
          checked={turns !== undefined}
          onValue={(on) => set({ turns: on ? USUAL_TURNS : undefined })}
        />
      </Spotted>
      {turns && <TurnFields phase={phase} turns={turns} set={set} participants={participants} />}
    </div>
  );
}

function TurnFields(props: PartProps & { turns: TurnSettings; participants: number }) {
  const { phase, turns, set } = props;
  const t = useT('design');
  const turn = (part: Partial<TurnSettings>, edit?: string) => set({ turns: { ...turns, ...part } }, edit);
  const modes = ['fixed', 'fair-share'] as const;
  return (
    <>
      <div class={fields.choice}>
        <span aria-hidden="true">{t('round.mode')}</span>
        <Segmented
          label={t('round.mode')}
          value={turns.mode}
          options={modes.map((value) => ({ value, label: t(`round.modes.${value}`) }))}
          onValue={(mode) => turn({ mode })}
        />
      </div>
      <div class={fields.pair}>
        {turns.mode === 'fixed' ? (
          <MinutesField
            label={t('round.slot')}
            value={turns.slotMs}
            least={1_000}
            most={15 * 60_000}
            onValue={(slotMs) => turn({ slotMs }, 'slot')}
          />
        ) : (
          <MinutesField
            label={t('round.inputTime')}
            value={turns.inputsMs}
            least={1_000}
            most={120 * 60_000}
            onValue={(inputsMs) => turn({ inputsMs }, 'inputs')}
          />
        )}
        <ParsedField
          label={t('round.grace')}
          value={turns.graceMs / 1_000}
          read={wholeNumber(0, 60)}
          write={String}
          onValue={(seconds) => turn({ graceMs: seconds * 1_000 }, 'grace')}
          problem={t('round.badGrace')}
        />
      </div>
      <InputsLine phase={phase} participants={props.participants} />
    </>
  );
}

/** What the inputs take at the largest table, of the time there is. */
function InputsLine({ phase, participants }: { phase: RoundPhase; participants: number }) {
  const t = useT('design');
  const length = useLengthText();
  const needed = inputsMs({ phase, number: 0 }, participants);
  if (needed === undefined || participants === 0) return null;
  const values = {
    needed: length(needed),
    planned: length(phase.plannedMs),
    people: Math.ceil(participants / phase.round.tables),
  };
  return (
    <p class={fields.line} data-tight={needed + 60_000 > phase.plannedMs}>
      {t('round.inputsTake', values)}
    </p>
  );
}
