// Restores the memory of a started Python that the build has saved, in a tenth of the time of a start.

import { type Tabled, unifyFunctions } from './function-table.js';

/** The part of a module's memory and exports that a snapshot depends on. */
interface Exports extends Tabled {
  memory: WebAssembly.Memory;
  sbrk(bytes: number): number;
  _PyRuntime: WebAssembly.Global<'i32'>;
  _PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: WebAssembly.Global<'i32'>;
}

/**
 * A module that writes only the pages in which a started Python differs from a fresh instance. Pyodide gets a snapshot without
 * memory, `header`, so that tens of megabytes need not be copied.
 */
export class Snapshot {
  readonly header: Uint8Array;
  readonly #memoryLength: number;
  /** Above it a fresh instance has only zeros. */
  readonly #dataEnd: number;
  /** Address and value for an engine that cannot suspend WebAssembly. */
  readonly #unsuspendable: [number, number];
  #exports: Exports | undefined;
  #fresh = new Uint8Array();

  constructor(private readonly module: WebAssembly.Module) {
    const [numbers] = WebAssembly.Module.customSections(module, 'numbers');
    const [header] = WebAssembly.Module.customSections(module, 'header');
    if (!numbers || !header) throw new Error('This is no snapshot.');
    const [headerLength = 0, memoryLength = 0, dataEnd = 0, address = 0, value = 0] = new Uint32Array(numbers);
    if (header.byteLength !== headerLength) throw new Error('The snapshot is damaged.');
    this.header = new Uint8Array(header);
    this.#memoryLength = memoryLength;
    this.#dataEnd = dataEnd;
    this.#unsuspendable = [address, value];
  }

  /** Must be called before anything runs in the instance. */
  prepare(instance: WebAssembly.Instance): void {
    const exports = instance.exports as unknown as Exports;
    this.#exports = exports;
    unifyFunctions(exports);
    const missing = this.#memoryLength - exports.memory.buffer.byteLength;
    if (missing > 0) exports.memory.grow(Math.ceil(missing / 65536));
    this.#fresh = new Uint8Array(exports.memory.buffer, 0, this.#dataEnd).slice();
  }

  /** Must be called after Emscripten's start, so that its findings about this engine are not overwritten. */
  restore(canSuspend: boolean): void {
    if (!this.#exports) throw new Error('There is no instance to restore.');
    const { memory, sbrk, _PyRuntime, _PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET } = this.#exports;
    // Table index of a helper function; 0 in engines that cannot create it.
    const offset = new DataView(memory.buffer).getUint32(_PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET.value, true);
    const address = _PyRuntime.value + offset;
    const bytes = new Uint8Array(memory.buffer);
    const live = bytes.slice(address, address + 4);
    bytes.set(this.#fresh);
    // Emscripten's start has used memory below this address only.
    bytes.fill(0, this.#dataEnd, sbrk(0));
    const { exports } = new WebAssembly.Instance(this.module, { '': { memory } });
    (exports.restore as () => void)();
    bytes.set(live, address);
    const [place, value] = this.#unsuspendable;
    if (!canSuspend) new DataView(memory.buffer).setUint32(place, value, true);
  }
}
