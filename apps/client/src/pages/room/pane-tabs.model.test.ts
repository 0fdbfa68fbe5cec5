import { expect, test } from 'vitest';
import { panelTabs, paneTabs } from './pane-tabs.model.ts';
import type { RoomViews } from './room.model.ts';

const participant: RoomViews = {
  centres: ['stage', 'plan'],
  panels: ['task', 'people', 'hands'],
  ...{ centre: 'stage', panel: 'task', waiting: { hands: 2 } },
};
const facilitator: RoomViews = {
  centres: ['stage', 'plan', 'seating', 'timekeeper'],
  panels: ['run-sheet', 'task', 'people', 'hands'],
  ...{ centre: 'stage', panel: 'run-sheet', waiting: { hands: 2, people: 1 } },
};

test('what fits has a tab each', () => {
  expect(paneTabs(participant, 'stage')).toEqual({
    shown: ['stage', 'plan', 'task', 'people', 'hands'],
    more: [],
    waiting: 0,
  });
});

test('else the rest stands behind "more", with what waits there', () => {
  expect(paneTabs(facilitator, 'stage')).toEqual({
    shown: ['stage', 'plan', 'seating', 'run-sheet'],
    more: ['timekeeper', 'task', 'people', 'hands'],
    waiting: 3,
  });
});

test('where one is always has a tab', () => {
  expect(paneTabs(facilitator, 'hands')).toMatchObject({ shown: ['stage', 'plan', 'run-sheet', 'hands'], waiting: 1 });
});

test('at the side of the room the rest stands behind "more" as well, and where one is never does', () => {
  const busy: RoomViews = { ...facilitator, panels: ['run-sheet', 'task', 'turns', 'people', 'hands', 'to-do'] };
  expect(panelTabs(facilitator, 'run-sheet')).toMatchObject({ shown: facilitator.panels, more: [] });
  expect(panelTabs(busy, 'to-do')).toEqual({
    shown: ['run-sheet', 'task', 'turns', 'to-do'],
    more: ['people', 'hands'],
    waiting: 3,
  });
});
