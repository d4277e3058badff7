/** Roster: the people in the room, their connections, and the names and colours that the room assigned. */

import type { Clock } from '../engine/platform.js';
import { cleanName } from '../shared/clean-names.js';
import type { Limits } from '../shared/limits.js';
import { may, type Role } from '../shared/roles.js';
import type { PersonRecord } from '../shared/wire/room-message.js';
import { distinguishable, isMisleading, skeleton } from './confusable-names.js';
import type { Connections } from './connections.js';
import type { RoomConnection } from './room-connection.js';
import { TakenNames } from './taken-names.js';

/** As many as can be told apart; then they repeat. */
const COLORS = 8;

/** What is stored of a person, so that they return with the same name and colour. */
export interface KnownPerson {
  name: string;
  role: Role;
  color: number;
  /** Assigned by an interviewer; replaces the token's role. */
  assigned?: Role;
  /** Removed permanently by an interviewer. */
  removed?: boolean;
  /** When the last connection ended, in milliseconds since 1970. Missing while the person is here, and in rooms of earlier versions. */
  leftAt?: number;
}

export class Roster {
  readonly #byPerson = new Map<string, Set<RoomConnection>>();
  readonly #taken = new TakenNames((person) => this.#holds(person));
  #guests = 0;
  #closed = false;

  /** `known` are the people of earlier visits, `skeletons` those of their names; `save` is called for each new or changed person. */
  constructor(
    private readonly known: Map<string, KnownPerson>,
    skeletons: ReadonlyMap<string, string>,
    private readonly allConnections: Connections,
    private readonly limits: Pick<Limits, 'nameLength' | 'nameHeldMs'>,
    private readonly clock: Pick<Clock, 'now'>,
    private readonly save: (person: string, known: KnownPerson | undefined) => void,
  ) {
    for (const [id, { name }] of known) {
      this.#guests = Math.max(this.#guests, guestNumber(name));
      this.#taken.set(id, name, skeletons.get(id));
    }
  }

  /** The connections of all joined people. */
  get connections(): RoomConnection[] {
    return this.#closed ? [] : this.allConnections.in('joined');
  }

  has(connection: RoomConnection): boolean {
    return this.allConnections.get(connection.peer) === connection;
  }

  /** The room has been deleted: whoever joins from now on is in another room of its name, which must hear nothing of this one. */
  close(): void {
    this.#closed = true;
  }

  /** The room was restarted: everybody counts as having left now, so that names are held for them. */
  lostAll(): void {
    const leftAt = this.clock.now();
    for (const [id, person] of this.known) if (person.leftAt === undefined) this.#save(id, { ...person, leftAt });
  }

  /** Adds a connection. A name from an earlier visit is kept unless a new one is given; without any, the person is the next guest. */
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

  /** Restores a hibernated connection, under the name that everybody knows. */
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

  /** True when the name is allowed and has been set. */
  rename(person: string, name: string): boolean {
    const known = this.known.get(person);
    const cleaned = known ? this.nameFor(person, name, known.role) : '';
    if (!known || cleaned === '') return false;
    this.#keep(person, { ...known, name: cleaned });
    return true;
  }

  /** The cleaned name, made distinct from everybody else's; empty when nothing is left of it or it is misleading. */
  nameFor(person: string, name: string, role: Role, alsoTaken: ReadonlySet<string> = new Set()): string {
    const { nameLength } = this.limits;
    const cleaned = cleanName(name, nameLength);
    if (cleaned === '' || isMisleading(cleaned, role)) return '';
    return distinguishable(cleaned, (one) => alsoTaken.has(one) || this.#taken.has(one, person), nameLength);
  }

  /** Whether the person has joined before and may return. */
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
    // A name that is fine for one role may be misleading for another.
    const name = this.nameFor(person, known.name, role) || this.#nextGuest(person);
    this.#save(person, { ...known, name, role, assigned: role });
  }

  /** The person's role, given their token's role. Only a token makes somebody an interviewer. */
  roleOf(person: string, role: Role): Role {
    return role === 'interviewer' ? role : (this.known.get(person)?.assigned ?? role);
  }

  record(id: string): PersonRecord {
    const { name, role, color } = this.known.get(id) ?? { name: '', role: 'observer' as const, color: 0 };
    return { id, name, role, color, replicas: this.of(id).map((connection) => connection.replica) };
  }

  /** Everybody who has ever joined. */
  all(): PersonRecord[] {
    return [...this.known.keys()].map((id) => this.record(id));
  }

  /** Forgets everybody who is not `known`, unless an interviewer has made a decision about them. */
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

  /** How many people of this role's kind (may edit, or may not) are here. */
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

  /** Here, or away for a shorter time than names are held. */
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

/** A name that the room gave, or might have given. */
export function isGuestName(name: string): boolean {
  return /^Guest \d+$/.test(name);
}

/** Rooms do not have so many guests that a longer number is theirs: somebody has chosen it, and the next guest's does not follow it. */
function guestNumber(name: string): number {
  return Number(/^Guest (\d{1,4})$/.exec(name)?.[1] ?? 0);
}
