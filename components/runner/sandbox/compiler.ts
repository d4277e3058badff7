// Hosts TypeScript's compiler in the frame: loaded at first use, and kept, because it starts slowly.
import type { Compiled, RunnerProgress, Source } from '../messages.js';
import type { FileClient } from './file-client.js';
import { scriptWorker } from './script-worker.js';

const FILE = 'typescript-compiler.js';
const SENTENCE = 'Loading TypeScript';

export class Compiler {
  #worker: Promise<Worker> | undefined;
  /** The previous job: one at a time. */
  #before: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly files: FileClient,
    private readonly tell: (progress: Omit<RunnerProgress, 'language'> | null) => void,
  ) {}

  /** Never rejects: a failure is a sentence. `signal` aborts when the result is not needed any more. */
  compile(source: Source, signal: AbortSignal): Promise<Compiled | { sentence: string }> {
    const work = this.#before.then(() => this.#compile(source, signal));
    this.#before = work;
    return work;
  }

  async #compile(source: Source, signal: AbortSignal): Promise<Compiled | { sentence: string }> {
    const stopped = { sentence: 'The program was stopped.' };
    if (signal.aborted) return stopped;
    try {
      this.#worker ??= this.#start();
      const worker = await this.#worker;
      if (signal.aborted) return stopped;
      return await new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<Compiled | { sentence: string }>) => {
          signal.removeEventListener('abort', stop);
          resolve(data);
        };
        worker.onerror = (event) => {
          event.preventDefault();
          signal.removeEventListener('abort', stop);
          this.#drop();
          reject(new Error(event.message || 'the browser did not start it.'));
        };
        const stop = () => {
          // The program may have been stopped because compiling does not end.
          this.#drop();
          resolve(stopped);
        };
        signal.addEventListener('abort', stop, { once: true });
        worker.postMessage(source);
      });
    } catch (error) {
      this.#drop();
      return { sentence: `TypeScript could not be loaded: ${error instanceof Error ? error.message : String(error)}` };
    }
  }

  async #start(): Promise<Worker> {
    try {
      const script = await this.files.read(FILE, (loaded, total) => this.tell({ sentence: SENTENCE, loaded, total }));
      return scriptWorker(script);
    } finally {
      this.tell(null);
    }
  }

  #drop(): void {
    this.#worker?.then(
      (worker) => worker.terminate(),
      () => undefined, // It was never loaded.
    );
    this.#worker = undefined;
  }
}
