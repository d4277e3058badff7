// The end of a program: what its handlers of `beforeExit` and `exit` still do, and the errors that they throw.
import type { Loop } from './loop.js';
import type { Process } from './node/process.js';

export interface Failure {
  error: unknown;
}

/** An error of a handler is one of the program: undefined if it handles that itself. */
function attempted(process: Process, act: () => void): Failure | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return handled(process, error);
  }
}

function handled(process: Process, error: unknown): Failure | undefined {
  try {
    return process.handles(error) ? undefined : { error };
  } catch (later) {
    // The handler itself failed.
    return { error: later };
  }
}

/** Nothing is left to do, unless a handler adds something. */
export async function runBeforeExit(process: Process | undefined, loop: Loop): Promise<Failure | undefined> {
  if (!process) return undefined;
  for (;;) {
    let threw = true;
    const failure = attempted(process, () => {
      process.emitBeforeExit();
      threw = false;
    });
    if (failure) return failure;
    if (!loop.busy && !threw) return undefined;
    await loop.idle();
  }
}

/** It has ended, well or not. */
export function finished(process: Process | undefined, failed: boolean): Failure | undefined {
  return process && attempted(process, () => process.finish(failed));
}
