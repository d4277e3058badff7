// Tells whether a position in code is inside a string or a comment.
import { language, StreamLanguage, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { unfinishedText } from './unfinished-text.js';

type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>;

const TEXT =
  /string|comment|regexp|^(heredoc|text(block)?|jsxtext|blockliteralcontent|char(acter)?(literal)?|quotedliteral)$/i;
/** Some grammars have one name for all comments. */
const LINE_COMMENT = /^(line)?comment$/i;
/** Strings one after the other; between them is code. */
const SEVERAL = /^(continued|concatenated)string$/i;
/** Names of nodes that are code inside a string. */
const CODE = /replacement|interpolation|^jsxescape$/i;

/** Maximum distance to look back in the line for a regular expression. */
const LONGEST = 1_000;
/** A slash followed by an unclosed bracket. */
const OPEN_CLASS = /\/.*\[[^\]]*$/;

/** Maximum distance to look back for the start of a multi-line string or comment. */
const MOST = { lines: 200, characters: 20_000 };

/** A position at the end of a string or comment counts as inside. False while the language is not loaded. */
export function inStringOrComment(state: EditorState, at: number): boolean {
  const innermost = syntaxTree(state).resolveInner(at, -1);
  return isText(behindCode(innermost, at)) || startsInText(state, at) || unfinishedText(state, at) !== null;
}

/** After the `}` of an interpolation the position is inside the string again. */
function behindCode(innermost: SyntaxNode, at: number): SyntaxNode {
  if (innermost.to !== at || !/^(}|interpolationend)$/i.test(innermost.name)) return innermost;
  let node = CODE.test(innermost.name) ? innermost : innermost.parent;
  if (!node || !CODE.test(node.name)) return innermost;
  while (node && CODE.test(node.name) && node.to === at) node = node.parent;
  return node && isText(node) ? node : innermost;
}

/** A stream parser says nothing about positions before the first character of a line, so it is asked as if there was a character. */
function startsInText(state: EditorState, at: number): boolean {
  const known = state.facet(language);
  const { from } = state.doc.lineAt(at);
  if (!(known instanceof StreamLanguage) || at - from > LONGEST || /\S/.test(state.sliceDoc(from, at))) return false;
  return holds(known, state, at, 'a', isText);
}

/**
 * Whether lines put in here become part of a string or a comment, and are no code. Not so at its ends, and in a comment that ends
 * with its line.
 */
export function takesLines(state: EditorState, at: number): boolean {
  const known = state.facet(language);
  if (known instanceof StreamLanguage) return holds(known, state, at, 'a\na', isLiteral);
  if (unfinishedText(state, at) !== null) return true;
  const innermost = syntaxTree(state).resolveInner(at);
  if (!isLiteral(innermost) || SEVERAL.test(innermost.name)) return false;
  let node: SyntaxNode | null = innermost;
  while (node && !TEXT.test(node.name)) node = node.parent;
  if (!node) return false;
  if (LINE_COMMENT.test(node.name) && node.to <= state.doc.lineAt(at).to) return false;
  // The body of a function.
  return state.facet(language)?.name !== 'sql' || state.sliceDoc(node.from, node.from + 1) !== '$';
}

/** What a stream parser takes this for, were it written here. */
function holds(
  known: StreamLanguage<unknown>,
  state: EditorState,
  at: number,
  written: string,
  is: (innermost: SyntaxNode) => boolean,
): boolean {
  const { from, number } = state.doc.lineAt(at);
  const tree = syntaxTree(state);
  let start = from;
  for (let above = number - 1; above > 0 && number - above < MOST.lines; above -= 1) {
    const line = state.doc.line(above);
    start = line.from;
    // Stops at code, or at the line in which the string begins.
    if (/\S/.test(line.text) && !isText(tree.resolveInner(line.to, -1))) break;
  }
  if (at - start > MOST.characters) return false;
  const before = state.sliceDoc(start, at) + written;
  return is(known.parser.parse(before).resolveInner(before.length, -1));
}

/**
 * Whether the position is after `/[(`. An unfinished regular expression is not recognised by the grammar, so its brackets and
 * quotes would look like code.
 */
export function inOpenRegExp(state: EditorState, at: number): boolean {
  const { from } = state.doc.lineAt(at);
  const before = state.sliceDoc(Math.max(from, at - LONGEST), at);
  if (!OPEN_CLASS.test(before)) return false;
  const tree = state.facet(language)?.parser.parse(`${before}]/`);
  return tree?.resolveInner(before.length, -1).name === 'RegExp';
}

/**
 * Whether a quote typed here ends a string, although the grammar sees code before it: in shell's `"$(f "x")` the last quote closes
 * the first one.
 */
export function endsText(state: EditorState, at: number, quote: string): boolean {
  const known = state.facet(language);
  const { from } = state.doc.lineAt(at);
  const before = state.sliceDoc(from, at);
  if (!(known instanceof StreamLanguage) || at - from > LONGEST || !before.includes(quote)) return false;
  const tree = known.parser.parse(`${before}${quote}a${quote}`);
  return !isText(tree.resolveInner(before.length + 2, -1));
}

/** The text between tags does not count as a string: its lines are indented like code. */
const BETWEEN_TAGS = /^(jsx)?text$/i;

/** A string or comment, whose lines must not be reindented. */
export function isLiteral(innermost: SyntaxNode): boolean {
  return isText(innermost) && !BETWEEN_TAGS.test(innermost.name);
}

function isText(innermost: SyntaxNode): boolean {
  for (let node: SyntaxNode | null = innermost; node; node = node.parent) {
    if (CODE.test(node.name)) return false;
    if (TEXT.test(node.name)) return true;
  }
  return false;
}
