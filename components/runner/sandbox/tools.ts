// Tools in the frame, such as formatters: each in a worker of its own, which is loaded when it is first asked and goes when nobody asks.
import type { FrameMessage, PageMessage, RuntimeFiles, Tool, ToolAnswer, ToolOrder } from '../messages.js';
import type { FileClient } from './file-client.js';
import { scriptWorker } from './script-worker.js';
import type { TypingPause } from './typing-pause.js';

type Call = Extract<PageMessage, { type: 'tool' }>;

/** Whoever formats once may do so again soon; a language service holds much memory. */
const IDLE_MS = 5 * 60_000;

interface Loaded {
  worker: Worker;
  /** Those it has not answered. */
  asked: Set<number>;
}

export class Tools {
  readonly #tools = new Map<string, Promise<Loaded>>();
  readonly #idle = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly files: FileClient,
    private readonly typingPause: TypingPause,
    private readonly post: (message: FrameMessage) => void,
  ) {}

  /** Never rejects: what goes wrong is told as a sentence. */
  async call({ id, tool, request }: Call): Promise<void> {
    const { name, label } = tool;
    try {
      const loading = this.#tools.get(name) ?? this.#start(tool);
      this.#tools.set(name, loading);
      const { worker, asked } = await loading;
      asked.add(id);
      clearTimeout(this.#idle.get(name));
      this.#idle.set(
        name,
        setTimeout(() => this.#end(name), IDLE_MS),
      );
      worker.postMessage({ type: 'ask', id, request } satisfies ToolOrder);
    } catch (error) {
      this.#tools.delete(name);
      const reason = error instanceof Error ? error.message : String(error);
      this.post({ type: 'tooled', id, sentence: `${capital(label)} could not be loaded: ${reason}` });
    }
  }

  async #start({ name, label, files, background }: Tool): Promise<Loaded> {
    const sentence = `Loading ${label}`;
    const all = [`${name}.js`, ...files];
    const parts = new Map<string, [loaded: number, total: number]>();
    const read = (file: string) =>
      this.files.read(file, (...part) => {
        parts.set(file, part);
        const [loaded, total] = [0, 1].map((at) => [...parts.values()].reduce((sum, each) => sum + (each[at] ?? 0), 0));
        // What nobody waits for is loaded without a word.
        if (!background)
          this.#tell({ sentence, loaded: loaded ?? 0, total: parts.size === all.length ? (total ?? 0) : 0 });
      });
    try {
      const [script, ...others] = await Promise.all(all.map(read));
      if (background) await this.typingPause.wait();
      const contents = await Promise.all(
        others.map(async (bytes, at) => [files[at] ?? '', await compiled(files[at] ?? '', bytes)] as const),
      );
      const worker = scriptWorker(script ?? '');
      const asked = new Set<number>();
      worker.onmessage = ({ data }: MessageEvent<ToolAnswer>) => {
        if (asked.delete(data.id)) this.post({ type: 'tooled', ...data });
      };
      worker.onerror = (event) => {
        event.preventDefault();
        this.#end(name);
        for (const id of asked) this.post({ type: 'tooled', id, sentence: `${capital(label)} has failed. Try again.` });
        asked.clear();
      };
      worker.postMessage({ type: 'boot', files: Object.fromEntries(contents) as RuntimeFiles } satisfies ToolOrder);
      this.files.writeCache();
      return { worker, asked };
    } finally {
      if (!background) this.#tell(null);
    }
  }

  #tell(progress: { sentence: string; loaded: number; total: number } | null): void {
    this.post({ type: 'progress', language: '', progress: progress && { language: '', ...progress } });
  }

  #end(name: string): void {
    clearTimeout(this.#idle.get(name));
    void this.#tools.get(name)?.then(
      ({ worker }) => worker.terminate(),
      () => undefined, // It was never there.
    );
    this.#tools.delete(name);
  }
}

function compiled(name: string, bytes: ArrayBuffer): Promise<WebAssembly.Module> | ArrayBuffer {
  return name.endsWith('.wasm') ? WebAssembly.compile(bytes) : bytes;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
