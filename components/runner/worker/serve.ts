// The life of a worker: boot once, say ready, run one program, say how it ended.
import type { Kept, RoomFile, RuntimeFiles, Supply, TestReport, TestTask, WorkerOrder } from '../messages.js';
import { CappedOutput } from './capped-output.js';
import { InputPrompts } from './input-prompts.js';
import { lockdown } from './lockdown.js';
import { post, scope } from './scope.js';

export interface Program {
  code: string;
  fileName: string;
  /** The other files of the room. */
  files: readonly RoomFile[];
  /** For what the language makes up: the same number, the same course. */
  seed: number;
  /** What it reads; empty when there is nothing. */
  stdin: string;
  /** SQL that comes before the program. */
  schema: string;
  /** The value of a last expression is wanted, as in a REPL. */
  showResult: boolean;
  /** It is not to be run but tested, and told by `tell` what came of it. */
  test?: TestTask;
  /** What a worker before this one has kept, of this program or another. */
  kept?: Kept;
}

/** A language in its worker, ready to run one program. */
export interface Interpreter {
  /** Resolves when the program and all it left to be done later is over: true, or false if it failed. */
  run(program: Program, output: CappedOutput, questions: InputPrompts): Promise<boolean>;
  /** Puts the other files of the room beside the program, before all else; not called where there are none, but for a test that loads the program as a module. */
  place?(program: Program): void;
  /** Modules the program imports that are not there. They are asked for, and `install` is called with what came. */
  needs?(program: Program): string[];
  install?(supply: Supply): Promise<void>;
  /** What comes before the program's time counts: it is compiled, and what of the language not every program uses is fetched. */
  prepare?(program: Program): Promise<void>;
  /** Goes once through what a run does, for nobody: engines are slow where they have not been before. Leaves nothing behind. */
  rehearse?(): Promise<unknown>;
  /** Engines keep what they learn in a rehearsal for the workers that come after. */
  readonly rehearsesOnce?: boolean;
  /** True if a snapshot of an earlier start saved this one. */
  readonly restored?: boolean;
}

/** A run that waits for this worker comes sooner, and is not held up by a rehearsal. */
const REHEARSAL_DELAY_MS = 20;

/** The engine's own: programs get others. */
const later = setTimeout.bind(globalThis);

/** Ends the program at once: the frame takes this worker away, which gets no further meanwhile. */
export function endNow(output: CappedOutput, done: boolean): never {
  output.finish();
  post({ type: 'ended', state: done ? 'done' : 'failed' });
  for (;;);
}

/** Says what came of a test. */
export function tell(report: TestReport): void {
  post({ type: 'tested', report: JSON.stringify(report) });
}

/** Makes this worker one that runs a language. Nothing of the scope may be lost before `boot` has taken what it needs. */
export function serve(boot: (files: RuntimeFiles) => Promise<Interpreter>): void {
  let interpreter: Interpreter | undefined;
  let questions: InputPrompts | undefined;
  let supplied: (supply: Supply) => void = () => {};
  let rehearsal: Promise<unknown> | undefined;

  async function start(files: RuntimeFiles, first: boolean): Promise<void> {
    try {
      interpreter = await boot(files);
      lockdown();
      post({ type: 'ready', restored: interpreter.restored === true });
      if (interpreter.rehearsesOnce && !first) return;
      later(() => {
        // What fails here fails in the run as well, which tells it.
        rehearsal = interpreter?.rehearse?.().catch(() => {});
      }, REHEARSAL_DELAY_MS);
    } catch (error) {
      post({ type: 'broken', sentence: error instanceof Error ? error.message : String(error) });
    }
  }

  async function run({
    outputLimit,
    recorded,
    type: _,
    ...program
  }: Extract<WorkerOrder, { type: 'run' }>): Promise<void> {
    const current = interpreter;
    if (!current) return;
    // One program a worker, whatever messages a program may forge.
    interpreter = undefined;
    await rehearsal;
    const nobody = (prompt: string) => output.write('stdout', prompt);
    const asked = new InputPrompts(recorded, program.test && nobody);
    questions = asked;
    const output = new CappedOutput((message) => {
      if (!asked.repeating) post(message);
    }, outputLimit);
    let done = false;
    try {
      const asModule = program.test !== undefined && program.test.kind !== 'io';
      if (program.files.length > 0 || asModule) current.place?.(program);
      const modules = current.needs?.(program) ?? [];
      if (modules.length > 0) {
        const supply = new Promise<Supply>((resolve) => {
          supplied = resolve;
        });
        post({ type: 'need', modules });
        await current.install?.(await supply);
      }
      await current.prepare?.(program);
      post({ type: 'begins' });
      done = await current.run(program, output, asked);
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
    else if (data.type === 'answer') questions?.receive(data.text);
  });
}
