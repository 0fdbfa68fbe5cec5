import { type Request, Router } from 'express';
import type { ServiceBoard } from '../../application/service-status.ts';
import { carriesKey } from '../host-key.ts';
import type { Metrics } from '../metrics.ts';
import { NOT_FOUND, sendProblem } from '../problem.ts';

export interface HealthRoutesParts {
  service: ServiceBoard;
  metrics: Metrics;
  hostKey: string;
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

// Figures are for the operator: from this machine itself, or with the host key through a proxy.
const mayReadMetrics = (request: Request, hostKey: string): boolean =>
  carriesKey(request, hostKey) ||
  (LOOPBACK.test(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined);

/** `/healthz`: the process answers. `/readyz`: it can also write; video never makes it unready, it is only named. */
export function healthRoutes({ service, metrics, hostKey }: HealthRoutesParts): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  router.get('/readyz', (_request, response) => {
    const status = service.now();
    response.status(status.saving ? 200 : 503).json(status);
  });
  router.get('/metrics', async (request, response) => {
    if (!mayReadMetrics(request, hostKey)) return sendProblem(response, NOT_FOUND);
    response.type(metrics.contentType).send(await metrics.text());
  });
  return router;
}
