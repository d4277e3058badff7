// Creates a test from a run: its input, and its output as the expected output.
import { END_OF_INPUT, type Output } from '../../party/shared/output.js';
import type { IoTest } from '../../party/shared/tests.js';
import { freeName } from './test-fields.js';

interface RunToKeep {
  output: readonly Output[];
  /** What it was given to read, from the Input box. */
  stdin: string;
  /** The file that was run, if it is not the entry. */
  file?: string;
}

/** Answers to prompts are appended to the input. */
export function testOfRun({ output, stdin, file }: RunToKeep, names: Iterable<string>): IoTest {
  const answers = output.filter(({ kind, text }) => kind === 'answer' && text !== END_OF_INPUT);
  const given = stdin === '' || stdin.endsWith('\n') || answers.length === 0 ? stdin : `${stdin}\n`;
  const input = given + answers.map(({ text }) => (text.endsWith('\n') ? text : `${text}\n`)).join('');
  const printed = output.filter(({ kind }) => kind === 'stdout' || kind === 'prompt').map(({ text }) => text);
  return { name: freeName('Run', names), kind: 'io', ...(file && { file }), stdin: input, stdout: printed.join('') };
}
