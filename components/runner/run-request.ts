// What a runner is asked: a program, where its output goes, and how it ended.
import type { OutputKind, RunEnd } from '../../party/shared/output.js';
import type { RemoteRequest } from './languages/definition.js';
import type { RunnerProgress, TestTask } from './messages.js';

/** A program to run. `timeLimitMs` is how long it may go without output, 10,000 by default; loading is not counted. */
export interface RunRequest extends Pick<RemoteRequest, 'room'> {
  id: string;
  language: string;
  code: string;
  fileName: string;
  /** The other files of the room; default: none. */
  files?: readonly { name: string; text: string }[];
  /** The program's stdin; default: empty. */
  stdin?: string;
  /** SQL that sets up the database of an SQL program. */
  schema?: string;
  /** Shows the value of the last expression, as a REPL does; default: false. Python only. */
  showResult?: boolean;
  /** URL of a folder of Pyodide packages, with its `pyodide-lock.json`, which a Python program may import. Default: none. */
  packages?: string;
  timeLimitMs?: number;
  /** Tests the program instead of running it; the result goes to `tested`. */
  test?: TestTask;
  /** Number of programs of this language that will follow at once; default: 0. Their interpreters are prepared together. */
  follow?: number;
}

/** Receives output and loading progress; `progress(null)` means that nothing is loading any more. */
export interface RunSink {
  output(kind: OutputKind, text: string): void;
  progress(progress: RunnerProgress | null): void;
  /** A TestReport as JSON, written by the program, so it is not trusted. */
  tested?(report: string): void;
}

export interface RunResult {
  state: RunEnd;
  durationMs: number;
  /** Why a run was interrupted, if its page is still there. */
  sentence?: string;
}

/** Runs one program to its end, like Runner.run(); aborting `signal` stops it. */
export type RunOne = (request: RunRequest, sink: RunSink, signal: AbortSignal) => Promise<RunResult>;
