/** Answers what a page with the tag asks its server over HTTP: the API, its description, health, and the sandbox's page. */
import sandboxPage from '../../dist/sandbox/index.html';
import { frameAncestors } from '../access/origins.js';
import { type ApiParts, deployedApi } from '../http/deployed-api.js';
import { sandboxResponse, unlessKnown } from '../http/sandbox-page.js';

const NO_PACKS = { format: 1, packs: [] };
const OPEN = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

const API = /^\/(api\/.*|openapi\.json|healthz)$/;

/** Returns null for all other addresses, which are the team's own. Create one for all requests. */
export function createRoomSite(parts: ApiParts): (request: Request) => Response | Promise<Response> | null {
  const api = deployedApi(parts);
  const ancestors = frameAncestors(parts.env, parts.openByDefault);
  return (request) => {
    const { pathname } = new URL(request.url);
    if (API.test(pathname)) return api.fetch(request);
    // The files of language packs are served before us; a server without packs says so, and not that something is missing.
    if (pathname === '/packs/packs.json') return Response.json(NO_PACKS, { headers: OPEN });
    if (!/^\/sandbox(\/|\/index\.html)?$/.test(pathname) || !/^(GET|HEAD)$/.test(request.method)) return null;
    return sandboxResponse(sandboxPage, ancestors).then((response) => unlessKnown(request, response));
  };
}
