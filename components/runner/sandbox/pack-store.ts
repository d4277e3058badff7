// The files of language packs: fetched once for all visits, each checked by its hash, and kept in Cache Storage where there is one.
import { toHex } from '../../../party/shared/bytes.js';
import { type Bytes, brokenOff, counted, joined, openCache, openDownload, type Progress, recall } from '../download.js';
import type { PackAddress } from '../messages.js';
import { gunzipped } from './gunzip.js';
import { MANIFEST, type PackFile, type PackManifest, type PackPart, readManifest } from './pack-manifest.js';

const CACHE = 'code-room-packs';

export class PackStore {
  /** By folder and version. */
  readonly #manifests = new Map<string, Promise<PackManifest>>();
  /** To be kept: what was fetched, and what all of its pack is called. */
  #fetched: { url: URL; content: Blob; pack: PackAddress }[] = [];

  /** Reads a file of a pack. Rejects with a sentence if it cannot be had. */
  async read(pack: PackAddress, name: string, progress: Progress): Promise<ArrayBuffer> {
    const { files } = await this.#manifest(pack);
    const file = files.find((each) => each.name === name);
    const [first] = file?.parts ?? [];
    if (!file || !first) throw new Error(`The pack at ${pack.folder} has no file "${name}". Build it again.`);
    const size = file.parts.reduce((bytes, part) => bytes + part.size, 0);
    const url = new URL(first.path, pack.folder);
    const cache = await openCache(CACHE);
    const kept = cache && (await recall(cache, url));
    if (kept?.byteLength === file.size) {
      progress(size, size);
      return kept;
    }
    const content = await fetched(file, url, size, progress);
    // A copy that the browser may keep elsewhere: the bytes themselves go on to the frame.
    if (cache) this.#fetched.push({ url, content: new Blob([content]), pack });
    return content;
  }

  /** Keeps what was fetched for the next visit, in place of what other versions of its pack left. */
  async keep(): Promise<void> {
    const fetched = this.#fetched;
    this.#fetched = [];
    const cache = fetched.length > 0 ? await openCache(CACHE) : undefined;
    if (!cache) return;
    try {
      for (const { url, content } of fetched) await cache.put(url, new Response(content));
      for (const pack of new Set(fetched.map((each) => each.pack))) await this.#dropOthers(cache, pack);
    } catch {
      // The disk is full or the browser forbids it: the file is simply fetched again next time.
    }
  }

  async #dropOthers(cache: Cache, pack: PackAddress): Promise<void> {
    const { files } = await this.#manifest(pack);
    const paths = [MANIFEST, ...files.flatMap(({ parts }) => parts.map(({ path }) => path))];
    const current = new Set(paths.map((path) => new URL(path, pack.folder).href));
    for (const { url } of await cache.keys()) {
      if (new URL('.', url).href === new URL(pack.folder).href && !current.has(url)) await cache.delete(url);
    }
  }

  #manifest(pack: PackAddress): Promise<PackManifest> {
    const key = `${pack.folder} ${pack.version}`;
    const manifest = this.#manifests.get(key) ?? findManifest(pack);
    this.#manifests.set(key, manifest);
    // What could not be fetched may come the next time.
    manifest.catch(() => this.#manifests.delete(key));
    return manifest;
  }
}

/** One that was kept is as good as any, if it is of the wanted version. */
async function findManifest(pack: PackAddress): Promise<PackManifest> {
  const url = new URL(MANIFEST, pack.folder);
  const cache = await openCache(CACHE);
  const kept = cache && (await recall(cache, url));
  const text = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes);
  try {
    if (kept) return readManifest(text(kept), pack);
  } catch {
    // That of another version.
  }
  const { parts } = await opened(url, 'no-cache');
  const bytes = await joined(parts);
  const manifest = readManifest(text(bytes.buffer), pack);
  // A full disk is no reason not to run.
  cache?.put(url, new Response(bytes)).catch(() => {});
  return manifest;
}

async function fetched({ parts, packed, size }: PackFile, url: URL, travels: number, progress: Progress) {
  let before = 0;
  const pieces: Bytes[] = [];
  for (const part of parts) {
    pieces.push(await fetchedPart(part, url, (loaded) => progress(before + loaded, travels)));
    before += part.size;
  }
  const content = packed ? await gunzipped(each(pieces), url) : (await joined(each(pieces))).buffer;
  if (content.byteLength !== size) throw brokenOff(url);
  return content;
}

async function* each(pieces: Bytes[]): AsyncGenerator<Bytes, void> {
  yield* pieces;
}

async function fetchedPart({ path, size, sha256 }: PackPart, beside: URL, progress: (loaded: number) => void) {
  const url = new URL(path, beside);
  const { parts } = await opened(url);
  const bytes = await joined(counted(parts, size, progress));
  if (bytes.length < size) throw brokenOff(url);
  // Browsers have it on secure pages alone; on others nobody can be kept from changing what is on its way.
  const digest = globalThis.crypto?.subtle && toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  if (bytes.length !== size || (digest ?? sha256) !== sha256) {
    throw new Error(
      `${url.href} is not the file that ${MANIFEST} lists: its SHA-256 differs. Whoever runs that server has to put up the whole pack again.`,
    );
  }
  return bytes;
}

/** A policy of this page that forbids the address, or a server that lets no other origin read it, looks like a lost connection. */
async function opened(url: URL, cache?: RequestCache): ReturnType<typeof openDownload> {
  let forbidden = false;
  const onViolation = ({ disposition, blockedURI }: SecurityPolicyViolationEvent) => {
    forbidden ||= disposition === 'enforce' && blockedURI !== '' && url.href.startsWith(blockedURI);
  };
  globalThis.document?.addEventListener('securitypolicyviolation', onViolation);
  try {
    return await openDownload(url, cache);
  } catch (error) {
    await new Promise((heardNow) => setTimeout(heardNow));
    if (forbidden) {
      throw new Error(
        `the runner's Content-Security-Policy does not let it in. Whoever runs ${location.origin} has to add "${url.origin}" to the connect-src of the runner's page.`,
        { cause: error },
      );
    }
    if (url.origin === globalThis.location?.origin || !/cannot be reached/.test(String(error))) throw error;
    throw new Error(
      `${url.href} cannot be reached. Check the connection and that its server sends Access-Control-Allow-Origin, then run again.`,
      { cause: error },
    );
  } finally {
    globalThis.document?.removeEventListener('securitypolicyviolation', onViolation);
  }
}
