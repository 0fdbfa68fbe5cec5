import type { AskedId } from '@werkraum/protocol';
import { CircleHelp } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useSend } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { TextArea } from '../../ui/field.tsx';
import { randomId } from '../../ui/random-id.ts';
import { useStore } from '../../ui/use-store.ts';
import { EMPTY_DRAFT, type QuestionDraft, questionDraft } from './draft.ts';
import { MOST_CHARACTERS } from './questions.model.ts';
import styles from './questions.module.css';

const whole = (draft: QuestionDraft): QuestionDraft => draft;

/** Asks, with a name or without. */
export function AskForm() {
  const t = useT('questions');
  const send = useSend();
  const { text, anonymous } = useStore(questionDraft, whole);
  const [busy, setBusy] = useState(false);
  const said = text.trim();
  const ask = async (event: Event) => {
    event.preventDefault();
    if (said === '' || busy) return;
    setBusy(true);
    const reply = await send({ type: 'ask-question', askedId: randomId() as AskedId, text: said, anonymous });
    setBusy(false);
    // What was typed meanwhile is another question.
    if (reply.ok && questionDraft.getState().text === text) questionDraft.setState(EMPTY_DRAFT);
  };
  return (
    <form class={styles.form} onSubmit={(event) => void ask(event)}>
      <TextArea
        label={t('text')}
        placeholder={t('placeholder')}
        rows={2}
        maxLength={MOST_CHARACTERS}
        value={text}
        onValue={(value) => questionDraft.setState({ text: value })}
      />
      <div class={styles.foot}>
        <CheckField
          label={t('anonymous')}
          checked={anonymous}
          onValue={(checked) => questionDraft.setState({ anonymous: checked })}
        />
        <Button type="submit" kind="primary" icon={CircleHelp} busy={busy} disabled={said === ''}>
          {t('ask')}
        </Button>
      </div>
      {anonymous && <p class={styles.quiet}>{t('anonymousExplained')}</p>}
    </form>
  );
}
