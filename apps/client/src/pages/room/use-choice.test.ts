import { act, cleanup, renderHook } from '@testing-library/preact';
import type { Place, RoomId } from '@werkraum/protocol';
import { afterEach, expect, test } from 'vitest';
import { useChoice } from './use-choice.ts';

afterEach(cleanup);

type Moment = Parameters<typeof useChoice>[0];
const TABLE = 'round-1-a' as RoomId;
const inPlenary = (role: Moment['role']): Moment => ({ place: 'plenary' as Place, role, report: undefined });

function chosen(role: Moment['role']) {
  const { result, rerender } = renderHook(useChoice, { initialProps: inPlenary(role) });
  void act(() => result.current[1]({ centre: 'plan', panel: 'questions', pane: 'panel' }));
  return { now: () => result.current[0], rerender };
}

test('[BR-29] who takes part finds at another place what fits there', () => {
  const { now, rerender } = chosen('participant');
  rerender(inPlenary('participant'));
  expect(now()).toEqual({ centre: 'plan', panel: 'questions', pane: 'panel' });
  rerender({ ...inPlenary('participant'), place: TABLE });
  expect(now()).toEqual({ pane: 'centre' });
});

test('[BR-29] who leads keeps their instruments on a visit', () => {
  const { now, rerender } = chosen('facilitator');
  rerender({ ...inPlenary('facilitator'), place: TABLE });
  expect(now()).toEqual({ centre: 'plan', panel: 'questions', pane: 'panel' });
});

test('[BO-17] when a table begins to report everybody looks there, and keeps their panel', () => {
  const { now, rerender } = chosen('facilitator');
  rerender({ ...inPlenary('facilitator'), report: TABLE });
  expect(now()).toEqual({ panel: 'questions', pane: 'centre' });
});
