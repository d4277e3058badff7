// alert, confirm and prompt: they print, and read what was written into the input box before the run.
import type { Output } from '../output.js';
import { Stdin } from '../stdin.js';

const NO_INPUT = 'found no input. Write what it is to read into the input box, a line for each call, then run again.';

export function createDialogs(output: Output, stdin: string) {
  const input = new Stdin(stdin);
  const ask = (name: string, question: unknown): string => {
    const line = input.line()?.replace(/\r?\n$/, '');
    // A browser cannot hold a program that waits for an answer, so it must be there before.
    if (line === undefined) throw new Error(`${name}() ${NO_INPUT}`);
    output.write('prompt', question === undefined ? '' : `${String(question)} `);
    output.write('answer', `${line}\n`);
    return line;
  };
  return {
    alert: (text: unknown = '') => output.write('stdout', `${String(text)}\n`),
    confirm: (question?: unknown) => /^(y|yes|true|1|ok)$/i.test(ask('confirm', question).trim()),
    prompt: (question?: unknown) => ask('prompt', question),
  };
}
