// Runs Python's calls on a chain of stacks: when one is nearly full, the next is used, as deep as memory allows.
// Called by the code that segmented-stack.mjs adds to Pyodide's WebAssembly.

import { passThrough } from './function-table.js';

type Evaluate = (thread: number, frame: number, throws: number) => number;
type Number32 = WebAssembly.Global<'i32'>;

/** The exports added by the build, and those of Pyodide that are used. */
interface Exports {
  __indirect_function_table: WebAssembly.Table;
  __stack_pointer: Number32;
  /** Below this address of the memory stack, calls continue on another machine stack. */
  segment_low: Number32;
  /** Below this address Python raises a RecursionError. */
  segment_limit: Number32;
  /** Distances of the two from the top of a new stack, and the lowest possible limit. */
  segment_calls: Number32;
  segment_reserve: Number32;
  segment_end: Number32;
  /** Table index of the function that calls `segment_enter` on another stack; the result is in `segment_result`. */
  segment_next: Number32;
  segment_enter: Evaluate;
  segment_result: Number32;
  segment_done: Number32;
  malloc(size: number): number;
  _PyThreadState_GetCurrent(): number;
  PyUnstable_ThreadState_SetStackProtection(thread: number, start: number, size: number): number;
  emscripten_stack_set_limits(base: number, end: number): void;
}

/** The stack switching API, unknown to TypeScript. */
interface Switching {
  promising(evaluate: Evaluate): (...values: Parameters<Evaluate>) => Promise<number>;
}

/** Size of a stack's part for Python calls, on the memory stack, which fills as fast as the machine stack of 984 kB. */
const CALLS = 400 * 1024;
/** Distance from the top of a stack that C code may reach before Python raises an error. */
const RESERVE = 860 * 1024;
/** The same in an engine without stack switching, where a worker has one stack. */
const ONLY_STACK = 400 * 1024;
const ALIGNMENT = 16;
/** Limits infinite recursion. */
export const STACK_SIZE = 64 * 1024 * 1024;

/** The stacks of one instance. */
export class Segments {
  #depth = 0;
  /** A stack that was lost: rejects with the error that ended Python. */
  lost: Promise<unknown> | undefined;

  /** Python is not on its first stack. There it cannot wait for a promise. */
  get nested(): boolean {
    return this.#depth > 0;
  }

  /** Must be called after Python's start and before it runs anything. */
  begin(instance: WebAssembly.Instance): void {
    const exports = instance.exports as unknown as Exports;
    const start = exports.malloc(STACK_SIZE);
    // The compiler assumes the alignment: it uses `or` to add offsets.
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

  /** Returns the table index of `next`. */
  #add(exports: Exports): number {
    const { segment_done: done, segment_result: result, __indirect_function_table: table } = exports;
    const { promising } = WebAssembly as unknown as Switching;
    const enter = promising(exports.segment_enter);
    const next: Evaluate = (...values) => {
      done.value = 0;
      this.#depth += 1;
      const returned = enter(...values);
      this.#depth -= 1;
      // Python has ended; rejects for those who wait.
      if (!done.value) {
        // The innermost knows what ended it; those around it only that it is gone.
        this.lost ??= returned;
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
