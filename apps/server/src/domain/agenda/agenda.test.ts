import { type AgendaView, forecast } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { nextDeadline } from '../deadlines.ts';
import { placeOf } from '../places.ts';
import {
  arrivedAt,
  assembled,
  drafted,
  HOUSE,
  idOf,
  minutes,
  phase,
  seat,
  seatedAt,
  seconds,
  type Workshop,
} from '../testing/workshop.ts';
import { agendaInputs, agendaView } from './view.ts';

const frieda = seat('Frieda');
const view = ({ session }: Workshop): AgendaView => agendaView(agendaInputs(session));
const next = (phaseId: string) => ({ type: 'advance-phase', phaseId: phase(phaseId) }) as const;
const undo = (phaseId: string) => ({ type: 'undo-phase', phaseId: phase(phaseId) }) as const;
const extend = (phaseId: string, byMs: number) => ({ type: 'extend-phase', phaseId: phase(phaseId), byMs }) as const;
const pause = (phaseId: string) => ({ type: 'pause-phase', phaseId: phase(phaseId) }) as const;
const resume = (phaseId: string) => ({ type: 'resume-phase', phaseId: phase(phaseId) }) as const;
const rejected = (rejection: string) => ({ ok: false, rejection });
const automatic =
  (...ids: string[]) =>
  (plan: Parameters<NonNullable<Parameters<typeof drafted>[0]>>[0]) => ({
    ...plan,
    phases: plan.phases.map((item) => (ids.includes(item.id) ? { ...item, onTimeUp: 'advance' as const } : item)),
  });

describe('from draft to end', () => {
  test('[AG-2] doors open once, the session starts once, and only after the doors', () => {
    const draft = drafted().doing({ type: 'arrive', seatId: idOf('Frieda') }, HOUSE, 0);
    expect(draft.when({ type: 'start-session' }, frieda, 1)).toEqual(rejected('session-not-open'));

    const open = draft.doing({ type: 'open-doors' }, frieda, 1);
    expect(open.when({ type: 'open-doors' }, frieda, 2)).toEqual(rejected('session-already-open'));

    const running = open.doing({ type: 'start-session' }, frieda, 3);
    expect(running.when({ type: 'start-session' }, frieda, 4)).toEqual(rejected('session-already-running'));
    expect(view(running).clock).toEqual({ phaseId: 'intro', startedAt: 3, endsAt: 3 + minutes(15) });
  });

  test('[AG-4] every phase gets its whole planned time, and the last step ends the session', () => {
    const last = arrivedAt('reflection', minutes(9));
    expect(view(last).clock).toEqual({ phaseId: 'reflection', startedAt: minutes(9), endsAt: minutes(24) });

    const over = last.doing(next('reflection'), frieda, minutes(20));
    expect(over.session.status).toBe('ended');
    expect(view(over)).toMatchObject({ endedAt: minutes(20), order: expect.any(Array) });
    expect(view(over).clock).toBeUndefined();
    expect(over.when(next('reflection'), frieda, minutes(21))).toEqual(rejected('session-already-ended'));
  });

  test('[AG-3] a late click does not hit the next phase', () => {
    const talk = arrivedAt('talk');
    for (const late of [next('intro'), undo('intro'), extend('intro', 60_000), pause('intro')]) {
      expect(talk.when(late, frieda, 1)).toEqual(rejected('phase-already-ended'));
    }
  });

  test('[AG-1] participants, speaker and timekeeper do not move the agenda', () => {
    for (const name of ['Ada', 'Salma', 'Theo']) {
      expect(arrivedAt('talk').when(next('talk'), seat(name), 1)).toEqual(rejected('facilitator-only'));
    }
  });
});

describe('changing the time', () => {
  test('[AG-5] extending adds to the deadline, and counts from now in overtime', () => {
    const intro = arrivedAt('intro');
    expect(view(intro.doing(extend('intro', minutes(2)), frieda, minutes(4))).clock?.endsAt).toBe(minutes(17));
    expect(view(intro.doing(extend('intro', minutes(2)), frieda, minutes(20))).clock?.endsAt).toBe(minutes(22));
  });

  test('[AG-20] ahead and behind are counted against the plan as it was at the start', () => {
    const late = arrivedAt('intro').doing(extend('intro', minutes(8)), frieda, minutes(4));
    const shorter = { type: 'change-phase', phaseId: phase('round-3'), change: { plannedMs: minutes(12) } } as const;
    const recovered = view(late.doing(shorter, frieda, minutes(5)));
    expect(recovered.plannedMs).toBe(minutes(120));
    expect(forecast(recovered, minutes(5))?.behindMs).toBe(0);
  });

  test('[AG-5] shortening never reaches into the past', () => {
    const intro = arrivedAt('intro');
    expect(view(intro.doing(extend('intro', -minutes(5)), frieda, minutes(4))).clock?.endsAt).toBe(minutes(10));
    expect(view(intro.doing(extend('intro', -minutes(30)), frieda, minutes(4))).clock?.endsAt).toBe(minutes(4));
    expect(intro.when(extend('intro', -minutes(1)), frieda, minutes(16))).toEqual({ ok: true, facts: [] });
  });

  test('[AG-5] more time while tables close keeps them open', () => {
    const closing = seatedAt('round-1').doing(
      { type: 'close-tables', phaseId: phase('round-1'), inMs: 60_000 },
      frieda,
      minutes(5),
    );
    expect(closing.doing(extend('round-1', minutes(2)), frieda, minutes(5)).session.breakouts.open?.state).toBe('open');
  });

  test('[AG-7] a pause moves the deadline by its length', () => {
    const paused = arrivedAt('intro').doing(pause('intro'), frieda, minutes(5));
    expect(paused.when(pause('intro'), frieda, minutes(6))).toEqual(rejected('already-paused'));
    expect(nextDeadline(paused.session)).toBeUndefined();

    const going = paused.doing(resume('intro'), frieda, minutes(8));
    expect(view(going).clock).toEqual({ phaseId: 'intro', startedAt: 0, endsAt: minutes(18) });
    expect(going.when(resume('intro'), frieda, minutes(9))).toEqual(rejected('not-paused'));
  });

  test('[AG-7] time can be added while the clock stands', () => {
    const paused = arrivedAt('intro').doing(pause('intro'), frieda, minutes(5));
    const extended = paused.doing(extend('intro', minutes(1)), frieda, minutes(7));
    expect(view(extended.doing(resume('intro'), frieda, minutes(8))).clock?.endsAt).toBe(minutes(19));
  });
});

describe('undo', () => {
  test('[AG-6] the phase before runs on with the time it had left', () => {
    const talk = arrivedAt('intro').doing(next('intro'), frieda, minutes(10));
    expect(view(talk).undoTo).toBe('intro');
    const back = talk.doing(undo('talk'), frieda, minutes(12));
    expect(view(back).clock).toEqual({ phaseId: 'intro', startedAt: 0, endsAt: minutes(17) });
    expect(view(back).undoTo).toBeUndefined();
    expect(back.when(undo('intro'), frieda, minutes(13))).toEqual(rejected('nothing-to-undo'));
  });

  test('[AG-6] overtime stays overtime', () => {
    const talk = arrivedAt('intro').doing(next('intro'), frieda, minutes(18));
    expect(view(talk.doing(undo('talk'), frieda, minutes(19))).clock?.endsAt).toBe(minutes(16));
  });

  test('[AG-6] a round gets its tables back, with the same people', () => {
    const round = seatedAt('round-1');
    const after = round.doing(next('round-1'), frieda, minutes(9)).doing(undo('round-2'), frieda, minutes(10));
    expect(after.session.breakouts.rounds[phase('round-1')]?.seats).toEqual(
      round.session.breakouts.rounds[phase('round-1')]?.seats,
    );

    const seated = after.until(minutes(11));
    expect(placeOf(seated.session, idOf('Ada'))).toBe(placeOf(round.session, idOf('Ada')));
  });
});

describe('what happens by itself', () => {
  test('[AG-8] a phase that holds runs into overtime and sets no alarm', () => {
    expect(nextDeadline(arrivedAt('intro').session)).toBeUndefined();
  });

  test('[AG-8] a phase that advances opens the next one at its deadline, once', () => {
    const intro = arrivedAt('intro', 0, automatic('intro'));
    const deadline = nextDeadline(intro.session);
    expect(deadline).toEqual({
      at: minutes(15),
      command: { type: 'expire-phase', phaseId: 'intro', endsAt: minutes(15) },
    });
    if (!deadline) throw new Error('no deadline');

    const talk = intro.doing(deadline.command, HOUSE, minutes(15));
    expect(view(talk).clock?.phaseId).toBe('talk');
    expect(talk.when(deadline.command, HOUSE, minutes(16))).toEqual({ ok: true, facts: [] });
  });

  test('[AG-8] an alarm for a deadline that has moved changes nothing', () => {
    const extended = arrivedAt('intro', 0, automatic('intro')).doing(extend('intro', minutes(1)), frieda, minutes(2));
    const stale = { type: 'expire-phase', phaseId: phase('intro'), endsAt: minutes(15) } as const;
    expect(extended.when(stale, HOUSE, minutes(15))).toEqual({ ok: true, facts: [] });
  });

  test('[AG-8] the last phase is ended by people only', () => {
    expect(nextDeadline(arrivedAt('reflection', 0, automatic('reflection')).session)).toBeUndefined();
  });

  test('[AG-8] a round that advances closes its tables first, so that it ends on time', () => {
    const round = seatedAt('round-1', 0, automatic('round-1'));
    const closing = round.until(minutes(24));
    expect(closing.session.breakouts.open).toMatchObject({ state: 'closing', closesAt: minutes(25) });
    expect(view(closing.until(minutes(25))).clock).toMatchObject({ phaseId: 'round-2', startedAt: minutes(25) });
  });

  test('[AG-9] after an hour of downtime one phase is stepped over, not four', () => {
    const intro = arrivedAt('intro', 0, automatic('intro', 'talk', 'round-1', 'round-2'));
    const late = nextDeadline(intro.session);
    if (!late) throw new Error('no deadline');
    const after = intro.doing(late.command, HOUSE, minutes(75));

    expect(view(after).clock).toEqual({ phaseId: 'talk', startedAt: minutes(75), endsAt: minutes(95) });
    expect(nextDeadline(after.session)?.at).toBe(minutes(95));
  });
});

describe('plan versus now', () => {
  test('[AG-10] on time, behind, and past the hard end', () => {
    const intro = arrivedAt('intro', minutes(5));
    expect(forecast(view(intro), minutes(6))).toEqual({ endsAt: minutes(125), behindMs: 0, pastHardEndMs: 0 });
    expect(forecast(view(intro), minutes(24))).toEqual({
      endsAt: minutes(129),
      behindMs: minutes(4),
      pastHardEndMs: minutes(4),
    });
  });

  test('[AG-10] early when a phase was cut short, and later by every second of a pause', () => {
    const talk = arrivedAt('intro').doing(next('intro'), frieda, minutes(10));
    expect(forecast(view(talk), minutes(11))?.behindMs).toBe(-minutes(5));
    const paused = talk.doing(pause('talk'), frieda, minutes(12));
    expect(forecast(view(paused), minutes(12) + seconds(90))?.behindMs).toBe(-minutes(5) + seconds(90));
  });

  test('[AG-10] nothing to forecast before the start and after the end', () => {
    expect(forecast(view(assembled()), 0)).toBeUndefined();
    expect(forecast(view(arrivedAt('reflection').doing(next('reflection'), frieda, 9)), 10)).toBeUndefined();
  });
});
