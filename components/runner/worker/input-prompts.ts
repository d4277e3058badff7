// What a program asks people: one question at a time, each answered once; where nobody can wait, answers are repeated.
import { post } from './scope.js';

/** Longer ones are no label any more. */
const PROMPT_LENGTH = 1000;

/** An answer is a line without its newline; null is the end of all input. */
export type Answer = string | null;

export class InputPrompts {
  #before: Promise<unknown> = Promise.resolve();
  #answered: (answer: Answer) => void = () => {};

  /** `recorded` are the answers that an earlier run of the same program in another worker was given. */
  constructor(
    private readonly recorded: Answer[],
    /** Is told what would be asked, where there is nobody to answer and the input has an end. */
    private readonly nobody?: (prompt: string) => void,
  ) {}

  /** True until the program has come as far as it was: all it does until then was seen before. */
  get repeating(): boolean {
    return this.recorded.length > 0;
  }

  /** Resolves with a line, or undefined at the end. Questions asked meanwhile wait for their turn. */
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

  /** The same at once. Where there is no recorded answer this worker is ended, and another repeats what it did, with one more. */
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
