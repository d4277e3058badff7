// The runner's error: a sentence that says what to do.

/** The sandbox cannot run anything. Errors of a running program are output, never this. */
export class RunnerError extends Error {
  override readonly name = 'RunnerError';
}
