// The languages that a room's server runs, beside those of the page: asked for once, a moment after a room has opened, and again while the server cannot tell.
import { until } from '../page/wait.js';
import { languageDefinition, registerLanguage } from '../runner/languages/registry.js';
import { notLoaded } from '../wording/status-text.js';
import type { RoomVisit } from './room-visit.js';
import { isFromHost } from './server-url.js';

interface ServerLanguage {
  id: string;
  label: string;
  example: string;
}

/** Pauses before a server that could not tell is asked again. */
const AGAIN_MS = [5_000, 30_000, 120_000] as const;
/** For a program and for its turn among others. */
const TIME_LIMIT_MS = 120_000;

const asked = new Map<string, Promise<ServerLanguage[]>>();

/** Once the room is open, since a server that refuses the page refuses this, too; where it does not surely tell, when there is a language that cannot be run. */
export async function learnLanguagesOf({ alone, session, host, signal }: RoomVisit): Promise<void> {
  if (alone) return;
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

/** What a page runs by itself stays there. Never rejects: a server that has no such list runs none. False: it could not tell, and is asked again. */
export async function learnLanguages(server: string | null, gone: () => boolean): Promise<boolean> {
  if (server === null || gone()) return true;
  const known = asked.get(server) ?? askServer(server);
  asked.set(server, known);
  try {
    const languages = await known;
    if (!gone()) for (const language of languages) add(server, language);
    return true;
  } catch {
    // It may be out of reach, or have too much to do, only now.
    asked.delete(server);
    return false;
  }
}

async function askServer(server: string): Promise<ServerLanguage[]> {
  const answer = await fetch(`${server}/api/languages`, { credentials: 'omit' });
  if (answer.status === 429 || answer.status >= 500) throw new Error(`${answer.status}`);
  const { languages = [] } = answer.ok ? await answer.json() : {};
  return languages;
}

function add(server: string, { id, label, example }: ServerLanguage): void {
  if (languageDefinition(id)) return;
  registerLanguage({
    ...{ id, label, example, timeLimitMs: TIME_LIMIT_MS },
    run: async (...run) => {
      const { runOnServer } = await import('./run-on-server.js').catch(notLoaded);
      return runOnServer(server, ...run);
    },
  });
}
