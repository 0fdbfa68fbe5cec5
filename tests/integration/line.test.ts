import { afterEach, expect, test } from 'vitest';
import { givenNumberedLine, type NumberedLine, type NumberedLineOptions } from '../support/numbered-line.ts';
import { until } from '../support/until.ts';

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

async function given(options?: NumberedLineOptions): Promise<NumberedLine> {
  const line = await givenNumberedLine(options);
  endings.push(line.end);
  return line;
}

/** Stops or starts the client's reading below its library. */
const reading = ({ client }: NumberedLine): { pause(): void; resume(): void } =>
  (client.io.engine.transport as unknown as { ws: { pause(): void; resume(): void } }).ws;

test('a plain WebSocket is reached directly: Engine.IO and ws are inside as the line expects', async () => {
  const wire = await given();
  expect(wire.direct()).toBe(true);
  expect(await wire.arrived()).toEqual([0]);
  // Nothing of it went through Engine.IO.
  const created: unknown[] = [];
  wire.server.conn.on('packetCreate', (packet) => created.push(packet));
  wire.direct();
  wire.emitted();
  expect(created).toEqual([]);
  expect(await wire.arrived()).toEqual([0, 1, 2]);
});

test('what is sent while everything runs is written at once', async () => {
  const wire = await given();
  const tcp = wire.tcp();
  let writes = 0;
  const stream = tcp as unknown as {
    _writev(chunks: unknown[], done: () => void): void;
    _write(...all: unknown[]): void;
  };
  const { _writev, _write } = stream;
  stream._writev = function count(...all) {
    writes += 1;
    _writev.apply(this, all);
  };
  stream._write = function count(...all) {
    writes += 1;
    _write.apply(this, all);
  };
  for (let packet = 0; packet < 3; packet++) wire.direct();
  await Promise.resolve().then(() => wire.emitted());

  expect(await wire.arrived()).toEqual([0, 1, 2, 3]);
  expect(writes).toBe(1);
});

test('texts of every length around the limits of a frame arrive as they were', async () => {
  const wire = await given();
  const lengths = [0, 30, 60, 90, 93, 96, 99, 102, 120, 150, 65_400, 65_430, 65_460, 65_490, 65_520, 65_550, 300_000];
  for (const length of lengths) wire.direct(length);
  for (let length = 50; length < 140; length++) wire.direct(length * 3);
  expect(await wire.arrived()).toEqual(wire.sent());
});

test('the order is kept between the line, Socket.IO and Engine.IO, small and large', async () => {
  const wire = await given();
  const ways = new Set<boolean>();
  for (let round = 0; round < 40; round++) {
    const padding = round % 7 === 0 ? 150_000 : 30;
    ways.add(wire.direct(padding));
    wire.written();
    ways.add(wire.direct(padding));
    wire.emitted(padding);
    wire.written();
    ways.add(wire.direct());
    if (round % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await wire.arrived()).toEqual(wire.sent());
  expect([...ways].sort()).toEqual([false, true]);
});

test('a client that stops reading is held back by Engine.IO, and gets everything in order when it goes on', async () => {
  const wire = await given();
  reading(wire).pause();
  while (wire.direct(30_000)) await new Promise((resolve) => setImmediate(resolve));
  const heldByTcp = wire.tcp().writableLength;
  for (let packet = 0; packet < 20; packet++) expect(wire.direct(30_000)).toBe(false);
  wire.emitted();

  // A TCP socket's own limit, a packet that passed it, and one that Engine.IO let go; the rest waits where it is counted.
  expect(wire.tcp().writableLength).toBeLessThan(heldByTcp + 130_000);
  reading(wire).resume();
  expect(await wire.arrived()).toEqual(wire.sent());
  await until(() => wire.direct(), 'the direct way is free again');
  expect(await wire.arrived()).toEqual(wire.sent());
});

test('a polling client is served, and keeps its order through an upgrade in the middle of traffic', async () => {
  const wire = await given({ transports: ['polling', 'websocket'] });
  const ways: boolean[] = [];
  const send = () => {
    ways.push(wire.direct(wire.sent().length % 5 === 0 ? 3_000 : 0));
    if (wire.sent().length % 3 === 0) wire.emitted();
    if (wire.sent().length % 4 === 0) wire.written();
  };
  while (!ways.includes(true)) {
    send();
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (let packet = 0; packet < 50; packet++) send();

  expect(ways[0]).toBe(false);
  expect(await wire.arrived()).toEqual(wire.sent());
});

test('a client that only polls is served', async () => {
  const wire = await given({ transports: ['polling'] });
  for (let packet = 0; packet < 10; packet++) expect(wire.direct()).toBe(false);
  expect(await wire.arrived()).toEqual(wire.sent());
});

test('a compressed WebSocket has a queue of its own and is left alone', async () => {
  const wire = await given({ compressed: true });
  for (let packet = 0; packet < 10; packet++) {
    expect(wire.direct(3_000)).toBe(false);
    wire.emitted(3_000);
  }
  expect(await wire.arrived()).toEqual(wire.sent());
});

test.each([
  ['no queue', { writeBuffer: undefined }],
  ['no transport', { transport: undefined }],
  ['a transport without a socket', { transport: { name: 'websocket' } }],
])('with %s to be seen inside Engine.IO the stock way remains', async (_what, missing) => {
  const disguise: NumberedLineOptions['disguise'] = ({ conn, client }) => ({
    client,
    conn: new Proxy(conn, {
      get(real, name) {
        if (name in missing) return Reflect.get(missing, name);
        const value = Reflect.get(real, name);
        return typeof value === 'function' ? value.bind(real) : value;
      },
    }),
  });
  const wire = await given({ disguise });
  expect(wire.direct()).toBe(false);
  wire.emitted();
  expect(await wire.arrived()).toEqual([0, 1]);
});

test.each([
  ['by the server', (wire: NumberedLine) => void wire.server.disconnect(true)],
  ['by Engine.IO', (wire: NumberedLine) => void wire.server.conn.close()],
  ['without waiting', (wire: NumberedLine) => void wire.server.conn.close(true)],
  ['below everything', (wire: NumberedLine) => void wire.tcp().destroy()],
])('nothing follows once a connection is being closed %s', async (_how, close) => {
  const wire = await given();
  const gone = new Promise((resolve) => wire.client.once('disconnect', resolve));
  wire.direct();
  close(wire);
  expect(wire.line.send({ text: '2["late"]', frame: Buffer.from([0x81, 1, 0x34]) })).toBe(false);
  expect(['transport close', 'io server disconnect']).toContain(await gone);
});
