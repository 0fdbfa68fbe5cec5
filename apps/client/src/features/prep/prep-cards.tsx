import { ChevronRight, ExternalLink, Eye, EyeOff } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { useRoomSlice, useSend, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/button.tsx';
import { AnswerList } from './answer-list.tsx';
import {
  type AtHandModel,
  atHand,
  type PrepDocuments,
  sharedHere,
  shownHere,
  type TheirAnswers,
} from './at-hand.model.ts';
import styles from './prep.module.css';

/** What somebody shows where one is; and the own answers for who has the word in the plenary. */
export function PrepCards() {
  const t = useT('prep');
  const documents = useDocuments();
  if (!documents) return null;
  const own = atHand(documents);
  return (
    <>
      {shownHere(documents).map((theirs) => (
        <Shown key={theirs.seatId} {...theirs} />
      ))}
      {own?.at === 'plenary' && (
        <section class={styles.card} aria-label={t('own.title')} data-shown={own.shown}>
          <Own {...own} />
        </section>
      )}
    </>
  );
}

/** On the cards "Your turn" and "You are next": the own answers, and showing them. */
export function OwnAnswersInTurn() {
  const documents = useDocuments();
  const own = documents && atHand(documents);
  return own ? (
    <div class={styles.inTurn}>
      <Own {...own} />
    </div>
  ) : null;
}

/** Beside the queue: the own answers as long as the own turn is near. On a phone they are shown from here: the card has little room. */
export function OwnAnswers() {
  const t = useT('prep');
  const documents = useDocuments();
  const own = documents && atHand(documents);
  if (!own) return null;
  return (
    <section class={styles.beside} aria-label={t('own.title')}>
      <h3>{t('own.title')}</h3>
      <p class={styles.note}>{t(own.shown ? 'own.shown' : 'own.onlyYou')}</p>
      <p class={styles.onPhones}>
        <Showing {...own} />
      </p>
      <AnswerList answers={own.answers} />
    </section>
  );
}

/** What the people at one's table let each other read, whenever they like. */
export function SharedAnswers() {
  const t = useT('prep');
  const documents = useDocuments();
  const shared = documents ? sharedHere(documents) : [];
  if (shared.length === 0) return null;
  return (
    <section class={styles.shared} aria-label={t('shared.title')}>
      <h3>{t('shared.title')}</h3>
      {shared.map(({ seatId, name, answers }) => (
        <details key={seatId}>
          <summary>{name ?? t('somebody')}</summary>
          <AnswerList answers={answers} />
        </details>
      ))}
    </section>
  );
}

function useDocuments(): PrepDocuments | undefined {
  const [session, you, room] = [useSession(), useYou(), useRoomSlice()];
  return session && you ? { session, you, room } : undefined;
}

function Shown({ name, answers }: TheirAnswers) {
  const t = useT('prep');
  const who = name ?? t('somebody');
  useEffect(() => announce(t('shown.announced', { name: who })), [who]);
  return (
    <section class={styles.card} aria-label={t('shown.title', { name: who })}>
      <details open>
        <summary>
          <ChevronRight size={20} aria-hidden="true" />
          <h2>{t('shown.title', { name: who })}</h2>
        </summary>
        <Scrolling answers={answers} />
      </details>
    </section>
  );
}

function Own({ at, answers, shown, show, hide }: AtHandModel) {
  const t = useT('prep');
  return (
    <>
      <details>
        <summary>
          <ChevronRight size={20} aria-hidden="true" />
          <span class={styles.title}>{t('own.title')}</span>
          <span class={styles.note}>{t(shown ? 'own.shown' : 'own.onlyYou')}</span>
        </summary>
        <Scrolling answers={answers} />
        {!shown && <PreparationLink words={t('own.change')} />}
      </details>
      <Showing at={at} show={show} hide={hide} />
    </>
  );
}

function Showing({ at, show, hide }: Pick<AtHandModel, 'at' | 'show' | 'hide'>) {
  const t = useT('prep');
  const send = useSend();
  return (
    <>
      {show && (
        <Button icon={Eye} onClick={() => void send(show)}>
          {t(at === 'table' ? 'own.showTable' : 'own.showAll')}
        </Button>
      )}
      {hide && (
        <Button icon={EyeOff} onClick={() => void send(hide)}>
          {t('own.hide')}
        </Button>
      )}
    </>
  );
}

/** Long answers are read within the card, so that the room below stays where it is. */
function Scrolling({ answers }: { answers: TheirAnswers['answers'] }) {
  const t = useT('prep');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class={styles.scrolling} aria-label={t('answers')} tabIndex={0}>
      <AnswerList answers={answers} />
    </section>
  );
}

/** The page of preparation in a tab beside the room, which stays open. `opener`: the new tab knows the ticket of this one. */
export function PreparationLink({ words }: { words?: string }) {
  const t = useT('prep');
  return (
    <a class={styles.link} href="/prepare" target="_blank" rel="noopener opener" title={t('own.changeHint')}>
      <ExternalLink size={18} aria-hidden="true" />
      {words ?? t('preparation')}
    </a>
  );
}
