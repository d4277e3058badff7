// Runtime of one language in the frame: its files, loaded once, and spare workers that have started but run nothing.
import type {
  CompileCacheEntry,
  RunnerProgress,
  RuntimeFile,
  RuntimeFiles,
  RuntimeSpec,
  WorkerMessage,
  WorkerOrder,
} from '../messages.js';
import type { FileClient } from './file-client.js';
import { NOTICE_DELAY_MS } from './start-notice.js';
import type { TypingPause } from './typing-pause.js';

interface Loaded {
  scriptUrl: Promise<string>;
  files: Promise<RuntimeFiles>;
}

export class Runtime {
  #loaded: Loaded | undefined;
  readonly #starting = new Set<Promise<void>>();
  readonly #spares: Worker[] = [];
  readonly #parts = new Map<string, Promise<Blob>>();
  #loading = false;
  /** The next worker is to rehearse what need be rehearsed but once. */
  #first = true;
  #rehearsed = false;
  /** Of the program that was compiled last. */
  kept: CompileCacheEntry | undefined;

  constructor(
    private readonly spec: RuntimeSpec,
    private readonly client: FileClient,
    private readonly typingPause: TypingPause,
    private readonly tell: (progress: RunnerProgress | null) => void,
  ) {}

  get isReady(): boolean {
    return this.#spares.length > 0;
  }

  /** Resolves when there is a spare, and reports progress meanwhile. Rejects with a sentence if the language cannot be loaded. */
  async ready(): Promise<void> {
    if (this.isReady) return;
    this.typingPause.skip();
    const { language, label } = this.spec;
    const notice = setTimeout(() => {
      if (!this.#loading) this.tell({ language, sentence: `Starting ${label}`, loaded: 0, total: 0 });
    }, NOTICE_DELAY_MS);
    await this.warm().finally(() => {
      clearTimeout(notice);
      this.tell(null);
    });
  }

  /** The same without progress and at low priority, since nobody waits yet. Continues until there are `spares`, starting some of them together. */
  async warm(spares = 1, together = 1): Promise<void> {
    while (this.#spares.length < spares) {
      const most = Math.min(together, spares - this.#spares.length);
      while (this.#starting.size < most) {
        const start: Promise<void> = this.#start().finally(() => this.#starting.delete(start));
        this.#starting.add(start);
      }
      await Promise.race(this.#starting);
    }
  }

  /** Takes a spare for one run, as soon as there is one; undefined if it is not wanted any more by then. */
  async take(wanted: () => boolean): Promise<Worker | undefined> {
    for (;;) {
      await this.ready();
      // Another waiting call may have taken it.
      const worker = wanted() ? this.#spares.shift() : undefined;
      // It may be one that had no time for it.
      this.#first = !this.#rehearsed;
      if (worker || !wanted()) return worker;
    }
  }

  /** Terminates all spares but so many, to free memory. */
  trimSpares(spares: number): void {
    for (const worker of this.#spares.splice(spares)) worker.terminate();
  }

  #drop(worker: Worker): void {
    const at = this.#spares.indexOf(worker);
    if (at >= 0) this.#spares.splice(at, 1);
  }

  async #start(): Promise<void> {
    this.#loading ||= this.#loaded === undefined;
    try {
      this.#loaded ??= this.#load();
      const { scriptUrl, files } = this.#loaded;
      // The browser starts the worker while the larger files are still loading.
      const address = await scriptUrl;
      await this.typingPause.wait();
      const first = this.#first;
      this.#first = false;
      const worker = await startWorker(address, files, first);
      worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
        if (data.type === 'part') void this.#givePart(worker, data.name);
        else if (data.type === 'rehearsed') this.#rehearsed = true;
      });
      // One that fails while it waits is terminated, and must not be given to a program.
      worker.addEventListener('error', () => this.#drop(worker));
      this.#spares.push(worker);
    } catch (error) {
      this.#loaded = undefined;
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${this.spec.label} could not be loaded: ${reason}`);
    } finally {
      if (this.#loading) this.tell(null);
      this.#loading = false;
    }
  }

  /** A part is loaded when a program first needs it, and kept for the next. */
  async #givePart(worker: Worker, name: string): Promise<void> {
    const part = this.#parts.get(name) ?? this.client.read(name, () => {}).then((bytes) => new Blob([bytes]));
    this.#parts.set(name, part);
    try {
      worker.postMessage({ type: 'part', name, content: await part } satisfies WorkerOrder);
    } catch (error) {
      this.#parts.delete(name);
      const sentence = error instanceof Error ? error.message : String(error);
      worker.postMessage({ type: 'no-part', name, sentence } satisfies WorkerOrder);
    }
  }

  #load(): Loaded {
    const { language, label, scripts, files } = this.spec;
    const parts = new Map<string, { loaded: number; total: number }>();
    const tell = () => {
      const sum = (key: 'loaded' | 'total') => [...parts.values()].reduce((bytes, part) => bytes + part[key], 0);
      // Reported only when every file's size is known; otherwise the total would jump.
      const total = parts.size === scripts.length + files.length ? sum('total') : 0;
      const sentence = total > 0 && sum('loaded') === total ? `Starting ${label}` : `Loading ${label}`;
      this.tell({ language, sentence, loaded: sum('loaded'), total });
    };
    const read = ({ name, content, pack }: RuntimeFile) => {
      const progress = (loaded: number, total: number) => {
        parts.set(name, { loaded, total });
        tell();
      };
      if (!content) return this.client.read(name, progress, pack);
      progress(content.size, content.size);
      return content.arrayBuffer();
    };
    tell();
    const contents = files.map(async (file) => [file.name, await compiled(file, await read(file))] as const);
    const started: Loaded = {
      scriptUrl: Promise.all(scripts.map(read)).then(addressOf),
      files: Promise.all(contents).then((entries): RuntimeFiles => Object.fromEntries(entries)),
    };
    // The rejection is reported through the promise of its URL.
    started.files.catch(() => {});
    return started;
  }
}

function addressOf(scripts: ArrayBuffer[]): string {
  // A newline, so that a script ending in a comment does not swallow the next.
  const parts = scripts.flatMap((part) => [part, '\n']);
  return URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
}

/** Compiled here once; sharing a module with workers costs almost nothing. */
function compiled({ name, raw }: RuntimeFile, bytes: ArrayBuffer): Promise<WebAssembly.Module> | ArrayBuffer {
  return name.endsWith('.wasm') && !raw ? WebAssembly.compile(bytes) : bytes;
}

/** Resolves when the worker is ready. It must be a classic one: Chromium has no module workers in opaque frames. */
function startWorker(scriptUrl: string, files: Promise<RuntimeFiles>, first: boolean): Promise<Worker> {
  const worker = new Worker(scriptUrl);
  return new Promise<Worker>((resolve, reject) => {
    const fail = (sentence: string) => {
      worker.terminate();
      reject(new Error(sentence));
    };
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
      if (data.type === 'ready') resolve(worker);
      else if (data.type === 'broken') fail(data.sentence);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      fail(event.message || 'the browser did not start its worker.');
    };
    files.then(
      (ready) => worker.postMessage({ type: 'boot', files: ready, first } satisfies WorkerOrder),
      (error: Error) => fail(error.message),
    );
  });
}
