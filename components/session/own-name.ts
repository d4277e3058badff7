/** One's own name: the requested one, until the room has answered. */
import { cleanName } from '../../party/shared/clean-names.js';
import { PAGE_LIMITS } from '../../party/shared/page-limits.js';

export class OwnName {
  #wanted: string | null;
  /** The requested name that the last hello contained. */
  #told: string | null = null;

  constructor(name = '') {
    this.#wanted = name || null;
  }

  get wanted(): string | null {
    return this.#wanted;
  }

  /** `known` is the person's name in the room; requesting the same name gets no answer. */
  want(name: string, known?: string): void {
    this.#wanted = known !== undefined && isAsked(known, name) ? null : name;
  }

  /** The name for a hello; empty if the room knows it, since it may have been changed in another tab. */
  tell(): string {
    this.#told = this.#wanted;
    return this.#wanted ?? '';
  }

  /** The room has sent this name, in answer to a hello or request, or for another reason before that. */
  heard(name: string, before: string | undefined, inStep: boolean): void {
    const answered = inStep ? name !== before || name === this.#wanted : this.#told === this.#wanted;
    if (answered) this.#wanted = null;
  }

  refused(): void {
    this.#wanted = null;
  }
}

/** Whether it is the requested name, cleaned, or with a number because somebody else has it. */
function isAsked(known: string, name: string): boolean {
  const cleaned = cleanName(name, PAGE_LIMITS.nameLength);
  const numbered = /^(.*) \(\d+\)$/u.exec(known)?.[1];
  return cleaned === known || (numbered !== undefined && cleaned.startsWith(numbered));
}
