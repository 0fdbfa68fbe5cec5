import { z } from 'zod';
import { SeatId } from './ids.ts';

/**
 * Names one opening of one place, for which speaking time is summed up (`plenary~intro`, `round-1-a~2`). Opaque to
 * clients: compare, never parse.
 */
export const SpeechKey = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,48}~[A-Za-z0-9_-]{1,40}$/)
  .brand<'SpeechKey'>();
export type SpeechKey = z.infer<typeof SpeechKey>;

/** In which order raised hands stand: as they went up, or those who spoke least at this place first. */
export const OrderHands = z.strictObject({ type: z.literal('order-hands'), by: z.enum(['raised', 'quiet-first']) });
export type OrderHands = z.infer<typeof OrderHands>;

/** The own answer to whether speaking times may be kept with the results. They are only if everybody says yes. */
export const AnswerConsent = z.strictObject({ type: z.literal('answer-consent'), keepSpeakingTimes: z.boolean() });
export type AnswerConsent = z.infer<typeof AnswerConsent>;

const SpokenMs = z
  .int()
  .min(0)
  .max(24 * 60 * 60_000);

/** How long the own microphone has carried speech at one place: all there is in it, so that a lost one does no harm. */
export const Spoke = z.strictObject({
  key: SpeechKey,
  /** Random per loaded page: tells a page that counts on from one that begins anew. */
  run: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  totalMs: SpokenMs,
});
export type Spoke = z.infer<typeof Spoke>;

/**
 * How speech is spread over the people of one place. `too-few`: fewer than three people, of whom nothing is said.
 * `too-early`: less than three minutes of speech.
 */
export const BalanceLevel = z.enum(['too-few', 'too-early', 'balanced', 'leaning', 'one-sided']);
export type BalanceLevel = z.infer<typeof BalanceLevel>;

/** What one person is told about speaking times. Fleeting: it stands in no document, and nobody else's amount in it. */
export const BalanceView = z.strictObject({
  /** Of the place where one is; absent where nothing is summed up. */
  here: z
    .strictObject({
      /** The own time there, in whole steps of ten seconds. */
      spokenMs: SpokenMs,
      /** The own part of all speech there, 0 to 1 in steps of a twentieth. Absent while it would tell of somebody else. */
      share: z.number().min(0).max(1).optional(),
      /** Absent where one voice is what the phase is about. */
      level: BalanceLevel.optional(),
    })
    .optional(),
  /** Raised hands of the own place, those who spoke least first; only while that order was chosen. */
  hands: z.array(SeatId).optional(),
  /** For facilitators only. */
  facilitator: z
    .strictObject({
      /** By table of the round in use, and `plenary` while everybody is there. */
      places: z.record(
        z.string(),
        z.strictObject({
          level: BalanceLevel,
          /** People here who have not spoken yet, by name. Empty while it is too early to say. */
          silent: z.array(SeatId),
        }),
      ),
      /** How many of the people who have come have not agreed that speaking times are kept. */
      notAgreed: z.int().min(0),
    })
    .optional(),
});
export type BalanceView = z.infer<typeof BalanceView>;

/** What stands in a seat's own document about its speaking time. */
export const SeatSpeechView = z.strictObject({
  /** Names the place that speech is summed up for now; absent where it is not. */
  key: SpeechKey.optional(),
  /** The own answer to whether speaking times may be kept. */
  mayKeep: z.boolean(),
  /** What was kept of the own time: after the end, and only if everybody agreed. */
  keptMs: SpokenMs.optional(),
});
export type SeatSpeechView = z.infer<typeof SeatSpeechView>;
