import { z } from 'zod';
import { PhasePlan, SessionStatus } from './agenda.ts';
import { MOST_PHASES } from './agenda-limits.ts';
import { Instant, SeatId, SessionId } from './ids.ts';
import { LinkHash, PersonName, Role } from './people.ts';
import { PrepQuestion } from './prep.ts';
import { line } from './text.ts';
import { Language } from './views.ts';

/** A session's plan: what an organiser writes down before anybody is invited. */
export const SessionPlan = z.strictObject({
  title: line(160),
  language: Language,
  /** When it is planned to begin. Nothing happens by itself then: a facilitator opens the doors. */
  startsAt: Instant.optional(),
  /** The session must be over this long after it started. */
  hardEndMs: z
    .int()
    .min(1_000)
    .max(24 * 3_600_000)
    .optional(),
  admission: z.enum(['automatic', 'by-hand']),
  phases: z
    .array(PhasePlan)
    .min(1)
    .max(MOST_PHASES)
    .refine((phases) => new Set(phases.map(({ id }) => id)).size === phases.length, 'phase ids must differ'),
  /** What everybody is asked beforehand. */
  questions: z
    .array(PrepQuestion)
    .max(12)
    .refine((questions) => new Set(questions.map(({ id }) => id)).size === questions.length, 'question ids must differ')
    .optional(),
});
export type SessionPlan = z.infer<typeof SessionPlan>;

export const NewSeat = z.strictObject({ seatId: SeatId, name: PersonName, role: Role, linkHash: LinkHash });
export type NewSeat = z.infer<typeof NewSeat>;

/** `POST /api/v1/sessions` with the host key as bearer. At least one seat must be a facilitator's. */
export const CreateSession = z.strictObject({
  plan: SessionPlan,
  seats: z.array(NewSeat).min(1).max(500),
  /** Hash of the guest link's secret; whoever uses that link knocks and waits. */
  guestHash: LinkHash.optional(),
  /** A session whose open questions, parking lot and references go along into this one. */
  followsUp: SessionId.optional(),
});
export type CreateSession = z.infer<typeof CreateSession>;

export const SessionCreated = z.strictObject({ sessionId: SessionId });
export type SessionCreated = z.infer<typeof SessionCreated>;

/** `GET /api/v1/sessions` with the host key. */
export const SessionList = z.array(
  z.strictObject({
    sessionId: SessionId,
    title: z.string(),
    language: Language,
    status: z.union([SessionStatus, z.literal('damaged')]),
    createdAt: Instant,
    /** When it is planned to begin. */
    startsAt: Instant.optional(),
    /** When it is deleted by itself. */
    keptUntil: Instant.optional(),
    seats: z.array(z.strictObject({ seatId: SeatId, name: z.string(), role: Role })),
  }),
);
export type SessionList = z.infer<typeof SessionList>;

/** `POST /api/v1/sessions/:id/seats` with the host key: a new person, or (same seat id) a new link for one. */
export const IssueLink = NewSeat;

/** `POST /api/v1/sessions/:id/knock` by anyone who holds the guest link: asks for a participant's seat, which then waits. */
export const Knock = z.strictObject({
  guestSecret: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  seatId: SeatId,
  name: PersonName,
  linkHash: LinkHash,
});
export type Knock = z.infer<typeof Knock>;

/**
 * `contributions.json` in the archive (ZIP) that `GET /api/v1/sessions/:id/seat/export` answers: what one person contributed, for
 * them to keep. `file` and `files` are names within the archive.
 */
export const SeatExport = z.strictObject({
  format: z.literal('werkraum-export-1'),
  session: z.strictObject({ sessionId: SessionId, title: z.string(), language: Language }),
  person: z.strictObject({ seatId: SeatId, name: z.string(), role: Role }),
  /** In the order in which it happened: instant, kind, and what was said or done. */
  contributions: z.array(z.looseObject({ at: Instant, type: z.string() })),
  /** Their own words in shared notes. */
  notes: z.array(z.strictObject({ place: z.string(), file: z.string() })),
  /** Their slides; a deck of images has a file for each page. */
  decks: z.array(z.strictObject({ name: z.string(), files: z.array(z.string()) })),
});
export type SeatExport = z.infer<typeof SeatExport>;

/**
 * `GET /api/v1/sessions/:id/seat/record-check`, for facilitators after the end: how many facts the log had when the workshop ended, and the hash
 * of their chain; or the fact from which on it is damaged.
 */
export const RecordCheck = z.union([
  z.strictObject({ entries: z.int().min(1), value: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.strictObject({ damagedAt: z.int().min(1) }),
]);
export type RecordCheck = z.infer<typeof RecordCheck>;

/** RFC 9457 problem details; `code` is stable, `title` is for people. */
export const Problem = z.strictObject({
  type: z.literal('about:blank'),
  status: z.int(),
  title: z.string(),
  code: z.string(),
});
export type Problem = z.infer<typeof Problem>;
