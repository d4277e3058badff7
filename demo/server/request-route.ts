/** Which route a request belongs to in the log and the counters; made-up paths do not fill them. */
import { ROOM_PREFIX } from '../../party/engine/log.js';

/** Known paths: of the API, of the host's pages, and of what programs read of them. A page as Markdown counts as the page. */
const API = 'api/rooms api/ai api/languages api/questions api/runners healthz openapi.json'.split(' ');
const PAGES = 'r rooms embed docs preview languages questions runners templates metrics sandbox'.split(' ');
const FOR_PROGRAMS = 'llms.txt llms-full.txt index skill'.split(' ');
const KNOWN = [...API, ...PAGES, ...FOR_PROGRAMS].join('|').replaceAll('.', '\\.');
const ROUTES = new RegExp(`^/($|(${KNOWN})(\\.md)?(/|$))`);

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
