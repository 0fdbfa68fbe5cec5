/** An encoded Socket.IO packet, made once and handed to any number of connections. */
export interface Packet {
  /** As Engine.IO wants it. */
  readonly text: string;
  /** The same as one whole WebSocket frame. */
  readonly frame: Buffer;
}

// Engine.IO's packet type `message`, and an event packet of the default namespace as socket.io-parser writes it: type 2,
// then the arguments as a JSON array.
const MESSAGE = '4';
const EVENT = '2';

const FINAL_TEXT = 0x81;
const IN_TWO_BYTES = 126;
const IN_EIGHT_BYTES = 127;

/** An event with one argument. */
export const eventPacket = (event: string, value: unknown): Packet => packetOf(eventText(event, value));

/** The same for a packet that is kept: its frame shares no memory with frames that have long been sent. */
export function keptEventPacket(event: string, value: unknown): Packet {
  const text = eventText(event, value);
  return { text, frame: frameOf(text, Buffer.allocUnsafeSlow) };
}

const eventText = (event: string, value: unknown): string => `${EVENT}${JSON.stringify([event, value])}`;

/** @param text a packet as socket.io-parser encodes it, without attachments */
export const packetOf = (text: string): Packet => ({ text, frame: frameOf(text, Buffer.allocUnsafe) });

/** One unfragmented, unmasked text frame (RFC 6455, 5.2) around an Engine.IO message. */
function frameOf(text: string, allocate: (bytes: number) => Buffer): Buffer {
  const length = Buffer.byteLength(text) + MESSAGE.length;
  const start = length < IN_TWO_BYTES ? 2 : length < 0x1_0000 ? 4 : 10;
  const frame = allocate(start + length);
  frame[0] = FINAL_TEXT;
  if (start === 2) frame[1] = length;
  if (start === 4) {
    frame[1] = IN_TWO_BYTES;
    frame.writeUInt16BE(length, 2);
  }
  if (start === 10) {
    frame[1] = IN_EIGHT_BYTES;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(MESSAGE, start, 'latin1');
  frame.write(text, start + MESSAGE.length, 'utf8');
  return frame;
}
