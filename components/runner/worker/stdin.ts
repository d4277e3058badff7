// What a program reads, line by line: the text that was given to it before it ran.
import { withLineFeeds } from '../../../party/shared/plain-text.js';

export class Stdin {
  /** There was some: then its end is the end of the input, but for who asks a question. */
  readonly given: boolean;
  readonly #text: string;
  #at = 0;

  constructor(given: string) {
    this.given = given !== '';
    // A page may give lines as Windows ends them.
    this.#text = withLineFeeds(given);
  }

  /** The next line with its newline, if it has one; undefined at the end. */
  line(): string | undefined {
    if (this.#at >= this.#text.length) return undefined;
    const end = this.#text.indexOf('\n', this.#at);
    const line = end < 0 ? this.#text.slice(this.#at) : this.#text.slice(this.#at, end + 1);
    this.#at += line.length;
    return line;
  }
}
