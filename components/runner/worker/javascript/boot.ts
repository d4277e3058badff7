// Starts a worker that runs programs as Node does.
import type { RuntimeFiles, SourceLanguage } from '../../messages.js';
import { LazyScripts } from '../lazy-scripts.js';
import type { Interpreter } from '../serve.js';
import { compileWithTypeScript } from '../typescript/compile-with-typescript.js';
import type { CompiledFile, Dialect } from './dialect.js';
import { Execution } from './execution.js';
import { installGlobals } from './globals.js';
import { Loop } from './loop.js';
import { ModuleGraph, typescriptIn } from './module-graph.js';
import { neededParts } from './needed-parts.js';
import { forbidEval } from './no-eval.js';
import { metaOf } from './node/imports.js';
import type { Syntax } from './syntax.js';
import { installTimers } from './timers.js';

/** Matches code that may load other files. */
const ASKS = /\b(?:require|import|export)\b/;

export async function bootJavaScript(files: RuntimeFiles, dialect?: Dialect): Promise<Interpreter> {
  const parts = new LazyScripts(files);
  const loop = new Loop();
  let compiled: CompiledFile | undefined;
  let graph: ModuleGraph | undefined;
  let uncompiled: { error: unknown } | undefined;
  installTimers(loop);
  installGlobals(loop);
  forbidEval();
  return {
    prepare: async (program) => {
      const { code, files } = program;
      compiled = await dialect?.compile(code, undefined, typescriptIn(files)).catch((error: unknown) => {
        uncompiled = { error };
        return undefined;
      });
      const fetchParts = (text: string) =>
        Promise.all(neededParts(text, program.test).map((name) => parts.fetch(name)));
      await fetchParts(compiled?.code ?? code);
      if (files.length === 0 || uncompiled || !ASKS.test(compiled?.code ?? code)) return;
      await parts.fetch('syntax.js');
      const compile = (text: string, language: SourceLanguage = 'ts', others: readonly string[] = []) =>
        compileWithTypeScript({ code: text, language, others });
      graph = await ModuleGraph.of(program, compiled, {
        syntax: parts.use<Syntax>('syntax.js'),
        dialect,
        compile,
      });
      const convert = (text: string) => compileWithTypeScript({ code: text, language: 'js', commonJs: true });
      if (graph.cycle) await graph.convertCycles({ meta: metaOf, convert });
      await fetchParts([...graph.files.values()].map((file) => file.code).join('\n'));
    },
    rehearse: async () => void parts.use('inspect.js'),
    run: (program, output, prompts) => {
      const execution = new Execution(program, output, prompts, { parts, loop, dialect, compiled, graph });
      return uncompiled ? execution.refuse(uncompiled.error) : execution.run();
    },
  };
}
