// The event by which a runner tells how far a language is loaded.
import type { RunnerProgress } from './messages.js';

/** Loading progress of a language, for a run or a warm-up; null when it is ready. */
export class RunnerProgressEvent extends Event {
  constructor(readonly progress: RunnerProgress | null) {
    super('progress');
  }
}
