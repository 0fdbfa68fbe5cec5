import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { PhaseId } from '@werkraum/protocol';
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

const KIND = 'agenda-phase';

/** Makes a phase's line something to pick up, and a place on which others can be put down; `over` is the one that hovers. */
export function usePhaseDrag(
  line: RefObject<HTMLElement | null>,
  id: PhaseId,
  on: boolean,
  put: (phaseId: PhaseId) => void,
): { dragging: boolean; over: PhaseId | undefined } {
  const [dragging, setDragging] = useState(false);
  const [over, setOver] = useState<PhaseId>();
  const newest = useRef(put);
  newest.current = put;
  useEffect(() => {
    const element = line.current;
    if (!on || !element) return undefined;
    const stopDragging = draggable({
      element,
      getInitialData: () => ({ kind: KIND, id }),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    });
    const stopDropping = dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data.kind === KIND && source.data.id !== id,
      onDragEnter: ({ source }) => setOver(source.data.id as PhaseId),
      onDragLeave: () => setOver(undefined),
      onDrop: ({ source }) => {
        setOver(undefined);
        newest.current(source.data.id as PhaseId);
      },
    });
    return () => {
      stopDragging();
      stopDropping();
    };
  }, [on, id]);
  return { dragging, over };
}
