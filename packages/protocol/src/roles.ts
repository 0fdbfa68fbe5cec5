/** Who somebody is in a session. In a file of its own without schemas, so that pages can list them without those. */
export const ROLES = ['facilitator', 'timekeeper', 'speaker', 'participant'] as const;
