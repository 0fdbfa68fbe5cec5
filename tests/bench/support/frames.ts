/** WebSocket frames as RFC 6455 §5.2 describes them, as far as the bench needs them. */

/** Opcodes of RFC 6455 §5.2. */
export const OPCODE = { text: 1, binary: 2, ping: 9, pong: 10 } as const;

function header(opcode: number, length: number, masked: boolean): Buffer {
  const first = 0x80 | opcode;
  const mask = masked ? 0x80 : 0;
  if (length < 126) return Buffer.from([first, mask | length]);
  if (length < 65_536) return Buffer.from([first, mask | 126, length >> 8, length & 0xff]);
  const long = Buffer.alloc(10);
  long.set([first, mask | 127]);
  long.writeUInt32BE(length, 6);
  return long;
}

/** What a server sends: not masked. */
export function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  return Buffer.concat([header(OPCODE.text, payload.length, false), payload]);
}

/** What a client sends: masked, always by the same bytes. `latin1` text becomes a binary message. */
export function clientFrame(text: string, kind: keyof typeof OPCODE = 'text'): Buffer {
  const payload = Buffer.from(text, kind === 'text' ? 'utf8' : 'latin1');
  const mask = Buffer.from([0x5a, 0x17, 0xc3, 0x08]);
  for (let at = 0; at < payload.length; at++) payload[at] = (payload[at] ?? 0) ^ (mask[at & 3] ?? 0);
  return Buffer.concat([header(OPCODE[kind], payload.length, true), mask, payload]);
}

/** One message of an unfragmented stream: where its payload begins, and how long it is. */
export interface Found {
  opcode: number;
  from: number;
  length: number;
}

/** The frame that begins at `at` if its header is there as a whole. */
export function frameAt(bytes: Buffer, at: number, end: number): Found | undefined {
  if (end - at < 2) return undefined;
  const short = (bytes[at + 1] ?? 0) & 0x7f;
  const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
  const from = at + 2 + extra;
  if (end < from) return undefined;
  const length = extra === 0 ? short : extra === 2 ? bytes.readUInt16BE(at + 2) : bytes.readUInt32BE(at + 6);
  return { opcode: (bytes[at] ?? 0) & 0x0f, from, length };
}
