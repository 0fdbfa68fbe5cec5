import { Megaphone, X } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useNow, useRoomSlice, useSession } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { IconButton } from '../../ui/button.tsx';
import { type AnnouncementCard, announcementCards } from './announcement-cards.model.ts';
import styles from './announcement-cards.module.css';

/** What facilitators announce, as cards above everything: put away by each person, read out once; `quiet`: only seen. */
export function AnnouncementCards({ quiet = false }: { quiet?: boolean }) {
  const session = useSession();
  const room = useRoomSlice();
  const now = useNow();
  const [putAway, setPutAway] = useState<ReadonlySet<string>>(new Set());
  const cards = session ? announcementCards(session, room, putAway, now) : [];
  useReadOut(quiet ? NONE : cards);
  if (cards.length === 0) return null;
  return (
    <div class={styles.cards}>
      {cards.map((card) => (
        <Card key={card.id} {...card} putAway={() => setPutAway(new Set([...putAway, card.id]))} />
      ))}
    </div>
  );
}

const NONE: readonly AnnouncementCard[] = [];

function Card({ text, name, forTable, share, putAway }: AnnouncementCard & { putAway: () => void }) {
  const t = useT('announcements');
  return (
    <article class={styles.card} aria-label={t('label')}>
      <Megaphone size={22} aria-hidden="true" />
      <div class={styles.words}>
        <p class={styles.from}>{t(forTable ? 'fromTable' : 'from', { name })}</p>
        <p class={styles.text}>{text}</p>
      </div>
      <IconButton icon={X} label={t('dismiss')} tip="below-end" onClick={putAway} />
      <span class={styles.time} style={{ inlineSize: `${share * 100}%` }} aria-hidden="true" />
    </article>
  );
}

/** A screen reader says each announcement once, also when it was on screen before the page was. */
function useReadOut(cards: readonly AnnouncementCard[]): void {
  const t = useT('announcements');
  const said = useRef(new Set<string>());
  useEffect(() => {
    const fresh = cards.filter(({ id }) => !said.current.has(id));
    for (const { id } of fresh) said.current.add(id);
    if (fresh.length > 0) announce(fresh.map(({ text }) => t('spoken', { text })).join(' '));
  });
}
