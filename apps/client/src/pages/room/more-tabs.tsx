import { Ellipsis } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { Menu } from '../../ui/menu.tsx';
import type { TabsModel, View } from './pane-tabs.model.ts';
import type { Panel, RoomViews } from './room.model.ts';
import styles from './room-frame.module.css';
import { Badge } from './view-badge.tsx';
import { VIEW_ICONS } from './view-icons.ts';

interface MoreTabsProps<Each extends View> extends Pick<TabsModel<Each>, 'more' | 'waiting'> {
  views: RoomViews;
  /** The looks of a tab, as the others of the row have them. */
  tab: string | undefined;
  up?: boolean;
  go(view: Each): void;
}

/** The last tab of a row: what found no place beside the others, and how much waits there. Nothing when all did. */
export function MoreTabs<Each extends View>({ more, waiting, views, tab, up = false, go }: MoreTabsProps<Each>) {
  const t = useT('room');
  if (more.length === 0) return null;
  const items = more.map((view) => {
    const count = views.waiting[view as Panel];
    const name = t(`panel.${view}`);
    const label = count ? t('panelWaiting', { name, count }) : name;
    return { id: view, icon: VIEW_ICONS[view], label, onSelect: () => go(view) };
  });
  return (
    <Menu
      label={t('more')}
      icon={Ellipsis}
      up={up}
      class={styles.more}
      face={(trigger) => (
        <button type="button" class={tab} {...trigger}>
          <Ellipsis size={22} aria-hidden="true" />
          <span>{t('more')}</span>
          <Badge count={waiting || undefined} />
        </button>
      )}
      items={items}
    />
  );
}
