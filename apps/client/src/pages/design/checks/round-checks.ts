import { meetingBound, plainTask } from '@werkraum/planning/rotation';
import { type Check, type Checked, check, type Round } from './check.ts';

/** What it takes to reach a table: the round's clock runs already. */
export const GATHERING_MS = 60_000;

/** Where talk becomes a row of monologues. */
const LARGE_TABLE = 8;

/** Rounds: topics, tables for the planned people, inputs within the time, who meets whom. */
export function roundChecks(checked: Checked): Check[] {
  const { rounds, participants, draft } = checked;
  const first = rounds[0]?.phase;
  const timed = rounds.find(({ phase }) => phase.round.turns);
  const timekeeper = draft.people.some(({ role }) => role === 'timekeeper');
  return [
    ...rounds.flatMap((round) => [
      ...wordChecks(round),
      ...sizeChecks(round, participants),
      ...inputChecks(round, participants),
    ]),
    ...(first?.round.groups === 'same'
      ? [check('hint', 'first-same', { pane: 'programme', phaseId: first.id, field: 'groups' })]
      : []),
    ...(timed && !timekeeper ? [check('note', 'no-timekeeper', { pane: 'people' })] : []),
    ...meetingChecks(checked),
  ];
}

const at = ({ phase }: Round, field: string) => ({ pane: 'programme', phaseId: phase.id, field }) as const;

function wordChecks(round: Round): Check[] {
  const { title, round: plan } = round.phase;
  const values = { title };
  return [
    ...(plan.topic.trim() === '' ? [check('error', 'no-topic', at(round, 'topic'), values)] : []),
    ...((plan.question ?? '').trim() === '' ? [check('hint', 'no-question', at(round, 'question'), values)] : []),
  ];
}

function sizeChecks(round: Round, participants: number): Check[] {
  if (participants === 0) return [];
  const { title, round: plan } = round.phase;
  const { tables, sizes } = plan;
  const most = Math.ceil(participants / tables);
  const used = Math.max(1, Math.floor(participants / 2));
  if (tables > used) return [check('hint', 'too-many-tables', at(round, 'tables'), { title, tables, used })];
  if (sizes && (tables * sizes.most < participants || tables * sizes.least > participants))
    return [check('hint', 'sizes-impossible', at(round, 'sizes'), { title, tables, people: participants, ...sizes })];
  if (most > LARGE_TABLE) return [check('note', 'large-tables', at(round, 'tables'), { title, most })];
  return [];
}

/** Time for everybody's input at the largest table, in milliseconds; undefined without inputs. */
export function inputsMs({ phase }: Round, participants: number): number | undefined {
  const { turns, tables, sizes } = phase.round;
  if (!turns) return undefined;
  if (turns.mode === 'fair-share') return turns.inputsMs;
  const people = Math.min(Math.ceil(participants / tables), sizes?.most ?? Number.POSITIVE_INFINITY);
  return people * (turns.slotMs + turns.graceMs);
}

function inputChecks(round: Round, participants: number): Check[] {
  const { title, plannedMs } = round.phase;
  const needed = (inputsMs(round, participants) ?? 0) + GATHERING_MS;
  if (!round.phase.round.turns || needed <= plannedMs) return [];
  const minutes = Math.ceil(needed / 60_000);
  return [
    check('hint', 'inputs-too-long', at(round, 'turns'), { title, minutes, planned: Math.round(plannedMs / 60_000) }),
  ];
}

/** Rounds that mix anew, when people are seated by machine throughout; who chooses freely meets whom they like. */
function mixingRounds(rounds: readonly Round[]): readonly Round[] | undefined {
  if (rounds.some(({ phase }) => phase.round.groups === 'choose' || phase.round.groups === 'by-hand')) return undefined;
  return rounds.filter(({ phase }, index) => index === 0 || phase.round.groups === 'new');
}

/** Beyond this the figure says nothing any more and takes long to find. */
const MOST_ROUNDS = 20;

function meetingChecks({ rounds, participants }: Checked): Check[] {
  const mixing = mixingRounds(rounds);
  const last = mixing?.at(-1);
  if (!mixing || !last || mixing.length < 2 || mixing.length > MOST_ROUNDS || participants < 4) return [];
  const tables = mixing.map(({ phase }) => Math.min(phase.round.tables, Math.floor(participants / 2)));
  if (tables.every((count) => count <= 1)) return [];
  const courses = mixing.map(({ phase: { round } }, index) => ({
    tables: tables[index] ?? 1,
    ...(round.sizes && { sizes: round.sizes }),
  }));
  const { met, pairs } = boundOf(participants, courses);
  if (met >= pairs) return [];
  const values = { people: participants, count: pairs - met, rounds: mixing.length, met, pairs };
  return [check('note', met * 2 < pairs ? 'few-meet' : 'not-all-meet', at(last, 'tables'), values)];
}

type Courses = Parameters<typeof plainTask>[1];
let known: { key: string; bound: ReturnType<typeof meetingBound> } | undefined;

/** The bound of the last tables asked about is kept: it takes a while for hundreds of people, and most edits leave it alone. */
function boundOf(participants: number, courses: Courses): ReturnType<typeof meetingBound> {
  const key = JSON.stringify([participants, courses]);
  if (known?.key !== key) known = { key, bound: meetingBound(plainTask(participants, courses)) };
  return known.bound;
}
