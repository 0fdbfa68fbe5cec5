import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { PhaseId } from '@werkraum/protocol';
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

const KIND = 'phase';

/** Where a phase that is in the air would land. */
type Edge = 'before' | 'after';

/** What can be dragged, by what, and what becomes of it. */
interface PhaseDrag {
  row: RefObject<HTMLElement | null>;
  handle: RefObject<HTMLElement | null>;
  phaseId: PhaseId;
  /** Another phase was put down at this one. */
  land(phaseId: PhaseId, edge: Edge): void;
}

/** Makes a phase something that is picked up by its handle, and a place where others are put down. */
export function usePhaseDrag({ row, handle, phaseId, land }: PhaseDrag): { lifted: boolean; edge: Edge | undefined } {
  const [lifted, setLifted] = useState(false);
  const [edge, setEdge] = useState<Edge>();
  const newest = useRef(land);
  newest.current = land;
  useEffect(() => {
    const element = row.current;
    const dragHandle = handle.current;
    if (!element || !dragHandle) return undefined;
    const edgeAt = (y: number): Edge => {
      const { top, height } = element.getBoundingClientRect();
      return y < top + height / 2 ? 'before' : 'after';
    };
    const stopDragging = draggable({
      ...{ element, dragHandle },
      getInitialData: () => ({ kind: KIND, phaseId }),
      onDragStart: () => setLifted(true),
      onDrop: () => setLifted(false),
    });
    const stopTargeting = dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data.kind === KIND && source.data.phaseId !== phaseId,
      onDrag: ({ location }) => setEdge(edgeAt(location.current.input.clientY)),
      onDragLeave: () => setEdge(undefined),
      onDrop: ({ source, location }) => {
        setEdge(undefined);
        newest.current(source.data.phaseId as PhaseId, edgeAt(location.current.input.clientY));
      },
    });
    return () => {
      stopDragging();
      stopTargeting();
    };
  }, [phaseId]);
  return { lifted, edge };
}
