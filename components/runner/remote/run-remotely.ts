// Runs a program whose language runs elsewhere, with the same limits and outcomes as in the sandbox, whatever the other side does.

import type { Output, OutputKind } from '../../../party/shared/output.js';
import { PAGE_LIMITS } from '../../../party/shared/page-limits.js';
import { isRemote, type RemoteLanguage, type RemoteRequest } from '../languages/definition.js';
import { languageDefinition } from '../languages/registry.js';
import type { WorkerMessage } from '../messages.js';
import { roomFiles } from '../room-files.js';
import type { RunRequest, RunResult, RunSink } from '../runner.js';
import { RunnerError } from '../runner-error.js';
import { CappedOutput } from '../worker/capped-output.js';

/** Compilers on a busy server need more time than a program here. */
const TIME_LIMIT_MS = 30_000;

/** Rejects only with a `RunnerError`, when nothing could be sent. `signal` stops the run at once. */
export async function runRemotely(request: RunRequest, sink: RunSink, signal: AbortSignal): Promise<RunResult> {
  const definition = languageDefinition(request.language);
  if (!definition || !isRemote(definition)) {
    throw new RunnerError(`Programs in ${request.language} cannot be run here. Choose another language.`);
  }
  // Stopped while this module was loading: nothing is sent.
  if (signal.aborted) return { state: 'stopped', durationMs: 0 };
  const startedAt = performance.now();
  const printer = new Printer(sink);
  const { id, language, code, fileName, stdin = '', room } = request;
  const files = roomFiles(fileName, request.files ?? []);
  const state = await outcome(definition, { id, language, code, fileName, files, stdin, room }, printer, signal);
  printer.finish();
  return { state, durationMs: Math.round(performance.now() - startedAt) };
}

async function outcome(
  definition: RemoteLanguage,
  request: RemoteRequest,
  printer: Printer,
  stopped: AbortSignal,
): Promise<RunResult['state']> {
  const { label, timeLimitMs = TIME_LIMIT_MS } = definition;
  const late = AbortSignal.timeout(timeLimitMs);
  // Not AbortSignal.any(): browsers of 2023 do not have it.
  const end = new AbortController();
  // When it is over, however it has ended: later nothing of it is shown, and nobody is told to stop.
  const closed = new AbortController();
  for (const signal of [stopped, late]) {
    signal.addEventListener('abort', () => end.abort(signal.reason), { signal: closed.signal });
  }
  const over = end.signal;
  const sink = {
    output: (kind: OutputKind, text: string) => {
      if (!over.aborted && !closed.signal.aborted) printer.write(kind, text);
    },
  };
  try {
    // The other side may ignore the signal.
    const state = await Promise.race([definition.run(request, sink, over), aborted(over)]);
    if (!over.aborted) return state ?? 'done';
  } catch (error) {
    if (!over.aborted) {
      const reason = error instanceof Error ? error.message : String(error);
      printer.note(`${label} could not run this: ${reason}`);
      return 'failed';
    }
  } finally {
    closed.abort();
  }
  if (stopped.aborted) return 'stopped';
  printer.note(`Stopped, because it had not ended after ${timeLimitMs / 1000} seconds.`);
  return 'timed-out';
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined), { once: true }));
}

/** Passes the beginning on as it arrives, and the end of a long output at the end. */
class Printer {
  #tail: { omitted: number; chunks: Output[] } | undefined;
  readonly #notes: string[] = [];
  readonly #output: CappedOutput;

  constructor(private readonly sink: RunSink) {
    this.#output = new CappedOutput((message) => this.#receive(message), PAGE_LIMITS.runOutputBytes);
  }

  write(kind: OutputKind, text: string): void {
    this.#output.write(kind, String(text));
  }

  /** Printed after everything else. */
  note(sentence: string): void {
    this.#notes.push(sentence);
  }

  finish(): void {
    this.#output.finish();
    const { omitted, chunks } = this.#tail ?? { omitted: 0, chunks: [] };
    if (omitted > 0) this.sink.output('note', `${omitted.toLocaleString('en')} bytes of output are left out here.`);
    for (const { kind, text } of chunks) this.sink.output(kind, text);
    for (const sentence of this.#notes) this.sink.output('note', sentence);
  }

  #receive(message: WorkerMessage): void {
    if (message.type === 'output') this.sink.output(message.chunk.kind, message.chunk.text);
    else if (message.type === 'tail') this.#tail = message;
  }
}
