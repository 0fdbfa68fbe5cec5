import { useT } from '../../i18n/i18n.ts';
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

/** On a phone: everything the room has, one pane at a time. */
export function PaneTabs({ views, centre, panel, pane, toCentre, toPanel }: PaneTabsProps) {
  const t = useT('room');
  return (
    <nav class={styles.tabs} aria-label={t('panes')}>
      {views.centres.map((each) => (
        <Tab key={each} view={each} here={pane === 'centre' && each === centre} go={() => toCentre(each)} />
      ))}
      {views.panels.map((each) => (
        <Tab
          key={each}
          view={each}
          here={pane === 'panel' && each === panel}
          go={() => toPanel(each)}
          count={views.waiting[each]}
        />
      ))}
    </nav>
  );
}

interface TabProps {
  view: Centre | Panel;
  here: boolean;
  go(): void;
  count?: number | undefined;
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
