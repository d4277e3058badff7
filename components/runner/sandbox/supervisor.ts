// Supervisor, the main object of the frame: keeps one runtime per language, runs one program at a time, and stops it on request.
import type { FrameMessage, PageMessage, RunOrder, RuntimeSpec } from '../messages.js';
import { Compiler } from './compiler.js';
import type { FileClient } from './file-client.js';
import { Run } from './run.js';
import { Runtime } from './runtime.js';
import { Tools } from './tools.js';
import { TypingPause } from './typing-pause.js';

/** A spare Python takes about 50 MB, so only the languages used last keep spares. */
const WARM_LANGUAGES = 2;
/** The current language has a spare for the next run, and one more in case that run ends at once. */
const SPARES = ((navigator as { deviceMemory?: number }).deviceMemory ?? 8) < 4 ? 1 : 2;
/** When many programs follow each other, so many workers start together; more than the processor's cores would not help. */
const TOGETHER = SPARES === 1 ? 1 : Math.max(1, Math.min(4, navigator.hardwareConcurrency ?? 1));
/** Most programs end before this, so that starting the next spare does not disturb them; after Stop, a long one must have a spare ready. */
const SPARE_DELAY_MS = 300;

export class Supervisor {
  /** In the order of use, the last one latest. */
  readonly #runtimes = new Map<string, Runtime>();
  readonly #compiler: Compiler;
  readonly #typingPause = new TypingPause();
  readonly #tools: Tools;
  #wanted: string | undefined;
  #run: Run | undefined;

  constructor(
    private readonly files: FileClient,
    private readonly post: (message: FrameMessage) => void,
  ) {
    this.#tools = new Tools(files, this.#typingPause, post);
    this.#compiler = new Compiler(files, (progress) => {
      const language = this.#run?.language ?? '';
      post({ type: 'progress', language, progress: progress && { language, ...progress } });
    });
  }

  receive(message: PageMessage): void {
    switch (message.type) {
      case 'warm':
        this.#prepare(this.#runtime(message.runtime));
        break;
      case 'run':
        void this.#start(message.order);
        break;
      case 'stop':
        this.#stop(message.id);
        break;
      case 'answer':
        if (this.#run?.id === message.id) this.#run.answer(message.prompt, message.text);
        break;
      case 'supply':
        if (this.#run?.id === message.id) this.#run.supply(message.supply);
        break;
      case 'tool':
        void this.#tools.call(message);
        break;
      case 'writes':
        this.#typingPause.typed();
        break;
      case 'ping':
        this.post({ type: 'pong' });
        break;
    }
  }

  async #start(order: RunOrder): Promise<void> {
    this.#run?.end('stopped');
    this.#wanted = order.id;
    const runtime = this.#runtime(order.runtime);
    try {
      const wanted = () => this.#wanted === order.id;
      const worker = await runtime.take(wanted);
      if (!worker) return;
      const { follow = 0 } = order;
      if (follow > 0) this.#prepare(runtime, follow);
      const timer = follow > 0 ? undefined : setTimeout(() => this.#prepare(runtime), SPARE_DELAY_MS);
      const another = async () => {
        const spare = await runtime.take(wanted);
        this.#prepare(runtime);
        return spare;
      };
      this.#run = new Run(order, worker, another, this.#compiler, runtime, this.post, () => {
        clearTimeout(timer);
        this.#run = undefined;
        if (follow > 0) return;
        // Somebody who runs again at once has a spare, which must not share the processor with the start of another.
        if (runtime.isReady) setTimeout(() => this.#prepare(runtime), SPARE_DELAY_MS);
        else this.#prepare(runtime);
      });
    } catch (error) {
      this.post({
        type: 'unavailable',
        id: order.id,
        sentence: error instanceof Error ? error.message : String(error),
      });
    }
  }

  #stop(id: string): void {
    if (this.#wanted !== id) return;
    this.#wanted = undefined;
    if (this.#run) this.#run.end('stopped');
    else this.post({ type: 'ended', id, state: 'stopped', durationMs: 0 });
  }

  #runtime(spec: RuntimeSpec): Runtime {
    const { key, language } = spec;
    const runtime =
      this.#runtimes.get(key) ??
      new Runtime(spec, this.files, this.#typingPause, (progress) =>
        this.post({ type: 'progress', language, progress }),
      );
    this.#runtimes.delete(key);
    this.#runtimes.set(key, runtime);
    const others = [...this.#runtimes.values()].slice(0, -1).reverse();
    for (const [age, other] of others.entries()) other.trimSpares(age + 1 < WARM_LANGUAGES ? 1 : 0);
    return runtime;
  }

  /** `follow` is the number of programs that will follow at once. */
  #prepare(runtime: Runtime, follow = 0): void {
    const warm = follow > 0 ? runtime.warm(Math.min(TOGETHER, follow), TOGETHER) : runtime.warm(SPARES);
    warm.then(
      () => this.files.writeCache(),
      () => {
        // Not reported: the next run will meet the same error.
      },
    );
  }
}
