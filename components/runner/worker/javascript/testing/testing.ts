// What is done with a program that is tested and not run: its file is loaded as a module, and then this is carried out.
import type { Parts } from '../../parts.js';
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

export interface TestingMeans {
  loop: Loop;
  parts: Parts;
  trace: Trace;
  output: Printer;
  inspection(): Inspection;
  /** All of the program's code. */
  code: string;
}

type Find = (name: string) => object | undefined;

export interface Testing {
  /** Stands behind the last line of the file. */
  addition: string;
  /** What the program finds by a name that is none of Node's, and without an import. */
  module?(name: string, find: Find): object | undefined;
  globals?(find: Find): object;
  observer?: Observer;
  /**
   * When the file has run to its end; `last` is what it left to be done then. Resolves with nothing, or with the error that
   * ended it.
   */
  carryOut(exported: unknown, last: readonly (() => Promise<void>)[]): Promise<{ error: unknown } | undefined>;
  /** It cannot even begin. */
  unloadable(): void;
}

export function testOf({ test }: Program, means: TestingMeans): Testing | undefined {
  const unloadable = () => tell({ kind: 'unloadable' });
  if (test?.kind === 'call') {
    const called = new CalledFunction(test.function, test.args, means.loop);
    return { addition: called.addition, carryOut: (exported) => called.carryOut(exported), unloadable };
  }
  if (test?.kind !== 'code') return undefined;
  const { parts, code, trace, output, inspection } = means;
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
