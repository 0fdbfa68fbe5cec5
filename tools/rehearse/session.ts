import {
  CreateSession,
  hashSecret,
  type LinkTicket,
  makeSecret,
  modelWorkshop,
  type PhasePlan,
  Problem,
  type Role,
  type SeatId,
  SessionCreated,
} from '@werkraum/protocol';

export interface Invited {
  name: string;
  role: Role;
  ticket: LinkTicket;
}

export interface RehearsalPlan {
  url: string;
  hostKey: string;
  /** Number of participants besides facilitator, timekeeper and speaker. */
  people: number;
  /** Planned times are divided by this. */
  speed: number;
}

/** Creates the model workshop, sped up, and answers with a ticket for everybody. Throws what the server said when it refuses. */
export async function createRehearsal({ url, hostKey, people, speed }: RehearsalPlan): Promise<Invited[]> {
  const { plan, seats } = modelWorkshop('en');
  const staff = seats.filter(({ role }) => role !== 'participant');
  const participants = Array.from({ length: people }, (_, index) => ({
    name: `Person ${index + 1}`,
    role: 'participant' as const,
  }));
  const invited = [...staff, ...participants].map((person) => ({
    ...person,
    seatId: makeSecret() as SeatId,
    secret: makeSecret(),
  }));
  const body = CreateSession.parse({
    plan: {
      ...plan,
      title: `Rehearsal at ${speed}×`,
      hardEndMs: quicker(plan.hardEndMs ?? 7_200_000, speed),
      phases: plan.phases.map((phase) => faster(phase, { speed, people })),
    },
    seats: await Promise.all(
      invited.map(async ({ secret, ...seat }) => ({ ...seat, linkHash: await hashSecret(secret) })),
    ),
  });
  const { sessionId } = SessionCreated.parse(await post(`${url}/api/v1/sessions`, hostKey, body));
  return invited.map(({ name, role, seatId, secret }) => ({ name, role, ticket: { sessionId, seatId, secret } }));
}

const quicker = (ms: number, speed: number): number => Math.max(1_000, Math.round(ms / speed));

/** Tables of about five, so that everybody's input fits. */
const tablesFor = (people: number): number => Math.max(2, Math.ceil(people / 5));

function faster(phase: PhasePlan, { speed, people }: { speed: number; people: number }): PhasePlan {
  const times = { plannedMs: quicker(phase.plannedMs, speed), minMs: quicker(phase.minMs, speed) };
  if (phase.kind !== 'breakout-round') return { ...phase, ...times };
  const round = { ...phase.round, tables: tablesFor(people) };
  if (!round.turns) return { ...phase, ...times, round };
  const { slotMs, inputsMs, graceMs } = round.turns;
  const turns = {
    slotMs: quicker(slotMs, speed),
    inputsMs: quicker(inputsMs, speed),
    graceMs: Math.round(graceMs / speed),
  };
  return { ...phase, ...times, round: { ...round, turns: { ...round.turns, ...turns } } };
}

async function post(address: string, hostKey: string, body: unknown): Promise<unknown> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { authorization: `Bearer ${hostKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  const text = await response.text();
  if (response.ok) return JSON.parse(text);
  const problem = Problem.safeParse(safeJson(text));
  throw new Error(
    `The server refused: ${problem.success ? problem.data.title : `${response.status} ${text.slice(0, 200)}`}`,
  );
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not from Werkraum: the caller shows the status instead.
  }
}
