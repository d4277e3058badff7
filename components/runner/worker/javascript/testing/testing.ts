// What is done with a program that is tested and not run: its file is loaded as a module, and then this is carried out.
import type { Parts } from '../../parts.js';
import { type Program, tell } from '../../serve.js';
import type { Loop } from '../loop.js';
import type { Trace } from '../trace.js';
import { CalledFunction } from './called-function.js';

export interface TestingMeans {
  loop: Loop;
  parts: Parts;
  trace: Trace;
}

export interface Testing {
  /** Stands behind the last line of the file. */
  addition: string;
  /** When the file has run to its end: resolves with nothing, or with the error that ended it. */
  carryOut(exported: unknown): Promise<{ error: unknown } | undefined>;
  /** It cannot even begin. */
  unloadable(): void;
}

export function testOf({ test }: Program, means: TestingMeans): Testing | undefined {
  const unloadable = () => tell({ kind: 'unloadable' });
  if (test?.kind !== 'call') return undefined;
  const called = new CalledFunction(test.function, test.args, means.loop);
  return { addition: called.addition, carryOut: (exported) => called.carryOut(exported), unloadable };
}
