// What a RunController is given, and what it says of a run that has ended.
import type { RunEnd } from '../../party/shared/output.js';
import type { RunRequest } from '../runner/runner.js';
import type { Session } from '../session/session.js';

/** How a call of `run()` ended; `id` is empty when nothing was run. */
export interface RunOutcome {
  id: string;
  language: string;
  state: RunEnd;
  durationMs: number;
}

export interface RunControllerOptions {
  session: Session;
  /** Address of the sandbox; null: none is known. `off`: switched off. */
  sandbox: string | 'off' | null;
  /** Where the hidden frame of the sandbox goes. */
  mount: ShadowRoot;
  /** What the page gives to each run. */
  given(): Pick<RunRequest, 'schema' | 'showResult' | 'packages'>;
  /** Told when a run that was asked for cannot be. */
  refused(sentence: string): void;
}
