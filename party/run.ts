/** The room's one run: who carries it out, what it has printed, how it ended; kept so that late joiners see it. */
import type { Clock } from './platform.js';
import { utf8Length } from './shared/change.js';
import type { Limits } from './shared/limits.js';
import type { Output, RunEnd } from './shared/protocol.js';
import type { OutgoingRoomMessage, RunRecord } from './shared/room-message.js';

/** Seconds of output that a crash of the room may take: each save rewrites the whole. */
const SAVE_PAUSE_MS = 2_000;

export interface StoredRun {
  record: RunRecord;
  startedAt: number;
  output: Output[];
}

export interface RunEvents {
  /** Tells everybody. */
  tell(message: OutgoingRoomMessage): void;
  save(run: StoredRun): void;
}

export type RunRequest = Pick<
  RunRecord,
  'request' | 'replica' | 'person' | 'name' | 'document' | 'version' | 'language'
>;

export class SharedRun {
  #stored: StoredRun | null;
  #bytes = 0;
  #full = false;
  #cancelGrace: (() => void) | null = null;
  #cancelSave: (() => void) | null = null;

  constructor(
    stored: StoredRun | null,
    private readonly limits: Limits,
    private readonly clock: Clock,
    private readonly events: RunEvents,
  ) {
    this.#stored = stored;
    // The page that carried it out may still be there, on its way back after a restart of the room.
    if (this.on) this.runnerLost();
  }

  get on(): boolean {
    return this.#stored?.record.state === 'running';
  }

  /** With `elapsedMs` as of now; null when nothing has ever been run. */
  get record(): RunRecord | null {
    if (!this.#stored) return null;
    const { record, startedAt } = this.#stored;
    return this.on ? { ...record, elapsedMs: Math.max(0, this.clock.now() - startedAt) } : record;
  }

  get output(): readonly Output[] {
    return this.#stored?.output ?? [];
  }

  get startedAt(): number {
    return this.#stored?.startedAt ?? 0;
  }

  /** False when a run is on. */
  start(request: RunRequest): boolean {
    if (this.on) return false;
    const run = (this.#stored?.record.run ?? 0) + 1;
    this.#bytes = 0;
    this.#full = false;
    this.#stored = {
      record: { ...request, run, state: 'running', elapsedMs: 0 },
      startedAt: this.clock.now(),
      output: [],
    };
    this.events.tell({ type: 'started', record: this.#stored.record });
    this.#save();
    return true;
  }

  /** Output of the replica that carries the run out; from anybody else, or of another run, it is dropped. */
  print(replica: number, run: number, output: readonly Output[]): void {
    if (!this.#stored || !this.#carriedOutBy(replica, run)) return;
    const shared = this.#withinLimit(output);
    if (shared.length === 0) return;
    this.#stored.output.push(...shared);
    this.events.tell({ type: 'printed', run, output: shared });
    this.#cancelSave ??= this.clock.after(SAVE_PAUSE_MS, () => this.#save());
  }

  finish(replica: number, run: number, state: RunEnd, durationMs: number): void {
    if (this.#carriedOutBy(replica, run)) this.#end(state, durationMs);
  }

  /** The replica to tell to stop, null when no such run is on. The room ends the run itself should that replica not obey. */
  stop(run: number): number | null {
    if (!this.#stored || !this.on || this.#stored.record.run !== run) return null;
    this.#endAfter(this.limits.stopGraceMs, 'stopped');
    return this.#stored.record.replica;
  }

  /** The connection of the replica has ended; `goodbye` when its page was closed on purpose. */
  replicaLeft(replica: number, goodbye: boolean): void {
    if (!this.on || this.#stored?.record.replica !== replica) return;
    if (goodbye) this.#end('interrupted');
    else this.runnerLost();
  }

  replicaBack(replica: number): void {
    if (this.on && this.#stored?.record.replica === replica) this.#clearGrace();
  }

  runnerLost(): void {
    this.#endAfter(this.limits.runGraceMs, 'interrupted');
  }

  /** Answers go to whoever carries the run out; null when no such run is on. */
  runnerOf(run: number): number | null {
    return this.on && this.#stored?.record.run === run ? this.#stored.record.replica : null;
  }

  close(): void {
    this.#clearGrace();
    this.#cancelSave?.();
  }

  #carriedOutBy(replica: number, run: number): boolean {
    return this.on && this.#stored?.record.run === run && this.#stored.record.replica === replica;
  }

  /** Runners cut their output themselves; what still comes beyond the limit is not theirs to share. */
  #withinLimit(output: readonly Output[]): Output[] {
    const shared: Output[] = [];
    for (const piece of output) {
      if (this.#full) break;
      this.#bytes += utf8Length(piece.text);
      // Runners add a note where they cut, which may come on top.
      this.#full = this.#bytes > this.limits.runOutputBytes + 1024;
      shared.push(
        this.#full ? { kind: 'note', text: 'More output followed; a room shares only so much of a run.' } : piece,
      );
    }
    return shared;
  }

  #endAfter(ms: number, state: RunEnd): void {
    this.#clearGrace();
    this.#cancelGrace = this.clock.after(ms, () => this.#end(state));
  }

  #clearGrace(): void {
    this.#cancelGrace?.();
    this.#cancelGrace = null;
  }

  #end(state: RunEnd, durationMs = this.clock.now() - this.startedAt): void {
    if (!this.#stored || !this.on) return;
    this.#clearGrace();
    this.#stored.record = { ...this.#stored.record, state, elapsedMs: Math.max(0, durationMs) };
    this.events.tell({
      type: 'finished',
      run: this.#stored.record.run,
      state,
      durationMs: this.#stored.record.elapsedMs,
    });
    this.#save();
  }

  #save(): void {
    this.#cancelSave?.();
    this.#cancelSave = null;
    if (this.#stored) this.events.save({ ...this.#stored, output: [...this.#stored.output] });
  }
}
