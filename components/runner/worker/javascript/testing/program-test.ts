// Test tasks: a program that is tested is loaded as a module; then the task is carried out.
import type { LazyScripts } from '../../lazy-scripts.js';
import { type Program, tell } from '../../serve.js';
import type { Printer } from '../held-output.js';
import type { Inspection } from '../inspect.js';
import type { Loop } from '../loop.js';
import { neededParts } from '../needed-parts.js';
import type { Observer } from '../node/test-level.js';
import type { Trace } from '../trace.js';
import { CalledFunction } from './called-function.js';
import type { ExpectPart } from './expect.js';
import { TestFile } from './test-file.js';

interface ProgramTestEnvironment {
  loop: Loop;
  parts: LazyScripts;
  trace: Trace;
  output: Printer;
  inspection(): Inspection;
  /** All of the program's code. */
  code: string;
}

type Find = (name: string) => object | undefined;

export interface ProgramTest {
  /** Appended after the last line of the file. */
  addition: string;
  /** Additional modules and globals of the program. */
  module?(name: string, find: Find): object | undefined;
  globals?(find: Find): object;
  observer?: Observer;
  /**
   * Called when the file has run; `last` are the jobs it left for its end. Resolves with undefined, or with the error that ended
   * it.
   */
  carryOut(exported: unknown, last: readonly (() => Promise<void>)[]): Promise<{ error: unknown } | undefined>;
  /** The program could not be loaded. */
  unloadable(): void;
}

export function programTestOf({ test }: Program, environment: ProgramTestEnvironment): ProgramTest | undefined {
  const unloadable = () => tell({ kind: 'unloadable' });
  if (test?.kind === 'call') {
    const called = new CalledFunction(test.function, test.args, environment.loop);
    return { addition: called.addition, carryOut: (exported) => called.carryOut(exported), unloadable };
  }
  if (test?.kind !== 'code') return undefined;
  const { parts, code, trace, output, inspection } = environment;
  const usesExpect = neededParts(code, test).includes('expect.js');
  const load = () => parts.use<ExpectPart>('expect.js').createExpect();
  const file = new TestFile(trace, output, inspection, usesExpect ? load : undefined);
  return {
    addition: '',
    module: (name, find) => file.module(name, find),
    globals: (find) => file.globals(find),
    observer: file,
    carryOut: (_exported, last) => file.carryOut(last),
    unloadable,
  };
}
