// Python packages: fetched by the page under its own policy, from a folder like that of a Pyodide release, and verified against its lock file.
import { toHex } from '../../party/shared/bytes.js';
import { sleep } from '../../party/shared/time.js';
import { download, openCache, recall } from './download.js';
import type { PackageFile, Supply } from './messages.js';
import { folderAddress, noAddress } from './page-address.js';

/** One package of `pyodide-lock.json`. */
interface Package {
  name: string;
  file_name: string;
  install_dir?: string;
  sha256: string;
  imports?: string[];
  depends?: string[];
}

interface Lock {
  info: { abi_version?: string };
  packages: Record<string, Package>;
}

/** Reports the progress of all packages together; `total` is 0 while unknown. */
type Progress = (name: string, loaded: number, total: number) => void;

/** The same of one package. */
type PartProgress = (loaded: number, total: number) => void;

/** A package on its way, and whoever waits for it. */
interface OnItsWay {
  bytes: Promise<ArrayBuffer>;
  /** When something of it arrived last. */
  heardAt: number;
  part: [loaded: number, total: number];
  listeners: Set<PartProgress>;
}

/** Of what is on its way nothing has arrived for so long: a later run does not wait for it, too. */
const STALLED_MS = 15_000;

const CACHE = 'code-room-packages';
const LOCK = 'pyodide-lock.json';

const folders = new Map<string, PackageFolder>();

/** `address` may be relative to the page; empty means no packages. */
export function packageFolder(address: string): PackageFolder {
  const folder = folders.get(address) ?? new PackageFolder(address);
  folders.set(address, folder);
  return folder;
}

class PackageFolder {
  #lockFetch: { lock: Promise<Lock>; heardAt: number } | undefined;
  /** By their files. */
  readonly #onTheirWay = new Map<string, OnItsWay>();

  constructor(private readonly address: string) {}

  /** The packages for these modules, in installation order. Never rejects. */
  async supply(modules: string[], progress: Progress): Promise<Supply> {
    const supply: Supply = { abi: '', packages: [], lacking: {} };
    const names = [...new Set(modules.map(topOf))];
    const lack = (reason: (name: string) => string) => {
      for (const name of names) supply.lacking[name] ??= reason(name);
    };
    if (this.address === '') {
      lack(
        (name) =>
          `${name} is not available here: programs can import what comes with Python. To offer packages, whoever runs this site has to set \`packages\`.`,
      );
      return supply;
    }
    try {
      const lock = await this.#lockFile();
      supply.abi = lock.info.abi_version ?? '';
      const found = Object.values(lock.packages).filter(({ imports }) =>
        imports?.some((name) => modules.includes(name)),
      );
      const offered = new Set(found.flatMap(({ imports = [] }) => imports.map(topOf)));
      for (const name of names) {
        if (offered.has(name)) continue;
        supply.lacking[name] =
          `${name} is not among the packages at ${this.#base.href}. Check its name, or ask whoever runs this site to add it.`;
      }
      supply.packages = await this.#fetchAll(withDependencies(found, lock), progress);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      lack((name) => `${name} could not be loaded: ${reason}`);
    }
    return supply;
  }

  /** Throws an Error with a sentence when there is no such address. */
  get #base(): URL {
    const address = folderAddress(this.address);
    if (!address) throw new Error(noAddress('packages', 'https://rooms.example/python/'));
    return address;
  }

  #lockFile(): Promise<Lock> {
    if (this.#lockFetch && !isStalled(this.#lockFetch)) return this.#lockFetch.lock;
    const lock = this.#fetchLock(() => {
      begun.heardAt = performance.now();
    });
    const begun = { lock, heardAt: performance.now() };
    this.#lockFetch = begun;
    const came = () => {
      begun.heardAt = Number.POSITIVE_INFINITY;
    };
    // A failed fetch may succeed next time.
    const failed = () => {
      if (this.#lockFetch === begun) this.#lockFetch = undefined;
    };
    lock.then(came, failed);
    return lock;
  }

  async #fetchLock(heard: () => void): Promise<Lock> {
    const url = new URL(LOCK, this.#base);
    const lock = JSON.parse(new TextDecoder().decode(await downloadOpenly(url, heard)));
    if (typeof lock?.info === 'object' && typeof lock.packages === 'object') return lock;
    throw new Error(`${url.href} is no list of Pyodide packages.`);
  }

  async #fetchAll(packages: Package[], progress: Progress): Promise<PackageFile[]> {
    const cache = await openCache(CACHE);
    const parts = new Map<Package, [loaded: number, total: number]>();
    const tell = (each: Package, ...part: [number, number]) => {
      parts.set(each, part);
      const sum = (index: 0 | 1) => [...parts.values()].reduce((bytes, one) => bytes + one[index], 0);
      const known = parts.size === packages.length && [...parts.values()].every(([, total]) => total > 0);
      progress(each.name, sum(0), known ? sum(1) : 0);
    };
    return Promise.all(
      packages.map(async (each) => {
        const bytes = await this.#fetch(each, cache, (...part) => tell(each, ...part));
        return { name: each.file_name.split('/').pop() ?? '', folder: each.install_dir ?? 'site', bytes };
      }),
    );
  }

  /** Whoever stops a run and starts another waits for what is on its way already; each gets bytes of its own, to give away. */
  async #fetch(each: Package, cache: Cache | undefined, progress: PartProgress): Promise<ArrayBuffer> {
    const coming = this.#onTheirWay.get(each.file_name);
    const begun = coming && !isStalled(coming) ? coming : undefined;
    if (begun) progress(...begun.part);
    const { listeners, bytes } = begun ?? this.#begin(each, cache, progress);
    listeners.add(progress);
    const whole = await bytes;
    return listeners.size > 1 ? whole.slice(0) : whole;
  }

  #begin(each: Package, cache: Cache | undefined, first: PartProgress): OnItsWay {
    const heard: PartProgress = (...now) => {
      begun.part = now;
      begun.heardAt = performance.now();
      for (const listener of begun.listeners) listener(...now);
    };
    const over = () => {
      if (this.#onTheirWay.get(each.file_name) === begun) this.#onTheirWay.delete(each.file_name);
    };
    const load = async () => {
      // Nothing is told before there is somebody to tell.
      await undefined;
      return this.#load(each, cache, heard).finally(over);
    };
    const listeners = new Set([first]);
    const begun: OnItsWay = { bytes: load(), heardAt: performance.now(), part: [0, 0], listeners };
    this.#onTheirWay.set(each.file_name, begun);
    return begun;
  }

  async #load(each: Package, cache: Cache | undefined, progress: PartProgress) {
    const url = new URL(each.file_name, this.#base);
    const kept = cache && (await recall(cache, url));
    if (kept && (await digest(kept)) === each.sha256) {
      progress(kept.byteLength, kept.byteLength);
      return kept;
    }
    progress(0, 0);
    const { buffer } = await downloadOpenly(url, progress);
    if ((await digest(buffer)) !== each.sha256) {
      throw new Error(`${url.href} is not the file that ${LOCK} lists: its SHA-256 differs.`);
    }
    // A full disk must not prevent the run.
    if (cache) cache.put(url, new Response(buffer.slice(0))).catch(() => {});
    return buffer;
  }
}

function isStalled({ heardAt }: { heardAt: number }): boolean {
  return performance.now() - heardAt > STALLED_MS;
}

/** When a page's policy blocks the fetch, fetch only reports a network error; the violation event tells the reason. */
async function downloadOpenly(url: URL, progress: (loaded: number, total: number) => void) {
  let forbidden = false;
  const heard = ({ disposition, blockedURI }: SecurityPolicyViolationEvent) => {
    forbidden ||= disposition === 'enforce' && blockedURI !== '' && url.href.startsWith(blockedURI);
  };
  document.addEventListener('securitypolicyviolation', heard);
  try {
    return await download(url, progress);
  } catch (error) {
    await sleep(0);
    if (!forbidden) throw error;
    throw new Error(
      `the page's Content-Security-Policy does not let it in. Add "connect-src ${url.origin}" to it and reload.`,
      { cause: error },
    );
  } finally {
    document.removeEventListener('securitypolicyviolation', heard);
  }
}

/** Each package after its dependencies. */
function withDependencies(packages: Package[], { packages: all }: Lock): Package[] {
  const byName = new Map(Object.values(all).map((each) => [plainName(each.name), each]));
  const seen = new Set<Package>();
  const ordered: Package[] = [];
  const add = (each: Package) => {
    if (seen.has(each)) return;
    seen.add(each);
    for (const name of each.depends ?? []) {
      const other = byName.get(plainName(name));
      if (!other) throw new Error(`${each.name} needs ${name}, which ${LOCK} does not list.`);
      add(other);
    }
    ordered.push(each);
  };
  packages.forEach(add);
  return ordered;
}

/** Normalises a package name, in which `-`, `_` and `.` are equivalent. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

function topOf(module: string): string {
  return module.split('.')[0] ?? '';
}

async function digest(bytes: ArrayBuffer): Promise<string> {
  // Browsers have `crypto.subtle` only on secure pages.
  if (!globalThis.crypto?.subtle)
    throw new Error('packages can be checked, and so used, only on a page served over https.');
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
