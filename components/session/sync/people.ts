/** The people in the room, on the client. */
import { personColor } from '../../../party/shared/colors.js';
import type { Role } from '../../../party/shared/roles.js';
import type { PersonRecord } from '../../../party/shared/wire/room-message.js';

export interface Person {
  id: string;
  name: string;
  role: Role;
  /** A CSS colour, `#rrggbb`. */
  color: string;
  self: boolean;
}

export class People {
  readonly #people = new Map<string, Person>();
  readonly #byReplica = new Map<number, string>();
  #list: readonly Person[] = [];

  /** In order of arrival; the same array until somebody changes. */
  get list(): readonly Person[] {
    return this.#list;
  }

  get self(): Person | null {
    return this.#list.find((person) => person.self) ?? null;
  }

  byReplica(replica: number): Person | undefined {
    return this.#people.get(this.#byReplica.get(replica) ?? '');
  }

  /** Applies a person's record; returns replicas that have left. */
  update({ id, name, role, color, replicas }: PersonRecord, self: boolean): number[] {
    const gone = [...this.#byReplica].filter(([replica, person]) => person === id && !replicas.includes(replica));
    for (const [replica] of gone) this.#byReplica.delete(replica);
    for (const replica of replicas) this.#byReplica.set(replica, id);
    if (replicas.length === 0) this.#people.delete(id);
    else this.#people.set(id, { id, name, role, color: personColor(color), self });
    this.#list = [...this.#people.values()];
    return gone.map(([replica]) => replica);
  }

  clear(): void {
    this.#people.clear();
    this.#byReplica.clear();
    this.#list = [];
  }
}
