import type { Command } from '@werkraum/protocol';
import { Check, Ellipsis, Eye, EyeOff, Mic, MonitorUp, RotateCcw, ThumbsUp, Trash2, X } from 'lucide-preact';
import { useSend } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinkedText } from '../../text/linked-text.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import type { QuestionLine } from './questions.model.ts';
import styles from './questions.module.css';

/** One question with what may be done about it. */
export function QuestionItem({ line }: { line: QuestionLine }) {
  const send = useSend();
  const act = (command: Command) => void send(command);
  return (
    <li class={styles.question} data-state={line.state}>
      <Votes line={line} act={act} />
      <div class={styles.words}>
        <State line={line} />
        <p class={styles.text}>
          <LinkedText text={line.text} />
        </p>
        <Asker line={line} />
        <Lead line={line} act={act} />
      </div>
      <More line={line} act={act} />
    </li>
  );
}

interface Acting {
  line: QuestionLine;
  act(command: Command): void;
}

function Votes({ line: { votes, vote, voted, text, state }, act }: Acting) {
  const t = useT('questions');
  if (state === 'hidden') return null;
  const count = <span class={styles.figure}>{votes}</span>;
  if (!vote) {
    return (
      <span class={styles.votes} title={t('votes', { count: votes })}>
        <ThumbsUp size={18} aria-hidden="true" />
        {count}
      </span>
    );
  }
  return (
    <button
      type="button"
      class={styles.votes}
      aria-pressed={voted}
      aria-label={`${t('vote', { text })}, ${t('votes', { count: votes })}`}
      onClick={() => act(vote)}
    >
      <ThumbsUp size={18} aria-hidden="true" />
      {count}
    </button>
  );
}

function State({ line: { state } }: { line: QuestionLine }) {
  const t = useT('questions');
  return state === 'open' || state === 'hidden' ? null : <p class={styles.state}>{t(`state.${state}`)}</p>;
}

function Asker({ line: { own, name, phase, state } }: { line: QuestionLine }) {
  const t = useT('questions');
  if (state === 'hidden' && own) return <p class={styles.quiet}>{t('hiddenOwn')}</p>;
  const who = own ? (name ? t('byYou') : t('byYouQuietly')) : (name ?? t('byNobody'));
  return <p class={styles.quiet}>{[who, phase].filter(Boolean).join(' · ')}</p>;
}

/** The few things somebody who leads through the questions does most. */
function Lead({ line, act }: Acting) {
  const t = useT('questions');
  const { take, layAside, answered, giveWord } = line;
  if (!(take || layAside || answered || giveWord)) return null;
  return (
    <div class={styles.lead}>
      {take && (
        <Button icon={MonitorUp} onClick={() => act(take)}>
          {t('take')}
        </Button>
      )}
      {giveWord && (
        <Button icon={Mic} aria-label={t('giveWordTo', { name: line.name ?? '' })} onClick={() => act(giveWord)}>
          {t('giveWord')}
        </Button>
      )}
      {answered && (
        <Button kind={layAside ? 'primary' : 'plain'} icon={Check} onClick={() => act(answered)}>
          {t('answered')}
        </Button>
      )}
      {layAside && (
        <Button kind="plain" icon={X} onClick={() => act(layAside)}>
          {t('layAside')}
        </Button>
      )}
    </div>
  );
}

function More({ line, act }: Acting) {
  const t = useT('questions');
  const { reopen, hide, show, withdraw } = line;
  const item = (id: 'reopen' | 'hide' | 'show' | 'withdraw', command: Command | undefined, more: Partial<MenuItem>) =>
    command ? [{ id, label: t(id), onSelect: () => act(command), ...more }] : [];
  const items = [
    ...item('reopen', reopen, { icon: RotateCcw }),
    ...item('show', show, { icon: Eye }),
    ...item('hide', hide, { icon: EyeOff }),
    ...item('withdraw', withdraw, { icon: Trash2, danger: true }),
  ];
  if (items.length === 0) return null;
  return <Menu icon={Ellipsis} label={t('actions', { text: line.text })} items={items} />;
}
