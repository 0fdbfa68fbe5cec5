import { z } from 'zod';
import { Instant, ReferenceId, SeatId } from './ids.ts';
import { line, webAddress } from './text.ts';

export const ReferenceKind = z.enum(['publication', 'guideline', 'network', 'platform', 'conference', 'other']);
export type ReferenceKind = z.infer<typeof ReferenceKind>;

const reference = {
  title: line(240),
  /** Where it is found; something in print needs none. */
  link: webAddress(500).optional(),
  kind: ReferenceKind,
};

/** Puts down something to read or to visit, for everybody and for the booklet. The sender made the id. */
export const AddReference = z.strictObject({
  type: z.literal('add-reference'),
  referenceId: ReferenceId,
  ...reference,
});
export type AddReference = z.infer<typeof AddReference>;

/** Replaces everything a reference says. */
export const ChangeReference = z.strictObject({
  type: z.literal('change-reference'),
  referenceId: ReferenceId,
  ...reference,
});
export type ChangeReference = z.infer<typeof ChangeReference>;

export const DropReference = z.strictObject({ type: z.literal('drop-reference'), referenceId: ReferenceId });
export type DropReference = z.infer<typeof DropReference>;

/** A reference as everybody sees it. */
export const ReferenceView = z.strictObject({
  /** Counts the references of a session from 1. */
  number: z.int().min(1),
  title: z.string(),
  link: z.string().optional(),
  kind: ReferenceKind,
  by: SeatId,
  at: Instant,
});
export type ReferenceView = z.infer<typeof ReferenceView>;
