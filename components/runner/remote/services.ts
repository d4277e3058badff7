// Ready-made `run` functions for languages on a server; loaded at first use.
import type { RemoteLanguage } from '../languages/definition.js';
import type { Judge0Options } from './judge0.js';
import type { PistonOptions } from './piston.js';

export type { Judge0Options } from './judge0.js';
export type { PistonOptions } from './piston.js';

/** Runs a language on a [Piston](https://github.com/engineer-man/piston) server. */
export function piston(options: PistonOptions): RemoteLanguage['run'] {
  return async (...run) => (await import('./piston.js')).runOnPiston(options, ...run);
}

/** Runs a language on a [Judge0](https://github.com/judge0/judge0) server. */
export function judge0(options: Judge0Options): RemoteLanguage['run'] {
  return async (...run) => (await import('./judge0.js')).runOnJudge0(options, ...run);
}
