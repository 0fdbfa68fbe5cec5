import { useFacilitators, useRoomSlice, useSession, useStaff, useYou } from '../../connection/hooks.ts';
import { MoreTimeOffer, ReplanSheet } from '../../features/agenda/replanning/parts.ts';
import { BalanceKeeper } from '../../features/balance/parts.ts';
import { ChoosePlace } from '../../features/breakouts/choose-place.tsx';
import { LonelyNotices } from '../../features/breakouts/lonely-notice.tsx';
import { MovingCard } from '../../features/breakouts/moving-card.tsx';
import { TablesLine } from '../../features/breakouts/tables-line.tsx';
import { VisitLine } from '../../features/breakouts/visit-line.tsx';
import { useChatNews } from '../../features/chat/use-chat-news.ts';
import { isAsked } from '../../features/polls/polls.model.ts';
import { PrepCards } from '../../features/prep/parts.ts';
import { ProposalPlace } from '../../features/rotation/parts.tsx';
import { useReaderReady } from '../../features/slides/use-reader-ready.ts';
import { MediaLines } from '../../features/stage/media-lines.tsx';
import { SurveyNotice } from '../../features/survey/parts.ts';
import { YourTurn } from '../../features/turns/your-turn.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { CentrePane } from './centre-pane.tsx';
import { PaneTabs } from './pane-tabs.tsx';
import { type Centre, chosenOr, isAnnounced, type Panel, roomViews } from './room.model.ts';
import styles from './room-frame.module.css';
import { RoomLines } from './room-lines.tsx';
import {
  AnnouncementCards,
  FacilitatorWatch,
  HandOverNotice,
  PollNotice,
  PracticeLine,
  QuestionNow,
  RunSheetKeys,
  useRoomParts,
} from './room-parts.ts';
import { RoomTop } from './room-top.tsx';
import { SidePane } from './side-pane.tsx';
import { useChoice } from './use-choice.ts';
import { useRoomNews } from './use-room-news.ts';

/**
 * The one frame of the room: top with strip and clock, the middle, one panel at the side, the bar. It stands still
 * while phases change. On a phone one pane is shown at a time, and a row of tabs leads to the others.
 */
export function RoomFrame({ leave }: { leave: () => void }) {
  const session = useSession();
  const you = useYou();
  const staff = useStaff();
  const room = useRoomSlice();
  const facilitators = useFacilitators();
  const [chosen, choose] = useChoice({ place: you?.place, role: you?.role, report: session?.report?.roomId });
  useRoomParts(you?.role);
  useReaderReady();
  const messages = useChatNews(session && you && { session, you, room, facilitators });
  useRoomNews(session && you && { session, you, staff, room });
  if (!session || !you) return null;
  const unseen = { ...(messages > 0 && { chat: messages }) };
  const views = roomViews({ session, you, staff, room, unseen });
  const centre = chosenOr(chosen.centre, views.centres, views.centre);
  const panel = chosenOr(chosen.panel, views.panels, views.panel);
  const toCentre = (next: Centre) => choose({ centre: next, pane: 'centre' });
  const toPanel = (next: Panel) => choose({ panel: next, pane: 'panel' });
  const kind = session.agenda.clock && session.agenda.phases[session.agenda.clock.phaseId]?.kind;
  return (
    <div class={styles.room} data-phase={kind} data-centre={centre} data-pane={chosen.pane}>
      {you.role === 'facilitator' && <RunSheetKeys />}
      <BalanceKeeper />
      {you.role === 'facilitator' && <FacilitatorWatch tablesInView={centre === 'plan' || panel === 'to-do'} />}
      <RoomTop />
      <main class={styles.work}>
        <div class={styles.lines}>
          {isAnnounced({ session, room }) && <AnnouncementCards />}
          {isAsked(session, you) && panel !== 'polls' && <PollNotice go={() => toPanel('polls')} />}
          {session.questions?.now !== undefined && <QuestionNow />}
          {(session.survey !== undefined || you.may.includes('open-survey')) && <SurveyNotice />}
          <RoomLines />
          <MediaLines />
          <TablesLine />
          {you.role === 'facilitator' && <MoreTimeOffer />}
          {centre !== 'board' && views.centres.includes('board') && <HandOverNotice look={() => toCentre('board')} />}
          <LonelyNotices />
          <VisitLine />
          {centre !== 'seating' && <ProposalPlace look={() => toCentre('seating')} />}
          {session.tables?.practiceUntil !== undefined && <PracticeLine />}
          <MovingCard />
          <ChoosePlace />
          <YourTurn />
          {(you.prep ?? room?.prep ?? session.prep) && <PrepCards />}
        </div>
        <CentrePane centre={centre} views={views} choose={toCentre} />
        <SidePane panel={panel} views={views} choose={toPanel} onSeating={() => toCentre('seating')} />
      </main>
      {you.role === 'facilitator' && <ReplanSheet />}
      <BottomBar leave={leave} />
      <PaneTabs views={views} centre={centre} panel={panel} pane={chosen.pane} toCentre={toCentre} toPanel={toPanel} />
    </div>
  );
}
