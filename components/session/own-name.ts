/** One's own name: the one that is wanted, until the room has answered. */
import { cleanName } from '../../party/shared/clean-names.js';
import { PAGE_LIMITS } from '../../party/shared/page-limits.js';

export class OwnName {
  #wanted: string | null;
  /** What was wanted when the last hello told it. */
  #told: string | null = null;

  constructor(name = '') {
    this.#wanted = name || null;
  }

  get wanted(): string | null {
    return this.#wanted;
  }

  /** `known`: what the room calls this person, who is in it. It will not answer where it calls them so already. */
  want(name: string, known?: string): void {
    this.#wanted = known !== undefined && isAsked(known, name) ? null : name;
  }

  /** For a hello. A name the room knows already is not said again: it may have been changed in another tab. */
  tell(): string {
    this.#told = this.#wanted;
    return this.#wanted ?? '';
  }

  /** The room says what it is, to a hello or later; other news of oneself may come before its answer. */
  heard(name: string, before: string | undefined, inStep: boolean): void {
    const answered = inStep ? name !== before || name === this.#wanted : this.#told === this.#wanted;
    if (answered) this.#wanted = null;
  }

  refused(): void {
    this.#wanted = null;
  }
}

/** Cleaned, and with a number where somebody else has the name. */
function isAsked(known: string, name: string): boolean {
  const cleaned = cleanName(name, PAGE_LIMITS.nameLength);
  const numbered = /^(.*) \(\d+\)$/u.exec(known)?.[1];
  return cleaned === known || (numbered !== undefined && cleaned.startsWith(numbered));
}
