import { z } from 'zod';
import { Instant, Place, SeatId } from './ids.ts';
import { ROLES } from './roles.ts';
import { line } from './text.ts';

export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Lower-case hex SHA-256 of a personal link's secret. The secret itself never leaves the browser that made it until the person uses it. */
export const LinkHash = z.string().regex(/^[0-9a-f]{64}$/);
export type LinkHash = z.infer<typeof LinkHash>;

export const PersonName = line(80);

/** Gives a new person a seat. The sender made the seat's id and the link's secret; only the secret's hash travels. */
export const InvitePerson = z.strictObject({
  type: z.literal('invite-person'),
  seatId: SeatId,
  name: PersonName,
  role: Role,
  linkHash: LinkHash,
});
export type InvitePerson = z.infer<typeof InvitePerson>;

/** Replaces a seat's personal link; the old one opens nothing any more and its holder is disconnected. */
export const ReissueLink = z.strictObject({ type: z.literal('reissue-link'), seatId: SeatId, linkHash: LinkHash });
export type ReissueLink = z.infer<typeof ReissueLink>;

export const AdmitPerson = z.strictObject({ type: z.literal('admit-person'), seatId: SeatId });
export type AdmitPerson = z.infer<typeof AdmitPerson>;

export const AdmitEveryone = z.strictObject({ type: z.literal('admit-everyone') });
export type AdmitEveryone = z.infer<typeof AdmitEveryone>;

/** Whether people with a personal link walk in once the doors are open, or wait to be admitted. */
export const SetAdmission = z.strictObject({
  type: z.literal('set-admission'),
  invited: z.enum(['automatic', 'by-hand']),
});
export type SetAdmission = z.infer<typeof SetAdmission>;

/** Out of the session everywhere at once, and not back in by any link. */
export const RemovePerson = z.strictObject({ type: z.literal('remove-person'), seatId: SeatId });
export type RemovePerson = z.infer<typeof RemovePerson>;

/**
 * Takes everything out of the session that a person wrote and uploaded, their name included, for good. Without `seatId` it is one's
 * own; somebody else's is for facilitators. Whoever is erased is removed as well.
 */
export const ErasePerson = z.strictObject({ type: z.literal('erase-person'), seatId: SeatId.optional() });
export type ErasePerson = z.infer<typeof ErasePerson>;

export const ChangeRole = z.strictObject({ type: z.literal('change-role'), seatId: SeatId, role: Role });
export type ChangeRole = z.infer<typeof ChangeRole>;

export const Presence = z.enum(['expected', 'here', 'away']);
export type Presence = z.infer<typeof Presence>;

/** A person as everybody in the session sees them. */
export const PersonView = z.strictObject({
  name: z.string(),
  role: Role,
  presence: Presence,
  place: Place,
  /** The table this person sits at in the current round, also while still on the way there. */
  table: z.string().optional(),
});
export type PersonView = z.infer<typeof PersonView>;

/** A seat as facilitators and timekeepers see it. */
export const StaffSeatView = z.strictObject({
  name: z.string(),
  role: Role,
  presence: Presence,
  admission: z.enum(['expected', 'waiting', 'admitted', 'removed']),
  invited: z.boolean(),
  waitingSince: Instant.optional(),
});
export type StaffSeatView = z.infer<typeof StaffSeatView>;
