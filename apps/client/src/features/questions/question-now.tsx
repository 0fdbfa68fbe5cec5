import { Check, CircleHelp, Mic, X } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { useSend, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinkedText } from '../../text/linked-text.tsx';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/button.tsx';
import { questionNow } from './questions.model.ts';
import styles from './questions.module.css';

/** The question whose turn it is, large enough for everybody; nothing while there is none. */
export function QuestionNow() {
  const t = useT('questions');
  const session = useSession();
  const you = useYou();
  const send = useSend();
  const line = session && you && questionNow({ session, you });
  const text = line?.text;
  useEffect(() => {
    if (text !== undefined) announce(t('nowSaid', { text }));
  }, [text, t]);
  if (!line) return null;
  const { answered, layAside, giveWord, name } = line;
  return (
    <section class={styles.now} aria-label={t('state.now')}>
      <CircleHelp size={28} aria-hidden="true" class={styles.sign} />
      <div class={styles.words}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long question scrolls, by keyboard too */}
        <p class={styles.nowText} tabIndex={0}>
          <LinkedText text={line.text} />
        </p>
        <p class={styles.quiet}>{name ?? t('byNobody')}</p>
      </div>
      {(answered || layAside || giveWord) && (
        <div class={styles.lead}>
          {giveWord && (
            <Button icon={Mic} onClick={() => void send(giveWord)}>
              {t('giveWordTo', { name: name ?? '' })}
            </Button>
          )}
          {answered && (
            <Button icon={Check} onClick={() => void send(answered)}>
              {t('answered')}
            </Button>
          )}
          {layAside && (
            <Button kind="plain" icon={X} onClick={() => void send(layAside)}>
              {t('layAside')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
