/** The formatter for SQL: psql's own lines come back as they were, and what is wrong is said in one line. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { FormatResult } from '../../components/runner/tools/formatting.js';
import { formatSql } from '../../components/runner/worker/tools/sql/format.js';

const format = (text: string, language = 'postgres'): FormatResult =>
  formatSql({ text, language, indent: { tabs: false, width: 2 } });

const SELECT = (value: number) => `select\n  ${value};\n`;

it("psql's commands and the rows of a COPY stay as they are", () => {
  const rows = "1\tO'Brien;\n\n-- none\n2\t\\N\n\\.";
  for (const [before, after] of [
    ['select 1;\n\\d t\nselect 2;\n', `${SELECT(1)}\n\\d t\n${SELECT(2)}`],
    ['\\timing on\n\\set x $1$&\nselect 1;\n', `\\timing on\n\\set x $1$&\n${SELECT(1)}`],
    ['\\d t', '\\d t'],
    ['\\x \\d t\nselect 1;', `\\x\n\\d t\n${SELECT(1)}`.trimEnd()],
    ['\\echo a \\\\ select 1;\n', `\\echo a \\\\\n${SELECT(1)}`],
    ['select 1 \\gx\nselect 2;\n', `select\n  1 \\gx\n\n${SELECT(2)}`],
    ['select 1 -- one\n\\g\nselect 2;\n', `select\n  1 -- one\n \\g\n\n${SELECT(2)}`],
    ['select 1 as a \\gset\nselect 2;\n', `select\n  1 as a \\gset\n${SELECT(2)}`],
    [`copy t from stdin;\n${rows}\nselect 1;\n`, `copy t\nfrom\n  stdin;\n${rows}\n\n${SELECT(1)}`],
    [`copy t(a,b) from stdin; -- rows\n${rows}\n`, `copy t (a, b)\nfrom\n  stdin; -- rows\n${rows}\n`],
    ['select 1;copy t from stdin;\n1\t  2\t\n\n', `${SELECT(1)}\ncopy t\nfrom\n  stdin;\n1\t  2\t\n\n`],
    ["select '\n\\d t\n';\n", "select\n  '\n\\d t\n';\n"],
    ['do $$begin\n\\d  t\nend$$;\n', 'do $$begin\n\\d  t\nend$$;\n'],
  ] as const) {
    assert.deepEqual(format(before), { text: after }, before);
    assert.deepEqual(format(after), { text: after }, `again: ${before}`);
  }
});

it('an error is said in one line, with its own line, whatever stands before it', () => {
  assert.deepEqual(format('select 1;\n\\d t\nselect 2;\n', 'sql'), {
    problem: 'Parse error: Unexpected "\\d t"',
    line: 2,
  });
  assert.deepEqual(format('select (1'), { problem: 'Parse error at token: «EOF»', line: 1 });
  assert.deepEqual(format('copy t from stdin;\n1\n2\n\\.\n\\d t\nselect (1;\n'), {
    problem: 'Parse error at token: ;',
    line: 6,
  });
});
