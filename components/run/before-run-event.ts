// Event: a run that was asked for on this page is about to begin. Fetched with what carries out runs.

/** A run asked for on this page is about to begin; after `preventDefault()` it does not, and `run()` resolves as stopped. */
export class CodeRoomBeforeRunEvent extends Event {
  constructor(
    readonly language: string,
    /** Name of the file that would run; empty while it has none. */
    readonly file: string,
    /** Its text. */
    readonly code: string,
  ) {
    super('code-room-before-run', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'code-room-before-run': CodeRoomBeforeRunEvent;
  }
}
