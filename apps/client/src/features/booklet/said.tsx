import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { goBack, retell, type TextPlace } from './booklet.model.ts';
import styles from './editing.module.css';
import { type Editing, useEditing } from './editing.ts';

/** A text of the booklet: read by readers, and edited where it stands by those who edit. */
export function Said({ place, children }: { place: TextPlace; children?: ComponentChildren }) {
  const editing = useEditing();
  // What is pressed to be edited holds no links.
  if (editing && (place.text !== '' || place.mark)) return <Editable place={place} editing={editing} />;
  return <>{children ?? <Lines text={place.text} />}</>;
}

/** Line feeds are breaks. */
export function Lines({ text }: { text: string }) {
  const lines = text.split('\n');
  return (
    <>
      {lines.map((line, index) => (
        <span key={index}>
          {index > 0 && <br />}
          {line}
        </span>
      ))}
    </>
  );
}

function Editable({ place, editing }: { place: TextPlace; editing: Editing }) {
  const t = useT('booklet');
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !open) button.current?.focus();
    wasOpen.current = open;
  }, [open]);
  if (open) return <Editor place={place} editing={editing} close={() => setOpen(false)} />;
  const { text, mark } = place;
  return (
    <>
      <button
        ref={button}
        type="button"
        class={styles.text}
        data-edited={mark !== undefined}
        aria-label={t('edit', { text: text || t('empty') })}
        onClick={() => setOpen(true)}
      >
        {text === '' ? <em class={styles.gone}>{t('empty')}</em> : <Lines text={text} />}
      </button>
      {mark?.changed && <span class={styles.changed}>{t('sourceChanged')}</span>}
    </>
  );
}

function Editor({ place, editing, close }: { place: TextPlace; editing: Editing; close: () => void }) {
  const t = useT('booklet');
  const [draft, setDraft] = useState(place.text);
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('textarea')?.focus(), []);
  const back = goBack(place);
  const write = async (change: ReturnType<typeof goBack>) => {
    setBusy(true);
    const written = !change || (await editing.change(change));
    setBusy(false);
    if (written) close();
  };
  const save = () => void write(retell(place, draft));
  useEffect(() => listen(box.current, { save, close }), [save, close]);
  return (
    <div ref={box} class={styles.editor}>
      <TextArea
        label={t('text')}
        hideLabel
        value={draft}
        onValue={setDraft}
        rows={Math.min(8, Math.max(2, Math.ceil(draft.length / 60)))}
        maxLength={4_000}
      />
      <p class={styles.actions}>
        <Button kind="primary" busy={busy} onClick={save}>
          {t('save')}
        </Button>
        <Button kind="plain" onClick={close}>
          {t('cancel')}
        </Button>
        {back && (
          <Button kind="plain" onClick={() => void write(back)}>
            {t('goBack')}
          </Button>
        )}
      </p>
      {place.mark && <Source text={place.mark.source} />}
    </div>
  );
}

function Source({ text }: { text: string }) {
  const t = useT('booklet');
  return (
    <p class={styles.source}>
      <strong>{t('generated')}</strong> {text}
    </p>
  );
}

/** Escape closes; Ctrl and Enter saves, so that Enter alone stays a new line. */
function listen(box: HTMLElement | null, { save, close }: { save: () => void; close: () => void }): () => void {
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
  };
  box?.addEventListener('keydown', keys);
  return () => box?.removeEventListener('keydown', keys);
}
