import { z } from 'zod';
import { RoomId } from './ids.ts';

/** A few signs, none of them loud. */
export const ReactionKind = z.enum(['agree', 'applause', 'heart', 'laugh', 'wonder']);
export type ReactionKind = z.infer<typeof ReactionKind>;

const Here = z.union([z.literal('plenary'), RoomId]);

/** A fleeting sign to those at the place where the sender is; nothing is answered, and nothing of it is kept. */
export const React = z.strictObject({ kind: ReactionKind, place: Here });
export type React = z.infer<typeof React>;

/** How often each sign was given at one place within about a second. By whom is not said. */
export const ReactionsView = z.strictObject({ place: Here, counts: z.partialRecord(ReactionKind, z.int().min(1)) });
export type ReactionsView = z.infer<typeof ReactionsView>;
