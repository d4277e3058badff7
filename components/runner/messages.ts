// Every message that crosses a border of the sandbox: page, loader, frame and worker.

import type { Output, RunEnd } from '../../party/shared/output.js';

/** How far a language is loaded; `total` is 0 while it is not known. Both are bytes as they travel. */
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

/** A file of a language: by its name one that the sandbox was built with or one of a pack, or one that the page has brought. `.wasm` is compiled unless `raw`. */
export interface RuntimeFile {
  name: string;
  content?: Blob;
  pack?: PackAddress;
  raw?: boolean;
}

/** What the sandbox must know about a language to run it. Orders of one `key` are the same; `scripts` are joined to the worker's script. */
export interface RuntimeOrder {
  key: string;
  language: string;
  label: string;
  scripts: RuntimeFile[];
  files: RuntimeFile[];
}

/** A file of the room beside the program; its name may have folders, parted by `/`. */
export interface RoomFile {
  name: string;
  text: string;
}

/** A test in place of a run: nobody is asked for input, and the time limit counts from the beginning, whatever is printed. */
export type TestTask =
  /** The program runs as ever. */
  | { kind: 'io' }
  /** Its file is loaded as a module and a function of it is called; `args` are JSON. */
  | { kind: 'call'; function: string; args: string }
  /** Its file is loaded as a module and the tests in it are run. */
  | { kind: 'code' }
  /** SQL: these statements come before it, and the rows it gives last are wanted. */
  | { kind: 'rows'; setup: string };

/** What came of a test, beside what was printed; as JSON it has at most so many characters. */
export type TestReport =
  /** The program could not even begin; what it printed says why. */
  | { kind: 'unloadable' }
  /** It has nothing of this name, or something that is no function. */
  | { kind: 'missing'; name: string; found: boolean }
  /** `value` is JSON, in which an object with the one key `\0` is what JSON has no word for; see returned-value.ts. */
  | { kind: 'returned'; value: unknown }
  | { kind: 'large' }
  /** A promise that nothing is left to resolve. */
  | { kind: 'pending' }
  | { kind: 'rows'; columns: string[]; values: unknown[][] }
  /** Of a test file: the first tests that failed, and how many there are, failed and were skipped. */
  | { kind: 'cases'; cases: TestedCase[]; count: number; failed: number; skipped: number };

/** One test of a test file that failed. */
export interface TestedCase {
  name: string;
  /** By an assertion, or by another error. */
  state: 'failed' | 'error';
  reason: string;
  file?: string;
  line?: number;
}

export const REPORT_LENGTH = 1024 * 1024;

/** One program to run; its limit is on silence, from when it begins. Times are milliseconds, the limit counts UTF-8 bytes. */
export interface RunOrder {
  id: string;
  runtime: RuntimeOrder;
  code: string;
  fileName: string;
  files: readonly RoomFile[];
  /** What the program reads. */
  stdin: string;
  /** Statements that set up the database of an SQL program. */
  schema: string;
  showResult: boolean;
  timeLimitMs: number;
  outputLimit: number;
  test?: TestTask;
  /** So many programs of this language come after it, without a pause. */
  follow?: number;
}

/** A package of a language, as it was fetched; `folder` is where it goes: `site`, or `dynlib` for what other packages link to. */
export interface PackageFile {
  name: string;
  folder: string;
  bytes: ArrayBuffer;
}

/** What the page gives for modules that do not come with a language: the packages, or for a module a sentence that says why not. */
export interface Supply {
  /** Who built the packages, and who runs them, must mean the same by this. */
  abi: string;
  packages: PackageFile[];
  lacking: Record<string, string>;
}

/** Window messages between the page and the loader: the loader says it is there, the page hands over a port. */
export const SANDBOX_READY = 'code-room-sandbox-ready';
export const SANDBOX_CONNECT = 'code-room-sandbox-connect';

/** Page to frame. */
export type PageMessage =
  | { type: 'warm'; runtime: RuntimeOrder }
  | { type: 'run'; order: RunOrder }
  | { type: 'stop'; id: string }
  | { type: 'answer'; id: string; prompt: number; text: string | null }
  | { type: 'supply'; id: string; supply: Supply }
  /** Somebody writes: what nobody waits for can wait. */
  | { type: 'writes' }
  | { type: 'ping' };

/** Frame to page. `unavailable` ends a run that could not begin; the sentence says why. */
export type FrameMessage =
  | { type: 'progress'; language: string; progress: RunnerProgress | null }
  | { type: 'started'; id: string }
  | { type: 'need'; id: string; modules: string[] }
  | { type: 'output'; id: string; chunks: Output[] }
  | { type: 'tested'; id: string; report: string }
  | { type: 'ended'; id: string; state: RunEnd; durationMs: number }
  | { type: 'unavailable'; id: string; sentence: string }
  | { type: 'pong' };

/** Frame to loader: the frame has no network, so it asks for a file by name; the answers have the number of the request. After `rest` there is time to keep files. */
export type FileRequest = { type: 'file'; request: number; name: string; pack?: PackAddress } | { type: 'rest' };

/** Loader to frame. */
export type FileMessage =
  | { type: 'progress'; request: number; loaded: number; total: number }
  | { type: 'file'; request: number; bytes: ArrayBuffer }
  | { type: 'missing'; request: number; sentence: string };

/** What is to be made JavaScript: `tsx` may have elements, and `js` is JavaScript already. */
export type SourceLanguage = 'js' | 'ts' | 'tsx';

export interface Source {
  code: string;
  language: SourceLanguage;
  /** Its imports are to become calls of `require()`, whatever it was written for. */
  commonJs?: boolean;
}

/** What was made of it, with the mappings of a source map; or the first thing that is wrong, its place counted from 1. */
export type Compiled = { code: string; mappings: string } | { problem: string; line: number; column: number };

/** What a program was made into, for the next run of the same: a worker understands what another of its language has kept. */
export interface Kept {
  key: string;
  value: unknown;
}

/** What a worker gets of each file: WebAssembly comes compiled, the rest as bytes. */
export type RuntimeFiles = Record<string, WebAssembly.Module | ArrayBuffer>;

/** Frame to worker. `first`: it is the first of its language, whose module no worker has run yet. `recorded` are the answers that a worker before this one was given, which had to be ended for each. */
export type WorkerOrder =
  | { type: 'boot'; files: RuntimeFiles; first: boolean }
  | {
      type: 'run';
      code: string;
      fileName: string;
      files: readonly RoomFile[];
      stdin: string;
      schema: string;
      showResult: boolean;
      outputLimit: number;
      seed: number;
      recorded: (string | null)[];
      test?: TestTask;
      kept?: Kept;
    }
  | { type: 'supply'; supply: Supply }
  | { type: 'compiled'; result: Compiled | { sentence: string } }
  | { type: 'answer'; text: string | null }
  | { type: 'part'; name: string; content: Blob }
  | { type: 'no-part'; name: string; sentence: string };

/** Worker to frame. A `compile` is for TypeScript's own compiler, and is answered by `compiled`. A `part` is a script of the language that few programs need. `rests` says for how long from now silence is no sign of endless work. `need` comes at most once, and before `begins`, from which on the program's time counts; so do `compiles`, which says that this worker compiles the program, and `keep`. A `tested` comes at most once, and is a TestReport as JSON. A worker that is `blocked` by its question cannot hear an answer. `tail` replaces the one before it: the end of output that is too long to be sent as it comes. */
export type WorkerMessage =
  | { type: 'ready'; restored: boolean }
  | { type: 'broken'; sentence: string }
  | { type: 'need'; modules: string[] }
  | { type: 'compile'; source: Source }
  | { type: 'part'; name: string }
  | { type: 'compiles' }
  | { type: 'keep'; kept: Kept }
  | { type: 'begins' }
  | { type: 'rests'; ms: number }
  | { type: 'output'; chunk: Output }
  | { type: 'ask'; prompt: string; blocked: boolean }
  | { type: 'tail'; omitted: number; chunks: Output[] }
  | { type: 'tested'; report: string }
  | { type: 'ended'; state: 'done' | 'failed' };
