// Creates the snapshot that Python starts from. Run by the build in a process of its own; the arguments are the output file and Python's library.
// Deterministic: clock and random numbers are fixed.
import nodeCrypto from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { customSection, encodeVector, KIND, leb, moduleOf, signedLeb, text } from './wasm-binary.mjs';

const PAGE = 4096;
/** WebAssembly opcodes and flags. */
const [I32_CONST, END, MEMORY_INIT, PASSIVE] = [0x41, 0x0b, [0xfc, 0x08], 1];
const NOON = Date.UTC(2026, 0, 1, 12);

globalThis.Date = new Proxy(Date, {
  construct: (target, values) => new target(.../** @type {[number]} */ (values.length > 0 ? values : [NOON])),
  get: (target, name) => (name === 'now' ? () => NOON : Reflect.get(target, name)),
});
performance.now = () => 0;
nodeCrypto.randomFillSync = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength).fill(7) && view;
process.env.TZ = 'UTC';

// Not earlier, because these modules keep references to what they find.
const { loadPyodide } = await import('pyodide');
const { default: createPyodideModule } = await import('pyodide/pyodide.asm.mjs');

const sources = ['event_loop.py', 'streams.py', 'results.py', 'manners.py', 'impossible.py', 'program.py'].map((name) =>
  readFileSync(new URL(name, import.meta.url), 'utf8'),
);
const lock = readFileSync(new URL(import.meta.resolve('pyodide/pyodide-lock.json')), 'utf8');

const without = await startPython(false);
const { snapshot, fresh } = await startPython(true);
writeFileSync(process.argv[2] ?? 'snapshot.bin', pack());

/**
 * Pyodide checks once whether the engine can suspend WebAssembly, and keeps the result in memory.
 * @param {boolean} canSuspend
 */
async function startPython(canSuspend) {
  let fresh = new Uint8Array();
  /** @param {any} settings Emscripten's settings. */
  const watched = (settings) => {
    const instantiate = settings.instantiateWasm;
    settings.instantiateWasm = (/** @type {any} */ imports, /** @type {Function} */ receive) => {
      const ask = imports.env.emscripten_asm_const_int;
      imports.env.emscripten_asm_const_int = (/** @type {unknown[]} */ ...values) => {
        const answer = ask(...values);
        return typeof answer === 'boolean' ? canSuspend : answer;
      };
      return instantiate(imports, (/** @type {any} */ instance, /** @type {WebAssembly.Module} */ module) => {
        // The memory before anything has run; the restoring instance has the same.
        fresh = new Uint8Array(instance.exports.memory.buffer).slice();
        receive(instance, module);
      });
    };
    return settings;
  };
  const pyodide = await loadPyodide({
    _makeSnapshot: true,
    ...(process.argv[3] && { stdLibURL: process.argv[3] }),
    env: { HOME: '/home/pyodide', PYTHONHASHSEED: '0' },
    lockFileContents: JSON.stringify({ ...JSON.parse(lock), packages: {} }),
    createPyodideModule: /** @type {any} */ ((/** @type {any} */ settings) => createPyodideModule(watched(settings))),
  });
  const machine = pyodide.globals.get('dict')();
  for (const source of sources) pyodide.runPython(source, { globals: machine, filename: '<code-room>' });
  pyodide.globals.set('machine', machine);
  machine.destroy();
  pyodide.runPython('import gc; gc.collect()');
  wipeFreeMemory(/** @type {any} */ (pyodide)._module);
  return { snapshot: pyodide.makeMemorySnapshot(), fresh };
}

/** Clears freed memory, which would only enlarge the file. @param {any} module Emscripten's module. */
function wipeFreeMemory(module) {
  const blocks = [];
  const end = () => module._sbrk(0);
  for (let size = 2 ** 20; size >= 16; size /= 2) {
    for (let before = end(); end() === before; ) {
      const block = module._malloc(size);
      module.HEAPU8.fill(0, block, block + size);
      blocks.push(block);
    }
  }
  for (const block of blocks) module._free(block);
}

/**
 * Creates a module that writes the memory: browsers share compiled modules between workers without copying. It has the form
 * that snapshot.ts reads, with a custom section for Pyodide's own header. Pyodide's format is a header, whose second word
 * is its length, and all memory.
 */
function pack() {
  const headerLength = new Uint32Array(snapshot.slice(4, 8).buffer)[0] ?? 0;
  const memory = snapshot.subarray(headerLength);
  /** @type {{ start: number, end: number }[]} */
  const stretches = [];
  for (let start = 0; start < memory.length; start += PAGE) {
    if (Buffer.compare(memory.subarray(start, start + PAGE), pageOf(fresh, start)) === 0) continue;
    const last = stretches.at(-1);
    if (last?.end === start) last.end += PAGE;
    else stretches.push({ start, end: start + PAGE });
  }
  const [answer, value] = differingWord(memory, without.snapshot.subarray(headerLength));
  const dataEnd = fresh.findLastIndex((byte) => byte !== 0) + 1;
  const numbers = [headerLength, memory.length, dataEnd, answer, value];
  const init = stretches.map(({ start, end }, index) => [
    ...[I32_CONST, ...signedLeb(start), I32_CONST, 0, I32_CONST, ...signedLeb(end - start)],
    ...[...MEMORY_INIT, ...leb(index), 0],
  ]);
  const body = [0, ...init.flat(), END];
  const contents = stretches.map(({ start, end }) => {
    const content = Buffer.concat([memory.subarray(start, end), new Uint8Array(Math.max(0, end - memory.length))]);
    return Buffer.concat([Uint8Array.of(PASSIVE, ...leb(content.length)), content]);
  });
  return moduleOf([
    customSection('numbers', new Uint8Array(Uint32Array.from(numbers).buffer)),
    customSection('header', snapshot.subarray(0, headerLength)),
    { id: 1, content: encodeVector([[0x60, 0, 0]]) },
    { id: 2, content: encodeVector([[...text(''), ...text('memory'), KIND.memory, 0, 1]]) },
    { id: 3, content: encodeVector([[0]]) },
    { id: 7, content: encodeVector([[...text('restore'), KIND.function, 0]]) },
    { id: 12, content: Uint8Array.from(leb(contents.length)) },
    { id: 10, content: encodeVector([[...leb(body.length), ...body]]) },
    { id: 11, content: encodeVector(contents) },
  ]);
}

/** @param {Uint8Array} memory @param {number} start */
function pageOf(memory, start) {
  return start < memory.length ? memory.subarray(start, start + PAGE) : new Uint8Array(PAGE);
}

/** The address at which two memories differ, and the second's value. @param {Uint8Array} one @param {Uint8Array} other @returns {[number, number]} */
function differingWord(one, other) {
  const words = new Uint32Array(one.slice().buffer);
  const others = new Uint32Array(other.slice().buffer);
  const differing = [];
  for (let at = 0; at < words.length; at++) if (words[at] !== others[at]) differing.push(at);
  const [index, ...more] = differing;
  if (index === undefined || more.length > 0 || words.length !== others.length) {
    throw new Error('Pyodide keeps what it knows of the engine in another way now: see startPython.');
  }
  return [index * 4, others[index] ?? 0];
}
