import { useEffect, useRef } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import type { RoomDocuments } from './room.model.ts';
import { type RoomState, roomNews, roomState } from './room-news.model.ts';

/** Has a screen reader say what others see at a glance: a new phase, a pause, somebody at the door, a raised hand. */
export function useRoomNews(documents: RoomDocuments | undefined): void {
  const t = useT('room');
  const before = useRef<RoomState>(undefined);
  useEffect(() => {
    if (!documents) return;
    const after = roomState(documents);
    const sentences = before.current
      ? roomNews(before.current, after).map(({ key, values }) => t(`news.${key}`, values))
      : [];
    before.current = after;
    if (sentences.length > 0) announce(sentences.join(' '));
  });
}
