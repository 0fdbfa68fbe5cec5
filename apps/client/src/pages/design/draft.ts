import type {
  FilePerson,
  Language,
  PhasePlan,
  Role,
  RoundPlan,
  SessionId,
  SessionList,
  Template,
  WorkshopFile,
} from '@werkraum/protocol';
import { makeSecret, SessionPlan, WORKSHOP_SCHEMA_PATH } from '@werkraum/protocol';
import { newPhase } from './new-phase.ts';

/** A person who is to be invited. */
export interface DraftPerson {
  /** Tells rows apart while names are being typed; becomes the seat's id. */
  id: string;
  name: string;
  role: Role;
  /** An e-mail address, or empty. It never leaves this browser but in a file or a mail the organiser sends. */
  address: string;
}

/** A workshop while it is being written down: shaped like a plan, but not yet a valid one. */
export interface Draft {
  plan: SessionPlan;
  people: readonly DraftPerson[];
  /** The workshop whose open questions, parking lot and references go along into this one. */
  followsUp?: SessionId;
}

/** The most people one workshop takes. */
export const MAX_PEOPLE = 500;

export const draftPerson = (name: string, role: Role, address = ''): DraftPerson => ({
  ...{ id: makeSecret(), name, role, address },
});

/** A template with its suggested people. */
export const fromTemplate = ({ plan, seats }: Template): Draft => ({
  plan,
  people: seats.map(({ name, role }) => draftPerson(name, role)),
});

/** Next to nothing: an introduction, one round, a reflection, and whoever facilitates. */
export function fromNothing(language: Language): Draft {
  const kinds = ['intro', 'breakout-round', 'plenary-reflection'] as const;
  const phases = kinds.map((kind): PhasePlan => newPhase(kind, [], language));
  return {
    plan: { title: '', language, hardEndMs: 60 * 60_000, admission: 'automatic', phases },
    people: [draftPerson('', 'facilitator')],
  };
}

/** A workshop there is, once more: the same plan and people, without its date. Everybody gets a link of their own again. */
export function fromSession(
  { startsAt: _, ...plan }: SessionPlan,
  seats: SessionList[number]['seats'],
  followsUp?: SessionId,
): Draft {
  const people = seats.map(({ name, role }) => draftPerson(name, role));
  return { plan, people, ...(followsUp !== undefined && { followsUp }) };
}

export const fromFile = ({ plan, people }: WorkshopFile): Draft => ({
  plan,
  people: people.map(({ name, role, address }) => draftPerson(name, role, address)),
});

/** The draft as a file's content. Valid when the draft's plan is and everybody has a name. */
export function toFile(draft: Draft, origin: string): WorkshopFile {
  return {
    $schema: `${origin}${WORKSHOP_SCHEMA_PATH}`,
    ...{ format: 'werkraum-workshop', version: 1 },
    plan: tidied(draft.plan),
    people: draft.people.map(({ name, role, address }): FilePerson => {
      const trimmed = address.trim();
      return { name: name.trim(), role, ...(trimmed && { address: trimmed }) };
    }),
  };
}

/** The plan as it is sent: without what was left empty. */
export function tidied({ questions, ...plan }: SessionPlan): SessionPlan {
  return {
    ...plan,
    title: plan.title.trim(),
    phases: plan.phases.map(tidiedPhase),
    ...(questions?.length && {
      questions: questions.map((question) =>
        question.kind === 'choice'
          ? { ...question, options: question.options.filter((option) => option.trim() !== '') }
          : question,
      ),
    }),
  };
}

function tidiedPhase({ task, notes, ...phase }: PhasePlan): PhasePlan {
  const instructions = task?.instructions?.trim();
  const bringBack = task?.bringBack?.trim();
  const card = { ...(instructions && { instructions }), ...(bringBack && { bringBack }) };
  const kept = {
    ...phase,
    ...((instructions || bringBack) && { task: card }),
    ...(notes?.trim() && { notes: notes.trim() }),
  };
  return kept.kind === 'breakout-round' ? { ...kept, round: tidiedRound(kept.round) } : kept;
}

function tidiedRound({ question, tableTopics, ...round }: RoundPlan): RoundPlan {
  const topics = (tableTopics ?? []).slice(0, round.tables).map((topic) => topic.trim() || round.topic);
  const own = topics.findLastIndex((topic) => topic !== round.topic) + 1;
  return {
    ...round,
    ...(question?.trim() && { question: question.trim() }),
    ...(own > 0 && { tableTopics: topics.slice(0, own) }),
  };
}

/** The plan, when it is complete. */
export const completePlan = ({ plan }: Draft): SessionPlan | undefined => SessionPlan.safeParse(tidied(plan)).data;
