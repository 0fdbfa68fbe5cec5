import { ArrowLeft, Ellipsis, Milestone, Redo2, Undo2 } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { formatTime } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Menu } from '../../ui/menu.tsx';
import styles from './design-head.module.css';
import type { Designer, DesignState, Saving } from './designer.ts';
import { withPlan } from './edits.ts';
import { Spotted } from './spot.tsx';

interface DesignHeadProps {
  designer: Designer;
  state: DesignState;
  /** Back to templates and drafts. */
  leave(): void;
  exportFile(): void;
  importFile(file: File): void;
  untitled: boolean;
}

/** The title, what can be taken back, whether everything is kept, and the rarer things. */
export function DesignHead({ designer, state, leave, exportFile, importFile, untitled }: DesignHeadProps) {
  const t = useT('design');
  const { history, saving } = state;
  const { plan } = history.now;
  return (
    <header class={styles.head}>
      <div class={styles.top}>
        <Button kind="plain" icon={ArrowLeft} onClick={leave}>
          {t('head.leave')}
        </Button>
        <SavingLine saving={saving} />
      </div>
      <h1 class={styles.heading}>{t('head.title')}</h1>
      {history.now.followsUp !== undefined && (
        <p class={styles.follows}>
          <Milestone size={20} aria-hidden="true" /> {t('head.follows')}
        </p>
      )}
      <div class={styles.row}>
        <Spotted at={{ pane: 'settings', field: 'title' }}>
          <TextField
            label={t('head.name')}
            value={plan.title}
            maxLength={160}
            error={untitled ? t('head.noName') : undefined}
            onValue={(title) => designer.change(withPlan(history.now, { title }), 'title')}
          />
        </Spotted>
        <div class={styles.doings}>
          <IconButton
            icon={Undo2}
            label={t('head.undo')}
            disabled={history.past.length === 0}
            onClick={designer.undo}
          />
          <IconButton
            icon={Redo2}
            label={t('head.redo')}
            disabled={history.future.length === 0}
            onClick={designer.redo}
          />
          <More designer={designer} exportFile={exportFile} importFile={importFile} />
        </div>
      </div>
    </header>
  );
}

function More({ designer, exportFile, importFile }: Pick<DesignHeadProps, 'designer' | 'exportFile' | 'importFile'>) {
  const t = useT('design');
  const input = useRef<HTMLInputElement>(null);
  const { startOver } = designer;
  return (
    <>
      <Menu
        label={t('head.more')}
        icon={Ellipsis}
        items={[
          { id: 'export', label: t('head.export'), onSelect: exportFile },
          { id: 'import', label: t('head.import'), onSelect: () => input.current?.click() },
          ...(startOver ? [{ id: 'over', label: t('head.startOver'), onSelect: startOver }] : []),
        ]}
      />
      <FileInput input={input} take={importFile} />
    </>
  );
}

/** The browser's own way to choose a file; opened by a button of ours. */
export function FileInput({ input, take }: { input: { current: HTMLInputElement | null }; take(file: File): void }) {
  const t = useT('design');
  return (
    <input
      ref={input}
      type="file"
      hidden
      accept=".json,application/json"
      aria-label={t('head.import')}
      onChange={(event) => {
        const [file] = event.currentTarget.files ?? [];
        event.currentTarget.value = ''; // the same file may be chosen again, mended
        if (file) take(file);
      }}
    />
  );
}

function SavingLine({ saving }: { saving: Saving }) {
  const t = useT('design');
  const language = useLanguage();
  if (saving.at === 'changed') return null;
  return (
    <p class={styles.saving} data-at={saving.at}>
      {saving.at === 'kept' ? t('head.kept', { when: formatTime(saving.when, language) }) : t('head.full')}
    </p>
  );
}
