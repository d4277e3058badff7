// Makes a worker that runs programs as Node does.
import type { RuntimeFiles } from '../../messages.js';
import { Parts } from '../parts.js';
import type { Interpreter } from '../serve.js';
import type { Dialect, Translation } from './dialect.js';
import { Execution } from './execution.js';
import { installGlobals } from './globals.js';
import { Loop } from './loop.js';
import { neededParts } from './needed-parts.js';
import { forbidEval } from './no-eval.js';
import { installTimers } from './timers.js';

export async function bootJavaScript(files: RuntimeFiles, dialect?: Dialect): Promise<Interpreter> {
  const parts = new Parts(files);
  const loop = new Loop();
  let translation: Translation | undefined;
  let untranslated: { error: unknown } | undefined;
  installTimers(loop);
  installGlobals();
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
