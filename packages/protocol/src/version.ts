/** Rises with every change of the wire; `version.test.ts` pins it to a hash of the schemas. */
export const PROTOCOL_VERSION = 3;
