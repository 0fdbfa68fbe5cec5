import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LoadedFile } from './first-load.ts';

/** A page of as many files and bytes as ours that does next to nothing: what loading so much costs by itself. */
export interface FloorPage {
  url: string;
  stop(): Promise<void>;
}

/** Serves the floor page. Its scripts are functions nobody calls, its styles are rules that match nothing. */
export async function startFloorPage(files: readonly LoadedFile[]): Promise<FloorPage> {
  const bodies = new Map<string, { type: string; body: string }>();
  const scripts = files.filter(({ kind }) => kind === 'code');
  const styles = files.filter(({ kind }) => kind === 'style');
  for (const { name, body } of scripts) bodies.set(name, { type: 'text/javascript', body: idleScript(body.length) });
  for (const { name, body } of styles) bodies.set(name, { type: 'text/css', body: idleStyle(body.length) });
  const tags = [
    ...styles.map(({ name }) => `<link rel="stylesheet" href="${name}">`),
    ...scripts.map(({ name }) => `<script type="module" src="${name}"></script>`),
  ].join('');
  const draw =
    '<script type="module">document.body.append(Object.assign(document.createElement("h1"),{textContent:"Ready"}))</script>';
  bodies.set('/', { type: 'text/html', body: `<!doctype html><title>Floor</title>${tags}<body>${draw}</body>` });
  const server = createServer(({ url }, response) => {
    const found = bodies.get(url ?? '');
    response.writeHead(found ? 200 : 404, { 'content-type': found?.type ?? 'text/plain' }).end(found?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

const repeated = (bytes: number, part: (at: number) => string): string => {
  let text = '';
  for (let at = 0; text.length < bytes; at++) text += part(at);
  return text;
};

const idleScript = (bytes: number): string =>
  repeated(bytes, (at) => `function f${at}(a,b){return a.map(x=>x+b).filter(Boolean).join("${at}")}\n`);
const idleStyle = (bytes: number): string =>
  repeated(bytes, (at) => `.none${at}{display:grid;gap:${at}px;color:red}\n`);
