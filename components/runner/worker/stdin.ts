// The text of the input box, read line by line as stdin.
import { withLineFeeds } from '../../../party/shared/plain-text.js';

export class Stdin {
  /** There was text: its end is the end of the input, except for prompts. */
  readonly given: boolean;
  readonly #text: string;
  #at = 0;

  constructor(given: string) {
    this.given = given !== '';
    // A page may give lines with CRLF.
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
