/** The reference host for every engine: pages, API and sandbox, with rooms and files from the engine. */
import { Hono } from 'hono';
import { frameAncestors, originRule } from '../../party/access/origins.js';
import type { RoomDirectory } from '../../party/commands/command.js';
import { readSettings } from '../../party/config/settings-table.js';
import { reportError } from '../../party/engine/log.js';
import { deployedApi } from '../../party/http/deployed-api.js';
import { sandboxResponse } from '../../party/http/sandbox-page.js';
import type { Question } from '../../party/shared/question.js';
import type { Docs } from './docs.js';
import { RequestMetrics } from './metrics.js';
import { createSite } from './site.js';

interface HostParts {
  env: Record<string, unknown>;
  rooms: RoomDirectory;
  openByDefault: boolean;
  /** Reads a file of the site by path, such as `/sandbox/index.html`; null when it does not exist. */
  readFile: (path: string) => Promise<Response | null>;
  /** The question library, as written by demo/build/questions.mjs. */
  questions: string;
  /** The documents, as written by demo/build/docs.ts. */
  documents: string;
}

/** Create one for all requests, because it counts rooms per address. */
export function createHost({ env, rooms, openByDefault, readFile, questions, documents }: HostParts): Hono {
  const {
    CODE_ROOM_URL: url,
    CODE_ROOM_MAKERS: makers,
    CODE_ROOM_OPEN: open = openByDefault,
    ...others
  } = readSettings(env);
  const library = () => JSON.parse(questions) as Question[];
  const api = deployedApi({ env, rooms, openByDefault, questions: library });
  const ancestors = frameAncestors(env, openByDefault);
  const sandbox = async () => {
    const page = await readFile('/sandbox/index.html');
    return page
      ? sandboxResponse(await page.text(), ancestors)
      : new Response('The sandbox is not built.', { status: 404 });
  };
  // Kept once they are read: a promise would keep a failure too, and would never resolve if its request was broken off.
  let packs: string[] | undefined;
  const addedLanguages = async () => {
    packs ??= await readPackLanguages(readFile);
    return [...packs, ...(others.CODE_ROOM_RUNNERS ?? []).map(({ language }) => language)];
  };
  const site = createSite({
    addedLanguages,
    api,
    documents: JSON.parse(documents) as Docs,
    rooms,
    sandbox,
    url,
    open,
    previewsJoin: originRule(env, openByDefault)('null', ''),
    needsKey: !!makers,
    packages: others.CODE_ROOM_PACKAGES,
    reportError,
  });
  const observer = new RequestMetrics(others.CODE_ROOM_METRICS);
  return new Hono()
    .use('*', observer.watch)
    .get('/metrics', observer.metrics)
    .mount('/', (request) => site.fetch(request));
}

/** Ids of the languages of the packs beside the site; a site that was built without packs has none. */
async function readPackLanguages(readFile: HostParts['readFile']): Promise<string[]> {
  const list = await readFile('/packs/packs.json');
  if (!list) return [];
  const { packs } = (await list.json()) as { packs: { languages: { id: string }[] }[] };
  return packs.flatMap(({ languages }) => languages.map(({ id }) => id));
}
