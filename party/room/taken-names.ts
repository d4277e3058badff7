/** Names that others may not use: those of the people here and, for a while, of those who have left. */
import { skeleton } from './confusable-names.js';

/** Skeletons computed without a pause: some take a third of a millisecond. */
const AT_ONCE = 16;

/** Skeletons of these people's names. A room may know a thousand people when it is loaded, so this is a generator: the caller may pause. */
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

/** Compares skeletons, not letters. */
export class TakenNames {
  readonly #looks = new Map<string, string>();
  readonly #people = new Map<string, Set<string>>();

  /** `holds` tells whether the person's name is still reserved. */
  constructor(private readonly holds: (person: string) => boolean) {}

  /** Sets the person's name and its skeleton; empty removes it. */
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

  /** Whether somebody else than this person has it. */
  has(looks: string, person: string): boolean {
    for (const other of this.#people.get(looks) ?? []) if (other !== person && this.holds(other)) return true;
    return false;
  }
}
