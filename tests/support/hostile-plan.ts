import type { PhaseId, PhasePlan, PrepQuestion, QuestionId, SessionPlan, SurveyQuestion } from '@werkraum/protocol';
import { createDealer, type Dealer } from './hostile.ts';
import { minutes } from './workshop.ts';

const COLUMNS = ['idea', 'example', 'obstacle', 'sdg', 'question', 'other'] as const;

const columns = (dealer: Dealer) =>
  COLUMNS.map((kind) => ({ id: kind as string as never, kind, label: dealer.next(40) }));

const phase = (id: string, dealer: Dealer) => ({
  ...{ id: id as PhaseId, title: dealer.next(120), plannedMs: minutes(20), minMs: minutes(5) },
  onTimeUp: 'hold' as const,
  task: { instructions: dealer.some(3, 300).join('\n'), bringBack: dealer.next(400) },
  notes: dealer.some(3, 300).join('\n'),
});

/** A talk, a round at one table and a reflection, in which every text is hostile. */
export function hostilePlan(): SessionPlan {
  const dealer = createDealer(2);
  const topics = { topic: dealer.next(160), question: dealer.next(400), tableTopics: [dealer.next(160)] };
  const turns = { mode: 'fixed', slotMs: minutes(2), inputsMs: minutes(10), graceMs: 1_000 } as const;
  const round = { ...topics, tables: 1, groups: 'new', turns, columns: columns(dealer) } as const;
  const phases: PhasePlan[] = [
    { ...phase('talk', dealer), kind: 'input-talk' },
    { ...phase('round', dealer), kind: 'breakout-round', round },
    { ...phase('reflection', dealer), kind: 'plenary-reflection', columns: columns(dealer) },
  ];
  return {
    ...{ title: '<script>__hostile(0)</script> & =1+1 "x"', language: 'en', admission: 'automatic' },
    phases,
    questions: prepQuestions(dealer),
  };
}

const asked = (kind: string, at: number) => `${kind}-${at}` as QuestionId;
const ends = (dealer: Dealer) => ({ from: dealer.next(80), to: dealer.next(80) });

function prepQuestions(dealer: Dealer): PrepQuestion[] {
  const texts = dealer.some(8, 400).map((prompt, at) => ({ kind: 'text' as const, id: asked('text', at), prompt }));
  return [
    ...texts,
    { kind: 'choice', id: asked('choice', 0), prompt: dealer.next(400), options: dealer.some(12, 160) },
    { kind: 'scale', id: asked('scale', 0), prompt: dealer.next(400), from: 0, to: 10, labels: ends(dealer) },
  ];
}

/** Thirteen open questions and one of each other kind. */
export function hostileSurvey(): SurveyQuestion[] {
  const dealer = createDealer(31);
  const texts = dealer.some(13, 400).map((prompt, at) => ({ kind: 'text' as const, id: asked('text', at), prompt }));
  return [
    { kind: 'scale', id: asked('scale', 0), prompt: dealer.next(400), from: 0, to: 3, labels: ends(dealer) },
    { kind: 'single', id: asked('single', 0), prompt: dealer.next(400), options: dealer.some(12, 160) },
    { kind: 'multiple', id: asked('multiple', 0), prompt: dealer.next(400), options: dealer.some(12, 160) },
    ...texts,
  ];
}
