// alert, confirm and prompt: they print, and read what was given to the program, else ask the people in the room.
import type { Output } from '../output.js';
import type { Questions } from '../questions.js';
import { Stdin } from '../stdin.js';

export function createDialogs(output: Output, stdin: string, questions: Questions) {
  const input = new Stdin(stdin);
  /** Without its newline; null when there is no more. */
  const ask = (question: unknown): string | null => {
    const text = question === undefined ? '' : `${String(question)} `;
    const given = input.line()?.replace(/\r?\n$/, '');
    if (given === undefined) return questions.askOrEnd(text)?.replace(/\n$/, '') ?? null;
    output.write('stdout', text);
    output.write('answer', `${given}\n`);
    return given;
  };
  return {
    alert: (text: unknown = '') => output.write('stdout', `${String(text)}\n`),
    confirm: (question?: unknown) => /^(y|yes|true|1|ok)$/i.test(ask(question)?.trim() ?? ''),
    prompt: ask,
  };
}
