import { type Instant, type Language, TEMPLATES, type Template, type TemplateId } from '@werkraum/protocol';
import { ArrowLeft, FilePlus, FileInput as FileSign, Trash2 } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { formatDateTime } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import styles from './chooser.module.css';
import { FileInput } from './design-head.tsx';
import { type Draft, fromNothing, fromTemplate } from './draft.ts';
import type { KeptDraft } from './drafts.ts';
import { FileProblems } from './file-problems.tsx';
import { PlanStrip } from './plan-strip.tsx';
import { totalsOf } from './totals.ts';
import { useLengthText } from './use-length-text.ts';
import { type FileProblem, readWorkshopFile, textOf } from './workshop-file.ts';

interface ChooserProps {
  drafts: readonly KeptDraft[];
  begin(draft: Draft, template?: TemplateId): void;
  resume(id: string): void;
  drop(id: string): void;
  leave(): void;
  /** What was asked for is not there. */
  missing?: string | undefined;
}

/** What to begin with: an own draft, a format that has proved itself, a file, or next to nothing. */
export function Chooser({ drafts, begin, resume, drop, leave, missing }: ChooserProps) {
  const t = useT('design');
  const language = useLanguage();
  return (
    <>
      <header class={styles.head}>
        <Button kind="plain" icon={ArrowLeft} onClick={leave}>
          {t('chooser.leave')}
        </Button>
        <h1>{t('chooser.title')}</h1>
        {missing && (
          <p role="alert" class={styles.missing}>
            {missing}
          </p>
        )}
      </header>
      {drafts.length > 0 && <Drafts drafts={drafts} resume={resume} drop={drop} />}
      <section class={styles.section} aria-labelledby="templates-title">
        <h2 id="templates-title">{t('chooser.templates')}</h2>
        <p class={styles.soft}>{t('chooser.templatesText')}</p>
        <ul class={styles.cards}>
          {Object.entries(TEMPLATES).map(([id, make]) => (
            <TemplateCard
              key={id}
              template={make(language)}
              use={(template) => begin(fromTemplate(template), id as TemplateId)}
            />
          ))}
        </ul>
      </section>
      <Others begin={begin} language={language} />
    </>
  );
}

function Drafts({ drafts, resume, drop }: Pick<ChooserProps, 'drafts' | 'resume' | 'drop'>) {
  const t = useT('design');
  return (
    <section class={styles.section} aria-labelledby="drafts-title">
      <h2 id="drafts-title">{t('chooser.drafts')}</h2>
      <p class={styles.soft}>{t('chooser.draftsText')}</p>
      <ul class={styles.drafts}>
        {drafts.map((kept) => (
          <DraftRow key={kept.id} kept={kept} resume={resume} drop={drop} />
        ))}
      </ul>
    </section>
  );
}

function DraftRow({ kept, resume, drop }: { kept: KeptDraft; resume(id: string): void; drop(id: string): void }) {
  const t = useT('design');
  const language = useLanguage();
  const { id, draft, changedAt, createdAt } = kept;
  const title = draft.plan.title.trim() || t('chooser.untitled');
  const when = (instant: Instant) => formatDateTime(instant, language);
  return (
    <li class={styles.draft}>
      <span class={styles.words}>
        <strong>{title}</strong>
        <span class={styles.soft}>
          {t('chooser.changed', { when: when(changedAt) })}
          {createdAt !== undefined && ` · ${t('chooser.created', { when: when(createdAt) })}`}
        </span>
      </span>
      <Button aria-label={t('chooser.resumeNamed', { title })} onClick={() => resume(id)}>
        {t('chooser.resume')}
      </Button>
      <IconButton icon={Trash2} label={t('chooser.drop', { title })} tip="above-end" onClick={() => drop(id)} />
    </li>
  );
}

function TemplateCard({ template, use }: { template: Template; use(template: Template): void }) {
  const t = useT('design');
  const length = useLengthText();
  const { about, plan } = template;
  const parts = plan.phases.map(({ id, kind, title, plannedMs }) => ({ id, kind, title, ms: plannedMs, marked: true }));
  return (
    <li class={styles.card}>
      <h3>{about.name}</h3>
      <PlanStrip parts={parts} />
      <p class={styles.facts}>{t('chooser.facts', { length: length(totalsOf(plan).plannedMs), ...about.people })}</p>
      <p>{about.purpose}</p>
      <p class={styles.source}>{about.source}</p>
      <Button kind="primary" aria-label={t('chooser.useNamed', { name: about.name })} onClick={() => use(template)}>
        {t('chooser.use')}
      </Button>
    </li>
  );
}

function Others({ begin, language }: Pick<ChooserProps, 'begin'> & { language: Language }) {
  const t = useT('design');
  const input = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<readonly FileProblem[]>();
  const take = async (file: File) => {
    const text = await textOf(file);
    const read = typeof text === 'string' ? readWorkshopFile(text) : ({ ok: false, problems: [text] } as const);
    if (read.ok) begin(read.draft);
    else setProblems(read.problems);
  };
  return (
    <section class={styles.section} aria-labelledby="others-title">
      <h2 id="others-title">{t('chooser.others')}</h2>
      <div class={styles.others}>
        <Button icon={FilePlus} onClick={() => begin(fromNothing(language))}>
          {t('chooser.empty')}
        </Button>
        <Button icon={FileSign} onClick={() => input.current?.click()}>
          {t('chooser.file')}
        </Button>
        <FileInput input={input} take={(file) => void take(file)} />
      </div>
      {problems && <FileProblems problems={problems} close={() => setProblems(undefined)} />}
    </section>
  );
}
