import type { Centre, Panel, RoomViews } from './room.model.ts';

export type View = Centre | Panel;

export interface PaneTabsModel {
  /** In the order of the room's views, so that a tab does not change places with others. */
  shown: readonly View[];
  /** Behind "more"; empty when everything has a tab. */
  more: readonly View[];
  /** How much waits behind "more". */
  waiting: number;
}

/** So many tabs fit beside each other at 360 pixels. */
const MOST_TABS = 5;

/** Which views have a tab on a phone: where the person is, what fits the moment, and then the rest as far as there is room. */
export function paneTabs(views: RoomViews, here: View): PaneTabsModel {
  const all: readonly View[] = [...views.centres, ...views.panels];
  if (all.length <= MOST_TABS) return { shown: all, more: [], waiting: 0 };
  const wanted = new Set<View>([here, views.centre, views.panel, ...all]);
  const first = new Set([...wanted].slice(0, MOST_TABS - 1));
  const more = all.filter((view) => !first.has(view));
  return {
    shown: all.filter((view) => first.has(view)),
    more,
    waiting: views.panels.reduce((sum, panel) => sum + (first.has(panel) ? 0 : (views.waiting[panel] ?? 0)), 0),
  };
}
