// Worker entry: TypeScript's compiler, kept for all runs of its frame. Programs never run in it.
import type { Compiled, Source } from '../messages.js';
import { compile } from './typescript/compile.js';

const scope = globalThis as unknown as {
  postMessage(result: Compiled | { sentence: string }): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Source>) => void): void;
};

scope.addEventListener('message', ({ data }) => {
  try {
    scope.postMessage(compile(data));
  } catch (error) {
    // For example, a program that is nested too deeply.
    scope.postMessage({
      sentence: `TypeScript could not compile this program: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
});
