// alert, confirm and prompt: they print, and read from stdin or else ask the people in the room.
import type { Printer } from './held-output.js';
import type { NodeInput } from './node/input.js';

export function createDialogs(output: Printer, input: NodeInput) {
  /** Null at the end of the input. */
  const ask = (question: unknown): string | null =>
    input.ask(question === undefined ? '' : `${String(question)} `) ?? null;
  return {
    alert: (text: unknown = '') => output.write('stdout', `${String(text)}\n`),
    confirm: (question?: unknown) => /^(y|yes|true|1|ok)$/i.test(ask(question)?.trim() ?? ''),
    prompt: ask,
  };
}
