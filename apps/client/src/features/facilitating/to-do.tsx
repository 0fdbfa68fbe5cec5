import type { Command } from '@werkraum/protocol';
import { BellRing, Footprints, Hand } from 'lucide-preact';
import { useBalance, useRoomSlice, useSend, useSession, useStaff, useYou } from '../../connection/hooks.ts';
import { formatTime } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { HandOrder } from '../balance/parts.ts';
import { WordsGiven } from '../stage/hands.tsx';
import { keyOf, type ToDo, toDos } from './to-do.model.ts';
import styles from './to-do.module.css';

/** What waits for a facilitator, each with its one-click answer, and who has the word. */
export function ToDoPanel() {
  return (
    <div class={styles.panel}>
      <ToDoList />
      <WordsGiven />
      <HandOrder />
    </div>
  );
}

function ToDoList() {
  const t = useT('facilitating');
  const session = useSession();
  const you = useYou();
  const staff = useStaff();
  const room = useRoomSlice();
  const balance = useBalance();
  const send = useSend();
  if (!session || !you) return null;
  const list = toDos({ session, you, staff, room, balance });
  return (
    <section class={styles.panel} aria-label={t('to-do.title')}>
      {list.length === 0 && <p class={styles.none}>{t('to-do.none')}</p>}
      <ol class={styles.list}>
        {list.map((toDo) => (
          <Entry key={keyOf(toDo)} toDo={toDo} send={(command) => void send(command)} />
        ))}
      </ol>
    </section>
  );
}

interface EntryProps {
  toDo: ToDo;
  send(command: Command): void;
}

function Entry({ toDo, send }: EntryProps) {
  const t = useT('facilitating');
  const language = useLanguage();
  const Icon = toDo.kind === 'help' ? BellRing : Hand;
  const words = entryWords(t, toDo);
  return (
    <li class={styles.entry} data-kind={toDo.kind}>
      <Icon size={20} aria-hidden="true" />
      <p class={styles.words}>
        {words}{' '}
        <span class={`${styles.since} figures`}>{t('to-do.since', { time: formatTime(toDo.since, language) })}</span>
      </p>
      <span class={styles.actions}>
        <Answers toDo={toDo} subject={toDo.kind === 'help' ? words : toDo.name} send={send} />
      </span>
    </li>
  );
}

function Answers({ toDo, subject, send }: EntryProps & { subject: string }) {
  const t = useT('facilitating');
  const { go, label = '' } = toDo;
  const [quiet, firm] =
    toDo.kind === 'help'
      ? [[toDo.putAway, t('to-do.putAway')] as const, undefined]
      : [[toDo.lower, t('to-do.lower')] as const, [toDo.giveWord, t('to-do.giveWord')] as const];
  return (
    <>
      {quiet[0] && <Answer kind="plain" command={quiet[0]} name={quiet[1]} subject={subject} send={send} />}
      {firm?.[0] && <Answer command={firm[0]} name={firm[1]} subject={subject} send={send} />}
      {go && (
        <Button kind={toDo.kind === 'help' ? 'primary' : 'quiet'} icon={Footprints} onClick={() => send(go)}>
          {t('to-do.goTo', { label })}
        </Button>
      )}
    </>
  );
}

interface AnswerProps {
  kind?: 'plain';
  command: Command;
  name: string;
  /** What it answers, for those who hear the button's name alone. */
  subject: string;
  send(command: Command): void;
}

const Answer = ({ kind, command, name, subject, send }: AnswerProps) => (
  <Button {...(kind && { kind })} aria-label={`${name}: ${subject}`} onClick={() => send(command)}>
    {name}
  </Button>
);

function entryWords(t: ReturnType<typeof useT<'facilitating'>>, toDo: ToDo): string {
  const { kind, label } = toDo;
  if (kind === 'help') return t('to-do.help', { label: label ?? '' });
  if (toDo.own) return t('to-do.own');
  return label === undefined ? t('to-do.hand', { name: toDo.name }) : t('to-do.handAt', { name: toDo.name, label });
}
