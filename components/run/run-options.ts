// Options of a RunController, and the outcome of a run.
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
  /** URL of the sandbox; null when unknown; `off` when disabled. */
  sandbox: string | 'off' | null;
  /** Where the sandbox's hidden frame is added. */
  mount: ShadowRoot;
  /** The element, on which the page hears of runs before they begin. */
  element: EventTarget;
  /** The page's input to each run. */
  given(): Pick<RunRequest, 'schema' | 'showResult' | 'packages' | 'room'>;
  /** Called when a requested run is refused, with the error or a sentence. */
  refused(why: unknown): void;
}
