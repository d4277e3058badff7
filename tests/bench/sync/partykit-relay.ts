/** What PartyKit's engine takes by itself: sends each frame to everybody else in the room, and does nothing besides. */
import type * as Party from 'partykit/server';

export default class Relay implements Party.Server {
  readonly #people = new Set<Party.Connection>();

  onConnect(person: Party.Connection): void {
    this.#people.add(person);
  }

  onMessage(frame: string | ArrayBuffer | ArrayBufferView, sender: Party.Connection): void {
    for (const person of this.#people) if (person !== sender) person.send(frame);
  }

  onClose(person: Party.Connection): void {
    this.#people.delete(person);
  }
}
