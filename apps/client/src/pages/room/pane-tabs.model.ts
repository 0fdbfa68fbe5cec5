import type { Centre, Panel, RoomViews } from './room.model.ts';

export type View = Centre | Panel;

export interface TabsModel<Each extends View = View> {
  /** In the order of the room's views, so that a tab does not change places with others. */
  shown: readonly Each[];
  /** Behind "more"; empty when everything has a tab. */
  more: readonly Each[];
  /** How much waits behind "more". */
  waiting: number;
}

/** So many tabs fit beside each other at 360 pixels, which is about what the side of the room has too. */
const MOST_TABS = 5;

/** Which views have a tab on a phone: where the person is, what fits the moment, and then the rest as far as there is room. */
export const paneTabs = (views: RoomViews, here: View): TabsModel =>
  fitting([...views.centres, ...views.panels], [here, views.centre, views.panel], views.waiting);

/** Which panels have a tab at the side of the room. */
export const panelTabs = (views: RoomViews, here: Panel): TabsModel<Panel> =>
  fitting(views.panels, [here, views.panel], views.waiting);

function fitting<Each extends View>(
  all: readonly Each[],
  wanted: readonly Each[],
  waiting: RoomViews['waiting'],
): TabsModel<Each> {
  if (all.length <= MOST_TABS) return { shown: all, more: [], waiting: 0 };
  const first = new Set([...new Set([...wanted, ...all])].slice(0, MOST_TABS - 1));
  const more = all.filter((view) => !first.has(view));
  return {
    shown: all.filter((view) => first.has(view)),
    more,
    waiting: more.reduce((sum, view) => sum + (waiting[view as Panel] ?? 0), 0),
  };
}
