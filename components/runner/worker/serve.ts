// Lifecycle of a worker: boot, report ready, run one program, report how it ended.
import type {
  CompileCacheEntry,
  ProgramFile,
  RuntimeFiles,
  Supply,
  TestReport,
  TestTask,
  WorkerOrder,
} from '../messages.js';
import { CappedOutput } from './capped-output.js';
import { InputPrompts } from './input-prompts.js';
import { lockdown } from './lockdown.js';
import { looksForItself } from './own-file.js';
import { post, scope } from './scope.js';

export interface Program {
  code: string;
  fileName: string;
  /** The other files of the room. */
  files: readonly ProgramFile[];
  /** Seed of random numbers, so that a repeated program takes the same course. */
  seed: number;
  /** The program's stdin. */
  stdin: string;
  /** SQL that is executed before the program. */
  schema: string;
  /** Print the value of the last expression, as in a REPL. */
  showResult: boolean;
  /** Set when it is tested instead of run; the result goes to `tell`. */
  test?: TestTask;
  /** What a worker before this one has kept, of this program or another. */
  kept?: CompileCacheEntry;
}

/** An interpreter that can run one program. */
export interface Interpreter {
  /** Resolves when the program and all of its asynchronous work has ended: true, or false if it failed. */
  run(program: Program, output: CappedOutput, prompts: InputPrompts): Promise<boolean>;
  /** Writes the files of the room. Called first, unless there are no others and the program does not look; always for a test that loads it as a module. */
  place?(program: Program): void;
  /** Missing modules that the program imports. They are requested, and `install` is called with the answer. */
  needs?(program: Program): string[];
  install?(supply: Supply): Promise<void>;
  /** Work before the time limit starts: compiling, and fetching parts. */
  prepare?(program: Program): Promise<void>;
  /** Executes typical code paths once, because engines are slow the first time. Has no lasting effect. */
  rehearse?(): Promise<unknown>;
  /** Engines keep what they learn in a rehearsal for the workers that come after. */
  readonly rehearsesOnce?: boolean;
  /** True if it was restored from a snapshot. */
  readonly restored?: boolean;
}

/** A run that waits for this worker arrives sooner than this, and is not delayed by a rehearsal. */
const REHEARSAL_DELAY_MS = 20;

/** The original: programs get others. */
const later = setTimeout.bind(globalThis);

/** Ends the program at once: the frame terminates this worker, which blocks meanwhile. */
export function endNow(output: CappedOutput, done: boolean): never {
  output.finish();
  post({ type: 'ended', state: done ? 'done' : 'failed' });
  for (;;);
}

/** Reports a test's result. */
export function tell(report: TestReport): void {
  post({ type: 'tested', report: JSON.stringify(report) });
}

/** Resolves with the first message of a port. */
function said(port: MessagePort): Promise<unknown> {
  return new Promise((resolve) => {
    port.onmessage = resolve;
  });
}

/** Turns this worker into one that runs a language. The scope must be intact until `boot` has taken what it needs. */
export function serve(boot: (files: RuntimeFiles) => Promise<Interpreter>): void {
  let interpreter: Interpreter | undefined;
  let prompts: InputPrompts | undefined;
  let supplied: (supply: Supply) => void = () => {};
  let rehearsal: Promise<unknown> | undefined;

  async function start(files: RuntimeFiles, first: boolean): Promise<void> {
    try {
      interpreter = await boot(files);
      lockdown();
      post({ type: 'ready', restored: interpreter.restored === true });
      if (interpreter.rehearsesOnce && !first) return;
      later(() => {
        // An error here will occur in the run as well, which reports it.
        rehearsal = interpreter?.rehearse?.().then(
          () => post({ type: 'rehearsed' }),
          () => {},
        );
      }, REHEARSAL_DELAY_MS);
    } catch (error) {
      post({ type: 'broken', sentence: error instanceof Error ? error.message : String(error) });
    }
  }

  async function run({
    outputLimit,
    recorded,
    agreed,
    type: _,
    ...ordered
  }: Extract<WorkerOrder, { type: 'run' }>): Promise<void> {
    // Interpreters that read a file pass over the mark that some editors begin it with.
    const program: Program = { ...ordered, code: ordered.code.replace(/^\uFEFF/, '') };
    const current = interpreter;
    if (!current) return;
    // One program per worker, even if a program forges messages.
    interpreter = undefined;
    await rehearsal;
    post({ type: 'taken' });
    const nobody = (prompt: string) => output.write('stdout', prompt);
    const ownPrompts = new InputPrompts(recorded, program.test && nobody);
    prompts = ownPrompts;
    const output = new CappedOutput((message) => {
      if (!ownPrompts.repeating) post(message);
    }, outputLimit);
    let done = false;
    try {
      const asModule = program.test !== undefined && program.test.kind !== 'io';
      if (program.files.length > 0 || asModule || looksForItself(program)) current.place?.(program);
      const modules = current.needs?.(program) ?? [];
      if (modules.length > 0) {
        const supply = new Promise<Supply>((resolve) => {
          supplied = resolve;
        });
        post({ type: 'need', modules });
        await current.install?.(await supply);
      }
      await current.prepare?.(program);
      if (agreed) await said(agreed);
      post({ type: 'begins' });
      done = await current.run(program, output, ownPrompts);
    } catch (error) {
      output.write('note', `The program could not go on: ${String(error)}`);
    }
    output.finish();
    post({ type: 'ended', state: done ? 'done' : 'failed' });
  }

  scope.addEventListener('message', ({ data, isTrusted }) => {
    if (!isTrusted) return;
    if (data.type === 'boot') void start(data.files, data.first);
    else if (data.type === 'run') void run(data);
    else if (data.type === 'supply') supplied(data.supply);
    else if (data.type === 'answer') prompts?.receive(data.text);
  });
}
