// Indentation follows the file: Enter, Tab, Shift-Tab and the clipboard, in every language.
import { expect } from '@esm-bundle/chai';
import { EditedFile } from '../fixtures/edited-file.js';
import { press, type } from '../fixtures/keyboard.js';

const TABS = 'if a:\n\tif b:\n\t\tpass\n';
const TWO = 'if a:\n  if b:\n    pass\n';
const FOUR = 'if a:\n    if b:\n        pass\n';

describe('indentation', () => {
  let file: EditedFile | undefined;
  afterEach(() => file?.close());

  const open = async (marked: string, language = 'python', name = ''): Promise<EditedFile> => {
    file?.close();
    file = await EditedFile.open(marked, language, name);
    return file;
  };

  it('follows the file’s own style', async () => {
    for (const [text, unit] of [
      [TABS, '\t'],
      [TWO, '  '],
      [FOUR, '    '],
      ['if a:\n   x = f(1,\n           2)\n', '   '],
      ['def f():\n    return g(a,\n             b)\n', '    '],
      // Aligned by hand, which is no level.
      ['print(1,\n      2)\n', '    '],
      ['if (a and\n        b): x\n', '    '],
      ['d = {"a": f(1),\n     "b": 2}\n', '    '],
    ] as const) {
      const it = await open(`${text}for c in d:|`);
      await press('Enter');
      await type('x');
      expect(it.text, JSON.stringify(unit)).to.equal(`${text}for c in d:\n${unit}x`);
      await press('Tab', 'Home', 'Tab');
      expect(it.text.split('\n').at(-1)?.trimEnd()).to.equal(`${unit}${unit}x`);
      it.shiftTab();
      it.shiftTab();
      expect(it.text.split('\n').at(-1)?.trimEnd()).to.equal('x');
    }
  });

  it('is the language’s default in a file without any', async () => {
    for (const [language, line, unit, name] of [
      ['python', 'if a:', '    '],
      ['javascript', 'if (a) {', '  '],
      ['typescript', 'if (a) {', '  '],
      ['json', '{', '  '],
      ['css', 'a {', '  '],
      ['lua', 'if a then', '  '],
      ['java', 'class A {', '    '],
      ['go', 'func main() {', '\t'],
      ['c', 'int main() {', '    '],
      ['cpp', 'struct A {', '    '],
      ['csharp', 'class A {', '    '],
      ['rust', 'fn main() {', '    '],
      ['ruby', 'a.each do |b|', '  '],
      ['kotlin', 'fun f() {', '    '],
      ['swift', 'func f() {', '    '],
      ['jsx', 'function f() {', '  '],
      ['tsx', 'interface A {', '  '],
      ['html', '<ul>', '  '],
      ['sql', 'select * from (', '  '],
      ['shell', 'if true; then', '  '],
      ['shell', 'case $a in', '  '],
      ['shell', 'f() {', '  '],
      ['yaml', 'a:', '  '],
      ['yaml', 'a: |', '  '],
      ['plaintext', 'all:', '\t', 'Makefile'],
    ] as const) {
      const it = await open('|', language, name);
      await type(line);
      await press('Enter');
      if (language === 'plaintext') await press('Tab');
      await type('x');
      expect(it.text.split('\n')[1], language).to.equal(`${unit}x`);
    }
  });

  it('follows the line above in a file with both styles', async () => {
    const it = await open(`${FOUR}if c:\n\tif d:|`);
    await press('Enter');
    await type('x');
    expect(it.text.split('\n').at(-1)).to.equal('\t\tx');
    it.set(`${TABS}${TABS}if c:\n    if d:|`);
    await press('Enter');
    await type('x');
    expect(it.text.split('\n').at(-1)).to.equal('        x');
  });

  it('follows a change by somebody else', async () => {
    const it = await open(`${FOUR}if c:|`);
    it.others({ from: 0, to: FOUR.length, insert: TWO });
    await press('Enter');
    await type('x');
    expect(it.text).to.equal(`${TWO}if c:\n  x`);
  });

  it('is not changed by Tab within a line', async () => {
    const it = await open('if a:\n    x = |1');
    await press('Tab');
    expect(it.marked).to.equal('if a:\n    x =     |1');
    it.set('if a:\n    x = 1|');
    await press('Tab');
    expect(it.marked).to.equal('if a:\n    x = 1   |');
    // In front of the code, the code goes to the next stop, from wherever.
    for (const [before, result] of [
      ['if a:\n  |  x', 'if a:\n        |x'],
      ['if a:\n   |x', 'if a:\n    |x'],
      ['if a:\n|', 'if a:\n    |'],
      ['if a:\n  |', 'if a:\n    |'],
    ] as const) {
      it.set(FOUR + before);
      await press('Tab');
      expect(it.marked).to.equal(FOUR + result);
    }
    it.set(`${FOUR}if a:\n      x|`);
    it.shiftTab();
    expect(it.marked).to.equal(`${FOUR}if a:\n    x|`);
  });

  it('changes for all selected lines, except blank ones', async () => {
    const it = await open('if a:\n‹    x\n\n      y\n›z');
    await press('Tab');
    expect(it.text).to.equal('if a:\n        x\n\n          y\nz');
    for (let n = 0; n < 3; n += 1) it.shiftTab();
    expect(it.text).to.equal('if a:\nx\n\ny\nz');
    expect(it.kept).to.equal(it.text);
  });

  it('decreases after a block’s last statement, and at a word or bracket that closes it', async () => {
    for (const [language, before, typed, result] of [
      ['python', 'def f():\n    return 1|', 'x', 'def f():\n    return 1\nx'],
      ['python', 'for a in b:\n    if a:\n        break|', 'x', 'for a in b:\n    if a:\n        break\n    x'],
      ['python', 'def f():\n    return (1,|\n    )', 'x', null],
      ['python', 'if a:\n    x|', 'else:', 'if a:\n    x\nelse:'],
      ['javascript', 'if (a) {\n  x|', '}', 'if (a) {\n  x\n}'],
      ['sql', 'create table a (\n  b int|', ')', 'create table a (\n  b int\n)'],
      ['python', 'def f():\n    a = g(\n        1|', ')', 'def f():\n    a = g(\n        1\n    )'],
      ['css', 'a {\n  b: c|', '}', 'a {\n  b: c\n}'],
      ['lua', 'if a then\n  x()|', 'end', 'if a then\n  x()\nend'],
      ['ruby', 'def f\n  x|', 'end', 'def f\n  x\nend'],
      ['shell', 'if a; then\n  x|', 'fi', 'if a; then\n  x\nfi'],
      ['shell', 'for a in b; do\n  if a; then|', 'fi', 'for a in b; do\n  if a; then\n  fi'],
      ['shell', 'while a; do\n  x|', 'done', 'while a; do\n  x\ndone'],
      ['shell', '# then|', 'x', '# then\nx'],
      ['yaml', 'a:\n  b: c|', 'd', 'a:\n  b: c\n  d'],
      ['yaml', '# so:|', 'x', '# so:\nx'],
      // The first line after `switch` is no level of the file yet.
      ['javascript', 'switch (a) {|', 'case 1:', 'switch (a) {\n  case 1:'],
      ['typescript', 'f(() => {\n  switch (a) {|', 'default:', 'f(() => {\n  switch (a) {\n    default:'],
      ['java', 'switch (a) {|', 'case 1:', 'switch (a) {\n    case 1:'],
      ['python', 'match a:\n    case 1:\n        b()|', 'case 2:', 'match a:\n    case 1:\n        b()\n    case 2:'],
    ] as const) {
      const it = await open(before, language);
      await press('Enter');
      await type(typed);
      if (result === null) expect(it.text).to.match(/\n {4,}x\n/);
      else expect(it.text, language).to.equal(result);
    }
  });

  it('stays the same below a decorator', async () => {
    for (const [language, before] of [
      ['python', '@a(1)|'],
      ['typescript', '@a()|'],
      ['typescript', 'class A {\n  @a()|\n}'],
      ['typescript', '@a({\n  b: 1,\n})|'],
      ['tsx', '@a|'],
      ['javascript', '@a.b|'],
      ['java', '@Override|'],
      ['java', 'class A {\n    @A("x")|\n}'],
      ['php', '<?php\n#[A]|'],
      ['kotlin', '@A|'],
      ['swift', '@main|'],
      ['csharp', '[A]|'],
      ['rust', '#[derive(A)]|'],
    ] as const) {
      const it = await open(before, language);
      const column = /^ */.exec(before.slice(0, before.indexOf('|')).split('\n').at(-1) ?? '')?.[0] ?? '';
      await press('Enter');
      await type('x');
      expect(it.marked, language).to.equal(before.replace('|', `\n${column}x|`));
    }
    // An argument is none.
    const it = await open('class A {\n  f(@a()|) {}\n}', 'typescript');
    await press('Enter');
    await type('x');
    expect(it.text).to.match(/\n {3,}x\)/);
  });

  it('increases within an SQL statement, at the end of the file too', async () => {
    for (const behind of ['', '\nselect 2;\n']) {
      for (const [before, result] of [
        ['select name,|', 'select name,\n  x'],
        ['select name |', 'select name \n  x'],
        ['select name,\n  age|', 'select name,\n  age\n  x'],
        ['select name\nfrom people|', 'select name\nfrom people\nx'],
        ["insert into a (b) values\n  ('c')|", "insert into a (b) values\n  ('c')\n  x"],
        ['create table a (\n  b int,|', 'create table a (\n  b int,\n  x'],
        ['select 1;|', 'select 1;\nx'],
        ['select 1; -- one|', 'select 1; -- one\nx'],
        ['select a\n  -- of whom|', 'select a\n  -- of whom\n  x'],
      ] as const) {
        const it = await open(before + (before.startsWith('create') ? '' : behind), 'sql');
        await press('Enter');
        await type('x');
        expect(it.text.slice(0, result.length), JSON.stringify(before + behind)).to.equal(result);
      }
    }
  });

  it('stays in strings and comments, whatever they say', async () => {
    for (const [language, before, typed] of [
      ['python', 'def f():\n    if a:\n        """|', 'else:'],
      ['javascript', 'f(() => {\n  a(`\n    |', '}'],
      ['java', 'class A {\n    String s = """\n        |', '}'],
      ['lua', 'if a then\n  --[[\n  |', 'end'],
    ] as const) {
      const it = await open(before, language);
      await type(typed);
      expect(it.marked, language).to.equal(before.replace('|', `${typed}|`));
    }
  });

  it('stays where the person has moved the line', async () => {
    for (const before of [
      'for a in b:\n    if a:\n        x\n|',
      'if a:\n    if b:\n        x\n    |',
      'try:\n    for a in b:\n        x\n    |',
    ]) {
      const it = await open(before);
      await type('else:');
      expect(it.marked).to.equal(before.replace('|', 'else:|'));
    }
  });

  it('is converted to the file’s style in pasted code, except inside strings', async () => {
    const tabs = 'def f():\n\tif a:\n\t\treturn """a\n\tb"""\n\treturn 1\n';
    const four = 'def f():\n    if a:\n        return """a\n\tb"""\n    return 1\n';
    const two = 'def f():\n  if a:\n    return """a\n  b"""\n  return 1\n';
    for (const [into, pasted, result] of [
      [FOUR, tabs, four],
      [TWO, tabs, four.replaceAll('    ', '  ')],
      [TABS, two, tabs.replace('\tb"', '  b"')],
      [FOUR, two, four.replace('\tb"', '  b"')],
      [FOUR, four, four],
      ['x = 1\n', tabs, tabs],
      ['', tabs, tabs],
      // Aligned by hand, and one level that says nothing of its width.
      [FOUR, 'x = f(1,\n      2)\n', 'x = f(1,\n      2)\n'],
      [FOUR, '    x\n', '    x\n'],
      [FOUR, 'a\tb\n', 'a\tb\n'],
    ] as const) {
      const it = await open(`${into}|`);
      it.paste(pasted);
      expect(it.text, JSON.stringify(pasted)).to.equal(into + result);
      expect(it.kept).to.equal(it.text);
    }
    const it = await open('|', 'javascript');
    it.set('if (a) {\n  b;\n}\nx = |');
    it.paste('  `\n\ta`;\nif (c) {\n\td;\n}');
    expect(it.text).to.equal('if (a) {\n  b;\n}\nx =   `\n\ta`;\nif (c) {\n  d;\n}');
  });

  it('is not converted in text that is pasted or dropped into a string', async () => {
    const tabs = 'a:\n\tb:\n\t\tc\n';
    const it = await open(`${FOUR}x = """|"""`);
    it.paste(tabs);
    expect(it.marked).to.equal(`${FOUR}x = """${tabs}|"""`);
    it.set(`|${FOUR}x = """"""`);
    it.drop(tabs, it.text.length - 3);
    expect(it.text).to.equal(`${FOUR}x = """${tabs}"""`);
    expect(it.kept).to.equal(it.text);
  });

  it('is converted between tags, too, which are not strings', async () => {
    for (const [language, into, pasted, result] of [
      [
        'html',
        '<ul>\n  <li>\n    a\n  </li>\n</ul>\n',
        '<p>\n\t<b>\n\t\tx\n\t</b>\n</p>\n',
        '<p>\n  <b>\n    x\n  </b>\n</p>\n',
      ],
      ['jsx', 'f(\n  a,\n);\n', 'g(<p>\n\t<b>\n\t\tx\n\t</b>\n</p>);\n', 'g(<p>\n  <b>\n    x\n  </b>\n</p>);\n'],
      ['tsx', 'f(\n\ta,\n);\n', 'g(<p>\n  <b>\n    x\n  </b>\n</p>);\n', 'g(<p>\n\t<b>\n\t\tx\n\t</b>\n</p>);\n'],
      ['php', '<?php\nif (a) {\n    b();\n}\n', 'if (c) {\n\td();\n}\n', 'if (c) {\n    d();\n}\n'],
    ] as const) {
      const it = await open(`${into}|`, language);
      it.paste(pasted);
      expect(it.text, language).to.equal(into + result);
    }
  });

  it('is converted in code that is dropped, or inserted by a keyboard, just as in pasted code', async () => {
    const tabs = 'def f():\n\tif a:\n\t\tx\n';
    const four = 'def f():\n    if a:\n        x\n';
    const it = await open(`${FOUR}|`);
    it.insert(tabs);
    expect(it.marked).to.equal(`${FOUR}${four}|`);
    expect(it.kept).to.equal(it.text);
    // It is the place where it is dropped that counts, not the cursor's.
    it.set(`if a:\n    |if b:\n        pass\n`);
    it.drop(tabs, it.text.length);
    expect(it.text).to.equal(FOUR + four);
    it.set(`|${FOUR}for c in d:\n    `);
    it.drop(tabs.trimEnd(), it.text.length);
    expect(it.text).to.equal(`${FOUR}for c in d:\n    def f():\n        if a:\n            x`);
    it.set(`|${FOUR}c = `);
    it.drop('[\n\tf(\n\t\t1\n\t)\n]', it.text.length);
    expect(it.text).to.equal(`${FOUR}c = [\n    f(\n        1\n    )\n]`);
    expect(it.kept).to.equal(it.text);
  });

  it('is converted with any line ends in the pasted text', async () => {
    const it = await open(`${TWO}|`);
    it.paste('def f():\r\n\tif a:\r\n\t\tx\r\n');
    expect(it.text).to.equal(`${TWO}def f():\n  if a:\n    x\n`);
    expect(it.kept).to.equal(it.text);
  });

  it('is that of the cursor for all of a block pasted at an indented one, however it was selected', async () => {
    for (const [language, marked, pasted, result] of [
      // With the first line's own indentation, without it, and from the beginning of a file.
      [
        'python',
        'if a:\n    |',
        '        if b:\n            c()\n        d()',
        'if a:\n    if b:\n        c()\n    d()',
      ],
      ['python', 'if a:\n    |', 'if b:\n            c()\n        d()', 'if a:\n    if b:\n        c()\n    d()'],
      ['python', 'if a:\n    |', 'if b:\n    c()\nd()', 'if a:\n    if b:\n        c()\n    d()'],
      ['python', 'if a:\n    |', 'c()\n    d()\n    e()', 'if a:\n    c()\n    d()\n    e()'],
      ['python', 'if a:\n    |', 'c()\nd()\n', 'if a:\n    c()\n    d()\n'],
      ['python', 'if a:\n    |', 'x = 1\n\n        y = 2', 'if a:\n    x = 1\n\n    y = 2'],
      [
        'python',
        'if a:\n    if b:\n        |',
        '    x\nelse:\n    y',
        'if a:\n    if b:\n        x\n    else:\n        y',
      ],
      // Lines in front of others, which stay at their column.
      ['python', 'if a:\n    |c()', '        b()\n', 'if a:\n    b()\n    c()'],
      ['python', 'if a:\n    ‹b()\n›    c()', 'x()\ny()\n', 'if a:\n    x()\n    y()\n    c()'],
      [
        'python',
        'if a:\n    |',
        'if b:\n    s = """c\nd"""\n    e',
        'if a:\n    if b:\n        s = """c\nd"""\n        e',
      ],
      ['python', 'if a:\n\t|', 'if b:\n\tc()\nd()', 'if a:\n\tif b:\n\t\tc()\n\td()'],
      ['javascript', 'f(() => {\n  |\n});', 'if (a) {\n  b();\n}', 'f(() => {\n  if (a) {\n    b();\n  }\n});'],
      ['javascript', 'f(() => {\n  |\n});', 'b();\n    }\n    c();', 'f(() => {\n  b();\n}\nc();\n});'],
      ['ruby', 'class A\n  |\nend', 'def f\n  1\nend', 'class A\n  def f\n    1\n  end\nend'],
      ['yaml', 'a:\n  |', 'b: 1\nc: 2', 'a:\n  b: 1\n  c: 2'],
      // As it is: where nothing says how it stood, in the middle of a line, at its beginning, in prose, a single line.
      ['python', 'if a:\n    |', 'f(1,\n  2)\n', 'if a:\n    f(1,\n  2)\n'],
      ['python', 'if a:\n    x = |', '[\n    1,\n]', 'if a:\n    x = [\n    1,\n]'],
      ['python', 'if a:\n|', '    b()\n    c()\n', 'if a:\n    b()\n    c()\n'],
      ['markdown', '- a\n  |', 'b\nc', '- a\n  b\nc'],
      ['python', 'if a:\n    |', '  b()', 'if a:\n      b()'],
    ] as const) {
      const it = await open(marked, language);
      it.paste(pasted);
      expect(it.text, `${language}: ${JSON.stringify(pasted)}`).to.equal(result);
      expect(it.kept).to.equal(it.text);
    }
  });

  it('continues inside brackets, comments and strings', async () => {
    for (const [language, before, result] of [
      ['javascript', 'f({|})', 'f({\n  x\n})'],
      ['javascript', 'if (b) {\n  // a|\n}', 'if (b) {\n  // a\n  x\n}'],
      ['css', 'a {|}', 'a {\n  x\n}'],
      ['json', '{"a": [|]}', '{"a": [\n  x\n]}'],
      ['python', 'f(|)', 'f(\n    x\n)'],
      ['python', 'if a:\n    # why|', 'if a:\n    # why\n    x'],
      ['python', 'if a:\n    b = """c|"""', 'if a:\n    b = """c\n    x"""'],
    ] as const) {
      const it = await open(before, language);
      await press('Enter');
      await type('x');
      expect(it.text, before).to.equal(result);
    }
  });

  it('is the editor’s also by the first key after a composition, however soon, and though its end was never told', async () => {
    for (const told of [true, false]) {
      const it = await EditedFile.open('def f():\n    |');
      file = it;
      await it.compose('é');
      if (told) it.composed();
      await press('Enter', 'Enter');
      expect(it.marked).to.equal('def f():\n    é\n\n    |');
      await it.compose('é');
      await it.compose('');
      if (told) it.composed();
      await press('Backspace');
      expect(it.marked).to.equal('def f():\n    é\n\n|');
      it.editor.close();
    }
  });

  it('is removed by Backspace one level at a time', async () => {
    for (const [before, result] of [
      [`${FOUR}        |x`, `${FOUR}    |x`],
      [`${TWO}    |x`, `${TWO}  |x`],
      [`${TABS}\t\t|x`, `${TABS}\t|x`],
      [`${FOUR}      |x`, `${FOUR}    |x`],
    ] as const) {
      const it = await open(before);
      await press('Backspace');
      expect(it.marked).to.equal(result);
    }
  });

  it('is consistent after code with tabs was pasted and continued', async () => {
    const it = await open('|');
    it.paste('if a:\n\tif b:\n\t\tx');
    await press('Enter');
    await type('y');
    expect(it.text).to.equal('if a:\n\tif b:\n\t\tx\n\t\ty');
  });
});
