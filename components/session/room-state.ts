/** State of the room (lobby, lock, end) and the people in its lobby; with the interviewers' decisions about them. */

import type { Role } from '../../party/shared/roles.js';
import type { OutgoingMessage } from '../../party/shared/wire/client-message.js';
import type { RoomMessageOf as Of } from '../../party/shared/wire/room-message.js';

/** Somebody in the lobby. */
export interface WaitingPerson {
  id: string;
  name: string;
  role: Role;
}

/** Whoever keeps their edits to themselves, and until when: milliseconds since 1970, by this machine's clock. */
export interface PrivateFocus {
  by: string;
  until: number;
}

/** Events: `change`, and `focus` (private time begins or ends). If the room refuses a decision, the session fires `refused`. */
export class RoomState extends EventTarget {
  /** Newcomers wait in the lobby. */
  lobby = false;
  /** Nobody new can join. */
  locked = false;
  /** Read-only for everybody. */
  ended = false;
  /** People in the lobby; only filled for interviewers. The same array until it changes. */
  waiting: readonly WaitingPerson[] = [];

  /** Milliseconds by which the room's clock is ahead of this one's; 0 until the room has told its time. */
  clockAhead = 0;

  focus: PrivateFocus | null = null;
  #focusEnd: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly send: (message: OutgoingMessage) => void) {
    super();
  }

  admit(person: string): void {
    this.send({ type: 'admit', person });
  }

  decline(person: string): void {
    this.send({ type: 'decline', person });
  }

  /** Removes somebody; with the same person key they cannot join again. */
  remove(person: string): void {
    this.send({ type: 'remove', person });
  }

  /** Makes a candidate an observer, or the reverse. */
  assign(person: string, role: 'candidate' | 'observer'): void {
    this.send({ type: 'assign', person, role });
  }

  lock(locked: boolean): void {
    this.send({ type: 'lock', locked });
  }

  end(ended: boolean): void {
    this.send({ type: 'end', ended });
  }

  receive(message: Of<'state'> | Of<'knock'> | Of<'clock'> | Of<'focus'>): void {
    if (message.type === 'focus') {
      const { person: by, left } = message;
      this.#focused(left > 0 ? { by, until: Date.now() + left } : null);
      // It ends at its time, whether the room can be reached then or not.
      if (left > 0) this.#focusEnd = setTimeout(() => this.#focused(null), left);
    } else if (message.type === 'clock') {
      this.clockAhead = message.now - Date.now();
    } else if (message.type === 'state') {
      const { lobby, locked, ended } = message;
      Object.assign(this, { lobby, locked, ended });
    } else {
      const { person: id, name, role } = message;
      const others = this.waiting.filter((one) => one.id !== id);
      this.waiting = message.waits ? [...others, { id, name, role }] : others;
    }
    this.dispatchEvent(new Event('change'));
  }

  #focused(focus: PrivateFocus | null): void {
    clearTimeout(this.#focusEnd);
    this.focus = focus;
    this.dispatchEvent(new Event('focus'));
  }

  /** On a new greeting, the room sends the people in the lobby again, and who is in private time. */
  clear(): void {
    this.#focused(null);
    if (this.waiting.length === 0) return;
    this.waiting = [];
    this.dispatchEvent(new Event('change'));
  }
}
