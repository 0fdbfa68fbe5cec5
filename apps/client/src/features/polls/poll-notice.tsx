import { Vote } from 'lucide-preact';
import { useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ballot } from './polls.model.ts';
import styles from './polls.module.css';

/** One quiet line while a poll waits for one's answer, and the way to it. */
export function PollNotice({ go }: { go(): void }) {
  const t = useT('polls');
  const session = useSession();
  const you = useYou();
  const asked = session && you && ballot(session, you);
  const waits = asked && !asked.own;
  return (
    // There before anybody asks, so that a screen reader says it when somebody does.
    <div role="status">
      {waits && (
        <div class={styles.notice}>
          <Vote size={20} aria-hidden="true" />
          <p>{t('asked', { question: asked.poll.question })}</p>
          <Button onClick={go}>{t('answer')}</Button>
        </div>
      )}
    </div>
  );
}
