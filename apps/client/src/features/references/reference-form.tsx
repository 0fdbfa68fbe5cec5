import type { ReferenceKind } from '@werkraum/protocol';
import type { LucideIcon } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { MOST_LINK, MOST_TITLE, problemOf, REFERENCE_KINDS, type ReferenceDraft } from './references.model.ts';
import styles from './references.module.css';

interface ReferenceFormProps {
  start: ReferenceDraft;
  action: string;
  icon?: LucideIcon;
  /** Resolves to whether it was taken; the form is empty again then. */
  save(draft: ReferenceDraft): Promise<boolean>;
}

/** Title, kind and link of a reference. */
export function ReferenceForm({ start, action, icon, save }: ReferenceFormProps) {
  const t = useT('references');
  const [draft, setDraft] = useState<ReferenceDraft>(start);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const problem = problemOf(draft);
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (problem || busy) return;
    setBusy(true);
    const taken = await save(draft);
    setBusy(false);
    if (!taken) return;
    setDraft(start);
    setTried(false);
  };
  const error = (of: NonNullable<typeof problem>) => (tried && problem === of ? t(`problem.${of}`) : undefined);
  return (
    <form class={styles.form} onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('titleField')}
        placeholder={t('titlePlaceholder')}
        maxLength={MOST_TITLE}
        value={draft.title}
        error={error('no-title')}
        onValue={(title) => setDraft({ ...draft, title })}
      />
      <TextField
        label={t('link')}
        placeholder="https://…"
        maxLength={MOST_LINK}
        spellcheck={false}
        value={draft.link}
        error={error('no-web-address')}
        onValue={(link) => setDraft({ ...draft, link })}
      />
      <div class={styles.foot}>
        <SelectField<ReferenceKind>
          label={t('kindField')}
          value={draft.kind}
          options={REFERENCE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onValue={(kind) => setDraft({ ...draft, kind })}
        />
        <Button type="submit" busy={busy} {...(icon && { icon })}>
          {action}
        </Button>
      </div>
    </form>
  );
}
