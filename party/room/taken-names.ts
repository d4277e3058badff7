/** The names nobody else may take: of those who are here, and for a while of those who have left. */
import { skeleton } from './confusable-names.js';

/** Looks and not letters are compared. */
export class TakenNames {
  readonly #looks = new Map<string, string>();
  readonly #people = new Map<string, Set<string>>();

  /** `holds`: whether the person's name is still theirs. */
  constructor(private readonly holds: (person: string) => boolean) {}

  /** The person's name from now on; empty: none. */
  set(person: string, name: string): void {
    const before = this.#looks.get(person);
    const looks = name && skeleton(name);
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
