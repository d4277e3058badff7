// Automatic brackets and quotes: the text is what was typed.
import { expect } from '@esm-bundle/chai';
import { helpLevel } from '../../components/editor/help-level.js';
import { EditedFile } from '../fixtures/edited-file.js';
import { until } from '../fixtures/elements.js';
import { press, type } from '../fixtures/keyboard.js';

/** Typed key by key, with Enter for each line; indentation is the editor's. */
const PROGRAMS: [language: string, text: string][] = [
  ['python', 'print("a", (1, [2]))\n'],
  ['python', 'values = [\n    1,\n    (2, 3),\n]\nprint(values)\n'],
  ['python', 'd = {\n    "a": [\n        1\n    ]\n}\n'],
  ['python', '"""Say what."""\n'],
  ['python', "'''Say\nwhat.'''\n"],
  ['python', 'x = ""\ny = \'\'\nz = f"{x}" + rb"\\""\n'],
  ['python', "# don't :( and (\"\nprint('it\\'s', \"it's\")\n"],
  ['python', 's = "[("\n'],
  ['python', 'f(\n    # (a\n    1\n)\n'],
  ['javascript', `const o = { a: [1], f() {\n  return \`\${a}\`;\n} };\n`],
  ['javascript', "[1].map((x) => {\n  return x + '';\n});\n"],
  ['javascript', 'const r = /[(]/;\n'],
  ['javascript', 'f(s.split(/[(\'"{]/), [a.match(/x[[]y/)], a / b[(1)]);\n'],
  ['typescript', 'f(a.test(/[("`]/g, ""));\n'],
  ['javascript', "// don't (\nconst s = 'a';\n"],
  ['sql', "SELECT 'it''s', \"a b\", count(*) FROM t -- don't (\n"],
  ['lua', 'print("a", {1, 2}) -- don\'t (\n'],
  ['lua', 'print(1)\n--[[ it\'s\n\n(a\n"\n]]\nprint("b")\n'],
  ['lua', 's = [[\n(a\n]]\n-- b\nf(1)\n'],
  ['ruby', '=begin\n(a\n=end\nputs("b")\n'],
  ['shell', 'cat <<END\n"a (\n(b\nEND\necho "c"\n'],
  ['kotlin', '/* a\n(b\n*/\nf("c")\n'],
  ['swift', '/* a\n(b\n*/\nf("c")\n'],
  ['csharp', '/* a\n[b\n*/\nf("c");\n'],
  ['lua', 's = [[\n(a)\nb]]\nf(1)\n'],
  ['python', 'f(\n    a, # b)\n)\n'],
  ['yaml', 'a: |\n  b\n  (c\nd: "e"\n'],
  ['java', 'char c = \'(\';\nString[] a = {"b"};\n'],
  ['java', 'String s = """\n    a "b" (c\n    it\'s [\n    """;\nint x = f("y");\n'],
  ['java', 'f("""\n    {\n      "a": 1\n    """, 2);\n'],
  ['java', 'String s = """\n    say \\""" (\n    """.strip();\nf(1);\n'],
  ['java', '/* it\'s (\n "[\n */\nf("a");\n'],
  ['php', '<?php\n/* it\'s (\n */\n$a = <<<EOT\nit\'s "b (\nEOT;\nf("a");\n'],
  ['rust', 'let a = r#"\nsay "x" (\n"#;\nf("a");\n'],
  ['csharp', 'var s = """\n    a "b" (c\n    it\'s [\n    """;\nf("y");\n'],
  ['csharp', 'var s = $$""""\n    a """ (c\n    """";\nvar t = $"{a}" + "";\n'],
  ['kotlin', 'val s = """\n    a "b" (c\n    it\'s [\n    """.trimIndent()\nf("y")\n'],
  ['swift', 'let s = """\n    a "b" (c\n    it\'s [\n    """\nf("y")\n'],
  ['shell', `b="$(f "x")" # it's\nc="\${d:-"e"}"\n`],
  ['yaml', 'a: it is (\nb: see [this\nc: ["d", {e: "f"}]\n- "it\'s"\n'],
  ['html', '<div class="a"><b>it\'s (</b></div>\n'],
  ['jsx', "const a = <b>it's</b>;\n"],
  ['json', '{\n  "a": [1, {"b": "c"}]\n}\n'],
  ['markdown', "- it's :(\n- (a\n"],
  ['plaintext', 'it\'s :( "\n'],
  ['plaintext', "नमस्ते's\n"],
];

describe('automatic pairs', () => {
  let file: EditedFile | undefined;
  afterEach(() => file?.close());

  for (const [language, text] of PROGRAMS) {
    it(`keep ${JSON.stringify(text)} as typed in ${language}`, async () => {
      const it = await EditedFile.open('|', language);
      file = it;
      for (const line of text.slice(0, -1).split('\n')) {
        if (it.text) await press('Enter');
        // What the editor put there by way of indentation is right, or taken away as people do.
        const lead = /^ */.exec(line)?.[0].length ?? 0;
        const column = () => {
          const { head } = it.view.state.selection.main;
          return head - it.view.state.doc.lineAt(head).from;
        };
        while (column() > lead && !/^\s*[\])}]/.test(line)) await press('Backspace');
        await type(' '.repeat(Math.max(0, lead - column())));
        await type(line.trimStart());
      }
      expect(it.text).to.equal(text.slice(0, -1));
      expect(it.kept).to.equal(it.text);
    });
  }

  it('appear while typing, and are deleted together by Backspace', async () => {
    file = await EditedFile.open('|', 'python');
    await type('f(["');
    expect(file.marked).to.equal('f(["|"])');
    await press('Backspace');
    expect(file.marked).to.equal('f([|])');
    await press('Backspace', 'Backspace');
    expect(file.marked).to.equal('f|');
  });

  it('are overwritten also by what an input method has written', async () => {
    file = await EditedFile.open('|', 'python');
    const it = file;
    await type('print(len(a');
    await it.compose(')');
    it.composed();
    await until(() => it.marked === 'print(len(a)|)', it.marked);
    await type(')');
    expect(it.marked).to.equal('print(len(a))|');
    expect(it.kept).to.equal(it.text);
    // What nobody has inserted for them stays.
    it.set('f(|)');
    await it.compose(')');
    it.composed();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(it.marked).to.equal('f()|)');
  });

  it('are left to whoever types where the editor helps with nothing', async () => {
    file = await EditedFile.open('f(|)', 'python');
    file.editor.applyPersonal(helpLevel.of('none'));
    await press('Backspace');
    expect(file.marked).to.equal('f|)');
    await type('[');
    expect(file.marked).to.equal('f[|)');
    file.editor.applyPersonal(helpLevel.of('basic'));
    file.set('f(|)');
    await press('Backspace');
    expect(file.marked).to.equal('f|');
  });

  it('surround a selection', async () => {
    for (const [key, result] of [
      ['"', 'say "word" now'],
      ['(', 'say (word) now'],
    ] as const) {
      file?.close();
      file = await EditedFile.open('say ‹word› now', 'python');
      await type(key);
      expect(file.text).to.equal(result);
      file.set('say ‹word› now');
      await type('"new"');
      expect(file.text).to.equal('say "new" now');
    }
  });

  it('leave a quote alone that ends a string behind code in its middle', async () => {
    for (const [language, marked, key] of [
      ['javascript', `x = \`a \${b}|;`, '`'],
      ['python', 'x = f"a {b}|', '"'],
      ['shell', 'x="$(f "y")|', '"'],
    ] as const) {
      file?.close();
      file = await EditedFile.open(marked, language);
      await type(key);
      expect(file.marked, language).to.equal(marked.replace('|', `${key}|`));
    }
  });

  it('are not inserted before a word', async () => {
    file = await EditedFile.open('|name', 'python');
    await type('print(');
    expect(file.text).to.equal('print(name');
  });

  it('follow others’ edits', async () => {
    file = await EditedFile.open('|', 'python');
    await type('f(');
    // A driver is done with a key before its page is.
    await until(() => file?.marked === 'f(|)', 'nothing is closed');
    file.others({ from: 0, insert: '# theirs\n' });
    // WebKit puts its caret beside the bracket when a key comes in the very frame in which the lines above have moved.
    await new Promise((resolve) => setTimeout(resolve, 100));
    await type('1)');
    expect(file.text).to.equal('# theirs\nf(1)');
  });
});
