/** Why a connection can be refused. In a file of its own without schemas, so that pages can know them without those. */
export const CONNECT_REFUSALS = [
  'upgrade-required',
  'unknown-link',
  'removed',
  'seat-in-use',
  'session-damaged',
  'server-busy',
] as const;
