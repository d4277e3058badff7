// Makes a worker that runs programs as Node does.
import type { RuntimeFiles } from '../../messages.js';
import { Parts } from '../parts.js';
import type { Interpreter } from '../serve.js';
import { Execution } from './execution.js';
import type { Printer } from './held-output.js';
import { Loop } from './loop.js';
import { neededParts } from './needed-parts.js';
import { forbidEval } from './no-eval.js';
import { installTimers } from './timers.js';
import type { Place } from './trace.js';

/** What is written in another language than JavaScript, and what its programs find here beside Node's modules. */
export interface Dialect {
  /** Rejects with a SyntaxError that says where it cannot. */
  translate(code: string): Promise<Translation>;
  /** What is wrong with a program that was translated, and is none to the browser; undefined if nothing is. */
  explain(code: string): Promise<Error | undefined>;
  modules?: Record<string, object>;
  /** What is shown of what the program's module has exported. */
  conclude?(exported: object, output: Printer): void;
}

export interface Translation {
  code: string;
  /** Where a place of it is in what the person wrote. */
  original(place: Place): Place | undefined;
}

export async function bootJavaScript(files: RuntimeFiles, dialect?: Dialect): Promise<Interpreter> {
  const parts = new Parts(files);
  const loop = new Loop();
  let translation: Translation | undefined;
  let untranslated: { error: unknown } | undefined;
  installTimers(loop);
  forbidEval();
  return {
    prepare: async ({ code }) => {
      translation = await dialect?.translate(code).catch((error: unknown) => {
        untranslated = { error };
        return undefined;
      });
      await Promise.all(neededParts(translation?.code ?? code).map((name) => parts.fetch(name)));
    },
    rehearse: async () => void parts.use('inspect.js'),
    run: (program, output, questions) => {
      const execution = new Execution(program, output, questions, { parts, loop, dialect, translation });
      return untranslated ? execution.refuse(untranslated.error) : execution.run();
    },
  };
}
