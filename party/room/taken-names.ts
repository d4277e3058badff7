/** Names that others may not use: those of the people here and, for a while, of those who have left. */
import { skeleton } from './confusable-names.js';

/** Skeletons computed without a pause: some take a third of a millisecond. */
const AT_ONCE = 16;

/** Skeletons of these people's names. A room may know a thousand people when it is loaded, so this is a generator: the caller may pause. */
export function* skeletonsOf(
  people: ReadonlyMap<string, { name: string }>,
): Generator<undefined, ReadonlyMap<string, string>> {
  const skeletons = new Map<string, string>();
  for (const [person, { name }] of people) {
    if (skeletons.size > 0 && skeletons.size % AT_ONCE === 0) yield;
    skeletons.set(person, name && skeleton(name));
  }
  return skeletons;
}

/** Compares skeletons, not characters. */
export class TakenNames {
  readonly #skeletons = new Map<string, string>();
  readonly #people = new Map<string, Set<string>>();

  /** `holds` tells whether the person's name is still reserved. */
  constructor(private readonly holds: (person: string) => boolean) {}

  /** Sets the person's name and its skeleton; empty removes it. */
  set(person: string, name: string, own = name && skeleton(name)): void {
    const before = this.#skeletons.get(person);
    if (before === own) return;
    const others = this.#people.get(before ?? '');
    others?.delete(person);
    if (before !== undefined && others?.size === 0) this.#people.delete(before);
    this.#skeletons.delete(person);
    if (own === '') return;
    this.#skeletons.set(person, own);
    const same = this.#people.get(own);
    if (same) same.add(person);
    else this.#people.set(own, new Set([person]));
  }

  /** Whether somebody else than this person has it. */
  has(wanted: string, person: string): boolean {
    for (const other of this.#people.get(wanted) ?? []) if (other !== person && this.holds(other)) return true;
    return false;
  }
}
