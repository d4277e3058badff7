// The stacks that Python's calls are on, one going on where another would come to its end: as deep as memory allows.
// What segmented-stack.mjs adds to Pyodide's WebAssembly asks for them.

import { passThrough } from './function-table.js';

type Evaluate = (thread: number, frame: number, throws: number) => number;
type Number32 = WebAssembly.Global<'i32'>;

/** What the build adds, and what is taken of Pyodide's own. */
interface Exports {
  __indirect_function_table: WebAssembly.Table;
  __stack_pointer: Number32;
  /** Below this address of the stack in memory, calls go on on another of the machine's. */
  segment_low: Number32;
  /** Below this one Python says that calls are too deep. */
  segment_limit: Number32;
  /** What the two are below the top of a new stack, and where no limit can be lower. */
  segment_calls: Number32;
  segment_reserve: Number32;
  segment_end: Number32;
  /** Place in the table of the function that calls `segment_enter` on another stack; it finds the result in `segment_result`. */
  segment_next: Number32;
  segment_enter: Evaluate;
  segment_result: Number32;
  segment_done: Number32;
  malloc(size: number): number;
  _PyThreadState_GetCurrent(): number;
  PyUnstable_ThreadState_SetStackProtection(thread: number, start: number, size: number): number;
  emscripten_stack_set_limits(base: number, end: number): void;
}

/** What engines that can switch stacks have, and TypeScript does not know. */
interface Switching {
  promising(evaluate: Evaluate): (...values: Parameters<Evaluate>) => Promise<number>;
}

/** Of the stack in memory, which is used up as fast as the machine's: so much for calls of Python's on one of 984 kB. */
const CALLS = 400 * 1024;
/** C code that begins there may go so far from the top of its stack before Python says that it is too deep. */
const RESERVE = 860 * 1024;
/** The same in an engine that cannot switch stacks, and gives a worker one. */
const ONLY_STACK = 400 * 1024;
const ALIGNMENT = 16;
/** It is what ends a program that calls itself for ever. */
export const STACK_SIZE = 64 * 1024 * 1024;

/** The stacks of one instance. */
export class Segments {
  #depth = 0;
  /** What became of a stack that did not come back: rejects with what ended Python. */
  lost: Promise<unknown> | undefined;

  /** Python is on another stack than its first. No engine waits for a promise there, though each could. */
  get nested(): boolean {
    return this.#depth > 0;
  }

  /** Must be called after Python's start and before it runs anything. */
  begin(instance: WebAssembly.Instance): void {
    const exports = instance.exports as unknown as Exports;
    const start = exports.malloc(STACK_SIZE);
    // The compiler counts on it, and joins addresses by `or` where they are added.
    const top = (start + STACK_SIZE) & -ALIGNMENT;
    exports.emscripten_stack_set_limits(start + STACK_SIZE, start);
    exports.__stack_pointer.value = top;
    exports.PyUnstable_ThreadState_SetStackProtection(exports._PyThreadState_GetCurrent(), start, STACK_SIZE);
    exports.segment_end.value = start + 64 * 1024;
    exports.segment_calls.value = CALLS;
    exports.segment_reserve.value = RESERVE;
    const canSwitch = 'promising' in WebAssembly;
    exports.segment_limit.value = top - (canSwitch ? RESERVE : ONLY_STACK);
    if (!canSwitch) return;
    exports.segment_next.value = this.#add(exports);
    exports.segment_low.value = top - CALLS;
  }

  /** Answers with the place of `next` in the table. */
  #add(exports: Exports): number {
    const { segment_done: done, segment_result: result, __indirect_function_table: table } = exports;
    const { promising } = WebAssembly as unknown as Switching;
    const enter = promising(exports.segment_enter);
    const next: Evaluate = (...values) => {
      done.value = 0;
      this.#depth += 1;
      const returned = enter(...values);
      this.#depth -= 1;
      // Python is gone, and whoever waits for it is told why.
      if (!done.value) {
        this.lost = returned;
        throw new Error('A stack did not come back.');
      }
      done.value = 0;
      return result.value;
    };
    const { exports: passed } = new WebAssembly.Instance(new WebAssembly.Module(passThrough(['iiii'])), {
      '': { 0: next },
    });
    return table.grow(1, passed[0]);
  }
}
