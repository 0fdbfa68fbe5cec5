import { useT } from '../../i18n/i18n.ts';
import { MoreTabs } from './more-tabs.tsx';
import { paneTabs, type View } from './pane-tabs.model.ts';
import type { Centre, Panel, RoomViews } from './room.model.ts';
import styles from './room-frame.module.css';
import { Badge } from './view-badge.tsx';
import { VIEW_ICONS } from './view-icons.ts';

interface PaneTabsProps {
  views: RoomViews;
  centre: Centre;
  panel: Panel;
  pane: 'centre' | 'panel';
  toCentre(centre: Centre): void;
  toPanel(panel: Panel): void;
}

/** On a phone: everything the room has, one pane at a time; what finds no place beside the others stands behind "more". */
export function PaneTabs({ views, centre, panel, pane, toCentre, toPanel }: PaneTabsProps) {
  const t = useT('room');
  const here = pane === 'centre' ? centre : panel;
  const { shown, more, waiting } = paneTabs(views, here);
  const go = (view: View) => (isCentre(view, views) ? toCentre(view) : toPanel(view as Panel));
  return (
    <nav class={styles.tabs} aria-label={t('panes')}>
      {shown.map((each) => (
        <Tab key={each} view={each} here={each === here} go={() => go(each)} count={views.waiting[each as Panel]} />
      ))}
      <MoreTabs more={more} waiting={waiting} views={views} tab={styles.tab} up go={go} />
    </nav>
  );
}

const isCentre = (view: View, { centres }: RoomViews): view is Centre => (centres as readonly View[]).includes(view);

interface TabProps {
  view: View;
  here: boolean;
  go(): void;
  count: number | undefined;
}

function Tab({ view, here, go, count }: TabProps) {
  const t = useT('room');
  const Icon = VIEW_ICONS[view];
  return (
    <button type="button" class={styles.tab} aria-current={here ? 'page' : undefined} onClick={go}>
      <Icon size={22} aria-hidden="true" />
      <span>{t(`panel.${view}`)}</span>
      <Badge count={count} />
    </button>
  );
}
