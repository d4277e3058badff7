/** Suggests functions with a similar name when a test's function is missing; searched in the text, since the file may not parse. */
import { faultText } from '../wording/fault-text.js';

/** Function definitions in Python, JavaScript and TypeScript, Lua. */
const DEFINED =
  /^(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:def|class|function(?:\s*\*)?|(?:const|let|var)(?=[^=\n]*=\s*(?:async\b|function\b|\(|\w+\s*=>)))\s*([\p{ID_Start}_$][\p{ID_Continue}$]*(?:[.:][\p{ID_Continue}$]+)*)|^local\s+function\s+([\w.]+)/gmu;
const SHOWN = 5;

/** The sentence, with a suggestion if there is one. */
export function missingFunction(wanted: string, file: string, text: string): string {
  const names = [...new Set([...text.matchAll(DEFINED)].map(([, name = '', local = '']) => name || local))];
  const near = names.filter((name) => isNear(name, wanted));
  if (near.length > 0) return faultText('function-near', { name: wanted, file, near: near.slice(0, 2).join(', ') });
  if (names.length === 0) return faultText('function-missing', { name: wanted, file });
  const known = { name: wanted, file, names: names.slice(0, SHOWN).join(', ') };
  return faultText(names.length > SHOWN ? 'function-many' : 'function-others', known);
}

function isNear(name: string, wanted: string): boolean {
  const [one, other] = [name, wanted].map((each) => each.toLowerCase().replaceAll(/[_$]/g, ''));
  return one !== undefined && other !== undefined && distance(one, other) <= Math.max(1, Math.floor(other.length / 4));
}

/** The edit distance (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, character] of [...one].entries()) {
    const next = [index + 1];
    for (let at = 0; at < other.length; at++) {
      const [above = 0, aside = 0, before = 0] = [row[at + 1], next[at], row[at]];
      next.push(Math.min(above + 1, aside + 1, before + (other[at] === character ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
