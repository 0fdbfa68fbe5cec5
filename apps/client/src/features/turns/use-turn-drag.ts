import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { TurnId } from '@werkraum/protocol';
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const KIND = 'turn';

/** Whether a turn that is put down on another one comes to stand before or after it: it takes that one's place. */
const sideOf = (waiting: readonly TurnId[], held: TurnId, onto: TurnId): 'before' | 'after' =>
  waiting.indexOf(held) < waiting.indexOf(onto) ? 'after' : 'before';

/** The turn before which it comes to stand then; undefined for the end. */
export const placeOf = (waiting: readonly TurnId[], held: TurnId, onto: TurnId): TurnId | undefined =>
  sideOf(waiting, held, onto) === 'before' ? onto : waiting[waiting.indexOf(onto) + 1];

/**
 * Makes a waiting turn something that can be picked up, and put down in the place of another one that waits. Returns
 * where one that hovers over this would come to stand. `waiting` is the order of those who wait.
 */
export function useTurnDrag(
  element: RefObject<HTMLElement | null>,
  turnId: TurnId,
  waiting: readonly TurnId[],
  moveBefore: ((before: TurnId | undefined) => void) | undefined,
): 'before' | 'after' | undefined {
  const [drop, setDrop] = useState<'before' | 'after'>();
  const order = waiting.join();
  useEffect(() => {
    if (!moveBefore || !element.current) return undefined;
    return combine(
      draggable({
        element: element.current,
        getInitialData: () => ({
          kind: KIND,
          turnId,
          put: (onto: TurnId) => moveBefore(placeOf(waiting, turnId, onto)),
        }),
      }),
      dropTargetForElements({
        element: element.current,
        canDrop: ({ source }) => source.data.kind === KIND && source.data.turnId !== turnId,
        onDragEnter: ({ source }) => setDrop(sideOf(waiting, source.data.turnId as TurnId, turnId)),
        onDragLeave: () => setDrop(undefined),
        onDrop: ({ source }) => {
          setDrop(undefined);
          (source.data.put as (onto: TurnId) => void)(turnId);
        },
      }),
    );
  }, [turnId, order, moveBefore !== undefined]);
  return drop;
}
