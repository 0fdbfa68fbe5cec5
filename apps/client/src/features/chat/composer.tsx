import { Send as SendSign } from 'lucide-preact';
import { useId } from 'preact/hooks';
import { useConnection } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import { useStore } from '../../ui/use-store.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { type ChannelTab, MOST_CHARACTERS } from './chat.model.ts';
import styles from './chat.module.css';
import { type Outgoing, outgoing, postDraft, setDraft } from './outgoing.ts';
import { WritingArea } from './writing-area.tsx';

/** So few characters left are worth saying. */
const NEARLY_FULL = 100;
const draftsOf = ({ drafts }: Outgoing) => drafts;

/** Where one writes: the field says to whom. A text belongs to the channel it was typed for. */
export function Composer({ tab, sent }: { tab: ChannelTab; sent(): void }) {
  const t = useT('chat');
  const { send } = useConnection();
  const hint = useId();
  const draft = useStore(outgoing, draftsOf)[tab.key] ?? '';
  if (tab.writing !== 'yes') return <p class={styles.quiet}>{t(`writing.${tab.writing}`)}</p>;
  const post = () => {
    postDraft(send, tab);
    sent();
  };
  const left = MOST_CHARACTERS - draft.length;
  return (
    <form
      class={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        post();
      }}
    >
      <WritingArea
        label={t(`label.${tab.kind}`, { label: tab.name ?? '', name: tab.name ?? '' })}
        describedBy={hint}
        maxLength={MOST_CHARACTERS}
        value={draft}
        onValue={(text) => setDraft(tab.key, text)}
        onEnter={post}
      />
      <IconButton type="submit" kind="primary" icon={SendSign} label={t('send')} tip="above-end" />
      <VisuallyHidden>
        <span id={hint}>{t('hint')}</span>
      </VisuallyHidden>
      {left <= NEARLY_FULL && <p class={styles.left}>{t('left', { count: left })}</p>}
    </form>
  );
}
