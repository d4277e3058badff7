// Worker entry of a registered language: its script is appended, and calls `codeRoomLanguage()` once.
import type { RuntimeFiles } from '../messages.js';
import { type Interpreter, serve, tell } from './serve.js';

/** `tell` says what came of a test that the language carries out itself. */
type Boot = (files: RuntimeFiles, means: { tell: typeof tell }) => Promise<Interpreter> | Interpreter;

declare global {
  /** The script of a registered language must call it once, synchronously. The global scope is locked down after `boot`. */
  function codeRoomLanguage(boot: Boot): void;
}

Reflect.defineProperty(globalThis, 'codeRoomLanguage', {
  configurable: true,
  value: (boot: Boot) => {
    Reflect.deleteProperty(globalThis, 'codeRoomLanguage');
    serve(async (files) => boot(files, { tell }));
  },
});
