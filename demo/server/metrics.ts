/** Request ids in answers and log, and counters at `/metrics`. */
import type { Context, MiddlewareHandler } from 'hono';
import { digest } from '../../party/access/secrets.js';
import { connectionCounts } from '../../party/engine/connection-count.js';
import { log } from '../../party/engine/log.js';
import { routeOf } from './request-route.js';

/** An id from a proxy is kept if it matches. Hono's own middleware accepts any length, and no dots. */
const GIVEN_ID = /^[\w.-]{8,64}$/;
/** Maximum number of different counters, because strangers can invent paths without end. */
const COUNTED = 500;

interface Counts {
  requests: Map<string, { count: number; seconds: number }>;
  since: number;
}

export class RequestMetrics {
  /** Of this process; on Cloudflare of one isolate of many, so its own dashboards are better there. */
  readonly #counts: Counts = { requests: new Map(), since: Date.now() };

  /** `key` is required for `/metrics`; without a key the path does not exist. */
  constructor(private readonly key: string | undefined) {}

  get watch(): MiddlewareHandler {
    return async (c, next) => {
      const began = Date.now();
      const given = c.req.header('X-Request-Id') ?? '';
      const id = GIVEN_ID.test(given) ? given : crypto.randomUUID();
      await next();
      c.header('X-Request-Id', id);
      this.#note(c, id, Date.now() - began);
    };
  }

  get metrics(): MiddlewareHandler {
    return async (c, next) => {
      if (this.key === undefined) return next();
      const given = /^Bearer +(\S+) *$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';
      // Comparing digests keeps the timing independent of the key.
      if ((await digest(given)) !== (await digest(this.key)))
        return c.text('Send the value of CODE_ROOM_METRICS as bearer token.\n', 401, { 'WWW-Authenticate': 'Bearer' });
      return c.text(this.#print(), 200, { 'Content-Type': 'text/plain; version=0.0.4', 'Cache-Control': 'no-store' });
    };
  }

  #note(c: Context, id: string, ms: number): void {
    const { route, room } = routeOf(c.req.path);
    const { status } = c.res;
    const method = METHODS.has(c.req.method) ? c.req.method : 'other';
    const known = `method="${method}",route="${route}",status="${status}"`;
    const full = this.#counts.requests.size >= COUNTED && !this.#counts.requests.has(known);
    const labels = full ? `method="${method}",route="other",status="${status}"` : known;
    const counted = this.#counts.requests.get(labels) ?? { count: 0, seconds: 0 };
    this.#counts.requests.set(labels, { count: counted.count + 1, seconds: counted.seconds + ms / 1000 });
    const level = status >= 500 ? 'error' : 'info';
    log(level, 'request', { id, method, route, ...(room && { room }), status, ms });
  }

  #print(): string {
    const requests = [...this.#counts.requests];
    const { rooms, connections } = connectionCounts();
    const lines = [
      '# HELP code_room_requests_total Requests answered, files and room sockets not counted.',
      '# TYPE code_room_requests_total counter',
      ...requests.map(([labels, { count }]) => `code_room_requests_total{${labels}} ${count}`),
      '# HELP code_room_request_seconds_total Time spent on them.',
      '# TYPE code_room_request_seconds_total counter',
      ...requests.map(([labels, { seconds }]) => `code_room_request_seconds_total{${labels}} ${seconds.toFixed(3)}`),
      '# HELP code_room_connections Sockets that are open now.',
      '# TYPE code_room_connections gauge',
      `code_room_connections ${connections}`,
      '# HELP code_room_rooms_in_use Rooms with a socket open to them now.',
      '# TYPE code_room_rooms_in_use gauge',
      `code_room_rooms_in_use ${rooms}`,
      '# HELP code_room_start_time_seconds When counting began.',
      '# TYPE code_room_start_time_seconds gauge',
      `code_room_start_time_seconds ${Math.floor(this.#counts.since / 1000)}`,
    ];
    return `${lines.join('\n')}\n`;
  }
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
