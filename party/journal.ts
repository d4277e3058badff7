/** Writes what the room has to keep, in order and in batches, and tells when it is durable; never holds back a broadcast. */
import type { Clock, Storage } from './platform.js';

/** First pause before a failed write is tried again; it doubles up to the second. */
const RETRY_MS = 500;
const RETRY_MAX_MS = 10_000;

export interface JournalEvents<Mark> {
  /** Called as a batch is made up: may still put, and says what the batch stands for. */
  collect(): Mark;
  durable(mark: Mark): void;
  /** Writing has begun to fail, or works again. */
  trouble(failing: boolean): void;
  /** Takes each failure, for whoever runs the server. */
  report(error: unknown): void;
}

export class Journal<Mark> {
  #pending = new Map<string, unknown>();
  #writing: Promise<void> | null = null;
  /** Something has changed since the last batch was made up. */
  #dirty = false;
  #failures = 0;
  #closed = false;

  constructor(
    private readonly storage: Storage,
    private readonly clock: Clock,
    private readonly events: JournalEvents<Mark>,
  ) {}

  get failing(): boolean {
    return this.#failures > 0;
  }

  /** Keeps `value` under `key` (`undefined` deletes) with the next batch, which leaves after the current turn. */
  put(key: string, value: unknown): void {
    this.#pending.set(key, value);
    this.schedule();
  }

  schedule(): void {
    this.#dirty = true;
    if (!this.#closed) this.#writing ??= Promise.resolve().then(() => this.#write());
  }

  /** Resolves when all that was put is durable; waits through failures. */
  async settled(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  /** Writes nothing more: the room has been deleted. */
  close(): void {
    this.#closed = true;
    this.#pending.clear();
  }

  async #write(): Promise<void> {
    const mark = this.events.collect();
    const batch = this.#pending;
    this.#pending = new Map();
    this.#dirty = false;
    try {
      if (batch.size > 0) await this.storage.write(batch);
      await this.storage.sync();
      this.#recovered();
      this.events.durable(mark);
    } catch (error) {
      await this.#failed(batch, error);
    }
    this.#writing = null;
    if (this.#dirty) this.schedule();
  }

  #recovered(): void {
    if (this.#failures === 0) return;
    this.#failures = 0;
    this.events.trouble(false);
  }

  /** Nothing of the batch may be lost, and nothing in it may undo what was put since. */
  async #failed(batch: Map<string, unknown>, error: unknown): Promise<void> {
    this.events.report(error);
    for (const [key, value] of batch) if (!this.#pending.has(key)) this.#pending.set(key, value);
    if (this.#closed) this.#pending.clear();
    this.#dirty = true;
    this.#failures++;
    if (this.#failures === 1) this.events.trouble(true);
    const pause = Math.min(RETRY_MS * 2 ** (this.#failures - 1), RETRY_MAX_MS);
    await new Promise<void>((resolve) => this.clock.after(pause, resolve));
  }
}
