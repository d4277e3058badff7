// The context that `<code-room>` provides to its parts, wherever they are in its layout: a part asks for it by an event.
import type { RunController } from '../run/run-controller.js';
import type { Session } from '../session/session.js';
import type { CodeRoomErrorEvent } from './events.js';

export interface RoomContext {
  readonly session: Session;
  readonly runs: RunController;
  /** The room's id; undefined for a local room. */
  readonly roomId: string | undefined;
  /** A local room: nobody else can join. */
  readonly isLocal: boolean;
  /** The page allows only reading; the room may restrict more. */
  readonly readOnly: boolean;
  /** The target of `code-room-error` events. */
  readonly element: HTMLElement;
  /** Errors from before the notice was loaded, which will show them. */
  readonly unsaid: CodeRoomErrorEvent[];
  /** Tries again to join, after a refusal. */
  enterAgain(): void;
}

type Hear = (room: RoomContext | undefined) => void;

const ASKING = 'code-room-context';

/** Asks the room around a part for its context, and for each later one until the signal ends. */
export class RoomContextRequest extends Event {
  constructor(
    readonly hear: Hear,
    readonly signal: AbortSignal,
  ) {
    super(ASKING, { bubbles: true, composed: true });
  }
}

/** Answers the parts inside of `element`. */
export class RoomProvider {
  #room: RoomContext | undefined;
  readonly #parts = new Set<Hear>();

  constructor(element: EventTarget) {
    element.addEventListener(ASKING, (event) => {
      const { hear, signal } = event as RoomContextRequest;
      event.stopPropagation();
      this.#parts.add(hear);
      signal.addEventListener('abort', () => this.#parts.delete(hear));
      hear(this.#room);
    });
  }

  provide(room: RoomContext): void {
    this.#room = room;
    for (const hear of this.#parts) hear(room);
  }
}
