/** Write queue: writes values in order and in batches, and tells when they are durable. Never delays a broadcast. */
import type { Clock, Storage } from '../engine/platform.js';

/** First pause before a failed write is retried; it doubles up to the second. */
const RETRY_MS = 500;
const RETRY_MAX_MS = 10_000;
/** A batch that takes longer counts as failing, even if it does not fail. */
const SLOW_MS = 5_000;

interface WriteQueueEvents<Mark> {
  /** Called when a batch is collected: may still put values; returns what the batch stands for. */
  collect(): Mark;
  durable(mark: Mark): void;
  /** Writing has begun to fail, or works again. */
  trouble(failing: boolean): void;
  /** Receives each failure, for the operator's log. */
  reportError(error: unknown): void;
}

export class WriteQueue<Mark> {
  #pending = new Map<string, unknown>();
  #writing: Promise<void> | null = null;
  /** Something has changed since the last batch. */
  #dirty = false;
  /** Changes are counted: how many there were, and how many of them are durable. */
  #changes = 0;
  #durable = 0;
  #begunAt = Number.NEGATIVE_INFINITY;
  #failures = 0;
  #savedAt: number | undefined;
  #troubled = false;
  #closed = false;

  constructor(
    private readonly storage: Storage,
    private readonly clock: Clock,
    private readonly events: WriteQueueEvents<Mark>,
    /** Milliseconds from the start of one batch to that of the next; 0 for no pause. */
    private readonly pace: () => number,
  ) {}

  get failing(): boolean {
    return this.#troubled;
  }

  /** For diagnostics; `failures` in a row. */
  get state(): { failing: boolean; writing: boolean; failures: number; savedAt?: number } {
    const savedAt = this.#savedAt === undefined ? {} : { savedAt: this.#savedAt };
    return { failing: this.#troubled, writing: this.#writing !== null, failures: this.#failures, ...savedAt };
  }

  /** Stores `value` under `key` (`undefined` deletes) with the next batch, which is collected after the current turn. */
  put(key: string, value: unknown): void {
    this.#pending.set(key, value);
    this.schedule();
  }

  schedule(): void {
    this.#dirty = true;
    this.#changes++;
    if (!this.#closed) this.#writing ??= this.#turn().then(() => this.#write());
  }

  /** Resolves when everything put so far is durable, retries included, whatever others put meanwhile; once it is closed, when nothing is being written. */
  async settled(): Promise<void> {
    const changes = this.#changes;
    while (this.#writing && (this.#closed || this.#durable < changes)) await this.#writing;
  }

  /** Writes nothing more: the room has been deleted. */
  close(): void {
    this.#closed = true;
    this.#pending.clear();
  }

  /** In local use the disk is written on the thread that also serves the sockets, so broadcasts are sent first. */
  #turn(): Promise<void> {
    const pace = this.pace();
    if (pace === 0) return Promise.resolve();
    // If the clock steps back, the next batch must not wait until it has caught up.
    const wait = Math.min(pace, Math.max(0, this.#begunAt + pace - this.clock.now()));
    return new Promise((resolve) => this.clock.after(wait, resolve));
  }

  async #write(): Promise<void> {
    this.#begunAt = this.clock.now();
    const notSlow = this.clock.after(SLOW_MS, () => this.#trouble(true));
    let batch = new Map<string, unknown>();
    try {
      const mark = this.events.collect();
      batch = this.#pending;
      this.#pending = new Map();
      this.#dirty = false;
      const changes = this.#changes;
      if (batch.size > 0) await this.storage.write(batch);
      await this.storage.sync();
      notSlow();
      this.#failures = 0;
      this.#savedAt = this.clock.now();
      this.#durable = changes;
      this.#trouble(false);
      this.events.durable(mark);
    } catch (error) {
      notSlow();
      await this.#failed(batch, error);
    }
    this.#writing = null;
    if (this.#dirty) this.schedule();
  }

  #trouble(failing: boolean): void {
    if (this.#troubled === failing || this.#closed) return;
    this.#troubled = failing;
    this.events.trouble(failing);
  }

  /** Puts the failed batch back, except for keys that have been put again since. */
  async #failed(batch: Map<string, unknown>, error: unknown): Promise<void> {
    this.events.reportError(error);
    for (const [key, value] of batch) if (!this.#pending.has(key)) this.#pending.set(key, value);
    if (this.#closed) this.#pending.clear();
    this.#dirty = true;
    this.#failures++;
    this.#trouble(true);
    const pause = Math.min(RETRY_MS * 2 ** (this.#failures - 1), RETRY_MAX_MS);
    await new Promise<void>((resolve) => this.clock.after(pause, resolve));
  }
}
