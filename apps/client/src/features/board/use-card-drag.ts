import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { CardId, ColumnId } from '@werkraum/protocol';
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const KIND = 'card';

/** Where on a card another one hovers: it would stand before it, go into it, or stand after it. */
export type Spot = 'before' | 'into' | 'after';

const idIn = (data: Record<string | symbol, unknown>): CardId | undefined =>
  data.kind === KIND ? (data.cardId as CardId) : undefined;

/** The upper and the lower third put beside, the middle puts into, where that is possible. */
function spotOn(element: HTMLElement, clientY: number, mayMerge: boolean): Spot {
  const { top, height } = element.getBoundingClientRect();
  const at = (clientY - top) / Math.max(1, height);
  if (mayMerge && at > 1 / 3 && at < 2 / 3) return 'into';
  return at < 1 / 2 ? 'before' : 'after';
}

interface CardDrag {
  cardId: CardId;
  /** Absent: it stays where it is. */
  canMove: boolean;
  mayMerge: boolean;
  put(moved: CardId, spot: Spot): void;
}

/** Makes a card something that can be picked up, and that others can be put beside or into. */
export function useCardDrag(
  element: RefObject<HTMLElement | null>,
  { cardId, canMove, mayMerge, put }: CardDrag,
): { dragging: boolean; over: Spot | undefined } {
  const [dragging, setDragging] = useState(false);
  const [over, setOver] = useState<Spot>();
  useEffect(() => {
    const card = element.current;
    if (!canMove || !card) return undefined;
    return combine(
      draggable({
        element: card,
        getInitialData: () => ({ kind: KIND, cardId }),
        onDragStart: () => setDragging(true),
        onDrop: () => setDragging(false),
      }),
      dropTargetForElements({
        element: card,
        canDrop: ({ source }) => idIn(source.data) !== undefined && idIn(source.data) !== cardId,
        onDrag: ({ location }) => setOver(spotOn(card, location.current.input.clientY, mayMerge)),
        onDragLeave: () => setOver(undefined),
        onDrop: ({ source, location }) => {
          setOver(undefined);
          const moved = idIn(source.data);
          if (moved) put(moved, spotOn(card, location.current.input.clientY, mayMerge));
        },
      }),
    );
  }, [canMove, cardId, mayMerge, put]);
  return { dragging, over };
}

/** Makes a column a place where cards can be put down at the end. Returns whether one hovers over it. */
export function useColumnTarget(
  element: RefObject<HTMLElement | null>,
  column: ColumnId,
  put: ((moved: CardId) => void) | undefined,
): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!put || !element.current) return undefined;
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => idIn(source.data) !== undefined,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source, location, self }) => {
        setOver(false);
        const moved = idIn(source.data);
        if (moved && location.current.dropTargets[0]?.element === self.element) put(moved);
      },
    });
  }, [column, put]);
  return over;
}
