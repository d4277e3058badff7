/** What the sandbox said of a run, in the form that is compared. */
import type { Program } from './catalogue.js';
import { comparable, type Printed } from './comparable.js';
import type { Outcome } from './page.js';

/** Where Python finds the files of a room. */
const HOME = '/home/pyodide/';

/** Tables as sqlite3 prints them, which is silent where there is no row; our notes are no output of the program. */
export function outcomeOf(program: Program, { state, chunks }: Outcome): Printed {
  let out = '';
  let err = '';
  for (const [kind, text] of chunks) {
    if (kind === 'stdout' || kind === 'prompt') out += text;
    else if (kind === 'stderr') err += text;
    else if (kind === 'table' && text.includes('\n')) out += `${text}\n`;
  }
  const printed = comparable(program, { out, err, failed: state !== 'done' }, HOME);
  // A program has ended by itself, well or not; everything else would be our doing.
  return state === 'done' || state === 'failed' ? printed : { ...printed, err: `${printed.err}[${state}]\n` };
}
