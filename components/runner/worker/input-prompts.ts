// Prompts for input: one at a time, each answered once. Where a worker cannot wait, it is restarted and the answers are replayed.
import { post } from './scope.js';

/** A longer prompt is not used as a label. */
const PROMPT_LENGTH = 1000;

/** A line without its newline; null is the end of the input. */
type Answer = string | null;

export class InputPrompts {
  #before: Promise<unknown> = Promise.resolve();
  #answered: (answer: Answer) => void = () => {};

  /** `recorded` are the answers given to earlier workers that ran the same program. */
  constructor(
    private readonly recorded: Answer[],
    /** Called with the prompt where nobody can answer and the input is at its end. */
    private readonly nobody?: (prompt: string) => void,
  ) {}

  /** True while recorded answers are left: all output until then was shown before. */
  get repeating(): boolean {
    return this.recorded.length > 0;
  }

  /** Resolves with a line, or undefined at the end. Further prompts wait for their turn. */
  ask(prompt: string): Promise<string | undefined> {
    if (this.nobody) return Promise.resolve(this.askOrEnd(prompt));
    const answer = this.#before.then(() => {
      const before = this.recorded.shift();
      if (before !== undefined) return before;
      post({ type: 'ask', prompt: prompt.slice(0, PROMPT_LENGTH), blocked: false });
      return new Promise<Answer>((resolve) => {
        this.#answered = resolve;
      });
    });
    this.#before = answer;
    return answer.then(toLine);
  }

  /** The same, synchronously. Without a recorded answer this worker is terminated, and another one repeats the program with one more answer. */
  askOrEnd(prompt: string): string | undefined {
    if (this.nobody) {
      this.nobody(prompt);
      return undefined;
    }
    const answer = this.recorded.shift();
    if (answer !== undefined) return toLine(answer);
    post({ type: 'ask', prompt: prompt.slice(0, PROMPT_LENGTH), blocked: true });
    for (;;);
  }

  receive(answer: Answer): void {
    this.#answered(answer);
  }
}

function toLine(answer: Answer): string | undefined {
  return answer === null ? undefined : `${answer}\n`;
}
