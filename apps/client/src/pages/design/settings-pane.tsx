import type { Language, SessionPlan, TemplateId } from '@werkraum/protocol';
import { TEMPLATES } from '@werkraum/protocol';
import { formatDateTime } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { DateTimeField } from '../../ui/field.tsx';
import { endsAt } from '../host/invitation.ts';
import fields from './design-fields.module.css';
import type { Draft } from './draft.ts';
import { withLanguage, withPlan } from './edits.ts';
import { readLocal, writeLocal } from './local-time.ts';
import { MinutesField } from './minutes-field.tsx';
import styles from './settings-pane.module.css';
import { Spotted } from './spot.tsx';
import { totalsOf } from './totals.ts';

interface SettingsPaneProps {
  draft: Draft;
  template: TemplateId | undefined;
  change(draft: Draft, edit?: string): void;
}

const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', de: 'Deutsch' };
const ADMISSIONS: readonly SessionPlan['admission'][] = ['automatic', 'by-hand'];

/** The frame: when, how long at most, in which language, who walks in. */
export function SettingsPane({ draft, template, change }: SettingsPaneProps) {
  const t = useT('design');
  const { language, admission } = draft.plan;
  return (
    <section class={styles.pane} aria-labelledby="settings-title">
      <h2 id="settings-title">{t('settings.title')}</h2>
      <Start draft={draft} change={change} />
      <HardEnd draft={draft} change={change} />
      <div class={fields.choice}>
        <span aria-hidden="true">{t('settings.language')}</span>
        <Segmented
          label={t('settings.language')}
          value={language}
          options={(['en', 'de'] as const).map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onValue={(value) => change(withLanguage(draft, value, template && TEMPLATES[template]))}
        />
        <p class={fields.line}>{t('settings.languageHint')}</p>
      </div>
      <div class={fields.choice}>
        <span aria-hidden="true">{t('settings.admission')}</span>
        <Segmented
          label={t('settings.admission')}
          value={admission}
          options={ADMISSIONS.map((value) => ({ value, label: t(`settings.admissions.${value}`) }))}
          onValue={(value) => change(withPlan(draft, { admission: value }))}
        />
        <p class={fields.line}>{t(`settings.admissionHints.${admission}`)}</p>
      </div>
    </section>
  );
}

type PartProps = Pick<SettingsPaneProps, 'draft' | 'change'>;

function Start({ draft, change }: PartProps) {
  const t = useT('design');
  const language = useLanguage();
  const { startsAt } = draft.plan;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const end = startsAt === undefined ? undefined : formatDateTime(endsAt(draft.plan, startsAt), language);
  return (
    <Spotted at={{ pane: 'settings', field: 'start' }}>
      <DateTimeField
        label={t('settings.start')}
        hint={t('settings.startHint', { zone })}
        value={startsAt === undefined ? '' : writeLocal(startsAt)}
        onValue={(text) => change(withPlan(draft, { startsAt: readLocal(text) }), 'start')}
      />
      {end && <p class={fields.line}>{t('settings.endsAt', { when: end })}</p>}
    </Spotted>
  );
}

const DAY_MS = 24 * 3_600_000;

function HardEnd({ draft, change }: PartProps) {
  const t = useT('design');
  const { hardEndMs } = draft.plan;
  return (
    <Spotted at={{ pane: 'settings', field: 'hardEndMs' }}>
      <CheckField
        label={t('settings.hardEnd')}
        hint={t('settings.hardEndHint')}
        checked={hardEndMs !== undefined}
        onValue={(on) => change(withPlan(draft, { hardEndMs: on ? totalsOf(draft.plan).plannedMs : undefined }))}
      />
      {hardEndMs !== undefined && (
        <div class={fields.pair}>
          <MinutesField
            label={t('settings.hardEndMinutes')}
            value={hardEndMs}
            least={1_000}
            most={Math.min(DAY_MS, 999 * 60_000)}
            onValue={(ms) => change(withPlan(draft, { hardEndMs: ms }), 'hardEnd')}
            steps={{ less: t('phase.less'), more: t('phase.more') }}
          />
        </div>
      )}
    </Spotted>
  );
}
