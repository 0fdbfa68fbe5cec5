import type { Command, PhaseId, QuestionId, RoomId, RoomView } from '@werkraum/protocol';
import { talkPdf } from '../support/talk-pdf.ts';
import { expectAccessible, TWO_LOOKS } from './support/accessibility.ts';
import { boardPage } from './support/board-page.ts';
import { expect, test } from './support/fixtures.ts';
import { bringSlides, seatFetch } from './support/seat-http.ts';
import { slidesStage } from './support/slides-stage.ts';
import { tablesOf, walk } from './support/tables.ts';

const TABLE_A = ['Ada', 'Ben', 'Emil'];
const TABLE_B = ['Cem', 'Dora', 'Finja'];
const ON_LINES = ['Dora', 'Emil', 'Finja'];
const ANSWER = 'Climate office, three people';
const SLIDE = 'Where we stand';
const [first, second, quiet] = ['A joint office', 'Shared figures', 'Nobody asks the depots'] as const;
const round = 'round-1' as PhaseId;

test.use({
  people: {
    ...{ Frieda: 'facilitator' },
    ...Object.fromEntries([...TABLE_A, ...TABLE_B].map((name) => [name, 'participant'] as const)),
  },
  viewport: { width: 1280, height: 800 },
  actionTimeout: 30_000,
});

test('[E2E-62] at a table people show, write, weigh and hand over, and the other table sees what was handed over only', async ({
  workshop,
  enter,
}) => {
  test.setTimeout(240_000);
  await prepareAda();
  const advance = (phaseId: string): Command => ({ type: 'advance-phase', phaseId: phaseId as PhaseId });
  await workshop.as('Frieda', { type: 'open-doors' }, { type: 'start-session' });
  await Promise.all(ON_LINES.map((name) => workshop.as(name)));
  const [ada, ben, cem] = [await enter('Ada'), await enter('Ben'), await enter('Cem')];
  const [adas, bens, cems] = [boardPage(ada.page), boardPage(ben.page), boardPage(cem.page)];
  await workshop.as('Frieda', ...seating(), advance('intro'), advance('talk'));
  await walk(workshop, ON_LINES);
  for (const person of [ada, ben, cem]) await person.goNow();

  await test.step('in her turn, answers and slides are one press away', async () => {
    await startTurnOf('Ada');
    await ada.isTold('Your turn');
    await ada.page.getByRole('button', { name: 'Show to the table' }).click();
    await expect(ben.page.getByRole('region', { name: 'Ada shows what they prepared' })).toContainText(ANSWER);
    await slidesStage(ada.page).showInTurn();
    await slidesStage(ben.page).seesPage(1, 2, SLIDE);
    await expectAccessible(ben.page, 'answers and slides at a table', TWO_LOOKS);
    await nobodyAtTableBSees(ANSWER, SLIDE);
    await slidesStage(ada.page).hide();
    await ada.page.getByRole('button', { name: 'I am done' }).click();
  });

  await test.step('cards are typed, moved with keys and weighed', async () => {
    for (const board of [adas, bens, cems]) await board.open();
    await adas.write(first);
    await adas.write(second);
    await bens.sees(second);
    await adas.moveWithKeys(first, 'Example');
    await bens.standsIn('Example', first);
    await bens.giveDot(first);
    await adas.seesDots(first, 1);
    await expectAccessible(ada.page, 'a board', TWO_LOOKS);
  });

  await test.step('what is written alone is seen when everybody shows theirs', async () => {
    await adas.writeAlone();
    await bens.write(quiet);
    await adas.says(/1 card not shown yet/);
    await adas.seesNot(quiet);
    await bens.showEverything();
    await adas.sees(quiet);
  });

  await test.step('two of three cards are handed over, and these the other table sees', async () => {
    await nobodyAtTableBSees(first, second, quiet);
    await adas.handOver(first, second);
    await cems.part('Wall');
    await cems.hangs(1, 'A', first, second);
    await expectAccessible(cem.page, 'the wall', TWO_LOOKS);
    await nobodyAtTableBSees(quiet);
  });

  function seating(): Command[] {
    const at = (names: readonly string[], label: string) =>
      names.map(
        (name): Command => ({
          type: 'assign-seat',
          phaseId: round,
          seatId: workshop.seatId(name),
          roomId: `${round}-${label}` as RoomId,
        }),
      );
    return [...at(TABLE_A, 'a'), ...at(TABLE_B, 'b')];
  }

  async function prepareAda(): Promise<void> {
    const command: Command = {
      type: 'answer-question',
      questionId: 'question-1' as QuestionId,
      answer: { kind: 'text', text: ANSWER },
    };
    await seatFetch(workshop.link('Ada'), 'POST', '/commands', { id: crypto.randomUUID(), command });
    await bringSlides(workshop.link('Ada'), 'Our office', talkPdf({ titles: [SLIDE, 'And where to'] }));
  }

  /** Nobody keeps the time from outside, so somebody at the table begins the turn. */
  async function startTurnOf(name: string): Promise<void> {
    const roomId = (await tablesOf(workshop, 'Emil'))[0]?.roomId as RoomId;
    const turnId = async () => {
      const room = (await workshop.sees('Emil', `room:${roomId}`)) as unknown as RoomView | undefined;
      return Object.entries(room?.turns?.turns ?? {}).find(([, turn]) => turn.seatId === workshop.seatId(name))?.[0];
    };
    await expect.poll(turnId).toBeDefined();
    await workshop.as('Emil', { type: 'start-turn', roomId, turnId: (await turnId()) as never });
  }

  /** Neither on the screen nor in what a browser or a line of that table was sent. */
  async function nobodyAtTableBSees(...words: readonly string[]): Promise<void> {
    const roomId = (await tablesOf(workshop, 'Dora'))[1]?.roomId as RoomId;
    const documents = [await workshop.sees('Dora', 'session'), await workshop.sees('Dora', `room:${roomId}`)];
    expect(documents).not.toContain(undefined);
    for (const each of words) {
      expect(JSON.stringify(documents)).not.toContain(each);
      await expect(cem.page.getByText(each)).toHaveCount(0);
    }
  }
});
