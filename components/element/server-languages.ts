// The languages that a room's server runs, beside those of the page: asked for a moment after a room has opened, once unless the server is busy.
import { until } from '../page/wait.js';
import { languageDefinition, registerLanguage } from '../runner/languages/registry.js';
import { notLoaded } from '../wording/errors.js';
import type { RoomVisit } from './room-visit.js';
import { defaultHost, isFromHost, toOrigin } from './server-url.js';

interface ServerLanguage {
  id: string;
  label: string;
  example: string;
}

/** Pauses before a server that had too much to do is asked again. */
const AGAIN_MS = [5_000, 30_000, 120_000] as const;
/** For a program and for its turn among others. */
const TIME_LIMIT_MS = 120_000;

/** Null: the server had too much to do. */
const asked = new Map<string, Promise<ServerLanguage[] | null>>();

/** Waits until the room is open, because a server that refuses the page refuses this request, too. A server that the element's script did not come from is asked only when the room has a file in a language that cannot be run here. */
export async function learnLanguagesOf({ isLocal, session, host, signal }: RoomVisit): Promise<void> {
  if (isLocal) return;
  await until(session, 'status', () => session.status === 'live', { signal });
  const { files } = session.documents;
  const isUnknown = () =>
    files.list.some(({ document }) => document.language && !languageDefinition(document.language));
  if (!isFromHost(host)) await until(files, 'change', isUnknown, { signal });
  const gone = () => signal.aborted;
  for (const pause of AGAIN_MS) {
    if ((await learnLanguages(host, gone)) || gone()) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  await learnLanguages(host, gone);
}

/** What a page runs by itself stays there. Never rejects: a server that has no such list runs none. False: it had too much to do, and is to be asked again. */
export async function learnLanguages(server: string | null, gone: () => boolean): Promise<boolean> {
  if (server === null || gone()) return true;
  const known = asked.get(server) ?? askServer(server);
  asked.set(server, known);
  try {
    const languages = await known;
    if (languages === null) asked.delete(server);
    else if (!gone()) for (const language of languages) add(server, language);
    return languages !== null;
  } catch {
    // It may be out of reach only now: the next room asks again. Where a page's policy forbids it, asking more often helps nobody.
    asked.delete(server);
    return true;
  }
}

async function askServer(server: string): Promise<ServerLanguage[] | null> {
  const answer = await fetch(`${server}/api/languages`, { credentials: 'omit' });
  if (answer.status === 429 || answer.status >= 500) return null;
  const { languages = [] } = answer.ok ? await answer.json() : {};
  return languages;
}

/** The servers that run a language, by its id: a page may have rooms of several. */
const running = new Map<string, Set<string>>();

function add(server: string, { id, label, example }: ServerLanguage): void {
  const servers = running.get(id)?.add(server);
  if (servers || languageDefinition(id)) return;
  const known = new Set([server]);
  running.set(id, known);
  registerLanguage({
    ...{ id, label, example, timeLimitMs: TIME_LIMIT_MS },
    run: async (request, ...run) => {
      const { runOnServer } = await import('./run-on-server.js').catch(notLoaded);
      const own = request.room && toOrigin(request.room.host || defaultHost());
      return runOnServer(own && known.has(own) ? own : server, request, ...run);
    },
  });
}
