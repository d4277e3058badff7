/** Who is in the room: people, the connections they hold, and the names and colours the room gave them. */
import { passesForRole, toldApart } from './likeness.js';
import type { Member } from './member.js';
import type { Peer } from './platform.js';
import { cleanName } from './shared/names.js';
import { may, type Role } from './shared/roles.js';
import type { PersonRecord } from './shared/room-message.js';

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
}

export class Roster {
  readonly members = new Map<Peer, Member>();
  #guests = 0;

  /** `known` are the people of earlier visits; `save` is called with each that is new or has changed. */
  constructor(
    private readonly known: Map<string, KnownPerson>,
    private readonly nameLength: number,
    private readonly save: (person: string, known: KnownPerson | undefined) => void,
  ) {
    for (const { name } of known.values()) this.#guests = Math.max(this.#guests, guestNumber(name));
  }

  /** Lets a connection in. A name is kept from an earlier visit unless a new one is given; without any, the person is the next guest. */
  join(member: Member, name: string): void {
    const before = this.known.get(member.person);
    const cleaned = this.#usable(member.person, name, member.role);
    const person: KnownPerson = {
      ...before,
      name: cleaned || before?.name || `Guest ${++this.#guests}`,
      role: member.role,
      color: before?.color ?? this.#freeColor(),
    };
    this.members.set(member.peer, member);
    this.#keep(member.person, person);
  }

  leave(peer: Peer): Member | null {
    const member = this.members.get(peer);
    this.members.delete(peer);
    return member ?? null;
  }

  /** True when the name is usable and has been taken. */
  rename(person: string, name: string): boolean {
    const known = this.known.get(person);
    const cleaned = known ? this.#usable(person, name, known.role) : '';
    if (!known || cleaned === '') return false;
    this.#keep(person, { ...known, name: cleaned });
    return true;
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
    if (known) this.#save(person, { ...known, role, assigned: role });
  }

  /** The role somebody has here with a token that tells `role`; interviewers are made by their token alone. */
  roleOf(person: string, role: Role): Role {
    return role === 'interviewer' ? role : (this.known.get(person)?.assigned ?? role);
  }

  record(id: string): PersonRecord {
    const { name, role, color } = this.known.get(id) ?? { name: '', role: 'observer' as const, color: 0 };
    return { id, name, role, color, replicas: this.of(id).map((member) => member.replica) };
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
      this.save(id, undefined);
    }
  }

  /** Everybody who is here. */
  present(): PersonRecord[] {
    return [...new Set([...this.members.values()].map((member) => member.person))].map((id) => this.record(id));
  }

  of(person: string): Member[] {
    return [...this.members.values()].filter((member) => member.person === person);
  }

  byReplica(replica: number): Member | undefined {
    for (const member of this.members.values()) if (member.replica === replica) return member;
    return undefined;
  }

  /** How many people of the kind (those who may edit, those who may not) are here. */
  count(role: Role): number {
    return this.present().filter((person) => may(person.role, 'edit') === may(role, 'edit')).length;
  }

  /** Cleaned, told apart from everybody else's here; empty when it says nothing, or something false. */
  #usable(person: string, name: string, role: Role): string {
    const cleaned = cleanName(name, this.nameLength);
    if (cleaned === '' || passesForRole(cleaned, role)) return '';
    const others = this.present().filter(({ id }) => id !== person);
    return toldApart(
      cleaned,
      others.map(({ name }) => name),
      this.nameLength,
    );
  }

  #freeColor(): number {
    const taken = this.present().map((person) => person.color);
    const uses = Array.from({ length: COLORS }, (_, color) => taken.filter((other) => other === color).length);
    return uses.indexOf(Math.min(...uses));
  }

  #keep(id: string, person: KnownPerson): void {
    const before = this.known.get(id);
    if (before?.name === person.name && before.role === person.role && before.color === person.color) return;
    this.#save(id, person);
  }

  #save(id: string, person: KnownPerson): void {
    this.known.set(id, person);
    this.save(id, person);
  }
}

function guestNumber(name: string): number {
  return Number(/^Guest (\d{1,6})$/.exec(name)?.[1] ?? 0);
}
