import { AddPhase, type BoardColumns, ChangePhase, type ColumnId, type PhaseId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { modelSession } from '../../../gallery/model-session.ts';
import { addition, alteration, draftOf, faultsIn, newDraft, type PhaseDraft } from './phase-form.model.ts';

const { agenda } = modelSession({ moment: 'inputs', you: 'frieda' }).session;
const round = 'round-2' as PhaseId;
const opened = draftOf(agenda, round) as PhaseDraft;

test('[AG-17] only what was changed is sent, so that nobody else loses anything', () => {
  expect(alteration(agenda, round, opened, opened)).toBeUndefined();
  const command = alteration(agenda, round, opened, { ...opened, title: ' Outlook ', question: '' });
  expect(command).toEqual({ type: 'change-phase', phaseId: round, change: { title: 'Outlook', question: null } });
  expect(ChangePhase.safeParse(command).success).toBe(true);
});

test('turns keep their mode and grace when their minutes change, and go with none', () => {
  const longer = alteration(agenda, round, opened, { ...opened, inputs: '2.5' });
  expect(longer).toMatchObject({
    change: { turns: { mode: 'fixed', slotMs: 150_000, inputsMs: 600_000, graceMs: 8_000 } },
  });
  expect(alteration(agenda, round, opened, { ...opened, inputs: '0' })).toMatchObject({ change: { turns: null } });
});

test('a new phase of every kind can be sent as it is proposed, a round once it has a topic', () => {
  for (const kind of ['break', 'intro', 'input-talk', 'plenary-reflection', 'breakout-round'] as const) {
    const draft = { ...newDraft(kind, 'Something', agenda), topic: 'More' };
    expect(faultsIn(draft, kind)).toEqual({});
    const command = addition(draft, kind, 'new-1' as PhaseId);
    expect(AddPhase.safeParse(command).error).toBeUndefined();
    expect(command).toMatchObject({ before: 'round-2' });
  }
});

test('what is missing or impossible is said at its field', () => {
  const wrong = { ...opened, title: ' ', minutes: '4', least: '-1', topic: '', tables: '2.5', inputs: '20' };
  expect(faultsIn(wrong, 'breakout-round')).toEqual({
    ...{ title: 'missing', least: 'badMinutes', topic: 'missing', tables: 'badTables', inputs: 'badMinutes' },
  });
  expect(faultsIn({ ...opened, minutes: '4' }, 'breakout-round')).toEqual({ minutes: 'tooShort' });
  expect(faultsIn({ ...opened, minutes: 'soon' }, 'break')).toEqual({ minutes: 'badMinutes' });
});

test('[BO-1] columns are sent when they were changed, go back to the usual ones, and come with a new phase', () => {
  const columns: BoardColumns = [{ id: 'risks' as ColumnId, kind: 'obstacle', label: 'Risks' }];
  const change = alteration(agenda, round, opened, { ...opened, columns });
  expect(change).toEqual({ type: 'change-phase', phaseId: round, change: { columns } });
  const own = draftOf(agenda, round, { [round]: { dots: 3, columns } }) as PhaseDraft;
  expect(own.columns).toEqual(columns);
  expect(alteration(agenda, round, own, { ...own, title: 'Outlook' })).toMatchObject({ change: { title: 'Outlook' } });
  const usual = alteration(agenda, round, own, { ...own, columns: undefined });
  expect(ChangePhase.parse(usual).change).toEqual({ columns: null });
  for (const kind of ['plenary-reflection', 'breakout-round', 'break'] as const) {
    const draft = { ...newDraft(kind, 'Something', agenda), topic: 'More', columns };
    const { phase } = AddPhase.parse(addition(draft, kind, 'new-1' as PhaseId));
    const there =
      phase.kind === 'breakout-round' ? phase.round.columns : 'columns' in phase ? phase.columns : undefined;
    expect(there).toEqual(kind === 'break' ? undefined : columns);
  }
});
