// The memory of a Python that has started already, as the build left it; restoring it takes a tenth of the time of a start.

const PAGE = 4096;
const HEADER = 5;

/** The part of a module's memory and exports that a snapshot depends on. */
interface Exports {
  memory: WebAssembly.Memory;
  __indirect_function_table: WebAssembly.Table;
  _PyRuntime: WebAssembly.Global<'i32'>;
  _PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: WebAssembly.Global<'i32'>;
}

/**
 * Holds only the pages in which a started Python differs from a fresh instance. `whole` has the size of all and is what
 * Pyodide gets, by reference and before there is an instance; `fill` puts the content in when there is one.
 */
export class Snapshot {
  readonly whole: Uint8Array;
  readonly #packed: Uint8Array;
  readonly #headerLength: number;
  readonly #memoryLength: number;
  readonly #pages: Uint32Array;
  /** Address and value, as they are in an engine that cannot suspend WebAssembly. */
  readonly #unsuspendable: [number, number];
  #exports: Exports | undefined;

  constructor(packed: ArrayBuffer) {
    const [headerLength = 0, memoryLength = 0, address = 0, value = 0, count = 0] = new Uint32Array(packed, 0, HEADER);
    this.#pages = new Uint32Array(packed, HEADER * 4, count);
    this.#packed = new Uint8Array(packed, (HEADER + count) * 4);
    if (this.#packed.length !== headerLength + count * PAGE) throw new Error('The snapshot is damaged.');
    this.#headerLength = headerLength;
    this.#memoryLength = memoryLength;
    this.#unsuspendable = [address, value];
    this.whole = new Uint8Array(headerLength + memoryLength);
  }

  /** Must be called before anything runs in the instance. */
  fill(instance: WebAssembly.Instance): void {
    const exports = instance.exports as unknown as Exports;
    this.#exports = exports;
    unifyFunctions(exports);
    const missing = this.#memoryLength - exports.memory.buffer.byteLength;
    if (missing > 0) exports.memory.grow(Math.ceil(missing / 65536));
    const memory = this.whole.subarray(this.#headerLength);
    memory.set(new Uint8Array(exports.memory.buffer, 0, memory.length));
    this.whole.set(this.#packed.subarray(0, this.#headerLength));
    let at = this.#headerLength;
    for (const page of this.#pages) {
      memory.set(this.#packed.subarray(at, at + PAGE), page * PAGE);
      at += PAGE;
    }
  }

  /** Must be called after Emscripten's start: what it found out about this engine is not to be replaced. */
  adapt(canSuspend: boolean): void {
    if (!this.#exports) throw new Error('The snapshot was not filled.');
    const { memory, _PyRuntime, _PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET } = this.#exports;
    // Where a helper function lies in the function table; 0 in engines that have not what it takes to make it.
    const offset = new DataView(memory.buffer).getUint32(_PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET.value, true);
    const address = _PyRuntime.value + offset;
    const live = new Uint8Array(memory.buffer, address, 4);
    this.whole.set(live, this.#headerLength + address);
    const [place, value] = this.#unsuspendable;
    if (!canSuspend) new DataView(this.whole.buffer).setUint32(this.#headerLength + place, value, true);
  }
}

/**
 * In JavaScriptCore a function of the table is not the same object as the export of that function, so Emscripten would
 * add each once more, and all function pointers of the snapshot would be off.
 */
function unifyFunctions(exports: Exports): void {
  const { __indirect_function_table: table } = exports;
  const byName = new Map<string, unknown>();
  for (const value of Object.values<unknown>({ ...exports }))
    if (value instanceof Function) byName.set(value.name, value);
  for (let index = 0; index < table.length; index++) {
    const entry = table.get(index);
    const same = entry && byName.get(entry.name);
    if (same && same !== entry) table.set(index, same);
  }
}
