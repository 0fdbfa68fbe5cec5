import { useRoomSlice, useYou } from '../../connection/hooks.ts';
import { Programme } from '../../features/agenda/programme.tsx';
import { TaskCard } from '../../features/agenda/task-card.tsx';
import { PeoplePanel } from '../../features/people/people-panel.tsx';
import { OwnAnswers, SharedAnswers } from '../../features/prep/parts.ts';
import { HandsPanel } from '../../features/stage/hands.tsx';
import { TurnPanel } from '../../features/turns/turn-panel.tsx';
import { useT } from '../../i18n/i18n.ts';
import { MoreTabs } from './more-tabs.tsx';
import { panelTabs } from './pane-tabs.model.ts';
import type { Panel, RoomViews } from './room.model.ts';
import styles from './room-frame.module.css';
import {
  BoardDesk,
  ChatPanel,
  CollectionPanel,
  FacilitatorDesk,
  NotesPanel,
  PollsPanel,
  QuestionsPanel,
  RunningPractice,
  RunSheet,
  TableSignals,
  ToDoPanel,
} from './room-parts.ts';
import { ScrollRegion } from './scroll-region.tsx';
import { Badge } from './view-badge.tsx';
import { VIEW_ICONS } from './view-icons.ts';

interface SidePaneProps {
  panel: Panel;
  views: RoomViews;
  choose(panel: Panel): void;
  onSeating(): void;
}

/** The side of the room: one panel at a time. */
export function SidePane({ panel, views, choose, onSeating }: SidePaneProps) {
  const t = useT('room');
  const { shown, more, waiting } = panelTabs(views, panel);
  return (
    <aside class={styles.side} aria-label={t('panels')}>
      <nav class={styles.panels} aria-label={t('panels')}>
        {shown.map((each) => {
          const Icon = VIEW_ICONS[each];
          return (
            <button
              key={each}
              type="button"
              class={styles.panelButton}
              aria-current={each === panel ? 'true' : undefined}
              onClick={() => choose(each)}
            >
              <Icon size={20} aria-hidden="true" />
              <span>{t(`panel.${each}`)}</span>
              <Badge count={views.waiting[each]} />
            </button>
          );
        })}
        <MoreTabs more={more} waiting={waiting} views={views} tab={styles.panelButton} go={choose} />
      </nav>
      <ScrollRegion class={styles.panel} label={t('panelOf', { name: t(`panel.${panel}`) })}>
        <h2 class={styles.panelTitle}>{t(`panel.${panel}`)}</h2>
        <PanelContent panel={panel} onSeating={onSeating} />
      </ScrollRegion>
      {useYou()?.may.includes('call-help') && <TableSignals />}
    </aside>
  );
}

function PanelContent({ panel, onSeating }: Pick<SidePaneProps, 'panel' | 'onSeating'>) {
  if (panel === 'run-sheet') {
    return (
      <>
        <RunningPractice />
        <RunSheet onSeating={onSeating} />
        <BoardDesk />
        <FacilitatorDesk />
      </>
    );
  }
  if (panel === 'people') return <PeoplePanel />;
  if (panel === 'chat') return <ChatPanel />;
  if (panel === 'notes') return <NotesPanel />;
  if (panel === 'questions') return <QuestionsPanel />;
  if (panel === 'turns') return <Turns />;
  if (panel === 'hands') return <HandsPanel />;
  if (panel === 'to-do') return <ToDoPanel />;
  if (panel === 'polls') return <PollsPanel />;
  if (panel === 'collection') return <CollectionPanel />;
  return <Task />;
}

function Turns() {
  const prepared = useYou()?.prep !== undefined;
  return (
    <>
      {prepared && <OwnAnswers />}
      <TurnPanel />
    </>
  );
}

function Task() {
  const shared = useRoomSlice()?.prep !== undefined;
  return (
    <div class={styles.taskPanel}>
      <TaskCard />
      {shared && <SharedAnswers />}
      <Programme />
    </div>
  );
}
