import { z } from 'zod';
import { SessionPlan } from './http.ts';
import { PersonName, Role } from './people.ts';

/** The largest workshop file that is read, in bytes. */
export const WORKSHOP_FILE_BYTES = 512 * 1_024;

/** Where every house serves the published schema of these files. */
export const WORKSHOP_SCHEMA_PATH = '/schemas/workshop-1.json';

/** Somebody who is to be invited. The address stays in the file and in the browser: no server asks for it. */
export const FilePerson = z.strictObject({
  name: PersonName,
  role: Role,
  address: z.email().max(254).optional(),
});
export type FilePerson = z.infer<typeof FilePerson>;

/** A whole workshop as a file: handed on, kept, changed by hand, read again. */
export const WorkshopFile = z.strictObject({
  /** For editors that check what one types. */
  $schema: z.string().max(300).optional(),
  format: z.literal('werkraum-workshop'),
  version: z.literal(1),
  plan: SessionPlan,
  people: z.array(FilePerson).max(500),
});
export type WorkshopFile = z.infer<typeof WorkshopFile>;

/** The published JSON schema, generated from the one above. */
export const workshopFileSchema = (): object => ({
  ...z.toJSONSchema(WorkshopFile, { io: 'input' }),
  $id: WORKSHOP_SCHEMA_PATH,
  title: 'A Werkraum workshop, version 1',
});
