// Messages between the parts of the sandbox: page, loader, frame and worker.

import type { Output, RunEnd } from '../../party/shared/output.js';

/** Loading progress of a language; `total` is 0 while unknown. Both are bytes as transferred. */
export interface RunnerProgress {
  language: string;
  sentence: string;
  loaded: number;
  total: number;
}

/** Where a language pack lies, with a slash at the end, and which version of it is wanted. */
export interface PackAddress {
  folder: string;
  version: string;
}

/** A file of a language: one that the sandbox was built with or one of a pack, by name, or one that the page provides. `.wasm` is compiled unless `raw`. */
export interface RuntimeFile {
  name: string;
  content?: Blob;
  pack?: PackAddress;
  raw?: boolean;
}

/** What the sandbox needs to run a language. Specs with equal `key` are the same; `scripts` are concatenated. */
export interface RuntimeSpec {
  key: string;
  language: string;
  label: string;
  scripts: RuntimeFile[];
  files: RuntimeFile[];
}

/** Another file of the room; its name may contain folders, separated by `/`. */
export interface ProgramFile {
  name: string;
  text: string;
}

/** A test instead of a run: `input()` has no prompt, and the time limit counts from the start, whatever is printed. */
export type TestTask =
  /** Runs the program as usual. */
  | { kind: 'io' }
  /** Loads the file as a module and calls a function of it; `args` are JSON. */
  | { kind: 'call'; function: string; args: string }
  /** Loads the file as a module and runs the tests in it. */
  | { kind: 'code' }
  /** SQL: runs these statements before it, and returns the rows of its last result. */
  | { kind: 'rows'; setup: string };

/** The result of a test, apart from its output; limited in size as JSON. */
export type TestReport =
  /** The program could not start; its output says why. */
  | { kind: 'unloadable' }
  /** There is nothing of this name, or it is not a function. */
  | { kind: 'missing'; name: string; found: boolean }
  /** `value` is JSON, in which an object with the single key `\0` stands for values that JSON does not have; see components/tests/returned-value.ts. */
  | { kind: 'returned'; value: unknown }
  | { kind: 'large' }
  /** A promise that can never resolve. */
  | { kind: 'pending' }
  | { kind: 'rows'; columns: string[]; values: unknown[][] }
  /** For a test file: the first failed tests, and the numbers of all, failed and skipped ones. */
  | { kind: 'cases'; failures: FailedCase[]; count: number; failed: number; skipped: number };

/** A failed test of a test file. */
export interface FailedCase {
  name: string;
  /** Failed by an assertion, or by another error. */
  state: 'failed' | 'error';
  reason: string;
  file?: string;
  line?: number;
}

export const REPORT_LENGTH = 1024 * 1024;

/** One program to run. The time limit is for silence, and counts from the program's start. Times are milliseconds, the output limit is in UTF-8 bytes. */
export interface RunOrder {
  id: string;
  runtime: RuntimeSpec;
  code: string;
  fileName: string;
  files: readonly ProgramFile[];
  /** The program's stdin. */
  stdin: string;
  /** Statements that set up the database of an SQL program. */
  schema: string;
  showResult: boolean;
  timeLimitMs: number;
  outputLimit: number;
  test?: TestTask;
  /** Number of programs of this language that will follow at once. */
  follow?: number;
  /** The program does not begin before something is said here; its interpreter takes it in meanwhile. */
  agreed?: MessagePort;
}

/** A fetched package; `folder` is its destination: `site`, or `dynlib` for libraries that other packages link to. */
export interface PackageFile {
  name: string;
  folder: string;
  bytes: ArrayBuffer;
}

/** The page's answer to missing modules: packages, or per module a sentence that says why it is not available. */
export interface Supply {
  /** The ABI: packages must be built for the same one as the interpreter. */
  abi: string;
  packages: PackageFile[];
  lacking: Record<string, string>;
}

/** A tool of the sandbox: its script `<name>.js`, and its files. `label` is what people read; in the `background` it is loaded while nobody waits for it. */
export interface Tool {
  name: string;
  label: string;
  files: readonly string[];
  background?: boolean;
}

/** Frame to the worker of a tool, and back. */
export type ToolOrder = { type: 'boot'; files: RuntimeFiles } | { type: 'ask'; id: number; request: unknown };
export type ToolAnswer = { id: number; value: unknown } | { id: number; sentence: string };

/** Window messages between page and loader: the loader says that it is ready, the page passes a port. */
export const SANDBOX_READY = 'code-room-sandbox-ready';
export const SANDBOX_CONNECT = 'code-room-sandbox-connect';

/** Page to frame. */
export type PageMessage =
  | { type: 'warm'; runtime: RuntimeSpec }
  | { type: 'run'; order: RunOrder }
  | { type: 'stop'; id: string }
  | { type: 'answer'; id: string; prompt: number; text: string | null }
  | { type: 'supply'; id: string; supply: Supply }
  | { type: 'tool'; id: number; tool: Tool; request: unknown }
  /** Somebody is typing, so preparations may wait. */
  | { type: 'writes' }
  | { type: 'ping' };

/** Frame to page. `unavailable` ends a run that could not start; the sentence says why. */
export type FrameMessage =
  | { type: 'progress'; language: string; progress: RunnerProgress | null }
  | { type: 'started'; id: string }
  | { type: 'need'; id: string; modules: string[] }
  | { type: 'output'; id: string; chunks: Output[] }
  | { type: 'tested'; id: string; report: string }
  | { type: 'ended'; id: string; state: RunEnd; durationMs: number }
  | { type: 'unavailable'; id: string; sentence: string }
  /** To a request of a tool: what came of it, or why nothing did. */
  | ({ type: 'tooled' } & ToolAnswer)
  | { type: 'pong' };

/** Frame to loader: the frame has no network, so it requests files by name; answers have the number of the request. `write-cache` says that there is time for that. */
export type FileRequest = { type: 'file'; request: number; name: string; pack?: PackAddress } | { type: 'write-cache' };

/** Loader to frame. */
export type FileMessage =
  | { type: 'progress'; request: number; loaded: number; total: number }
  | { type: 'file'; request: number; bytes: ArrayBuffer }
  | { type: 'missing'; request: number; sentence: string };

/** Source languages of the compiler: `tsx` may have JSX, `js` is JavaScript already. */
export type SourceLanguage = 'js' | 'ts' | 'tsx';

export interface Source {
  code: string;
  language: SourceLanguage;
  /** The texts of the program's other files in TypeScript, which may declare the decorators that this one uses. */
  others?: readonly string[];
  /** Converts imports to `require()`, whatever the code was written for. */
  commonJs?: boolean;
}

/** The compiled code with source map mappings; or the first error, its place counted from 1. */
export type Compiled = { code: string; mappings: string } | { problem: string; line: number; column: number };

/** What a program was made into, for the next run of the same: a worker understands what another of its language has kept. */
export interface CompileCacheEntry {
  key: string;
  value: unknown;
}

/** What a worker gets of each file: WebAssembly is compiled, the rest are bytes. */
export type RuntimeFiles = Record<string, WebAssembly.Module | ArrayBuffer>;

/** Frame to worker. `first`: no worker of its language has rehearsed yet. `recorded`: all answers so far in this run. A worker that cannot wait at a prompt is terminated there, and the next one repeats the program with one more answer. */
export type WorkerOrder =
  | { type: 'boot'; files: RuntimeFiles; first: boolean }
  | {
      type: 'run';
      code: string;
      fileName: string;
      files: readonly ProgramFile[];
      stdin: string;
      schema: string;
      showResult: boolean;
      outputLimit: number;
      seed: number;
      recorded: (string | null)[];
      test?: TestTask;
      kept?: CompileCacheEntry;
      agreed?: MessagePort;
    }
  | { type: 'supply'; supply: Supply }
  | { type: 'compiled'; result: Compiled | { sentence: string } }
  | { type: 'answer'; text: string | null }
  | { type: 'part'; name: string; content: Blob }
  | { type: 'no-part'; name: string; sentence: string };

/** Worker to frame. `need`, `compiles` and `keep` come before `begins`, from which on the program's time counts. */
export type WorkerMessage =
  | { type: 'ready'; restored: boolean }
  | { type: 'rehearsed' }
  | { type: 'broken'; sentence: string }
  /** The program that it was sent: no rehearsal keeps it from it. */
  | { type: 'taken' }
  /** At most once. */
  | { type: 'need'; modules: string[] }
  /** For TypeScript's own compiler; the answer is `compiled`. */
  | { type: 'compile'; source: Source }
  /** A script of the language that few programs need. */
  | { type: 'part'; name: string }
  /** This worker compiles the program. */
  | { type: 'compiles' }
  | { type: 'keep'; kept: CompileCacheEntry }
  | { type: 'begins' }
  /** For so long from now, silence is no sign of endless work. */
  | { type: 'rests'; ms: number }
  | { type: 'output'; chunk: Output }
  /** While `blocked`, the worker cannot hear an answer. */
  | { type: 'ask'; prompt: string; blocked: boolean }
  /** The end of output that is too long to be sent as it comes; it replaces the one before. */
  | { type: 'tail'; omitted: number; chunks: Output[] }
  /** A TestReport as JSON, at most once. */
  | { type: 'tested'; report: string }
  | { type: 'ended'; state: 'done' | 'failed' };
