// What a program reads: first what was given to it, then what people answer, a line at a time as at a terminal.
import type { CappedOutput } from '../../worker/capped-output.js';
import type { InputPrompts } from '../../worker/input-prompts.js';
import { Stdin } from '../../worker/stdin.js';

const encoder = new TextEncoder();
const NOTHING = new Uint8Array();

export class Input {
  readonly #given: Stdin;
  #left: Uint8Array = NOTHING;
  #ended = false;

  constructor(
    stdin: string,
    private readonly output: CappedOutput,
    private readonly prompts: InputPrompts,
    private readonly canWait: boolean,
  ) {
    this.#given = new Stdin(stdin);
  }

  read(most: number): Uint8Array | Promise<Uint8Array> {
    if (this.#left.length > 0) return this.#take(most);
    if (this.#ended) return NOTHING;
    const line = this.#given.line();
    // Programs read ahead, so that of those that ask and those that only read none can be told.
    if (line !== undefined || this.#given.given) return this.#accept(line, most);
    this.output.asks = false;
    if (!this.canWait) return this.#accept(this.prompts.askOrEnd(''), most);
    return this.prompts.ask('').then((answer) => this.#accept(answer, most));
  }

  #accept(line: string | undefined, most: number): Uint8Array {
    this.#ended = line === undefined;
    this.#left = encoder.encode(line);
    return this.#take(most);
  }

  #take(most: number): Uint8Array {
    const part = this.#left.subarray(0, most);
    this.#left = this.#left.subarray(part.length);
    return part;
  }
}
