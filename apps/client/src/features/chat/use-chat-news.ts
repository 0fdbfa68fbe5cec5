import { useEffect, useRef } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { useStore } from '../../ui/use-store.ts';
import { type ChatDocuments, channelKey, newestIn, type Read, unreadAnywhere } from './channels.ts';
import { markRead, reading } from './reading.ts';

/** In a lively chat a screen reader says how much is new, and not with every message. */
const QUIET_MS = 15_000;

const all = (read: Read): Read => read;

/** How many messages wait to be read; says so to a screen reader when there are more, now and then. */
export function useChatNews(documents: ChatDocuments | undefined): number {
  const t = useT('room');
  const read = useStore(reading, all);
  const unread = documents ? unreadAnywhere(documents, read) : 0;
  const told = useRef({ count: 0, at: Number.NEGATIVE_INFINITY });
  const { session } = documents ?? {};
  useEffect(() => {
    if (session) firstSight(session);
  }, [session]);
  useEffect(() => {
    const last = told.current;
    if (unread <= last.count) {
      last.count = unread;
      return undefined;
    }
    const say = () => {
      announce(t('news.messages', { count: unread - last.count }));
      told.current = { count: unread, at: performance.now() };
    };
    const timer = setTimeout(say, Math.max(0, last.at + QUIET_MS - performance.now()));
    return () => clearTimeout(timer);
  }, [unread, t]);
  return unread;
}

function firstSight(session: ChatDocuments['session']): void {
  const key = channelKey(session, { place: 'plenary' });
  if (reading.getState()[key] === undefined) markRead(key, newestIn(session.chat));
}
