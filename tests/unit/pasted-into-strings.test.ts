/** What is pasted into a string or a long comment stays as it is, since it is data there. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ensureSyntaxTree, indentUnit } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { loadLanguage } from '../../components/editor/highlight-languages.js';
import { pastedIndentation } from '../../components/editor/pasted-indentation.js';

/** What comes into the file at the mark. */
async function pasted(language: string, marked: string, text: string): Promise<string> {
  const at = marked.indexOf('|');
  const doc = marked.slice(0, at) + marked.slice(at + 1);
  const opened = EditorState.create({
    doc,
    selection: { anchor: at },
    extensions: [await loadLanguage(language), indentUnit.of('    '), pastedIndentation],
  });
  // On a busy machine the grammar may not have come to the end yet.
  ensureSyntaxTree(opened, doc.length, 60_000);
  const { state } = opened.update({});
  return state.facet(EditorView.clipboardInputFilter).reduce((before, change) => change(before, state), text);
}

const TABS = 'if (a) {\n\tif (b) {\n\t\tc();\n\t}\n}\n';
const SPACES = 'if (a) {\n    if (b) {\n        c();\n    }\n}\n';

/** A file that is indented by four spaces, and the line with the place. */
const inside = [
  ['python', 'if a:\n    if b:\n        c()\n', 'expected = """|"""'],
  ['python', 'if a:\n    if b:\n        c()\n', 'expected = f"""{a}|b"""'],
  ['python', 'if a:\n    if b:\n        c()\n', 'expected = """\n|\n"""'],
  ['javascript', SPACES, 'const expected = `|`;'],
  ['typescript', SPACES, `const expected = \`a \${b} |\`;`],
  ['javascript', SPACES, '/* For example: |\n */'],
  ['java', SPACES, 'String s = """\n|\n""";'],
  ['java', SPACES, 'String s = """\n|'],
  ['cpp', SPACES, 'auto s = R"(|)";'],
  ['go', SPACES, 's := `|`'],
  ['rust', SPACES, 'let s = r#"|"#;'],
  ['php', `<?php\n${SPACES}`, '$s = <<<EOT\n|\nEOT;'],
  ['csharp', SPACES, '/* For example:\n|\n*/'],
  ['kotlin', SPACES, 'val s = """|"""'],
  ['swift', SPACES, 'let s = """\n|\n"""'],
  ['lua', 'if a then\n    if b then\n        c()\n    end\nend\n', 'local s = [[|]]'],
  ['lua', 'if a then\n    if b then\n        c()\n    end\nend\n', '--[[\n|\n]]'],
  ['shell', 'if a; then\n    if b; then\n        c\n    fi\nfi\n', 'cat <<EOF\n|\nEOF'],
  ['ruby', 'if a\n    if b\n        c\n    end\nend\n', 's = <<~EOS\n|\nEOS'],
  ['sql', 'CREATE TABLE a (\n    b TEXT,\n    c TEXT\n);\n', "SELECT '|';"],
  ['css', 'a {\n    b: c;\n}\n@media d {\n    e {\n        f: g;\n    }\n}\n', '/* For example:\n|\n*/'],
] as const;

for (const [language, file, line] of inside)
  it(`in ${language}: ${line}`, async () => {
    for (const text of [TABS, SPACES.replaceAll('    ', '  '), 'a\n  b\n\tc'])
      assert.equal(await pasted(language, file + line, text), text);
  });

it('keeps its lines as they stand to each other at an indented place, and what follows at its column', async () => {
  for (const [language, marked, text, result] of [
    ['javascript', `${SPACES}const s = \`\n    |\`;`, 'a\n\n\tb\n', 'a\n\n    \tb\n    '],
    ['java', `${SPACES}String s = """\n    |\n    """;`, '  a\nb', '  a\n    b'],
    ['yaml', 'a:\n    b:\n        c: d\ne: >\n    x\n    |\n    y\n', 'f:\n  g', 'f:\n      g'],
  ] as const)
    assert.equal(await pasted(language, marked, text), result, marked);
});

it('is code behind a string, between two of them, in a value that is put in, and in a comment that ends with its line', async () => {
  for (const [language, file, line] of [
    ['python', 'if a:\n    if b:\n        c()\n', 'f("""a"""|)'],
    ['python', 'if a:\n    if b:\n        c()\n', 'f("a"|"b")'],
    ['cpp', SPACES, 'f("a" | "b");'],
    ['python', 'if a:\n    if b:\n        c()\n', 'x = 1 # |'],
    ['javascript', SPACES, `const s = \`\${|}\`;`],
    ['javascript', SPACES, 'f("a"); // b |c'],
    ['kotlin', SPACES, 'f("a") // b |c'],
    ['shell', 'if a; then\n    if b; then\n        c\n    fi\nfi\n', 'f "a" |"b"'],
    ['ruby', 'if a\n    if b\n        c\n    end\nend\n', 'f # |'],
    ['postgres', 'CREATE TABLE a (\n    b TEXT,\n    c TEXT\n);\n', 'CREATE FUNCTION a() RETURNS int AS $$ |\n$$;'],
  ] as const)
    assert.equal(await pasted(language, file + line, TABS), SPACES, `${language}: ${line}`);
});
