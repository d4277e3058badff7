// The language packs that a server offers: their languages become runnable on this page.
import { openCache, recall } from '../download.js';
import type { PackLanguage } from './definition.js';
import { languageChanges, languageDefinition, registerLanguage } from './registry.js';

/** One pack as `packs.json` has it. */
interface OfferedPack {
  id: string;
  version: string;
  languages: Pick<PackLanguage, 'id' | 'label' | 'extension' | 'highlight'>[];
  worker: string;
  files: string[];
  compiled: string[];
}

const LIST = 'packs.json';
const CACHE = 'code-room-packs';

const offers = new Map<string, Promise<void>>();
/** A folder has answered, or cannot be reached. */
let answered = false;

/** Asks a folder of packs what it has, until it has answered. Never rejects: a server without packs is in order. */
export function learnPacks(folder: URL): Promise<void> {
  const offer = offers.get(folder.href) ?? ask(folder).finally(told);
  offers.set(folder.href, offer);
  return offer;
}

/** Whether it is not known yet which languages the packs have. */
export function packsAreUnknown(): boolean {
  return !answered;
}

function told(): void {
  answered = true;
  languageChanges.dispatchEvent(new Event('change'));
}

async function ask(folder: URL): Promise<void> {
  const url = new URL(LIST, folder);
  const cache = await openCache(CACHE);
  try {
    const answer = await fetch(url, { credentials: 'omit', cache: 'no-cache' });
    if (answer.status === 429 || answer.status >= 500) throw new Error('It has too much to do.');
    if (!answer.ok) return;
    const bytes = await answer.arrayBuffer();
    register(bytes, folder);
    // A full disk is no reason not to run.
    cache?.put(url, new Response(bytes)).catch(() => {});
  } catch {
    // Without a connection, or an answer: what it had the last time is kept by the runner. The next room asks again.
    offers.delete(folder.href);
    const kept = cache && (await recall(cache, url));
    if (kept) register(kept, folder);
  }
}

function register(list: ArrayBuffer, folder: URL): void {
  for (const { id, version, languages, worker, files, compiled } of packsIn(list)) {
    const pack = { folder: new URL(`${id}/`, folder).href, version };
    for (const language of languages) {
      // What the page has registered is what it wants.
      if (languageDefinition(language.id)) continue;
      const definition: PackLanguage = { ...language, worker, files, compiled, pack };
      registerLanguage(definition);
    }
  }
}

function packsIn(list: ArrayBuffer): OfferedPack[] {
  try {
    const { format, packs } = JSON.parse(new TextDecoder().decode(list));
    return format === 1 && Array.isArray(packs) ? packs : [];
  } catch {
    // No list: such as the page that some servers give for every address.
    return [];
  }
}
