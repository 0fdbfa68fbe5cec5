import type { Language, PhaseId, PhaseKind, PhasePlan } from '@werkraum/protocol';

const TITLES: Record<Language, Record<PhaseKind, string>> = {
  de: {
    intro: 'Einführung',
    'input-talk': 'Impulsvortrag',
    'breakout-round': 'Runde {n}',
    'plenary-reflection': 'Reflexion im Plenum',
    break: 'Pause',
  },
  en: {
    intro: 'Introduction',
    'input-talk': 'Input talk',
    'breakout-round': 'Round {n}',
    'plenary-reflection': 'Plenary reflection',
    break: 'Break',
  },
};

const STEMS: Record<PhaseKind, string> = {
  intro: 'intro',
  'input-talk': 'talk',
  'breakout-round': 'round',
  'plenary-reflection': 'reflection',
  break: 'break',
};

/** Planned and least length of a new phase, in minutes. */
const LENGTHS: Record<PhaseKind, readonly [number, number]> = {
  intro: [10, 5],
  'input-talk': [20, 10],
  'breakout-round': [25, 12],
  'plenary-reflection': [15, 8],
  break: [10, 5],
};

/** A phase of this kind with sensible lengths, and with an id and a title none of the others has. */
export function newPhase(kind: PhaseKind, others: readonly PhasePlan[], language: Language): PhasePlan {
  const [planned, least] = LENGTHS[kind];
  const number = others.filter((phase) => phase.kind === kind).length + 1;
  const phase = {
    id: freeId(STEMS[kind], others),
    title: TITLES[language][kind].replace('{n}', String(number)),
    plannedMs: planned * 60_000,
    minMs: least * 60_000,
    onTimeUp: 'hold' as const,
  };
  return kind === 'breakout-round'
    ? { kind, ...phase, round: { topic: '', tables: 2, groups: 'new' } }
    : { kind, ...phase };
}

/** An id no other phase of the plan has: `round-4`. */
function freeId(stem: string, others: readonly PhasePlan[]): PhaseId {
  const taken = new Set<string>(others.map(({ id }) => id));
  let number = 1;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}` as PhaseId;
}

/** The same phase under an id of its own. */
export const copyOf = (phase: PhasePlan, others: readonly PhasePlan[]): PhasePlan => ({
  ...phase,
  id: freeId(STEMS[phase.kind], others),
});

/** The phase as one of another kind. What the other kind does not know is gone. */
export function asKind(phase: PhasePlan, kind: PhaseKind, others: readonly PhasePlan[], language: Language): PhasePlan {
  if (phase.kind === kind) return phase;
  const fresh = newPhase(kind, others, language);
  const untouched = isUsualTitle(phase.title);
  const { id, title, plannedMs, minMs, onTimeUp, task, notes } = phase;
  return {
    ...fresh,
    ...{ id, plannedMs, minMs, onTimeUp, title: untouched ? fresh.title : title },
    ...(task && { task }),
    ...(notes && { notes }),
  };
}

const isUsualTitle = (title: string): boolean =>
  Object.values(TITLES)
    .flatMap((titles) => Object.values(titles))
    .some((usual) => usual === title.replace(/\d+$/, '{n}'));
