/** How the room stands (lobby, lock, end) and who waits to be let in; for interviewers, the means to decide about it. */

import type { Role } from '../../party/shared/roles.js';
import type { OutgoingMessage } from '../../party/shared/wire/client-message.js';
import type { RoomMessageOf as Of } from '../../party/shared/wire/room-message.js';

/** Somebody in the waiting room. */
export interface WaitingPerson {
  id: string;
  name: string;
  role: Role;
}

/** Event: `change`. What may not be decided is refused by the room: `refused` of the session. */
export class RoomState extends EventTarget {
  /** Newcomers wait to be let in. */
  lobby = false;
  /** Nobody new comes in. */
  locked = false;
  /** Read-only for everybody. */
  ended = false;
  /** Who waits; for everybody but interviewers always empty. The same array until it changes. */
  waiting: readonly WaitingPerson[] = [];

  constructor(private readonly send: (message: OutgoingMessage) => void) {
    super();
  }

  admit(person: string): void {
    this.send({ type: 'admit', person });
  }

  decline(person: string): void {
    this.send({ type: 'decline', person });
  }

  /** Sends somebody away; they do not come in again with the same person key. */
  remove(person: string): void {
    this.send({ type: 'remove', person });
  }

  /** Makes a candidate an observer, or the other way round. */
  assign(person: string, role: Exclude<Role, 'interviewer'>): void {
    this.send({ type: 'assign', person, role });
  }

  lock(locked: boolean): void {
    this.send({ type: 'lock', locked });
  }

  end(ended: boolean): void {
    this.send({ type: 'end', ended });
  }

  receive(message: Of<'state'> | Of<'knock'>): void {
    if (message.type === 'state') {
      const { lobby, locked, ended } = message;
      Object.assign(this, { lobby, locked, ended });
    } else {
      const { person: id, name, role } = message;
      const others = this.waiting.filter((one) => one.id !== id);
      this.waiting = message.waits ? [...others, { id, name, role }] : others;
    }
    this.dispatchEvent(new Event('change'));
  }

  /** A new greeting: who waits is told anew. */
  clear(): void {
    if (this.waiting.length === 0) return;
    this.waiting = [];
    this.dispatchEvent(new Event('change'));
  }
}
