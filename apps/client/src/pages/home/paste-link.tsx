import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { holdTicket } from '../../connection/tab.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { remember } from '../../ui/memory.ts';
import styles from './paste-link.module.css';
import { readPastedLink } from './pasted-link.ts';

/** The way in for somebody whose link did not open by itself. `onTicket`: the door is already here. */
export function PasteLink({ onTicket }: { onTicket?: () => void }) {
  const t = useT('home');
  const { route } = useLocation();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const go = (event: Event) => {
    event.preventDefault();
    const link = readPastedLink(text);
    setWrong(!link);
    if (link?.to === 'join') {
      holdTicket(link.ticket);
      if (onTicket) onTicket();
      else route('/join');
    }
    if (link?.to === 'host') {
      remember('session', 'host-key', link.key);
      route('/host');
    }
  };
  return (
    <form class={styles.form} onSubmit={go} noValidate>
      <TextField
        label={t('paste.label')}
        hint={t('paste.hint')}
        error={wrong ? t('paste.wrong') : undefined}
        value={text}
        onValue={setText}
        autoComplete="off"
        spellcheck={false}
      />
      <Button kind="primary" type="submit">
        {t('paste.go')}
      </Button>
    </form>
  );
}
