// Rendering untrusted output: terminal colours, source locations, images, tables and files.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { imageUrl, parseFile, parseTable } from '../../components/output/attachment.js';
import { onScreen } from '../../components/output/screen.js';
import { errorLine, errorPlace, placesIn } from '../../components/output/source-locations.js';
import { styleOf, type TextStyle } from '../../components/output/text-style.js';
import type { OutputKind } from '../../party/shared/output.js';

const ESC = '\x1b';

/** What is shown, each kind with its text. */
const shown = (...output: [OutputKind, string][]) =>
  onScreen(
    output.map(([kind, text]) => ({ kind, text })),
    1000,
  ).map((each) => [each.kind, 'pieces' in each ? each.pieces.map(({ text }) => text).join('') : each.text]);
const text = (printed: string) =>
  shown(['stdout', printed])
    .map(([, part]) => part)
    .join('');
const looks = (printed: string) =>
  onScreen([{ kind: 'stdout', text: printed }], 1000).flatMap((each) =>
    'pieces' in each ? each.pieces.map((piece) => [piece.text, piece.look]) : [],
  );

describe('text styles', () => {
  it('are those of terminals', () => {
    assert.deepEqual(looks(`a${ESC}[1;31mb${ESC}[0mc${ESC}[92md${ESC}[39me`), [
      ['a', {}],
      ['b', { color: 1, bold: true }],
      ['c', {}],
      ['d', { color: 10 }],
      ['e', {}],
    ]);
    const look = (codes: string) => looks(`${ESC}[${codes}mx`)[0]?.[1];
    assert.deepEqual(look('2;3;4;7;9'), { dim: true, italic: true, underline: true, reverse: true, strike: true });
    assert.deepEqual(look('1;2;3;4;7;9;22;23;24;27;29'), {});
    assert.deepEqual(look('38;5;208;48;5;17'), { color: 208, ground: 17 });
    assert.deepEqual(look('38;2;1;2;255;4'), { color: '#0102ff', underline: true });
    assert.deepEqual(look('48:2::1:2:3'), { ground: '#010203' });
    assert.deepEqual(look('48:2:1:2:3;4:0'), { ground: '#010203' });
    assert.deepEqual(look('44;97'), { ground: 4, color: 15 });
    assert.deepEqual(look('31;'), {});
    assert.deepEqual(look('38;5;31;32'), { color: 2 });
    assert.deepEqual(looks(`${ESC}[31ma\nb\n${ESC}[0mc`), [
      ['a\nb', { color: 1 }],
      ['\nc', {}],
    ]);
  });

  it('are readable, on our backgrounds and on their own', () => {
    const { styles } = styleOf({ color: 226 });
    assert.match(styles['color'] ?? '', /^light-dark\(#[0-9a-f]{6}, #ffff00\)$/);
    assert.doesNotMatch(styles['color'] ?? '', /\(#ffff00/);
    assert.deepEqual(styleOf({ ground: 11 }).styles, { 'background-color': '#e5e510', color: '#000000' });
    assert.deepEqual(styleOf({ ground: '#000080' }).styles, { 'background-color': '#000080', color: '#ffffff' });
    assert.deepEqual(styleOf({ reverse: true, color: 1, ground: 7 }).styles, {
      'background-color': '#cd3131',
      color: '#d0d0d0',
    });
    assert.equal(styleOf({ reverse: true }).classes['reverse'], true);
    for (const wrong of ['38', '38;5', '38;2;999;-4;x', '48;2', '38:5', '4:3', '999', ';;', '38;9;1'])
      assert.ok(styleOf((looks(`${ESC}[${wrong}mx`)[0]?.[1] ?? {}) as TextStyle), wrong);
  });

  it('stop when there are too many, but the text does not', () => {
    const many = `${ESC}[31mx${ESC}[0my`.repeat(20_000);
    const [all] = onScreen([{ kind: 'stdout', text: many }], 100);
    assert.ok(all && 'pieces' in all && all.pieces.length <= 102);
    assert.equal(all.pieces.map((piece) => piece.text).join(''), 'xy'.repeat(20_000));
  });
});

describe('a screen', () => {
  it('has lines that are overwritten', () => {
    assert.equal(text('10%\r20%\r30%\r\nend'), '30%\nend');
    assert.equal(text('100%\r7%'), '7%0%');
    assert.equal(text(`100%\r${ESC}[K7%`), '7%');
    assert.equal(text('abc\b\bX'), 'aXc');
    assert.equal(text('\b\ba\b'), 'a');
    assert.equal(text('naïve 🎉 日本\rN'), 'Naïve 🎉 日本');
    assert.equal(text('🎉日é\b\bx'), '🎉xé');
    assert.equal(text(`one\ntwo\nthree\n${ESC}[2A${ESC}[2KTWO\nend`), 'one\nTWO\nendee\n');
    assert.equal(text(`a\nb\nc${ESC}[F${ESC}[Fx`), 'x\nb\nc');
    assert.equal(text(`ab${ESC}[3Cc`), 'ab   c');
    assert.equal(text(`abcdef${ESC}[3G${ESC}[1Kx${ESC}[9999999999Dy`), 'y xdef');
    assert.equal(text(`abcdef${ESC}[2D${ESC}[X${ESC}7z${ESC}8y`), 'abcdyf');
  });

  it('handles escape sequences that were split', () => {
    assert.deepEqual(shown(['stdout', 'old\n\x1b[2'], ['stdout', 'J\x1b[Hnew\r'], ['stdout', '\nend']), [
      ['stdout', 'new\nend'],
    ]);
  });

  it('is cleared, in every way programs do it', () => {
    for (const clear of [
      `${ESC}[2J${ESC}[H`,
      `${ESC}[H${ESC}[2J${ESC}[3J`,
      `${ESC}c`,
      `${ESC}[H${ESC}[J`,
      `${ESC}[1;1H${ESC}[0J`,
      `${ESC}[?1049h`,
    ])
      assert.equal(text(`old\nlines\n${clear}new`), 'new', JSON.stringify(clear));
    assert.equal(text(`a\nb\nc${ESC}[A\r${ESC}[J`), 'a\n');
    assert.deepEqual(shown(['stdout', 'a\n'], ['note', 'A note.'], ['stderr', `b${ESC}[2J${ESC}[Hc`]), [
      ['stderr', 'c'],
    ]);
  });

  it('is redrawn line by line', () => {
    const frame = (step: number) =>
      `${ESC}[H${Array.from({ length: 20 }, (_, row) => `row ${row} ${step}`).join('\n')}\n`;
    const frames = Array.from({ length: 30 }, (_, step) => frame(step));
    assert.equal(text(`${ESC}[?25l${ESC}[2J${frames.join('')}${ESC}[?25hover`), `${frame(29).slice(3)}over`);
    assert.equal(text(`${ESC}[2J${ESC}[3;5HX${ESC}[1;1HY`), 'Y\n\n    X');
  });

  it('separates kinds, attachments and warnings', () => {
    assert.deepEqual(shown(['stdout', 'a'], ['stderr', 'b\n'], ['stdout', 'c'], ['prompt', '? '], ['answer', 'd\n']), [
      ['stdout', 'a'],
      ['stderr', 'b\n'],
      ['stdout', 'c'],
      ['prompt', '? '],
      ['answer', 'd\n'],
    ]);
    assert.deepEqual(shown(['stderr', `${ESC}[33mcareful\nnow${ESC}[39m\nError: oh\n`], ['stdout', 'on\r']), [
      ['warning', 'careful\nnow\n'],
      ['stderr', 'Error: oh\n'],
      ['stdout', 'on'],
    ]);
    assert.deepEqual(shown(['stdout', 'a\n'], ['note', 'N'], ['stdout', `b${ESC}[5Ac\n`]), [
      ['stdout', 'a\n'],
      ['note', 'N'],
      ['stdout', 'bc\n'],
    ]);
  });

  it('removes all other escapes and control characters', () => {
    assert.equal(text(`${ESC}]0;title\x07a${ESC}[5nb${ESC}(Bcc\x00\x07\x7f\u009bd\n\te${ESC}`), 'abccd\n\te');
  });

  it('needs little time, whatever is printed', () => {
    const long = 'y'.repeat(30_000);
    for (const hostile of [
      '\x1b[',
      '\x1b]',
      '\r',
      '\x1b[0;',
      '\x1b[38;2;',
      'a\r',
      '\x1b]8;;\x1b',
      '\x1b[999Cx\n',
      '\x1b[999B\x1b[999Cx',
      `${long}\x1b[1K`,
      '\x1b[1K',
      'é\u0301\r',
      '\x1b[A\x1b[J\n',
      'x\x1b[9D\x1b[31m',
      '\n',
      '\b',
      '\x1b[9999999999B',
      '\x1b[L\x1b[H\x1b[9999999999G',
    ]) {
      const began = performance.now();
      const printed = long + hostile.repeat(Math.ceil(65_536 / hostile.length));
      assert.ok(text(printed).length < 1_000_000, JSON.stringify(hostile.slice(-20)));
      assert.ok(performance.now() - began < 1_500, `${JSON.stringify(hostile.slice(-20))} took too long`);
    }
  });
});

describe('source locations', () => {
  it('are lines of the program and of nothing else', () => {
    const trace = 'File "main.py", line 3, in f\n  other.py:4 xmain.py:5 main.py:6:7 main.pyx:8';
    assert.deepEqual(
      placesIn(trace, ['main.py']).map(({ from, to, line }) => [trace.slice(from, to), line]),
      [
        ['main.py", line 3', 3],
        ['main.py:6:7', 6],
      ],
    );
    assert.equal(placesIn('a+b.js:1', ['a+b.js']).length, 1);
    assert.equal(placesIn('a.js:1 '.repeat(1000), ['a.js']).length, 200);
    assert.equal(placesIn('a.js:1 '.repeat(1000), ['a.js'], 0).length, 0);
    assert.deepEqual(placesIn(':3', ['']), []);
  });

  it('are found as compilers and interpreters of other languages write them', () => {
    const cases: [name: string, said: string, lines: number[]][] = [
      ['Main.java', 'Main.java:3: error: x\n\tat Main.main(Main.java:5)', [3, 5]],
      ['main.cs', 'main.cs(3,7): error CS1002: ; expected\n   at P.Main() in main.cs:line 9', [3, 9]],
      ['main.go', 'main.go:5:2: undefined: x\n\tmain.go:8 +0x1d', [5, 8]],
      ['main.rs', " --> main.rs:3:5\nthread 'main' panicked at main.rs:4:9:", [3, 4]],
      ['main.kt', 'main.kt:3:5: error: x\n\tat MainKt.main(main.kt:7)', [3, 7]],
      ['main.rb', "main.rb:3:in `f': x (RuntimeError)", [3]],
      ['main.php', 'Parse error: x in main.php on line 3\n#0 main.php(7): f()', [3, 7]],
      ['main.cs', 'main.cs(x) main.cs (3) main.cs(3', []],
    ];
    for (const [name, said, lines] of cases)
      assert.deepEqual(
        placesIn(said, [name]).map(({ line }) => line),
        lines,
        said,
      );
  });

  it('are lines of all files of the room', () => {
    const trace = 'File "lib/a.py", line 3\n a.py:4 (lib/a.py:5:6) ./a.py:7';
    assert.deepEqual(
      placesIn(trace, ['a.py', 'lib/a.py']).map(({ fileName, line }) => [fileName, line]),
      [
        ['lib/a.py', 3],
        ['a.py', 4],
        ['lib/a.py', 5],
      ],
    );
    const error = 'TypeError\n    at f (bank.js:2:3)\n    at main.js:9:1';
    assert.equal(errorPlace(error, ['main.js', 'bank.js'])?.fileName, 'bank.js');
    assert.equal(errorLine(error, 'main.js'), 9);
    const python = '  File "main.py", line 9, in <module>\n  File "bank.py", line 2, in f';
    assert.deepEqual(
      [errorPlace(python, ['main.py', 'bank.py'])?.fileName, errorLine(python, 'main.py')],
      ['bank.py', 9],
    );
  });

  it('of an error are the innermost', () => {
    assert.equal(errorLine('  File "main.py", line 9, in <module>\n  File "main.py", line 2, in f', 'main.py'), 2);
    assert.equal(errorLine('Error\n    at f (main.js:2:3)\n    at main.js:9:1', 'main.js'), 2);
    assert.equal(errorLine('no line', 'main.js'), undefined);
  });

  it('of an error are not those of the warnings before it', () => {
    const warning = '\x1b[33mmain.cpp:3:7: warning: unused variable\nmain.cpp:1:2: note: declared here\x1b[39m\n';
    assert.equal(errorLine(`${warning}${warning}main.cpp:17: terminate called\n`, 'main.cpp'), 17);
    assert.equal(errorLine(warning, 'main.cpp'), undefined);
    // Yellow that a program left on hides nothing.
    assert.equal(errorLine('\x1b[33mcareful\x1b[0m\nmain.cpp:17: \x1b[31mno\x1b[39m', 'main.cpp'), 17);
  });
});

describe('an attachment', () => {
  it('is an image only if its type is known', () => {
    assert.ok(imageUrl('data:image/png;base64,iVBORw0KGgo='));
    for (const wrong of [
      'https://example.org/x.png',
      'data:text/html;base64,PGI+',
      'data:image/png;base64,"><script>',
      'data:image/svg+xml,<svg/>',
      'javascript:alert(1)',
      'data:image/png;base64,',
    ]) {
      assert.equal(imageUrl(wrong), undefined, wrong);
    }
  });

  it('is a table with equal rows, limited in number', () => {
    assert.deepEqual(parseTable('a\tb\n1\t2\n3\n4\t5\t6\n'), {
      head: ['a', 'b'],
      rows: [
        ['1', '2'],
        ['3', ''],
        ['4', '5'],
      ],
      omitted: 0,
    });
    const { rows, head, omitted } = parseTable(`${'\t'.repeat(1000)}\n`.repeat(48));
    assert.ok(head.length <= 50 && rows.length === 47 && omitted === 0);
    assert.equal(parseTable('\n'.repeat(40_000)).rows.length, 500);
  });

  it('is a file with a safe name, and a type that does not open', () => {
    const file = parseFile('../../etc/pass\u202ewd.html\ttext/html\t3\tYWJj');
    assert.equal(file?.name, 'passwd.html');
    assert.equal(file?.content?.type, 'application/octet-stream');
    assert.equal(parseFile('..\ttext/plain\t0\tYQ==')?.name, 'file');
    // Windows has devices of such names, whatever their extension.
    const devices = ['CON', 'aux.txt', 'data/nul', 'com1.tar.gz', 'console.txt'];
    assert.deepEqual(
      devices.map((name) => parseFile(`${name}\ttext/plain\t0\tYQ==`)?.name),
      ['CON-', 'aux-.txt', 'nul-', 'com1-.tar.gz', 'console.txt'],
    );
    assert.equal(parseFile('a.txt\ttext/plain\t5000000\t')?.content, undefined);
    for (const wrong of ['a', 'a\tb\tc\td', 'a\tb\t1\t<>', 'a\tb\t1\tYQ==\tmore'])
      assert.equal(parseFile(wrong), undefined);
  });
});
