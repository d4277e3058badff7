/** The names nobody else may take: of those who are here, and for a while of those who have left. */
import { skeleton } from './confusable-names.js';

/** Names whose looks are found out without a pause: some take a third of a millisecond each. */
const AT_ONCE = 16;

/** How the names of these people look. A room may know a thousand of them when it is loaded: where it yields, whoever asks may pause. */
export function* looksOf(
  people: ReadonlyMap<string, { name: string }>,
): Generator<undefined, ReadonlyMap<string, string>> {
  const looks = new Map<string, string>();
  for (const [person, { name }] of people) {
    if (looks.size > 0 && looks.size % AT_ONCE === 0) yield;
    looks.set(person, name && skeleton(name));
  }
  return looks;
}

/** Looks and not letters are compared. */
export class TakenNames {
  readonly #looks = new Map<string, string>();
  readonly #people = new Map<string, Set<string>>();

  /** `holds`: whether the person's name is still theirs. */
  constructor(private readonly holds: (person: string) => boolean) {}

  /** The person's name from now on, and how it looks; empty: none. */
  set(person: string, name: string, looks = name && skeleton(name)): void {
    const before = this.#looks.get(person);
    if (before === looks) return;
    const others = this.#people.get(before ?? '');
    others?.delete(person);
    if (before !== undefined && others?.size === 0) this.#people.delete(before);
    this.#looks.delete(person);
    if (looks === '') return;
    this.#looks.set(person, looks);
    const same = this.#people.get(looks);
    if (same) same.add(person);
    else this.#people.set(looks, new Set([person]));
  }

  /** By somebody else than this person. */
  has(looks: string, person: string): boolean {
    for (const other of this.#people.get(looks) ?? []) if (other !== person && this.holds(other)) return true;
    return false;
  }
}
