import type { Instant } from '@werkraum/protocol';
import { SessionPlan } from '@werkraum/protocol';
import type { Draft } from '../draft.ts';
import { tidied } from '../draft.ts';
import { agendaChecks } from './agenda-checks.ts';
import { type Check, type Checked, check, checkedOf, type Level } from './check.ts';
import { peopleChecks } from './people-checks.ts';
import { questionChecks } from './question-checks.ts';
import { roundChecks } from './round-checks.ts';
import { timeChecks } from './time-checks.ts';

const ORDER: readonly Level[] = ['error', 'hint', 'note'];

/**
 * Everything worth a look before people are invited, the gravest first. Pure: the same draft at the same instant gives
 * the same list. An `error` is there exactly when no workshop can be made of the draft.
 */
export function designChecks(draft: Draft, now: Instant): readonly Check[] {
  const checked = checkedOf(draft);
  const found = [
    ...agendaChecks(checked),
    ...roundChecks(checked),
    ...timeChecks(checked),
    ...questionChecks(checked),
    ...peopleChecks(checked),
    ...startChecks(checked, now),
  ];
  const all = found.some(({ level }) => level === 'error') ? found : [...found, ...restChecks(checked)];
  return ORDER.flatMap((level) => all.filter((each) => each.level === level));
}

function startChecks({ plan: { startsAt } }: Checked, now: Instant): Check[] {
  const at = { pane: 'settings', field: 'start' } as const;
  if (startsAt === undefined) return [check('note', 'no-start', at)];
  return startsAt < now ? [check('hint', 'start-past', at)] : [];
}

/** What no check has words for: signs that cannot be shown, texts that are too long. */
function restChecks({ plan }: Checked): Check[] {
  const issue = SessionPlan.safeParse(tidied(plan)).error?.issues[0];
  if (!issue) return [];
  const [first, second] = issue.path;
  const phase = first === 'phases' && typeof second === 'number' ? plan.phases[second] : undefined;
  const field = String(issue.path.at(-1) ?? '');
  if (phase)
    return [check('error', 'bad-phase', { pane: 'programme', phaseId: phase.id, field }, { title: phase.title })];
  if (first === 'questions') return [check('error', 'bad-question', { pane: 'questions' })];
  return [check('error', 'bad-plan', { pane: 'settings', field })];
}

export const countOf = (checks: readonly Check[], level: Level): number =>
  checks.filter((each) => each.level === level).length;
