// The program's stdin: first the input box; when that is empty or a prompt is shown, answers of people in the room.

import type { InputPrompts } from '../../input-prompts.js';
import { Stdin } from '../../stdin.js';
import type { HeldOutput } from '../held-output.js';

export class NodeInput {
  readonly #stdin: Stdin;
  readonly #given: boolean;
  #over = false;

  constructor(
    stdin: string,
    private readonly output: Pick<HeldOutput, 'write' | 'flush'>,
    private readonly prompts: InputPrompts,
  ) {
    this.#stdin = new Stdin(stdin);
    this.#given = stdin !== '';
  }

  /** The next line with its newline; undefined at the end. If the input box had text, its end is the end. */
  line(): string | undefined {
    if (this.#over) return undefined;
    const line = this.#stdin.line() ?? (this.#given ? undefined : this.#asked(''));
    this.#over = line === undefined;
    return line;
  }

  /** The next chunk: everything given, as from a pipe, or the next line of a person, as from a terminal. */
  chunk(): string | undefined {
    return this.#given ? this.rest() || undefined : this.line();
  }

  /** Everything that is left. */
  rest(): string {
    let text = '';
    for (let line = this.line(); line !== undefined; line = this.line()) text += line;
    return text;
  }

  /** The answer to a prompt, without newline; people are asked when the box is empty. */
  ask(prompt: string): string | undefined {
    const given = this.#stdin.line();
    if (given === undefined) return this.#asked(prompt)?.replace(/\n$/, '');
    const text = given.replace(/\n$/, '');
    this.output.write('stdout', prompt);
    this.output.write('answer', `${text}\n`);
    return text;
  }

  /** What was printed stands before the prompt: nothing runs while it waits. */
  #asked(prompt: string): string | undefined {
    this.output.flush();
    return this.prompts.askOrEnd(prompt);
  }
}
