// Finds unclosed comments and multi-line strings, which some grammars parse as code until they are closed.
import { language } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

/** Maximum distance to look back for the start, in characters. */
const MOST = 20_000;

const LINE_COMMENT = '\\/\\/.*';
const COMMENT = '\\/\\*[^]*?(?:\\*\\/|($))';
const QUOTED = '"(?:\\\\.|[^"\\\\\\n])*"?';
const CHARACTER = "'(?:\\\\.|[^'\\\\\\n])*'?";

/** By grammar: matches all comments and strings, so that none is found inside another. A group is empty for an unclosed one. */
const TEXTS: Readonly<Record<string, RegExp>> = {
  java: new RegExp(`${LINE_COMMENT}|${COMMENT}|"""(?:\\\\[^]|[^])*?(?:"""|($))|${QUOTED}|${CHARACTER}`, 'g'),
  php: new RegExp(
    `${LINE_COMMENT}|#(?!\\[).*|${COMMENT}|<<<\\s*(["'])?(\\w+)\\2\\n[^]*?(?:\\n\\s*\\3\\b|($))|"(?:\\\\.|[^"\\\\])*"?|'(?:\\\\.|[^'\\\\])*'?`,
    'g',
  ),
  rust: new RegExp(`${LINE_COMMENT}|${COMMENT}|\\br(#+)?"[^]*?(?:"\\2|($))|"(?:\\\\[^]|[^"\\\\])*"?|'\\\\?.'`, 'g'),
};

/** Start of the unclosed comment or string that contains the position; null if there is none. */
export function unfinishedText(state: EditorState, at: number): number | null {
  const texts = TEXTS[state.facet(language)?.name ?? ''];
  if (!texts) return null;
  const from = Math.max(0, at - MOST);
  const last = [...state.sliceDoc(from, at).matchAll(texts)].at(-1);
  return last?.slice(1).includes('') ? from + last.index : null;
}
