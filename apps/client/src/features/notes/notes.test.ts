import type { NotesReply, NotesUpdate, SeatId } from '@werkraum/protocol';
import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { NotesLine } from '../../connection/notes-line.ts';
import { modelSession, roomIdOf } from '../../gallery/model-session.ts';
import { type LiteralNotes, literalNotes } from './literal-notes.ts';
import { handedNotes, handOverModel, notesLineKind, notesPlaceOf } from './notes.model.ts';
import { shareNotes } from './shared-notes.ts';

const place = roomIdOf('round-1', 'A');

/** Notes over a line that answers as told, with timers that run when asked to. */
function sharing(literal: LiteralNotes = {}, more: Partial<NotesLine> = {}) {
  const waiting = new Set<() => void>();
  const updates: NotesUpdate[] = [];
  const answers: NotesReply[] = [];
  const line = literalNotes(literal);
  const notes = shareNotes({
    place,
    line: {
      ...line,
      update: async (request) => {
        updates.push(request);
        return answers.shift() ?? line.update(request);
      },
      ...more,
    },
    nameOf: (seatId) => seatId,
    after(_ms, run) {
      waiting.add(run);
      return () => waiting.delete(run);
    },
  });
  const runTimers = () => {
    for (const run of [...waiting]) {
      waiting.delete(run);
      run();
    }
  };
  const phase = () => notes.store.getState().phase;
  return {
    ...{ notes, updates, answers, runTimers },
    open: async () => {
      notes.lineUp();
      await vi.waitUntil(() => phase() !== 'opening');
    },
    writes(text: string) {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(text)]);
      notes.doc().getXmlFragment('default').push([paragraph]);
    },
    reads: () => notes.doc().getXmlFragment('default').toString(),
    state: () => notes.store.getState(),
  };
}

test('[NO-3] what stands there is read, and sent back by nobody', async () => {
  const { open, reads, updates, runTimers } = sharing({ paragraphs: ['Fewer cars'] });
  await open();
  runTimers();
  expect(reads()).toBe('<paragraph>Fewer cars</paragraph>');
  expect(updates).toEqual([]);
});

test('[NO-4] what is typed in a moment travels together, and counts as saved when it is acknowledged', async () => {
  const { open, writes, state, updates, runTimers } = sharing();
  await open();
  writes('one');
  writes('two');
  expect(state().unsaved).toBe(true);
  runTimers();
  await vi.waitUntil(() => !state().unsaved);
  expect(updates).toHaveLength(1);
});

test('[NO-4] what is written without a line is sent when it is back', async () => {
  const { notes, open, writes, state, updates, runTimers } = sharing();
  await open();
  notes.lineDown();
  writes('offline');
  runTimers();
  expect(state()).toMatchObject({ phase: 'offline', unsaved: true });
  expect(updates).toEqual([]);
  notes.lineUp();
  await vi.waitUntil(() => !state().unsaved);
  expect(updates).toHaveLength(1);
});

test('[NO-4] where something in between is missing, everything is offered again', async () => {
  const { open, writes, state, answers, updates, runTimers } = sharing();
  await open();
  answers.push({ ok: false, reason: 'gap' });
  writes('one');
  await vi.waitUntil(() => {
    runTimers();
    return !state().unsaved;
  });
  expect(updates).toHaveLength(2);
});

test('[NO-5] after a change that is not taken the notes stand as the server has them', async () => {
  const { open, writes, reads, state, answers, runTimers } = sharing({ paragraphs: ['Fewer cars'] });
  await open();
  answers.push({ ok: false, reason: 'too-large' });
  writes('far too much');
  runTimers();
  await vi.waitUntil(() => state().refused === 'too-large' && reads() !== '');
  expect(reads()).toBe('<paragraph>Fewer cars</paragraph>');
  expect(state()).toMatchObject({ unsaved: false, edition: 1 });
});

test('[NO-2] who is brought elsewhere is cut off, and keeps what was not sent', async () => {
  const { open, writes, reads, state, answers, runTimers } = sharing();
  await open();
  answers.push({ ok: false, reason: 'not-here' });
  writes('too late');
  runTimers();
  await vi.waitUntil(() => state().phase !== 'open');
  expect(state()).toMatchObject({ phase: 'late', mayWrite: false });
  expect(reads()).toContain('too late');
});

test('[NO-4] the line under the notes says whether they are saved', () => {
  const open = { phase: 'open', mayWrite: true, unsaved: false, edition: 0 } as const;
  expect(notesLineKind(open)).toBe('saved');
  expect(notesLineKind({ ...open, unsaved: true })).toBe('saving');
  expect(notesLineKind({ ...open, mayWrite: false })).toBe('reading');
  expect(notesLineKind({ ...open, phase: 'offline', unsaved: true })).toBe('offline');
});

test('[NO-2] somebody outside shares no notes', () => {
  const { you } = modelSession({ moment: 'inputs', you: 'ada' });
  expect(notesPlaceOf({ ...you, place: 'lobby' })).toBeUndefined();
  expect(notesPlaceOf({ ...you, place })).toBe(place);
});

test('[NO-12] [NO-13] a table hands over what it has written, unless it is nothing or too long', async () => {
  const { session, you } = modelSession({ moment: 'inputs', you: 'ada' });
  const sent: unknown[] = [];
  const send = async (command: unknown) => {
    sent.push(command);
    return { ok: true as const };
  };
  const model = (length: number, may = ['hand-over-notes' as const]) =>
    handOverModel({ session, you: { ...you, place, may } }, length, send);
  expect(model(0)).toMatchObject({ hindrance: 'empty' });
  expect(model(40_001).hindrance).toBe('too-long');
  expect(model(0).handOver).toBeUndefined();
  expect(handOverModel({ session, you: { ...you, may: [] } }, 5, send)).toEqual({});
  expect(await model(5).handOver?.()).toBe(true);
  expect(sent).toEqual([{ type: 'hand-over-notes', roomId: place }]);
});

test('[NO-12] what was handed over stands newest round first, its tables in order', () => {
  const { session } = modelSession({ moment: 'reflection' });
  const handed = (phaseId: string, label: string) => ({
    ...{ phaseId: phaseId as never, label, by: 'ada' as SeatId, at: 1, text: [] },
  });
  const all = { x: handed('round-1', 'B'), y: handed('round-2', 'A'), z: handed('round-1', 'A') };
  const shown = handedNotes({ ...session, handedNotes: all }).map(({ phaseId, label }) => `${phaseId} ${label}`);
  expect(shown).toEqual(['round-2 A', 'round-1 A', 'round-1 B']);
});
