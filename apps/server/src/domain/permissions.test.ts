import { type Command, type CommandType, commandTypes, type Role, type SessionStatus } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { PERMISSIONS } from './permissions.ts';
import { audiencesOf, slices } from './slices.ts';
import { arrivedAt, assembled, drafted, HOUSE, idOf, seat, seatedAt, type Workshop } from './testing/workshop.ts';

/** A well-formed command of each type; what it names is right for round 1 and wrong elsewhere, which is a later check. */
const SAMPLES = {
  'invite-person': { type: 'invite-person', seatId: 'zoe', name: 'Zoe', role: 'participant', linkHash: 'hash' },
  'reissue-link': { type: 'reissue-link', seatId: 'ada', linkHash: 'new' },
  'admit-person': { type: 'admit-person', seatId: 'ben' },
  'admit-everyone': { type: 'admit-everyone' },
  'set-admission': { type: 'set-admission', invited: 'by-hand' },
  'remove-person': { type: 'remove-person', seatId: 'ben' },
  'erase-person': { type: 'erase-person', seatId: 'ben' },
  'change-role': { type: 'change-role', seatId: 'ben', role: 'speaker' },
  'open-doors': { type: 'open-doors' },
  'start-session': { type: 'start-session' },
  'advance-phase': { type: 'advance-phase', phaseId: 'round-1' },
  'undo-phase': { type: 'undo-phase', phaseId: 'round-1' },
  'pause-phase': { type: 'pause-phase', phaseId: 'round-1' },
  'resume-phase': { type: 'resume-phase', phaseId: 'round-1' },
  'extend-phase': { type: 'extend-phase', phaseId: 'round-1', byMs: 60_000 },
  'end-session': { type: 'end-session' },
  'add-phase': {
    type: 'add-phase',
    phase: { id: 'pause', kind: 'break', title: 'Break', plannedMs: 300_000, minMs: 300_000, onTimeUp: 'hold' },
  },
  'change-phase': { type: 'change-phase', phaseId: 'round-3', change: { title: 'Last round' } },
  'move-phase': { type: 'move-phase', phaseId: 'round-3' },
  'drop-phase': { type: 'drop-phase', phaseId: 'round-3' },
  'restore-phase': { type: 'restore-phase', phaseId: 'round-3' },
  replan: { type: 'replan', phaseId: 'round-1', lengths: [], drop: ['reflection'] },
  'undo-replan': { type: 'undo-replan', number: 1 },
  'set-tables': { type: 'set-tables', phaseId: 'round-2', tables: 3 },
  'set-groups': { type: 'set-groups', phaseId: 'round-2', groups: 'by-hand' },
  'plan-groups': { type: 'plan-groups', phaseId: 'round-2', method: 'new', seed: 1 },
  'assign-seat': { type: 'assign-seat', phaseId: 'round-2', seatId: 'ada', roomId: 'round-2-a' },
  'choose-table': { type: 'choose-table', phaseId: 'round-1', roomId: 'round-1-a' },
  'go-to-table': { type: 'go-to-table', phaseId: 'round-1' },
  'return-to-plenary': { type: 'return-to-plenary', phaseId: 'round-1' },
  'close-tables': { type: 'close-tables', phaseId: 'round-1', inMs: 60_000 },
  'keep-tables-open': { type: 'keep-tables-open', phaseId: 'round-1' },
  'visit-table': { type: 'visit-table', phaseId: 'round-1', roomId: 'round-1-a' },
  'start-practice': { type: 'start-practice', phaseId: 'intro' },
  'stop-practice': { type: 'stop-practice', phaseId: 'intro' },
  'call-help': { type: 'call-help', roomId: 'round-1-a' },
  'cancel-help': { type: 'cancel-help', roomId: 'round-1-a' },
  'clear-help': { type: 'clear-help', roomId: 'round-1-a' },
  'signal-table': { type: 'signal-table', roomId: 'round-1-a', signal: 'ready' },
  'leave-table': { type: 'leave-table', phaseId: 'round-1' },
  'add-seating-rule': { type: 'add-seating-rule', ruleId: 'rule', rule: { kind: 'host', seatId: 'ada', table: 0 } },
  'drop-seating-rule': { type: 'drop-seating-rule', ruleId: 'rule' },
  'ask-rotation': { type: 'ask-rotation', requestId: 'wish', seed: 1, method: 'anew' },
  'accept-rotation': { type: 'accept-rotation', requestId: 'wish', basis: 'x' },
  'dismiss-rotation': { type: 'dismiss-rotation', requestId: 'wish' },
  'start-turn': { type: 'start-turn', roomId: 'round-1-a', turnId: 'x' },
  'pause-turn': { type: 'pause-turn', roomId: 'round-1-a', turnId: 'x' },
  'resume-turn': { type: 'resume-turn', roomId: 'round-1-a', turnId: 'x' },
  'extend-turn': { type: 'extend-turn', roomId: 'round-1-a', turnId: 'x', byMs: 30_000 },
  'end-turn': { type: 'end-turn', roomId: 'round-1-a', turnId: 'x' },
  'skip-turn': { type: 'skip-turn', roomId: 'round-1-a', turnId: 'x' },
  'postpone-turn': { type: 'postpone-turn', roomId: 'round-1-a', turnId: 'x' },
  'pass-turn': { type: 'pass-turn', roomId: 'round-1-a', turnId: 'x' },
  'move-turn': { type: 'move-turn', roomId: 'round-1-a', turnId: 'x' },
  'nudge-speaker': { type: 'nudge-speaker', roomId: 'round-1-a', turnId: 'x' },
  'pace-together': { type: 'pace-together', phaseId: 'round-1', on: true },
  'start-beat': { type: 'start-beat', phaseId: 'round-1', beat: 1 },
  'remove-deck': { type: 'remove-deck', deckId: 'deck' },
  'start-voices': { type: 'start-voices', phaseId: 'intro', slotMs: 60_000 },
  'end-voices': { type: 'end-voices', phaseId: 'intro' },
  'raise-hand': { type: 'raise-hand' },
  'lower-hand': { type: 'lower-hand' },
  'give-word': { type: 'give-word', seatId: 'ada' },
  'take-word': { type: 'take-word', seatId: 'ada' },
  'mute-seat': { type: 'mute-seat', seatId: 'ada' },
  'order-hands': { type: 'order-hands', by: 'quiet-first' },
  'answer-consent': { type: 'answer-consent', keepSpeakingTimes: true },
  announce: { type: 'announce', announcementId: 'one', text: 'Five more minutes', to: 'everybody' },
  'take-back-announcement': { type: 'take-back-announcement', announcementId: 'one' },
  'set-notes': { type: 'set-notes', phaseId: 'round-2', notes: 'Bring the map', seen: 0 },
  'add-card': { type: 'add-card', boardId: 'round-1-a', cardId: 'one', column: 'idea', text: 'One' },
  'edit-card': { type: 'edit-card', boardId: 'round-1-a', cardId: 'one', text: 'One' },
  'move-card': { type: 'move-card', boardId: 'round-1-a', cardId: 'one', column: 'idea' },
  'merge-cards': { type: 'merge-cards', boardId: 'round-1-a', into: 'one', from: ['two'] },
  'split-card': { type: 'split-card', boardId: 'round-1-a', cardId: 'one' },
  'remove-card': { type: 'remove-card', boardId: 'round-1-a', cardId: 'one' },
  'tag-card': { type: 'tag-card', boardId: 'round-1-a', cardId: 'one', tags: ['SDG 11'] },
  'vote-card': { type: 'vote-card', boardId: 'round-1-a', cardId: 'one' },
  'unvote-card': { type: 'unvote-card', boardId: 'round-1-a', cardId: 'one' },
  'set-writing': { type: 'set-writing', boardId: 'round-1-a', mode: 'alone' },
  'set-all-writing': { type: 'set-all-writing', phaseId: 'round-1', mode: 'alone' },
  'set-dots': { type: 'set-dots', phaseId: 'round-1', each: 5 },
  'hand-over': { type: 'hand-over', boardId: 'round-1-a', cards: [{ cardId: 'one', version: 0 }] },
  'take-back-card': { type: 'take-back-card', boardId: 'round-1-a', cardId: 'one' },
  'bring-cards': { type: 'bring-cards', phaseId: 'round-2', cards: [] },
  'report-out': { type: 'report-out', phaseId: 'round-1', roomId: 'round-1-a' },
  'end-report': { type: 'end-report', roomId: 'round-1-a' },
  'set-survey': { type: 'set-survey', questions: [], seen: 0 },
  'open-survey': { type: 'open-survey', seen: 1 },
  'close-survey': { type: 'close-survey' },
  'publish-survey-results': { type: 'publish-survey-results' },
  'show-deck': { type: 'show-deck', showingId: 'one', deckId: 'deck', place: 'plenary', page: 1 },
  'turn-page': { type: 'turn-page', showingId: 'one', page: 2 },
  'hide-deck': { type: 'hide-deck', showingId: 'one' },
  'hand-slides': { type: 'hand-slides', showingId: 'one', seatId: 'ada' },
  say: { type: 'say', messageId: 'hello', channel: { place: 'plenary' }, text: 'Good morning' },
  'edit-message': { type: 'edit-message', messageId: 'hello', channel: { place: 'plenary' }, text: 'Good day' },
  'delete-message': { type: 'delete-message', messageId: 'hello', channel: { place: 'plenary' } },
  'ask-question': { type: 'ask-question', askedId: 'why', text: 'Why?', anonymous: false },
  'upvote-question': { type: 'upvote-question', askedId: 'why' },
  'take-back-upvote': { type: 'take-back-upvote', askedId: 'why' },
  'withdraw-question': { type: 'withdraw-question', askedId: 'why' },
  'take-question': { type: 'take-question', askedId: 'why' },
  'lay-question-aside': { type: 'lay-question-aside', askedId: 'why' },
  'mark-answered': { type: 'mark-answered', askedId: 'why' },
  'reopen-question': { type: 'reopen-question', askedId: 'why' },
  'hide-question': { type: 'hide-question', askedId: 'why' },
  'show-question': { type: 'show-question', askedId: 'why' },
  'close-chat': { type: 'close-chat' },
  'open-chat': { type: 'open-chat' },
  'edit-booklet': { type: 'edit-booklet', change: { kind: 'hide', blockId: 'people', hidden: true } },
  'undo-booklet': { type: 'undo-booklet', revision: 1 },
  'publish-booklet': { type: 'publish-booklet' },
  'unpublish-booklet': { type: 'unpublish-booklet' },
  'agree-to-be-named': { type: 'agree-to-be-named', listed: true },
  park: { type: 'park', parkedId: 'later', text: 'Who pays?' },
  'reword-parked': { type: 'reword-parked', parkedId: 'later', text: 'Who pays for it?' },
  'own-parked': { type: 'own-parked', parkedId: 'later', owner: 'ada' },
  'settle-parked': { type: 'settle-parked', parkedId: 'later', settled: true },
  'drop-parked': { type: 'drop-parked', parkedId: 'later' },
  'hand-over-notes': { type: 'hand-over-notes', roomId: 'round-1-a' },
  'prepare-poll': {
    type: 'prepare-poll',
    pollId: 'fit',
    poll: { kind: 'single', question: 'Does it fit?', anonymous: true, options: ['Yes', 'No'] },
  },
  'drop-poll': { type: 'drop-poll', pollId: 'fit' },
  'open-poll': { type: 'open-poll', pollId: 'fit' },
  'close-poll': { type: 'close-poll', pollId: 'fit', show: true },
  'show-poll': { type: 'show-poll', pollId: 'fit', shown: true },
  'cast-vote': { type: 'cast-vote', pollId: 'fit', vote: { kind: 'single', option: 0 } },
  'give-pulse': { type: 'give-pulse', phaseId: 'round-1', pulse: 'good' },
  'add-reference': { type: 'add-reference', referenceId: 'book', title: 'A book', kind: 'publication' },
  'change-reference': { type: 'change-reference', referenceId: 'book', title: 'The book', kind: 'publication' },
  'drop-reference': { type: 'drop-reference', referenceId: 'book' },
  'open-preparation': { type: 'open-preparation' },
  'answer-question': { type: 'answer-question', questionId: 'question-1', answer: null },
  'set-ready': { type: 'set-ready', ready: true },
  'share-answers': { type: 'share-answers', shared: true },
  'show-answers': { type: 'show-answers', phaseId: 'round-1' },
  'hide-answers': { type: 'hide-answers' },
} as const satisfies Record<CommandType, unknown>;

const PEOPLE: Readonly<Record<Role, string>> = {
  facilitator: 'Frieda',
  timekeeper: 'Theo',
  speaker: 'Salma',
  participant: 'Ada',
};

const admittedAhead = (): Workshop =>
  Object.values(PEOPLE).reduce(
    (soFar, name) => soFar.doing({ type: 'admit-person', seatId: idOf(name) }, seat('Frieda'), 0),
    drafted().doing({ type: 'arrive', seatId: idOf('Frieda') }, HOUSE, 0),
  );

const STAGES: readonly [name: string, status: SessionStatus, make: () => Workshop][] = [
  ['draft', 'draft', admittedAhead],
  ['open', 'open', assembled],
  ['intro', 'running', () => arrivedAt('intro')],
  ['input talk', 'running', () => arrivedAt('talk')],
  ['gathering', 'running', () => arrivedAt('round-1')],
  ['at the tables', 'running', () => seatedAt('round-1')],
  ['reflection', 'running', () => arrivedAt('reflection')],
  ['ended', 'ended', () => arrivedAt('reflection').doing({ type: 'end-session' }, seat('Frieda'), 9)],
];

const FORBIDDEN = new Set([
  'facilitator-only',
  'staff-only',
  'speakers-only',
  'not-admitted',
  'person-removed',
  'session-not-open',
  'session-already-open',
  'session-not-running',
  'session-already-running',
  'session-already-ended',
]);

describe('[PE-9] one table says who may send what, and when', () => {
  for (const [name, status, make] of STAGES) {
    test(`every command by every role: ${name}`, () => {
      const workshop = make();
      expect(workshop.session.status).toBe(status);
      for (const role of Object.keys(PEOPLE) as Role[]) {
        for (const type of commandTypes) {
          const [roles, statuses] = PERMISSIONS[type];
          const decision = workshop.when(SAMPLES[type] as unknown as Command, seat(PEOPLE[role]), 10);
          const allowed = roles.includes(role) && statuses.includes(status);
          const barred = !decision.ok && FORBIDDEN.has(decision.rejection);
          expect({ role, type, barred }).toEqual({ role, type, barred: !allowed });
        }
      }
    });

    test(`nothing is offered that the table forbids: ${name}`, () => {
      const documents = slices(make().session).documents;
      for (const role of Object.keys(PEOPLE) as Role[]) {
        const view = documents.get(`seat:${idOf(PEOPLE[role])}`) as { may: CommandType[] };
        for (const type of view.may) {
          expect(PERMISSIONS[type][0]).toContain(role);
          expect(PERMISSIONS[type][1]).toContain(status);
        }
      }
    });
  }

  test('somebody who waits, knocks in vain or was removed may nothing at all', () => {
    const waiting = assembled()
      .doing({ type: 'knock', seatId: idOf('Zoe'), name: 'Zoe', linkHash: 'z' }, HOUSE, 1)
      .doing({ type: 'arrive', seatId: idOf('Zoe') }, HOUSE, 1)
      .doing({ type: 'remove-person', seatId: idOf('Ines') }, seat('Frieda'), 1);
    for (const type of commandTypes) {
      const command = SAMPLES[type] as unknown as Command;
      expect(waiting.when(command, seat('Zoe'), 2)).toEqual({ ok: false, rejection: 'not-admitted' });
      expect(waiting.when(command, seat('Ines'), 2)).toEqual({ ok: false, rejection: 'person-removed' });
      expect(waiting.when(command, seat('Nobody'), 2)).toEqual({ ok: false, rejection: 'person-removed' });
    }
  });

  test('[PE-14] facilitators who never came steer survey and booklet after the end, and nothing else', () => {
    const link = (name: string) => ({ seatId: idOf(name), name, linkHash: `${name}-hash` });
    const over = assembled()
      .doing({ type: 'invite-person', ...link('Nora'), role: 'facilitator' }, seat('Frieda'), 1)
      .doing({ type: 'invite-person', ...link('Uta'), role: 'participant' }, seat('Frieda'), 1)
      .doing({ type: 'start-session' }, seat('Frieda'), 2)
      .doing({ type: 'end-session' }, seat('Frieda'), 3);
    const allowed = (name: string) =>
      commandTypes.filter((type) => {
        const decision = over.when(SAMPLES[type] as unknown as Command, seat(name), 4);
        return decision.ok || !FORBIDDEN.has(decision.rejection);
      });
    const own = ['erase-person', 'remove-deck'];
    const steering = ['set-survey', 'open-survey', 'close-survey', 'publish-survey-results'];
    const booklet = ['edit-booklet', 'undo-booklet', 'publish-booklet', 'unpublish-booklet'];
    expect(new Set(allowed('Nora'))).toEqual(new Set([...own, ...steering, ...booklet]));
    expect(new Set(allowed('Uta'))).toEqual(new Set(own));
  });

  test('[TU-37] a timekeeper paces turns, and has no other power than everybody has', () => {
    const mayOf = (name: string): CommandType[] => {
      const view = slices(seatedAt('round-1').session).documents.get(`seat:${idOf(name)}`);
      return (view as { may: CommandType[] }).may;
    };
    // A speaker leads through questions too; that is left out here.
    const everybody = mayOf('Salma').filter((type) => PERMISSIONS[type][0].includes('participant'));
    expect(mayOf('Theo').filter((type) => !everybody.includes(type))).toEqual([
      ...(['start-turn', 'pause-turn', 'resume-turn', 'extend-turn', 'end-turn', 'skip-turn'] as const),
      ...(['postpone-turn', 'move-turn', 'nudge-speaker', 'pace-together', 'start-beat'] as const),
    ]);
    expect(everybody.filter((type) => PERMISSIONS[type][0].length < 4)).toEqual([]);
  });

  test('[TU-37] a timekeeper belongs to staff and to no audience of facilitators alone', () => {
    const { session } = seatedAt('round-1');
    expect(audiencesOf(session, idOf('Theo'))).toEqual(['session', 'staff', 'seat:theo']);
  });

  test('no seat can send what only the house sends', () => {
    const command = { type: 'leave', seatId: idOf('Ben') } as const;
    expect(assembled().when(command, seat('Frieda'), 1)).toEqual({ ok: false, rejection: 'malformed-command' });
  });
});
