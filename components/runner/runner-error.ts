// The one error of the runner: a sentence that says what to do.

/** Says why the sandbox cannot run anything. Errors of the program that runs are output, never this. */
export class RunnerError extends Error {
  override readonly name = 'RunnerError';
}
