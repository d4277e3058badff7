// The SQL grammar of SQLite, with indentation of continued statements.
import { SQLDialect, SQLite, sql } from '@codemirror/lang-sql';
import { getIndentUnit, indentService, syntaxTree } from '@codemirror/language';
import { countColumn, type Extension } from '@codemirror/state';

/** Commands of SQLite's shell, such as `mode` and `tables`, are ordinary names here. */
export const sqlite = (): Extension => [
  sql({ dialect: SQLDialect.define({ ...SQLite.spec, builtin: '' }) }),
  statementGoesOn,
];

/**
 * A continued statement is indented like the line above, and one level more below its first line. The grammar ends a statement at
 * the end of the file even without a semicolon, so it does not know this; inside brackets it does.
 */
export const statementGoesOn: Extension = indentService.of((context, at) => {
  const { state, simulatedBreak } = context;
  const line = state.doc.lineAt(at);
  const end = line.from + line.text.slice(0, at - line.from).trimEnd().length;
  if (simulatedBreak !== at || end === line.from || state.sliceDoc(end - 1, end) === ';') return undefined;
  let node = syntaxTree(state).resolveInner(end, -1);
  while (/Comment$/.test(node.name) && node.prevSibling) node = node.prevSibling;
  for (; node.parent; node = node.parent) {
    const closed = node.to <= end && /^[)\]}]$/.test(node.lastChild?.name ?? '');
    if (node.name === 'String' || (/^(Parens|Brackets|Braces)$/.test(node.name) && !closed)) return undefined;
    if (node.name !== 'Statement') continue;
    if (node.to <= end && state.sliceDoc(node.to - 1, node.to) === ';') return undefined;
    const column = countColumn(/^[ \t]*/.exec(line.text)?.[0] ?? '', state.tabSize);
    return node.from >= line.from ? column + getIndentUnit(state) : column;
  }
  return undefined;
});
