/** Who is in the room: people, the connections they hold, and the names and colours the room gave them. */

import type { Clock } from '../engine/platform.js';
import { cleanName } from '../shared/clean-names.js';
import type { Limits } from '../shared/limits.js';
import { may, type Role } from '../shared/roles.js';
import type { PersonRecord } from '../shared/wire/room-message.js';
import { distinguishable, isMisleading, skeleton } from './confusable-names.js';
import type { Connections } from './connections.js';
import type { RoomConnection } from './room-connection.js';
import { TakenNames } from './taken-names.js';

/** As many as a person can tell apart; then they repeat. */
const COLORS = 8;

/** What is kept of a person, so that they come back as the same. */
export interface KnownPerson {
  name: string;
  role: Role;
  color: number;
  /** Given by an interviewer instead of the one the token tells. */
  assigned?: Role;
  /** Sent away for good by an interviewer. */
  removed?: boolean;
  /** When the last connection ended; milliseconds since 1970. Of those who are here, and of rooms kept by earlier versions, none. */
  leftAt?: number;
}

export class Roster {
  readonly #byPerson = new Map<string, Set<RoomConnection>>();
  readonly #taken = new TakenNames((person) => this.#holds(person));
  #guests = 0;

  /** `known` are the people of earlier visits, `looks` those of their names; `save` is called with each that is new or has changed. */
  constructor(
    private readonly known: Map<string, KnownPerson>,
    looks: ReadonlyMap<string, string>,
    private readonly allConnections: Connections,
    private readonly limits: Pick<Limits, 'nameLength' | 'nameHeldMs'>,
    private readonly clock: Pick<Clock, 'now'>,
    private readonly save: (person: string, known: KnownPerson | undefined) => void,
  ) {
    for (const [id, { name }] of known) {
      this.#guests = Math.max(this.#guests, guestNumber(name));
      this.#taken.set(id, name, looks.get(id));
    }
  }

  /** Of everybody who is inside. */
  get connections(): RoomConnection[] {
    return this.allConnections.in('joined');
  }

  has(connection: RoomConnection): boolean {
    return this.allConnections.get(connection.peer) === connection;
  }

  /** The room has lost everybody at once, and nobody has left: names are held from now on. */
  lostAll(): void {
    const leftAt = this.clock.now();
    for (const [id, person] of this.known) if (person.leftAt === undefined) this.#save(id, { ...person, leftAt });
  }

  /** Lets a connection in. A name is kept from an earlier visit unless a new one is given; without any, the person is the next guest. */
  join(connection: RoomConnection, name: string): void {
    const { person: id, role } = connection;
    const { leftAt: _, ...before } = this.known.get(id) ?? { name: '' };
    const person: KnownPerson = {
      ...before,
      name: this.nameFor(id, name, role) || this.nameFor(id, before.name, role) || this.#nextGuest(id),
      role,
      color: 'color' in before ? before.color : this.#freeColor(),
    };
    this.#enter(connection);
    this.#keep(id, person);
  }

  /** Goes on with a connection that outlived the room in memory, under the name everybody knows. */
  rejoin(connection: RoomConnection): void {
    if (this.known.has(connection.person)) this.#enter(connection);
    else this.join(connection, '');
  }

  /** False when it has left already. */
  leave(connection: RoomConnection): boolean {
    if (!this.has(connection)) return false;
    this.allConnections.delete(connection.peer);
    const connections = this.#byPerson.get(connection.person);
    connections?.delete(connection);
    if (connections?.size === 0) {
      this.#byPerson.delete(connection.person);
      const known = this.known.get(connection.person);
      if (known) this.#save(connection.person, { ...known, leftAt: this.clock.now() });
    }
    return true;
  }

  /** True when the name is usable and has been taken. */
  rename(person: string, name: string): boolean {
    const known = this.known.get(person);
    const cleaned = known ? this.nameFor(person, name, known.role) : '';
    if (!known || cleaned === '') return false;
    this.#keep(person, { ...known, name: cleaned });
    return true;
  }

  /** Cleaned, and told apart from everybody else's; empty when it says nothing, or something false. */
  nameFor(person: string, name: string, role: Role, alsoTaken: ReadonlySet<string> = new Set()): string {
    const { nameLength } = this.limits;
    const cleaned = cleanName(name, nameLength);
    if (cleaned === '' || isMisleading(cleaned, role)) return '';
    return distinguishable(cleaned, (looks) => alsoTaken.has(looks) || this.#taken.has(looks, person), nameLength);
  }

  /** Has been inside, and may come back. */
  knows(person: string): boolean {
    return this.known.has(person) && !this.isRemoved(person);
  }

  isRemoved(person: string): boolean {
    return this.known.get(person)?.removed === true;
  }

  remove(person: string): void {
    const known = this.known.get(person) ?? { name: '', role: 'observer' as const, color: 0 };
    this.#save(person, { ...known, removed: true });
  }

  assign(person: string, role: Role): void {
    const known = this.known.get(person);
    if (!known) return;
    // What one role may be called may be false of another.
    const name = this.nameFor(person, known.name, role) || this.#nextGuest(person);
    this.#save(person, { ...known, name, role, assigned: role });
  }

  /** The role somebody has here with a token that tells `role`; interviewers are made by their token alone. */
  roleOf(person: string, role: Role): Role {
    return role === 'interviewer' ? role : (this.known.get(person)?.assigned ?? role);
  }

  record(id: string): PersonRecord {
    const { name, role, color } = this.known.get(id) ?? { name: '', role: 'observer' as const, color: 0 };
    return { id, name, role, color, replicas: this.of(id).map((connection) => connection.replica) };
  }

  /** Everybody who has ever been here. */
  all(): PersonRecord[] {
    return [...this.known.keys()].map((id) => this.record(id));
  }

  /** Forgets whoever is not `known`, unless an interviewer has decided about them. */
  prune(known: (person: string) => boolean): void {
    for (const [id, { removed, assigned }] of this.known) {
      if (removed || assigned || known(id)) continue;
      this.known.delete(id);
      this.#taken.set(id, '');
      this.save(id, undefined);
    }
  }

  /** Everybody who is here. */
  present(): PersonRecord[] {
    return [...this.#byPerson.keys()].map((id) => this.record(id));
  }

  of(person: string): RoomConnection[] {
    return [...(this.#byPerson.get(person) ?? [])];
  }

  byReplica(replica: number): RoomConnection | undefined {
    return this.connections.find((connection) => connection.replica === replica);
  }

  /** How many people of the kind (those who may edit, those who may not) are here. */
  count(role: Role): number {
    const kind = may(role, 'edit');
    return [...this.#byPerson.keys()].filter((id) => may(this.known.get(id)?.role ?? 'observer', 'edit') === kind)
      .length;
  }

  #enter(connection: RoomConnection): void {
    this.allConnections.set(connection.peer, connection);
    const connections = this.#byPerson.get(connection.person);
    if (connections) connections.add(connection);
    else this.#byPerson.set(connection.person, new Set([connection]));
  }

  /** Here, or gone for no longer than somebody takes to come back. */
  #holds(id: string): boolean {
    if (this.#byPerson.has(id)) return true;
    const { removed, leftAt = 0 } = this.known.get(id) ?? {};
    return !removed && this.clock.now() - leftAt < this.limits.nameHeldMs;
  }

  #nextGuest(id: string): string {
    let name: string;
    do name = `Guest ${++this.#guests}`;
    while (this.#taken.has(skeleton(name), id));
    return name;
  }

  #freeColor(): number {
    const taken = [...this.#byPerson.keys()].map((id) => this.known.get(id)?.color);
    const uses = Array.from({ length: COLORS }, (_, color) => taken.filter((other) => other === color).length);
    return uses.indexOf(Math.min(...uses));
  }

  #keep(id: string, person: KnownPerson): void {
    const before = this.known.get(id);
    const same = before?.name === person.name && before.role === person.role && before.color === person.color;
    if (same && before.leftAt === person.leftAt) return;
    this.#save(id, person);
  }

  #save(id: string, person: KnownPerson): void {
    if (this.known.get(id)?.name !== person.name) this.#taken.set(id, person.name);
    this.known.set(id, person);
    this.save(id, person);
  }
}

function guestNumber(name: string): number {
  return Number(/^Guest (\d{1,6})$/.exec(name)?.[1] ?? 0);
}
