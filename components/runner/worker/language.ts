// The worker of a language that a page has registered: its script follows, and calls `codeRoomLanguage()` once.
import type { RuntimeFiles } from '../messages.js';
import { type Interpreter, serve } from './serve.js';

type Boot = (files: RuntimeFiles) => Promise<Interpreter> | Interpreter;

declare global {
  /** For the worker script of a registered language, which calls it once, at once. The global scope is locked down when `boot` is over. */
  function codeRoomLanguage(boot: Boot): void;
}

Reflect.defineProperty(globalThis, 'codeRoomLanguage', {
  configurable: true,
  value: (boot: Boot) => {
    Reflect.deleteProperty(globalThis, 'codeRoomLanguage');
    serve(async (files) => boot(files));
  },
});
