// Whether a place in code is inside words that only people read: a string or a comment.
import { language, StreamLanguage, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>;

const TEXT = /string|comment|regexp|^(heredoc|text(block)?|jsxtext|blockliteralcontent|char(acter)?(literal)?)$/i;
/** Code in the middle of a string. */
const CODE = /replacement|interpolation|^jsxescape$/i;

/** How far back in its line a regular expression is looked for. */
const LONGEST = 1_000;
/** A slash, and after it a bracket that is still open. */
const OPEN_CLASS = /\/.*\[[^\]]*$/;

/** How far back the beginning of a string or comment of many lines is looked for. */
const MOST = { lines: 200, characters: 20_000 };

/** A place at the end of a string or comment counts as inside. False while the language is not known. */
export function inText(state: EditorState, at: number): boolean {
  return isText(syntaxTree(state).resolveInner(at, -1)) || startsInText(state, at);
}

/** A grammar of the old style has nothing to say of a place before the first letter of its line: it is asked what a letter there would be. */
function startsInText(state: EditorState, at: number): boolean {
  const known = state.facet(language);
  const { from, number } = state.doc.lineAt(at);
  if (!(known instanceof StreamLanguage) || at - from > LONGEST || /\S/.test(state.sliceDoc(from, at))) return false;
  const tree = syntaxTree(state);
  let start = from;
  for (let above = number - 1; above > 0 && number - above < MOST.lines; above -= 1) {
    const line = state.doc.line(above);
    start = line.from;
    // Code, or the line in which the text begins: its own beginning is code.
    if (/\S/.test(line.text) && !isText(tree.resolveInner(line.to, -1))) break;
  }
  if (at - start > MOST.characters) return false;
  const before = `${state.sliceDoc(start, at)}a`;
  return isText(known.parser.parse(before).resolveInner(before.length, -1));
}

/**
 * Whether the place is behind `/[(`: half a set of characters is no regular expression to a grammar yet, and its brackets and
 * quotes look like code. Finished, it would be one.
 */
export function inOpenRegExp(state: EditorState, at: number): boolean {
  const { from } = state.doc.lineAt(at);
  const before = state.sliceDoc(Math.max(from, at - LONGEST), at);
  if (!OPEN_CLASS.test(before)) return false;
  const tree = state.facet(language)?.parser.parse(`${before}]/`);
  return tree?.resolveInner(before.length, -1).name === 'RegExp';
}

/** What tags stand in is no string: its lines are indented as code is. */
const BETWEEN_TAGS = /^(jsx)?text$/i;

/** A string or comment, whose lines are as they are. */
export function isLiteral(innermost: SyntaxNode): boolean {
  return isText(innermost) && !BETWEEN_TAGS.test(innermost.name);
}

export function isText(innermost: SyntaxNode): boolean {
  for (let node: SyntaxNode | null = innermost; node; node = node.parent) {
    if (CODE.test(node.name)) return false;
    if (TEXT.test(node.name)) return true;
  }
  return false;
}
