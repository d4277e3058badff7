// Settings for Emscripten: precompiled code, a memory limit, and our own signal handling.
import { acceptImports, addressed, type Tabled } from './function-table.js';
import type { Pulse } from './pulse.js';
import { type Segments, STACK_SIZE } from './segments.js';

type Imports = Record<string, Record<string, (size: number) => unknown>>;
type Receive = (instance: WebAssembly.Instance, module: WebAssembly.Module) => unknown;

/** The part of Emscripten's settings that is changed. */
export interface Settings {
  instantiateWasm(imports: Imports, receive: Receive): unknown;
}

/** A program that needs more would slow down the whole browser before it fails. */
const MEMORY_LIMIT = 512 * 1024 * 1024 + STACK_SIZE;

/** Answers Pyodide's own fetches from memory; the library comes later. */
export function serveFromMemory(module: WebAssembly.Module): void {
  globalThis.fetch = async () => new Response(null);
  WebAssembly.instantiateStreaming = async (_source, imports) => ({
    module,
    instance: await WebAssembly.instantiate(module, imports),
  });
}

/** Python gets a MemoryError at the limit, and can continue. */
export function adjusted(
  settings: Settings,
  pulse: Pulse,
  segments: Segments,
  made: (instance: WebAssembly.Instance) => void,
): Settings {
  const instantiate = settings.instantiateWasm;
  return Object.assign(settings, {
    instantiateWasm(imports: Imports, receive: Receive) {
      // The original reads an array, and an array with computed elements is slow in every engine.
      if (imports.env) imports.env._Py_CheckEmscriptenSignals_Helper = pulse.signal;
      const canWait = imports.env?.can_run_sync_js;
      if (imports.env && canWait) {
        imports.env.can_run_sync_js = Object.assign(() => (segments.nested ? 0 : canWait(0)), { sig: 'i' });
      }
      const grow = imports.env?.emscripten_resize_heap;
      if (imports.env && grow) {
        imports.env.emscripten_resize_heap = (size) => (size >>> 0 > MEMORY_LIMIT ? 0 : grow(size));
      }
      return instantiate(imports, (instance, module) => {
        acceptImports(instance.exports as unknown as Tabled, addressed(module, imports.env ?? {}));
        made(instance);
        return receive(instance, module);
      });
    },
  });
}
