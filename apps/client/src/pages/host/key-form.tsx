import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import styles from './key-form.module.css';

interface KeyFormProps {
  /** The key one came with does not fit. */
  wrong?: boolean;
  onKey(key: string): void;
}

/** Asks for the host link, or the key in it. */
export function KeyForm({ wrong = false, onKey }: KeyFormProps) {
  const t = useT('host');
  const [text, setText] = useState('');
  const submit = (event: Event) => {
    event.preventDefault();
    const key = text.trim().split('#').at(-1)?.trim();
    if (key) onKey(key);
  };
  return (
    <form class={styles.form} onSubmit={submit} noValidate>
      <h1>{wrong ? t('key.wrongTitle') : t('key.title')}</h1>
      <p>{wrong ? t('key.wrongText') : t('key.text')}</p>
      <TextField label={t('key.label')} value={text} onValue={setText} autoComplete="off" spellcheck={false} />
      <Button kind="primary" type="submit">
        {t('key.go')}
      </Button>
    </form>
  );
}
