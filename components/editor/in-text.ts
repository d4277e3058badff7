// Whether a place in code is inside words that only people read: a string or a comment.
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>;

const TEXT = /string|comment|regexp|^(heredoc|text|jsxtext|char(acter)?(literal)?)$/i;
/** Code in the middle of a string. */
const CODE = /replacement|interpolation|^jsxescape$/i;

/** A place at the end of a string or comment counts as inside. False while the language is not known. */
export function inText(state: EditorState, at: number): boolean {
  return isText(syntaxTree(state).resolveInner(at, -1));
}

export function isText(innermost: SyntaxNode): boolean {
  for (let node: SyntaxNode | null = innermost; node; node = node.parent) {
    if (CODE.test(node.name)) return false;
    if (TEXT.test(node.name)) return true;
  }
  return false;
}
