// What `<code-room>` gives to the parts inside it, wherever in its layout they stand.
import { createContext } from '@lit/context';
import type { RunController } from '../run/run-controller.js';
import type { Session } from '../session/session.js';
import type { CodeRoomErrorEvent } from './events.js';

export interface RoomContext {
  readonly session: Session;
  readonly runs: RunController;
  /** Its id; undefined for a room of one. */
  readonly name: string | undefined;
  /** A room of one: nobody else can come. */
  readonly alone: boolean;
  /** The page wants its visitor to read only; the room may forbid more. */
  readonly readOnly: boolean;
  /** Where `code-room-error` arrives. */
  readonly host: EventTarget;
  /** What could not be done before there was a notice to say it. */
  readonly unsaid: CodeRoomErrorEvent[];
  /** Goes to the room once more, after it has refused. */
  enterAgain(): void;
}

export const roomContext = createContext<RoomContext | undefined>('code-room');
