import type { PhaseId } from '@werkraum/protocol';
import { useState } from 'preact/hooks';
import { useSession, useYou } from '../../connection/hooks.ts';
import { PhaseBanner } from '../../features/agenda/phase-banner.tsx';
import { AgendaDesk } from '../../features/agenda/replanning/parts.ts';
import { RotationView } from '../../features/rotation/parts.tsx';
import { ShowSlides } from '../../features/slides/parts.ts';
import { VideoStage } from '../../features/stage/video-stage.tsx';
import { useT } from '../../i18n/i18n.ts';
import { Segmented } from '../../ui/choice.tsx';
import type { Centre, RoomViews } from './room.model.ts';
import styles from './room-frame.module.css';
import { BoardCentre, BreakScreen, BreakToggle, FloorPlan, TimekeeperScreen } from './room-parts.ts';
import { ScrollRegion } from './scroll-region.tsx';
import { VIEW_ICONS } from './view-icons.ts';

interface CentrePaneProps {
  centre: Centre;
  views: RoomViews;
  choose(centre: Centre): void;
}

/** The middle of the room: where we are in words, and the stage, the plan, the seating or the clocks. */
export function CentrePane({ centre, views, choose }: CentrePaneProps) {
  const t = useT('room');
  const agenda = useSession()?.agenda;
  const maySlide = useYou()?.may.includes('show-deck');
  const phaseId = agenda?.clock?.phaseId;
  const [peopleIn, showPeopleIn] = useState<PhaseId>();
  const isBreak = centre === 'stage' && phaseId !== undefined && agenda?.phases[phaseId]?.kind === 'break';
  const isResting = isBreak && peopleIn !== phaseId;
  return (
    <div class={styles.centre}>
      <div class={styles.centreHead}>
        <PhaseBanner />
        {isBreak && <BreakToggle people={!isResting} toggle={() => showPeopleIn(isResting ? phaseId : undefined)} />}
        {centre === 'stage' && maySlide && <ShowSlides />}
        <div class={styles.centreChoice}>
          <Segmented
            label={t('centre')}
            value={centre}
            options={views.centres.map((value) => ({ value, label: t(`panel.${value}`), icon: VIEW_ICONS[value] }))}
            onValue={choose}
          />
        </div>
      </div>
      <ScrollRegion class={styles.middle} label={t(`panel.${centre}`)} still={centre === 'stage' && !isResting}>
        {/* The stage stays in place behind the other views: whoever speaks is still heard. */}
        <div class={styles.stage} hidden={centre !== 'stage' || isResting}>
          <VideoStage />
        </div>
        {isResting && <BreakScreen />}
        {centre === 'board' && <BoardCentre />}
        {centre === 'plan' && <FloorPlan />}
        {centre === 'agenda' && <AgendaDesk />}
        {centre === 'seating' && <RotationView />}
        {centre === 'timekeeper' && <TimekeeperScreen />}
      </ScrollRegion>
    </div>
  );
}
