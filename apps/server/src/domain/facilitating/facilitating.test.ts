import type { FacilitatorsView, SetNotes } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { act } from '../act.ts';
import { evolve } from '../evolve.ts';
import { values } from '../records.ts';
import { type Actor, type AnyCommand, accept, reject, type Session } from '../session.ts';
import { audiencesOf, slices } from '../slices.ts';
import { holds } from '../testing/anything.ts';
import { arrivedAt, assembled, HOUSE, idOf, minutes, phase, seat } from '../testing/workshop.ts';

const facilitatorsOf = (session: Session) => slices(session).documents.get('facilitators') as FacilitatorsView;

const note = (notes: string, seen = 0): SetNotes => ({ type: 'set-notes', phaseId: phase('talk'), notes, seen });

const planned = () =>
  assembled((plan) => ({
    ...plan,
    phases: plan.phases.map((item) => (item.id === 'talk' ? { ...item, notes: 'Check her slides' } : item)),
  }));

describe('private notes', () => {
  test('[FA-1] only facilitators belong to the audience in which notes stand', () => {
    const { session } = assembled();
    const audiences = (name: string) => audiencesOf(session, idOf(name));
    expect(audiences('Frieda')).toContain('facilitators');
    for (const name of ['Theo', 'Salma', 'Ada']) expect(audiences(name)).not.toContain('facilitators');
  });

  test('[FA-1] notes are in no other document', () => {
    const { session } = planned().doing(note('Bring the paper map'), seat('Frieda'), 1);
    const others = [...slices(session).documents].filter(([audience]) => audience !== 'facilitators');
    expect(JSON.stringify(others)).not.toContain('paper map');
    expect(JSON.stringify(slices(planned().session).documents.get('session'))).not.toContain('Check her slides');
  });

  test('[FA-2] notes of the plan are there before anybody has written', () => {
    expect(facilitatorsOf(planned().session).notes).toEqual({ talk: { text: 'Check her slides', revision: 0 } });
  });

  test('[FA-2] each change is counted and signed', () => {
    const { session } = planned().doing(note('First'), seat('Frieda'), 1).doing(note('Second', 1), seat('Frieda'), 2);
    expect(facilitatorsOf(session).notes).toEqual({ talk: { text: 'Second', revision: 2, by: 'frieda', at: 2 } });
  });

  test('[FA-2] who wrote on top of something unseen is refused', () => {
    const written = planned().doing(note('First'), seat('Frieda'), 1);
    expect(written.when(note('Other', 0), seat('Frieda'), 2)).toEqual(reject('notes-changed-meanwhile'));
  });

  test('[FA-2] writing what stands there already changes nothing', () => {
    const written = planned().doing(note('First'), seat('Frieda'), 1);
    expect(written.when(note('First', 0), seat('Frieda'), 2)).toEqual(accept());
  });

  test('[FA-2] there are no notes about a phase that is not there', () => {
    const command = { ...note('Lost'), phaseId: phase('nowhere') };
    expect(planned().when(command, seat('Frieda'), 1)).toEqual(reject('no-such-phase'));
  });
});

describe('doings', () => {
  const acting = (session: Session, command: AnyCommand, actor: Actor, now = 5): Session => {
    const decision = act(session, command, { actor, now });
    if (!decision.ok) throw new Error(decision.rejection);
    return decision.facts.reduce<Session>(evolve, session);
  };
  const doingsOf = (session: Session) => values(facilitatorsOf(session).doings);

  test('[FA-3] what a facilitator did is noted with what it was about', () => {
    const { session } = arrivedAt('intro');
    const extended = acting(
      session,
      { type: 'extend-phase', phaseId: phase('intro'), byMs: minutes(5) },
      seat('Frieda'),
    );
    expect(doingsOf(extended)).toEqual([
      { by: 'frieda', at: 5, type: 'extend-phase', phaseId: 'intro', byMs: minutes(5) },
    ]);
  });

  test('[FA-3] moving on names the phase that begins, going back the one that goes on', () => {
    const { session } = arrivedAt('intro');
    const moved = acting(session, { type: 'advance-phase', phaseId: phase('intro') }, seat('Frieda'));
    expect(doingsOf(moved).at(-1)).toMatchObject({ type: 'advance-phase', phaseId: 'talk' });
    const undone = acting(moved, { type: 'undo-phase', phaseId: phase('talk') }, seat('Frieda'));
    expect(doingsOf(undone).at(-1)).toMatchObject({ type: 'undo-phase', phaseId: 'intro' });
  });

  test('[FA-3] what others do, what the house does, and what changes nothing is not noted', () => {
    const { session } = arrivedAt('intro');
    const raised = acting(session, { type: 'raise-hand' }, seat('Ada'));
    const left = acting(raised, { type: 'leave', seatId: idOf('Ben') }, HOUSE);
    const same = acting(left, { type: 'set-admission', invited: 'automatic' }, seat('Frieda'));
    expect(doingsOf(acting(same, { type: 'raise-hand' }, seat('Frieda')))).toEqual([]);
  });

  test('[FA-3] only the last twenty are kept, and numbers go on', () => {
    const extend: AnyCommand = { type: 'extend-phase', phaseId: phase('intro'), byMs: minutes(1) };
    const many = Array.from({ length: 25 }).reduce<Session>(
      (session) => acting(session, extend, seat('Frieda')),
      arrivedAt('intro').session,
    );
    expect(Object.keys(facilitatorsOf(many).doings)).toEqual(Array.from({ length: 20 }, (_, at) => String(at + 6)));
  });

  test('[FA-3] whatever people press, every commit notes at most one doing, and only of a facilitator', () => {
    holds((before, facts) => {
      const noted = facts.filter((fact) => fact.type === 'doing-noted');
      expect(noted.length).toBeLessThanOrEqual(1);
      for (const { by } of noted) expect(before.people.seats[by]?.role).toBe('facilitator');
    }, 100);
  });
});
