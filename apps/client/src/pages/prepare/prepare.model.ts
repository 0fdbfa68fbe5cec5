import type { Instant, Language, PrepAnswer, PreparationView } from '@werkraum/protocol';
import type { Appointment } from '../host/calendar.ts';
import type { PreparingState } from './prep-desk.ts';

export interface Progress {
  done: number;
  of: number;
  /** Numbers, from one, of the questions without an answer. */
  open: readonly number[];
}

/** How far the answers in the fields have come, whether or not they were taken yet. */
export function progressOf({ view: { questions }, answers }: Pick<PreparingState, 'view' | 'answers'>): Progress {
  const open = questions.flatMap(({ id }, index) => (isAnswered(answers[id]) ? [] : [index + 1]));
  return { done: questions.length - open.length, of: questions.length, open };
}

const isAnswered = (answer: PrepAnswer | null | undefined): boolean =>
  answer?.kind === 'text' ? answer.text.trim() !== '' : Boolean(answer);

/** What the line about saving says. */
export type SaveLine = 'none' | 'saved' | 'unsaved' | 'saving' | 'waiting' | 'refused';

export function saveLineOf({ saving, refused, savedAt }: PreparingState): SaveLine {
  if (saving === 'waiting' || saving === 'saving') return saving;
  if (Object.keys(refused).length > 0) return 'refused';
  if (saving === 'unsaved') return 'unsaved';
  return savedAt === undefined ? 'none' : 'saved';
}

export const totalMs = ({ phases }: Pick<PreparationView, 'phases'>): number =>
  phases.reduce((sum, { plannedMs }) => sum + plannedMs, 0);

const LOCALE: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };

/** When it begins and ends by the plan, with the zone of the device (or `timeZone`, IANA): the meeting may be in another one. */
export function whenOf(
  view: Pick<PreparationView, 'startsAt' | 'phases'>,
  language: Language,
  timeZone?: string,
): { from: string; to: string } | undefined {
  const { startsAt } = view;
  if (startsAt === undefined) return undefined;
  const clock = { hour: '2-digit', minute: '2-digit', ...(timeZone && { timeZone }) } as const;
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const format = (more: Intl.DateTimeFormatOptions, at: Instant) =>
    new Intl.DateTimeFormat(LOCALE[language], { ...clock, ...more }).format(at);
  return { from: format(day, startsAt), to: format({ timeZoneName: 'short' }, startsAt + totalMs(view)) };
}

/** The person's appointment; undefined while nobody said when the workshop begins. `link`: their personal one. */
export function appointmentOf(
  view: PreparationView,
  { uid, link, description, stampedAt }: Pick<Appointment, 'uid' | 'link' | 'description' | 'stampedAt'>,
): Appointment | undefined {
  const { startsAt, title } = view;
  if (startsAt === undefined) return undefined;
  return { uid, stampedAt, startsAt, endsAt: startsAt + totalMs(view), title, description, link };
}
