/** The room's one run: who carries it out, what it has printed, how it ended; kept so that late joiners see it. */
import type { Clock } from './platform.js';
import { utf8Length } from './shared/change.js';
import { readOutput, writeOutput } from './shared/client-message.js';
import { Reader, Writer } from './shared/codec.js';
import type { Limits } from './shared/limits.js';
import { type Output, type RunEnd, WHOLE_KINDS } from './shared/protocol.js';
import type { OutgoingRoomMessage, RunRecord } from './shared/room-message.js';

/** Seconds of output that a crash of the room may take: each save rewrites the whole. */
const SAVE_PAUSE_MS = 2_000;

/** Bytes a piece of output costs beyond its text: what it takes to send and keep it. */
const PIECE_BYTES = 4;

export interface StoredRun {
  record: RunRecord;
  startedAt: number;
  /** As on the wire. */
  output: Uint8Array;
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
  #run: { record: RunRecord; startedAt: number; output: Output[] } | null;
  #bytes = 0;
  #full = false;
  #cancelGrace: (() => void) | null = null;
  #cancelStop: (() => void) | null = null;
  #cancelSave: (() => void) | null = null;

  constructor(
    stored: StoredRun | null,
    private readonly limits: Limits,
    private readonly clock: Clock,
    private readonly events: RunEvents,
  ) {
    this.#run = stored && { ...stored, output: readOutput(new Reader(stored.output), stored.output.length) };
    for (const { text } of this.output) this.#bytes += utf8Length(text) + PIECE_BYTES;
    this.#full = this.#overLimit;
    // The page that carried it out may still be there, on its way back after a restart of the room.
    if (this.on) this.runnerLost();
  }

  get on(): boolean {
    return this.#run?.record.state === 'running';
  }

  /** With `elapsedMs` as of now; null when nothing has ever been run. */
  get record(): RunRecord | null {
    if (!this.#run) return null;
    const { record, startedAt } = this.#run;
    return this.on ? { ...record, elapsedMs: Math.max(0, this.clock.now() - startedAt) } : record;
  }

  get output(): readonly Output[] {
    return this.#run?.output ?? [];
  }

  get startedAt(): number {
    return this.#run?.startedAt ?? 0;
  }

  /** Somebody has pressed Stop, and whoever carries the run out has not obeyed yet. */
  get stopping(): boolean {
    return this.#cancelStop !== null;
  }

  /** False when a run is on. */
  start(request: RunRequest): boolean {
    if (this.on) return false;
    const run = (this.#run?.record.run ?? 0) + 1;
    this.#bytes = 0;
    this.#full = false;
    this.#run = {
      record: { ...request, run, state: 'running', elapsedMs: 0 },
      startedAt: this.clock.now(),
      output: [],
    };
    this.events.tell({ type: 'started', record: this.#run.record });
    this.#save();
    return true;
  }

  /** Output of the replica that carries the run out; from anybody else, or of another run, it is dropped. */
  print(replica: number, run: number, output: readonly Output[]): void {
    if (!this.#run || !this.#carriedOutBy(replica, run)) return;
    const shared = this.#withinLimit(output);
    if (shared.length === 0) return;
    append(this.#run.output, shared);
    this.events.tell({ type: 'printed', run, output: shared });
    this.#cancelSave ??= this.clock.after(SAVE_PAUSE_MS, () => this.#save());
  }

  finish(replica: number, run: number, state: RunEnd, durationMs: number): void {
    if (this.#carriedOutBy(replica, run)) this.#end(state, durationMs);
  }

  /** The replica to tell to stop, null when no such run is on. The room ends the run itself should that replica not obey. */
  stop(run: number): number | null {
    if (!this.#run || !this.on || this.#run.record.run !== run) return null;
    // Set by the first press and cleared by the end alone: neither more presses nor a lost connection put it off.
    this.#cancelStop ??= this.clock.after(this.limits.stopGraceMs, () => this.#end('stopped'));
    return this.#run.record.replica;
  }

  /** The connection of the replica has ended; `goodbye` when its page was closed on purpose. */
  replicaLeft(replica: number, goodbye: boolean): void {
    if (!this.on || this.#run?.record.replica !== replica) return;
    if (goodbye) this.#end('interrupted');
    else this.runnerLost();
  }

  replicaBack(replica: number): void {
    if (this.on && this.#run?.record.replica === replica) this.#clearGrace();
  }

  runnerLost(): void {
    this.#clearGrace();
    this.#cancelGrace = this.clock.after(this.limits.runGraceMs, () => this.#end('interrupted'));
  }

  /** Answers go to whoever carries the run out; null when no such run is on. */
  runnerOf(run: number): number | null {
    return this.on && this.#run?.record.run === run ? this.#run.record.replica : null;
  }

  /** The room has ended. */
  end(): void {
    this.#end('stopped');
  }

  close(): void {
    this.#clearTimers();
    this.#cancelSave?.();
  }

  #carriedOutBy(replica: number, run: number): boolean {
    return this.on && this.#run?.record.run === run && this.#run.record.replica === replica;
  }

  /** Runners cut their output themselves; what still comes beyond the limit is not theirs to share. */
  #withinLimit(output: readonly Output[]): Output[] {
    const shared: Output[] = [];
    for (const piece of output) {
      if (this.#full) break;
      // A question may have no words.
      if (piece.text === '' && piece.kind !== 'prompt') continue;
      this.#bytes += utf8Length(piece.text) + PIECE_BYTES;
      this.#full = this.#overLimit;
      shared.push(
        this.#full
          ? { kind: 'note', text: 'More output followed: a room shares only the first part of a long run.' }
          : piece,
      );
    }
    return shared;
  }

  /** Runners add a note where they cut, which may come on top. */
  get #overLimit(): boolean {
    return this.#bytes > this.limits.runOutputBytes + 1024;
  }

  #clearGrace(): void {
    this.#cancelGrace?.();
    this.#cancelGrace = null;
  }

  #clearTimers(): void {
    this.#clearGrace();
    this.#cancelStop?.();
    this.#cancelStop = null;
  }

  #end(state: RunEnd, durationMs = this.clock.now() - this.startedAt): void {
    if (!this.#run || !this.on) return;
    this.#clearTimers();
    this.#run.record = { ...this.#run.record, state, elapsedMs: Math.max(0, durationMs) };
    this.events.tell({
      type: 'finished',
      run: this.#run.record.run,
      state,
      durationMs: this.#run.record.elapsedMs,
    });
    this.#save();
  }

  #save(): void {
    this.#cancelSave?.();
    this.#cancelSave = null;
    if (!this.#run) return;
    const writer = new Writer();
    writeOutput(writer, this.#run.output);
    this.events.save({ ...this.#run, output: writer.finish() });
  }
}

/** Pieces of one kind become one: a program that writes letter by letter keeps no longer list than another. */
function append(output: Output[], pieces: readonly Output[]): void {
  for (const piece of pieces) {
    const last = output.at(-1);
    if (last?.kind === piece.kind && !WHOLE_KINDS.has(piece.kind))
      output[output.length - 1] = { ...last, text: last.text + piece.text };
    else output.push(piece);
  }
}
