// The event of `<code-room-replay>`; fetched with what fires it.

/** The position has changed, by playing or seeking, or another replay has been opened. */
export class CodeRoomReplayPositionEvent extends Event {
  constructor(
    /** Milliseconds since the start. */
    readonly position: number,
    /** In milliseconds; 0 while there is nothing to play. */
    readonly duration: number,
  ) {
    super('code-room-replay-position', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'code-room-replay-position': CodeRoomReplayPositionEvent;
  }
}
