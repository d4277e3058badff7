// Patches Pyodide's WebAssembly so that Python calls can nest as deep as memory allows. Run by the build; segments.ts is the runtime part.
//
// WebAssembly has two stacks. The machine stack has return addresses and locals; its use cannot be measured, and V8 gives a program
// with stack switching 984 kB. The other is in linear memory, for values with an address; Python's recursion check
// measures that one. So
// - every function with a recursion check reserves as much of the memory stack as it may need of the machine stack, so that
//   too deep recursion is a RecursionError and not a crash;
// - the function that evaluates Python code continues on a new stack when the current one is nearly full.

import {
  appended,
  encodeVector,
  KIND,
  leb,
  Reader,
  readExports,
  readImports,
  readSections,
  readType,
  section,
  signedLeb,
  text,
  vector,
} from './wasm-binary.mjs';

const I32 = 0x7f;
const SECTION = { type: 1, import: 2, function: 3, global: 6, export: 7, code: 10 };
const EVALUATE = '_PyEval_EvalFrameDefault';
const STACK_POINTER = '__stack_pointer';
/** The recursion check; it is called or inlined. */
const GUARD = 'Py_EnterRecursiveCall';
/** They also read the limit, but only their callers recurse. */
const NO_GUARDS = [GUARD, '_Py_ReachedRecursionLimitWithMargin', '_Py_CheckRecursiveCall'];

/** Bytes of machine stack that a checked function may need, with the functions it calls before the next check, beyond its part of the memory stack. */
const PAD = 640;
/** The same for the evaluator: its frame in unoptimised code, and what leads from one to the next. */
const EVALUATOR_PAD = 1024;

/** Names of the added exports, used by segments.ts: mutable globals, then a function. */
const GLOBALS = ['low', 'limit', 'end', 'calls', 'reserve', 'next', 'result', 'done'].map((name) => `segment_${name}`);
const ENTER = 'segment_enter';

/** @param {Uint8Array} wasm @returns {Uint8Array} */
export function withSegmentedStack(wasm) {
  const sections = readSections(wasm);
  const imports = readImports(section(sections, SECTION.import));
  const exported = readExports(section(sections, SECTION.export));
  const [evaluate = -1, stackPointer = -1, guard = -1] = [EVALUATE, STACK_POINTER, GUARD].map((name) =>
    exported.get(name),
  );
  const types = vector(section(sections, SECTION.type), readType);
  const functions = vector(section(sections, SECTION.function), (reader) => reader.number());
  const globals = new Reader(section(sections, SECTION.global)).number() + imports.global;
  const bodies = vector(section(sections, SECTION.code), (reader) => reader.bytes(reader.number()));
  const own = (/** @type {number} */ index) => index - imports.function;
  const body = bodies[own(evaluate)];
  const evaluated = functions[own(evaluate)] ?? -1;
  if (!body || guard < 0 || stackPointer < 0 || types[evaluated] !== 3) throw changed();

  const softLimit = softLimitOffset(body);
  const [low, limit, end, calls, reserve, next, result, done] = GLOBALS.map((_, index) => globals + index);
  const places = /** @type {Places} */ ({
    low,
    limit,
    end,
    calls,
    reserve,
    next,
    result,
    done,
    stackPointer,
    softLimit,
  });
  /** Replaces a function. @param {number} index @param {(original: number, parameters: number) => Buffer} wrapper */
  const wrap = (index, wrapper) => {
    const [type = -1, original] = [functions[index], bodies[index]];
    if (!original) throw changed();
    bodies[index] = wrapper(imports.function + functions.length, types[type] ?? 0);
    bodies.push(original);
    functions.push(type);
  };

  const others = new Set(NO_GUARDS.map((name) => own(exported.get(name) ?? -1)));
  const marks = [
    [0x28, 2, ...leb(softLimit)],
    [0x10, ...leb(guard)],
  ].map((mark) => Buffer.from(mark));
  const guarded = [...bodies.keys()].filter(
    (index) =>
      !others.has(index) &&
      index !== own(evaluate) &&
      marks.some((mark) => Buffer.from(bodies[index] ?? []).includes(mark)),
  );
  for (const index of guarded) wrap(index, (original, parameters) => padded(original, parameters, stackPointer));
  wrap(own(evaluate), (original) => evaluator(places, evaluated, original));
  const enterBody = enter(places, imports.function + functions.length - 1);
  bodies.push(enterBody);
  functions.push(evaluated);

  const replaced = new Map([
    [SECTION.function, encodeVector(functions.map(leb))],
    [
      SECTION.global,
      appended(
        section(sections, SECTION.global),
        GLOBALS.map(() => [I32, 1, ...constant(0), END]),
      ),
    ],
    [
      SECTION.export,
      appended(section(sections, SECTION.export), [
        ...GLOBALS.map((name, index) => [...text(name), KIND.global, ...leb(globals + index)]),
        [...text(ENTER), KIND.function, ...leb(imports.function + functions.length - 1)],
      ]),
    ],
    [SECTION.code, encodeVector(bodies.map((each) => Buffer.concat([Uint8Array.from(leb(each.length)), each])))],
  ]);
  const parts = sections.map(({ id, content }) => {
    const bytes = replaced.get(id) ?? content;
    return Buffer.concat([Uint8Array.from([id, ...leb(bytes.length)]), bytes]);
  });
  return Buffer.concat([wasm.subarray(0, 8), ...parts]);
}

/** @typedef {Record<'low' | 'limit' | 'end' | 'calls' | 'reserve' | 'next' | 'result' | 'done' | 'stackPointer' | 'softLimit', number>} Places */

const get = (/** @type {number} */ index) => [0x23, ...leb(index)];
const set = (/** @type {number} */ index) => [0x24, ...leb(index)];
const local = (/** @type {number} */ index) => [0x20, index];
const setLocal = (/** @type {number} */ index) => [0x21, index];
const tee = (/** @type {number} */ index) => [0x22, index];
const constant = (/** @type {number} */ value) => [0x41, ...signedLeb(value)];
const call = (/** @type {number} */ index) => [0x10, ...leb(index)];
const [SUB, LESS, AT_LEAST, SELECT, IF, ELSE, END] = [0x6b, 0x49, 0x4f, 0x1b, 0x04, 0x05, 0x0b];
const ARGUMENTS = [...local(0), ...local(1), ...local(2)];

/** Calls a function after reserving memory stack. @param {number} original @param {number} parameters @param {number} stackPointer */
function padded(original, parameters, stackPointer, pad = PAD) {
  const before = parameters;
  return Buffer.from([
    ...[1, 1, I32],
    ...[...get(stackPointer), ...tee(before), ...constant(pad), SUB, ...set(stackPointer)],
    ...Array.from({ length: parameters }, (_, index) => local(index)).flat(),
    ...[...call(original), ...local(before), ...set(stackPointer), END],
  ]);
}

/** Stores the limit of this stack in the Python thread that is the first argument. @param {Places} places */
const tellLimit = ({ limit, softLimit }) => [...local(0), ...get(limit), 0x36, 2, ...leb(softLimit)];

/** Replaces the evaluator: calls it on this stack or on a new one. @param {Places} places @param {number} type @param {number} original */
function evaluator(places, type, original) {
  const { low, next, stackPointer } = places;
  const before = 3;
  return Buffer.from([
    ...[1, 1, I32],
    ...[...get(stackPointer), ...tee(before), ...get(low), LESS],
    ...[IF, I32],
    ...[...ARGUMENTS, ...get(next), 0x11, ...leb(type), 0],
    ...[...local(before), ...set(stackPointer), ...tellLimit(places)],
    ELSE,
    ...tellLimit(places),
    ...[...local(before), ...constant(EVALUATOR_PAD), SUB, ...set(stackPointer)],
    ...[...ARGUMENTS, ...call(original), ...local(before), ...set(stackPointer)],
    ...[END, END],
  ]);
}

/** The first function on a new stack; sets its range of the memory stack. @param {Places} places @param {number} original */
function enter(places, original) {
  const { low, limit, end, calls, reserve, result, done, stackPointer } = places;
  const [lowBefore, limitBefore, lowest, returned] = [3, 4, 5, 6];
  return Buffer.from([
    ...[1, 4, I32],
    ...[...get(low), ...setLocal(lowBefore), ...get(limit), ...setLocal(limitBefore)],
    ...[...get(stackPointer), ...get(calls), SUB, ...set(low)],
    ...[...get(stackPointer), ...get(reserve), SUB, ...tee(lowest)],
    ...[...get(end), ...local(lowest), ...get(end), AT_LEAST, SELECT, ...set(limit)],
    ...tellLimit(places),
    ...[...ARGUMENTS, ...call(original), ...setLocal(returned)],
    ...[...local(lowBefore), ...set(low), ...local(limitBefore), ...set(limit)],
    ...[...local(returned), ...set(result), ...constant(1), ...set(done)],
    ...[...local(returned), END],
  ]);
}

/** The offset of the stack limit in a Python thread; the evaluator reads it first. @param {Uint8Array} body */
function softLimitOffset(body) {
  const reader = new Reader(body);
  for (let groups = reader.number(); groups > 0; groups--) {
    reader.number();
    reader.bytes(1);
  }
  const code = body.subarray(reader.at, reader.at + 64);
  // local.get 0; i32.load
  const at = code.findIndex((_, index) => [0x20, 0, 0x28, 2].every((byte, offset) => code[index + offset] === byte));
  if (at < 0) throw changed();
  return new Reader(code.subarray(at + 4)).number();
}

const changed = () => new Error('Pyodide evaluates Python in another way now: see segmented-stack.mjs.');
