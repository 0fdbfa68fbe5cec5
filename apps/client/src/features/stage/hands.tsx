import type { Command } from '@werkraum/protocol';
import { Hand, Mic } from 'lucide-preact';
import { useBalance, useRoomSlice, useSend, useSession, useStaff, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { useShortcut } from '../../ui/shortcuts.ts';
import { HandOrder } from '../balance/parts.ts';
import { type HandRow, type HandsModel, hands, type WordRow } from './hands.model.ts';
import styles from './hands.module.css';

/** The raised hands of the own place; undefined before anything is known. */
function useHands(): HandsModel | undefined {
  const session = useSession();
  const you = useYou();
  const staff = useStaff();
  const room = useRoomSlice();
  const balance = useBalance();
  return session && you && hands({ session, you, staff, room, balance });
}

/** Raises and lowers the own hand; `H` does the same. */
export function HandButton() {
  const t = useT('hands');
  const send = useSend();
  const model = useHands();
  const command = model?.raise ?? model?.lower;
  const press = command && (() => void send(command));
  useShortcut('h', press);
  if (!model || !press) return null;
  const { up, position } = model;
  return (
    <Button icon={Hand} class={styles.own ?? ''} aria-pressed={up} aria-keyshortcuts="h" onClick={press}>
      <span class={styles.words}>{up ? t('lower') : t('raise')}</span>
      {up && position !== undefined && <span class={styles.position}>{position}</span>}
    </Button>
  );
}

/** Raised hands in order, and who has the word. */
export function HandsPanel() {
  const t = useT('hands');
  const send = useSend();
  const model = useHands();
  if (!model) return null;
  const doCommand = (command: Command) => void send(command);
  return (
    <div class={styles.panel}>
      <WordsGiven />
      <HandOrder />
      <section class={styles.group} aria-label={t('hands')}>
        {model.hands.length === 0 && <p class={styles.empty}>{t('none')}</p>}
        <ol>
          {model.hands.map((hand, at) => (
            <HandLine key={hand.seatId} hand={hand} position={at + 1} send={doCommand} />
          ))}
        </ol>
      </section>
      <HandButtonHint />
    </div>
  );
}

/** Who has the word, and the way to take it back; nothing while nobody has. */
export function WordsGiven() {
  const t = useT('hands');
  const send = useSend();
  const words = useHands()?.words ?? [];
  if (words.length === 0) return null;
  return (
    <section class={styles.group}>
      <h3>{t('words')}</h3>
      <ul>
        {words.map((word) => (
          <WordLine key={word.seatId} word={word} send={(command) => void send(command)} />
        ))}
      </ul>
    </section>
  );
}

interface Sending {
  send(command: Command): void;
}

function HandLine({ hand, position, send }: { hand: HandRow; position: number } & Sending) {
  const t = useT('hands');
  const { name, own, giveWord, lower } = hand;
  return (
    <li class={styles.row}>
      <span class={styles.position}>{position}</span>
      <Avatar name={name} size="small" />
      <span class={styles.name}>
        {name} {own && <span class={styles.empty}>({t('you')})</span>}
      </span>
      {lower && (
        <Button kind="plain" aria-label={`${t('lowerShort')}: ${name}`} onClick={() => send(lower)}>
          {t('lowerShort')}
        </Button>
      )}
      {giveWord && (
        <Button aria-label={`${t('giveWord')}: ${name}`} onClick={() => send(giveWord)}>
          {t('giveWord')}
        </Button>
      )}
    </li>
  );
}

function WordLine({ word: { name, own, takeBack }, send }: { word: WordRow } & Sending) {
  const t = useT('hands');
  return (
    <li class={styles.row}>
      <Mic size={20} aria-hidden="true" />
      <span class={styles.name}>{own ? t('youHaveWord') : name}</span>
      {takeBack && (
        <Button aria-label={`${t('takeBack')}: ${name}`} onClick={() => send(takeBack)}>
          {t('takeBack')}
        </Button>
      )}
    </li>
  );
}

function HandButtonHint() {
  const t = useT('hands');
  return (
    <p class={styles.empty}>
      <kbd>H</kbd> {t('key')}
    </p>
  );
}
