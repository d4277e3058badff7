// Explains a crash of Python itself: before it dies, it prints its current calls, the latest first.
import type { CappedOutput } from '../capped-output.js';

const DUMP = 'Stack (most recent call first):';
const FRAME = /^ {2}File "(.*)", line (\d+),? in (.*)$/;
/** Frames of our code and of the library. */
const FOREIGN = /^(<code-room>|<frozen |\/lib\/python)/;
/** As in Python's tracebacks of repeated calls. */
const SHOWN_REPEATS = 3;

/** Passes on stdout, but keeps back Python's crash report, which arrives there, too. */
export class LastWords {
  #said = '';

  constructor(private readonly output: CappedOutput) {}

  write(text: string): void {
    if (this.#said === '' && !text.startsWith(DUMP)) this.output.write('stdout', text);
    else this.#said += text;
  }

  /** Python still runs, so the text was the program's output. */
  release(): void {
    this.output.write('stdout', this.#said);
    this.#said = '';
  }

  /** Reports why Python crashed, with the lines of the program that led there. */
  explain(error: unknown): void {
    const deep = /call stack|recursion/i.test(String(error));
    const sentence = deep ? 'RecursionError: the calls are too deep for this browser\n' : '';
    const frames = this.#frames();
    if (deep || frames.length > 0)
      this.output.write('stderr', ['Traceback (most recent call last):\n', ...folded(frames), sentence].join(''));
    this.output.write(
      'note',
      deep
        ? 'The library calls itself here deeper than a browser lets it, so the program could not go on, nor catch this. Use a loop with a list of what is left to do.'
        : 'Python itself crashed, so the program could not go on. Look at what it did last.',
    );
  }

  /** In traceback order: the latest call last. */
  #frames(): string[] {
    const found = this.#said.split('\n').flatMap((line) => {
      const [, file = '', number, name] = FRAME.exec(line) ?? [];
      return file === '' || FOREIGN.test(file) ? [] : [`  File "${file}", line ${number}, in ${name}\n`];
    });
    return found.reverse();
  }
}

function folded(lines: string[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    let count = 1;
    while (lines[at + count] === line) count += 1;
    result.push(...lines.slice(at, at + Math.min(count, SHOWN_REPEATS)));
    const more = count - SHOWN_REPEATS;
    if (more > 0) result.push(`  [Previous line repeated ${more} more time${more > 1 ? 's' : ''}]\n`);
    at += count;
  }
  return result;
}
