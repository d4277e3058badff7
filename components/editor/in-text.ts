// Whether a place in code is inside words that only people read: a string or a comment.
import { language, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>;

const TEXT = /string|comment|regexp|^(heredoc|text|jsxtext|char(acter)?(literal)?)$/i;
/** Code in the middle of a string. */
const CODE = /replacement|interpolation|^jsxescape$/i;

/** How far back in its line a regular expression is looked for. */
const LONGEST = 1_000;
/** A slash, and after it a bracket that is still open. */
const OPEN_CLASS = /\/.*\[[^\]]*$/;

/** A place at the end of a string or comment counts as inside. False while the language is not known. */
export function inText(state: EditorState, at: number): boolean {
  return isText(syntaxTree(state).resolveInner(at, -1));
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
