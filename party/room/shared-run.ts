/** The room's current run: which replica carries it out, its output and its end; stored so that late joiners see it. */

import type { Clock } from '../engine/platform.js';
import type { Limits } from '../shared/limits.js';
import { appendOutput, goesOn, type Output, PIECE_BYTES, type RunEnd } from '../shared/output.js';
import { cameAtTheEnd, noteTime, type OutputTimes, outputLength } from '../shared/output-times.js';
import { utf8Length } from '../shared/plain-text.js';
import { packOutput, unpackOutput } from '../shared/wire/output.js';
import type { OutgoingRoomMessage, RunRecord } from '../shared/wire/room-message.js';

/** Output of so many milliseconds may be lost in a crash: each save rewrites all of it. */
const SAVE_PAUSE_MS = 2_000;

/** A prompt is saved sooner: if it were lost, nobody could answer it. */
const SAVE_PROMPT_MS = 100;

/** Characters of a note, which is one sentence. */
const NOTE_LENGTH = 1_000;
/** How much longer a run may report than the room has measured: two clocks are never the same. */
const CLOCKS_APART_MS = 1_000;

export interface StoredRun {
  record: RunRecord;
  startedAt: number;
  /** By the room's clock, once the run has ended; rooms of 0.1.0 did not store it. */
  endedAt?: number;
  /** In wire form. */
  output: Uint8Array;
  /** When it came; left out where all of it came at the end, where it was shortened, and by earlier versions. */
  outputTimes?: OutputTimes;
}

interface RunEvents {
  /** Broadcasts to the room. */
  tell(message: OutgoingRoomMessage): void;
  save(run: StoredRun): void;
}

export type RunToStart = Pick<
  RunRecord,
  'request' | 'replica' | 'person' | 'name' | 'document' | 'version' | 'language'
>;

export class SharedRun {
  #run: (Pick<StoredRun, 'record' | 'startedAt' | 'endedAt'> & { output: Output[]; outputTimes: OutputTimes }) | null;
  #bytes = 0;
  #length = 0;
  #full = false;
  /** Bytes of prompts and answers since the output is full. */
  #promptBytes = 0;
  #cancelGrace: (() => void) | null = null;
  #cancelStop: (() => void) | null = null;
  #cancelSave: (() => void) | null = null;
  #saveAt = 0;
  /** The last answer that was relayed; the page that carries out the run may have been disconnected at that moment. */
  #answer: { prompt: number; text: string } | null = null;

  constructor(
    stored: StoredRun | null,
    private readonly limits: Limits,
    private readonly clock: Clock,
    private readonly events: RunEvents,
  ) {
    const outputTimes = [...(stored?.outputTimes ?? [])];
    this.#run = stored && { ...stored, output: unpackOutput(stored.output), outputTimes };
    this.#length = outputLength(this.output);
    for (const { text } of this.output) this.#bytes += utf8Length(text) + PIECE_BYTES;
    this.#full = this.#overLimit;
    // After a restart of the room, the page that carries out the run may still exist and reconnect.
    if (this.on) this.#startGrace();
  }

  get on(): boolean {
    return this.#run?.record.state === 'running';
  }

  /** `elapsedMs` is computed now; null when nothing has ever been run. */
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

  /** Stop was requested, and the page that carries out the run has not stopped it yet. */
  get stopping(): boolean {
    return this.#cancelStop !== null;
  }

  /** False when another run is in progress. */
  start(request: RunToStart): boolean {
    if (this.on) return false;
    const run = (this.#run?.record.run ?? 0) + 1;
    this.#bytes = 0;
    this.#length = 0;
    this.#full = false;
    this.#promptBytes = 0;
    this.#answer = null;
    this.#run = {
      record: { ...request, run, state: 'running', elapsedMs: 0 },
      startedAt: this.clock.now(),
      output: [],
      outputTimes: [],
    };
    this.events.tell({ type: 'started', record: this.#run.record });
    this.#save();
    return true;
  }

  /** Output of the replica that carries out the run; output of others, or of another run, is dropped. */
  print(replica: number, run: number, output: readonly Output[]): void {
    if (!this.#run || !this.#carriedOutBy(replica, run)) return;
    const shared = this.#withinLimit(output);
    if (shared.length === 0) return;
    for (const piece of shared) {
      this.#length += piece.text.length + (goesOn(this.output.at(-1), piece.kind) ? 0 : 1);
      appendOutput(this.#run.output, piece);
    }
    noteTime(this.#run.outputTimes, Math.max(0, this.clock.now() - this.#run.startedAt), this.#length);
    this.events.tell({ type: 'printed', run, output: shared });
    this.#saveWithin(shared.some(({ kind }) => kind === 'prompt') ? SAVE_PROMPT_MS : SAVE_PAUSE_MS);
    if (this.#asksTooMuch) this.#end('stopped');
  }

  /** `claimedMs` was measured by the page that carries out the run; it is used only if the room's clock does not contradict it. */
  finish(replica: number, run: number, state: RunEnd, claimedMs: number): void {
    if (this.#carriedOutBy(replica, run)) this.#end(state, claimedMs);
  }

  /** Returns the replica to tell, or null when no such run is in progress. If that replica does not stop, the room ends the run itself. */
  stop(run: number): number | null {
    if (!this.#run || !this.on || this.#run.record.run !== run) return null;
    // The timer is set by the first request and cleared only by the end: neither more requests nor a lost connection postpone it.
    this.#cancelStop ??= this.clock.after(this.limits.stopGraceMs, () => this.#end('stopped'));
    return this.#run.record.replica;
  }

  /** The replica's connection has ended; `goodbye` is true when its page was closed on purpose. */
  replicaLeft(replica: number, goodbye: boolean): void {
    if (!this.on || this.#run?.record.replica !== replica) return;
    if (goodbye) this.#end('interrupted');
    else this.#startGrace();
  }

  /** Returns the answer that it may have missed. */
  replicaBack(replica: number): { prompt: number; text: string } | null {
    if (!this.on || this.#run?.record.replica !== replica) return null;
    this.#clearGrace();
    return this.#answer;
  }

  /** Returns the replica that carries out the run, which gets the answer; null when no such run is in progress. */
  answer(run: number, prompt: number, text: string): number | null {
    if (!this.#run || !this.on || this.#run.record.run !== run) return null;
    // Only the first answer to a prompt counts.
    if (this.#answer?.prompt !== prompt) this.#answer = { prompt, text };
    return this.#run.record.replica;
  }

  /** Ends the run as stopped, without waiting for its page. */
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

  /**
   * Runners cut their output themselves; output beyond the limit is dropped here. Prompts and answers are exempt, because a
   * program whose prompt nobody sees would wait forever.
   */
  #withinLimit(output: readonly Output[]): Output[] {
    const shared: Output[] = [];
    for (const { kind, text: given } of output) {
      const text = kind === 'note' ? given.replaceAll(/\s+/g, ' ').slice(0, NOTE_LENGTH) : given;
      const asked = kind === 'prompt' || kind === 'answer';
      // A prompt may be empty.
      if ((this.#full && !asked) || (text === '' && kind !== 'prompt')) continue;
      const bytes = utf8Length(text) + (goesOn(shared.at(-1) ?? this.output.at(-1), kind) ? 0 : PIECE_BYTES);
      if (this.#full) this.#promptBytes += bytes;
      else this.#bytes += bytes;
      const filled = !this.#full && this.#overLimit;
      this.#full ||= filled;
      if (filled && !asked)
        shared.push({ kind: 'note', text: 'More output followed: a room shares only the first part of a long run.' });
      else if (!this.#asksTooMuch) shared.push({ kind, text });
    }
    if (this.#asksTooMuch)
      shared.push({
        kind: 'note',
        text: 'The program has asked and printed more than a room shares, so it was stopped.',
      });
    return shared;
  }

  /** Prompts may use the same number of bytes again. */
  get #asksTooMuch(): boolean {
    return this.#promptBytes > this.limits.runOutputBytes;
  }

  /** A runner adds a note where it cuts, which may exceed the limit. */
  get #overLimit(): boolean {
    return this.#bytes > this.limits.runOutputBytes + 1024;
  }

  #startGrace(): void {
    this.#clearGrace();
    this.#cancelGrace = this.clock.after(this.limits.runGraceMs, () => this.#end('interrupted'));
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

  #end(state: RunEnd, claimedMs = Number.POSITIVE_INFINITY): void {
    if (!this.#run || !this.on) return;
    this.#clearTimers();
    const elapsed = Math.max(0, this.clock.now() - this.#run.startedAt);
    this.#run.endedAt = this.#run.startedAt + elapsed;
    const elapsedMs = claimedMs <= elapsed + CLOCKS_APART_MS ? claimedMs : elapsed;
    this.#run.record = { ...this.#run.record, state, elapsedMs };
    this.events.tell({
      type: 'finished',
      run: this.#run.record.run,
      state,
      durationMs: this.#run.record.elapsedMs,
    });
    this.#save();
  }

  #saveWithin(wait: number): void {
    const at = this.clock.now() + wait;
    if (this.#cancelSave && this.#saveAt <= at) return;
    this.#cancelSave?.();
    this.#saveAt = at;
    this.#cancelSave = this.clock.after(wait, () => this.#save());
  }

  #save(): void {
    this.#cancelSave?.();
    this.#cancelSave = null;
    if (!this.#run) return;
    const { outputTimes, ...about } = this.#run;
    const { endedAt = Number.POSITIVE_INFINITY, startedAt } = about;
    const times = cameAtTheEnd(outputTimes, endedAt - startedAt) ? {} : { outputTimes: [...outputTimes] };
    this.events.save({ ...about, output: packOutput(about.output), ...times });
  }
}
