import type { Language, SessionPlan } from '@werkraum/protocol';
import { modelWorkshop } from '@werkraum/protocol';
import { ArrowLeft } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { TextField } from '../../ui/field.tsx';
import { Programme } from '../../ui/programme.tsx';
import { type Draft, isReady, problemsOf, startDraft, withLanguage } from './draft.model.ts';
import type { HostProblem } from './host-api.ts';
import type { HostDesk } from './host-desk.ts';
import { type LinkSheet, linkSheet, prepareSession } from './links.model.ts';
import styles from './new-workshop.module.css';
import { PeopleEditor } from './people-editor.tsx';
import { useProblemText } from './use-problem-text.ts';

interface NewWorkshopProps {
  desk: HostDesk;
  created(links: LinkSheet): void;
  cancel(): void;
}

/** A workshop from the template: what it is called, who comes. */
export function NewWorkshop({ desk, created, cancel }: NewWorkshopProps) {
  const t = useT('host');
  const problemText = useProblemText();
  const language = useLanguage();
  const [draft, setDraft] = useState(() => startDraft(language));
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<HostProblem>();
  const problems = problemsOf(draft);
  const submit = async (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (!isReady(problems)) return;
    setBusy(true);
    const prepared = await prepareSession(draft);
    const answer = await desk.create(prepared.session);
    setBusy(false);
    if (answer.ok) created(linkSheet(location.origin, answer.value, prepared));
    else setProblem(answer.problem);
  };
  return (
    <form class={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <header class={styles.head}>
        <Button kind="plain" icon={ArrowLeft} onClick={cancel}>
          {t('new.back')}
        </Button>
        <h1>{t('new.title')}</h1>
      </header>
      <WorkshopFields draft={draft} change={setDraft} noTitle={asked && problems.whole.includes('no-title')} />
      <PeopleEditor draft={draft} change={setDraft} problems={problems} asked={asked} />
      <footer class={styles.foot}>
        <p role="alert">{problem ? problemText(problem) : asked && !isReady(problems) ? t('new.mend') : ''}</p>
        <Button kind="primary" size="large" type="submit" busy={busy}>
          {t('new.create')}
        </Button>
      </footer>
    </form>
  );
}

interface WorkshopFieldsProps {
  draft: Draft;
  change(draft: Draft): void;
  noTitle: boolean;
}

const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', de: 'Deutsch' };
const ADMISSIONS: readonly SessionPlan['admission'][] = ['automatic', 'by-hand'];

function WorkshopFields({ draft, change, noTitle }: WorkshopFieldsProps) {
  const t = useT('host');
  const phases = modelWorkshop(draft.language).plan.phases.map((phase) => ({
    ...phase,
    ...(phase.kind === 'breakout-round' ? { detail: phase.round.topic } : {}),
  }));
  return (
    <div class={styles.columns}>
      <div class={styles.fields}>
        <TextField
          label={t('new.name')}
          value={draft.title}
          maxLength={160}
          error={noTitle ? t('new.noTitle') : undefined}
          onValue={(title) => change({ ...draft, title })}
        />
        <div class={styles.choice}>
          <span aria-hidden="true">{t('new.language')}</span>
          <Segmented
            label={t('new.language')}
            value={draft.language}
            options={(['en', 'de'] as const).map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            onValue={(language) => change(withLanguage(draft, language))}
          />
        </div>
        <div class={styles.choice}>
          <span aria-hidden="true">{t('new.admission')}</span>
          <Segmented
            label={t('new.admission')}
            value={draft.admission}
            options={ADMISSIONS.map((value) => ({ value, label: t(`new.admissions.${value}`) }))}
            onValue={(admission) => change({ ...draft, admission })}
          />
          <p>{t(`new.admissionHints.${draft.admission}`)}</p>
        </div>
      </div>
      <section class={styles.programme} aria-labelledby="new-programme">
        <h2 id="new-programme">{t('new.programme')}</h2>
        <Programme phases={phases} />
      </section>
    </div>
  );
}
