import type {
  BoardId,
  BringCards,
  CardId,
  ColumnId,
  NewSeat,
  RoomId,
  SessionId,
  SessionView,
} from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { decide } from '../decide.ts';
import { eraseFrom } from '../erase.ts';
import { values } from '../records.ts';
import { type Fact, reject, type Session } from '../session.ts';
import { slices } from '../slices.ts';
import { roomDoc } from '../testing/boards.ts';
import { fold, HOUSE, idOf, minutes, phase, seat, seatedAt, type Workshop, workshop } from '../testing/workshop.ts';
import { broughtAlong } from './brought-along.ts';

const TABLE = 'round-1-a' as RoomId;
const boardId = TABLE as string as BoardId;
const AT = minutes(2);
const card = (id: string, text: string) =>
  ({ type: 'add-card', boardId, cardId: id as CardId, column: 'idea' as ColumnId, text }) as const;

/** Two cards of two people, of which the first was handed over, with notes beside it. */
function before(): { session: Session; first: string } {
  const seated = seatedAt('round-1');
  const [first = '', second = ''] = values(seated.session.people.seats)
    .filter(({ id }) => seated.session.breakouts.rounds['round-1' as never]?.seats[id] === TABLE)
    .map(({ name }) => name);
  const written = seated
    .doing(card('given', 'One team for both'), seat(first), AT)
    .doing(card('kept', 'Only for us'), seat(second), AT)
    .doing({ type: 'hand-over', boardId, cards: [{ cardId: 'given' as CardId, version: 0 }] }, seat(second), AT);
  const runs = [
    { text: 'Hers. ', by: idOf(first) },
    { text: 'Theirs.', by: idOf(second) },
  ];
  const phaseId = 'round-1' as never;
  const notes: Fact[] = [
    { type: 'notes-handing-asked', roomId: TABLE, phaseId, label: 'A', by: idOf(first), at: AT },
    { type: 'notes-handed-over', roomId: TABLE, text: [{ kind: 'paragraph', runs }] },
  ];
  const session = fold([...written.facts, ...notes]);
  if (!session) throw new Error('no session');
  return { session, first };
}

const seats = (name: string): NewSeat[] => [
  { seatId: 'fay' as never, name: 'Frieda', role: 'facilitator', linkHash: 'f' as never },
  { seatId: 'again' as never, name, role: 'participant', linkHash: 'a' as never },
];

/** The session that follows, folded from the facts of its beginning. */
function after(session: Session, name: string): Fact[] {
  const { language, agenda } = session;
  const plan = { title: 'Next', language, admission: 'automatic' as const, phases: [...agenda.phases] };
  const brought = broughtAlong(session, seats(name), 5);
  const command = {
    type: 'create-session',
    sessionId: 'next' as SessionId,
    plan,
    seats: seats(name),
    brought,
  } as const;
  const decision = decide(undefined, command, { actor: HOUSE, now: 5 });
  if (!decision.ok) throw new Error(decision.rejection);
  return [...decision.facts];
}

const seen = (facts: readonly Fact[]) => {
  const session = fold(facts);
  return session && (slices(session).documents.get('session') as SessionView).brought;
};

test('[KE-25] what tables handed over comes along, and what they did not stays behind', () => {
  const { session, first } = before();
  const facts = after(session, first);
  expect(JSON.stringify(facts)).not.toContain('Only for us');
  expect(seen(facts)).toEqual({
    title: session.title,
    startedAt: 0,
    tables: [
      {
        ...{ roomId: TABLE, round: 'Round 1', label: 'A', topic: 'Strategies, structures, processes' },
        cards: { given: { kind: 'idea', text: 'One team for both', handedAt: AT } },
        notes: [{ kind: 'paragraph', runs: [{ text: 'Hers. Theirs.' }] }],
      },
    ],
  });
});

test('[KE-25] people are found again by their names, so that erasing them takes their words out', () => {
  const { session, first } = before();
  const facts = after(session, first);
  const left = facts.flatMap((fact) => eraseFrom(fact, 'again' as never) ?? []);
  expect(JSON.stringify(left)).not.toMatch(/One team|Hers/);
  expect(seen(left)?.tables[0]).toMatchObject({ cards: {}, notes: [{ runs: [{ text: 'Theirs.' }] }] });
});

test('[KE-25] where nothing was handed over nothing comes along', () => {
  const { session } = seatedAt('round-1');
  expect(broughtAlong(session, seats('Ada'), 5)).toEqual([]);
  expect(seen(after(session, 'Ada'))).toBeUndefined();
});

describe('into a round', () => {
  const fay = seat('Fay');
  const given = { from: TABLE, cardId: 'given' as CardId };
  const bring = (cards: BringCards['cards'], phaseId = 'round-1'): BringCards => ({
    ...{ type: 'bring-cards', phaseId: phase(phaseId), cards },
  });
  const next = (): Workshop => {
    const { session, first } = before();
    return workshop(after(session, first)).doing({ type: 'arrive', seatId: idOf('Fay') }, HOUSE, 5);
  };
  /** The follow-up is held until this phase runs and its tables are open. */
  function held(from: Workshop, until: string): Workshop {
    let soFar = from
      .doing({ type: 'open-doors' }, fay, 7)
      .doing({ type: 'arrive', seatId: idOf('again') }, HOUSE, 7)
      .doing({ type: 'start-session' }, fay, 8);
    for (;;) {
      const { running, phases } = soFar.session.agenda;
      const phaseId = running && phases[running.index]?.id;
      if (!phaseId) throw new Error(`no phase ${until}`);
      if (phaseId === until) return soFar.until(minutes(5));
      soFar = soFar.doing({ type: 'advance-phase', phaseId }, fay, 9);
    }
  }
  const cardsAt = ({ session }: Workshop, roomId: RoomId = TABLE) => roomDoc(session, roomId).board?.cards;

  test('[BO-27] what came along is taken into a round, lies on its tables and says which table it is from', () => {
    const brought = next().doing(bring([{ ...given, before: true }]), fay, 6);
    expect(seen(brought.facts)?.tables[0]?.cards.given).toMatchObject({ into: [{ phaseId: 'round-1' }] });
    const seated = held(brought, 'round-1');
    expect(cardsAt(seated)?.given).toMatchObject({
      ...{ column: 'idea', text: 'One team for both', by: 'again' },
      from: { roomId: TABLE, label: 'A', before: 'Round 1' },
    });
  });

  test('[BO-27] a table here and a table of the workshop before are told apart, whatever they are called', () => {
    expect(next().when(bring([given]), fay, 6)).toEqual(reject('card-not-handed-over'));
    const nowhere = bring([{ ...given, cardId: 'kept' as CardId, before: true }]);
    expect(next().when(nowhere, fay, 6)).toEqual(reject('card-not-handed-over'));
    const seated = held(next().doing(bring([{ ...given, before: true }]), fay, 6), 'round-1');
    const again = seated.doing(
      { type: 'hand-over', boardId, cards: [{ cardId: given.cardId, version: 0 }] },
      seat('again'),
      minutes(6),
    );
    const here = again.doing(bring([given], 'round-2'), fay, minutes(6));
    expect(seen(here.facts)?.tables[0]?.cards.given).toMatchObject({ into: [{ phaseId: 'round-1' }] });
    const wall = (slices(here.session).documents.get('session') as SessionView).wall;
    expect(wall?.tables[TABLE]?.cards.given).toMatchObject({ into: [{ phaseId: 'round-2' }] });
    const both = here.doing(bring([given, { ...given, before: true }], 'round-2'), fay, minutes(6));
    const second = both.doing({ type: 'advance-phase', phaseId: phase('round-1') }, fay, minutes(6)).until(minutes(20));
    expect(Object.keys(cardsAt(second, 'round-2-a' as RoomId) ?? {})).toEqual(['given']);
  });

  test('[BO-27] [BO-22] erasing a person takes their words from the copies on tables, too', () => {
    const seated = held(next().doing(bring([{ ...given, before: true }]), fay, 6), 'round-1');
    const left = seated.facts.flatMap((fact) => eraseFrom(fact, 'again' as never) ?? []);
    expect(JSON.stringify(fold(left))).not.toContain('One team');
    expect(cardsAt(workshop(left))).toEqual({});
  });
});
