import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { SeatId } from '@werkraum/protocol';
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AreaId } from './floor-plan.model.ts';

const KIND = 'seat';

/** Makes a seat something that can be picked up. Returns whether it is in the air. */
export function useDraggableSeat(
  element: RefObject<HTMLElement | null>,
  seatId: SeatId,
  from: AreaId,
  on: boolean,
): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    if (!on || !element.current) return undefined;
    return draggable({
      element: element.current,
      getInitialData: () => ({ kind: KIND, seatId, from }),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    });
  }, [on, seatId, from]);
  return dragging;
}

/** Makes an area a place where seats can be put down. Returns whether a seat hovers over it. */
export function useSeatTarget(
  element: RefObject<HTMLElement | null>,
  area: AreaId,
  put: ((seatId: SeatId) => void) | undefined,
): boolean {
  const [over, setOver] = useState(false);
  const on = put !== undefined;
  useEffect(() => {
    if (!put || !element.current) return undefined;
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => source.data.kind === KIND && source.data.from !== area,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        put(source.data.seatId as SeatId);
      },
    });
  }, [on, area, put]);
  return over;
}
