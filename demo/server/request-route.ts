/** Which route a request belongs to in the log and the counters; invented paths do not fill them. */
import { ROOM_PREFIX } from '../../party/engine/log.js';

/** Known paths: of the API, and of the host's pages. */
const API = 'api/rooms api/ai api/languages api/questions api/runners healthz openapi.json'.split(' ');
const PAGES = 'r rooms embed docs preview languages questions runners templates metrics sandbox'.split(' ');
const ROUTES = new RegExp(`^/($|(${[...API, ...PAGES].join('|').replace('.', '\\.')})(/|$))`);

/** Known parts after a room's id: of the API, and of the interviewer panel. */
const PARTS: ReadonlySet<string> = new Set(
  [
    'token code mine replay report diagnostics lock unlock end reopen people links tokens revoke assistant help run questions',
    'reset desk',
  ].flatMap((parts) => parts.split(' ')),
);

/** The path without the room's id. */
export function routeOf(path: string): { route: string; room: string } {
  const [, base = '', id = '', rest = ''] = /^(\/api\/rooms|\/r)\/([^/]+)\/?([^/]*)/.exec(path) ?? [];
  if (base)
    return {
      route: `${base}/{id}${rest && `/${PARTS.has(rest) ? rest : '…'}`}`,
      room: /^[\w-]+$/.test(id) ? id.slice(0, ROOM_PREFIX) : '',
    };
  const known = ROUTES.exec(path);
  return { route: known ? `/${known[2] ?? ''}` : 'other', room: '' };
}
