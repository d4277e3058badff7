// The context that `<code-room>` provides to its parts, wherever they are in its layout.
import { createContext } from '@lit/context';
import type { RunController } from '../run/run-controller.js';
import type { Session } from '../session/session.js';
import type { CodeRoomErrorEvent } from './events.js';

export interface RoomContext {
  readonly session: Session;
  readonly runs: RunController;
  /** The room's id; undefined for a local room. */
  readonly name: string | undefined;
  /** A local room: nobody else can join. */
  readonly alone: boolean;
  /** The page allows only reading; the room may restrict more. */
  readonly readOnly: boolean;
  /** The target of `code-room-error` events. */
  readonly host: EventTarget;
  /** Errors from before the notice was loaded, which will show them. */
  readonly unsaid: CodeRoomErrorEvent[];
  /** Tries again to join, after a refusal. */
  enterAgain(): void;
}

export const roomContext = createContext<RoomContext | undefined>('code-room');
