import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Request, Router } from 'express';
import { NOT_FOUND, sendProblem } from '../problem.ts';

const NOT_BUILT = { status: 503, code: 'client-not-built', title: 'The pages are not built: run npm run build.' };

const wantsPage = ({ path, headers }: Request): boolean =>
  !/\.[A-Za-z0-9]+$/.test(path) && /text\/html|\*\/\*/.test(headers.accept ?? '*/*');

/** The built client. Assets carry a hash in their name and never change; every page is the same document. */
export function clientRoutes(folder: string): Router {
  const router = Router();
  const page = join(folder, 'index.html');
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }));
  router.use(express.static(folder, { index: false, cacheControl: false, dotfiles: 'ignore' }));
  router.get('/{*path}', (request, response) => {
    if (!wantsPage(request)) return sendProblem(response, NOT_FOUND);
    if (!existsSync(page)) return sendProblem(response, NOT_BUILT);
    response.setHeader('Cache-Control', 'no-store');
    response.sendFile(page, { cacheControl: false });
  });
  return router;
}
