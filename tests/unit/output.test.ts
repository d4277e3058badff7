// What a run prints is hearsay: colours are a small set, places are real lines, pictures, tables and files are looked at first.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { styled } from '../../components/output/ansi.js';
import { imageUrl, parseFile, parseTable } from '../../components/output/attachment.js';
import { errorLine, placesIn } from '../../components/output/places.js';

const ESC = '\x1b';
const text = (input: string) =>
  styled(input, 1000)
    .map((piece) => piece.text)
    .join('');

describe('colours', () => {
  it('are sixteen, and bold', () => {
    assert.deepEqual(styled(`a${ESC}[1;31mb${ESC}[0mc${ESC}[92md${ESC}[39me`, 10), [
      { text: 'a', color: undefined, bold: false },
      { text: 'b', color: 1, bold: true },
      { text: 'c', color: undefined, bold: false },
      { text: 'd', color: 10, bold: false },
      { text: 'e', color: undefined, bold: false },
    ]);
    assert.deepEqual(
      styled(`${ESC}[38;5;31ma${ESC}[38;2;31;32;33mb`, 10).map(({ color }) => color),
      [undefined, undefined],
    );
  });

  it('leave no other escape or control behind', () => {
    assert.equal(text(`${ESC}]0;title\x07a${ESC}[2J${ESC}[1;1Hb${ESC}cc\x00\x08\x7f\u009bd\n\te${ESC}`), 'abcd\n\te');
    assert.equal(text('10%\r20%\r30%\r\nend'), '30%\nend');
  });

  it('stop where they are too many, the text does not', () => {
    const many = `${ESC}[31mx${ESC}[0my`.repeat(20_000);
    const pieces = styled(many, 100);
    assert.ok(pieces.length <= 102);
    assert.equal(pieces.map((piece) => piece.text).join(''), 'xy'.repeat(20_000));
  });

  it('cost no more than a glance, whatever is sent', () => {
    for (const hostile of ['\x1b[', '\x1b]', '\r', '\x1b[0;', '\x1b[38;2;', 'a\r', '\x1b]8;;\x1b']) {
      text(hostile.repeat(65_536 / hostile.length));
    }
  });
});

describe('places', () => {
  it('are lines of the program and of nothing else', () => {
    const trace = 'File "main.py", line 3, in f\n  other.py:4 xmain.py:5 main.py:6:7 main.pyx:8';
    assert.deepEqual(
      placesIn(trace, 'main.py').map(({ from, to, line }) => [trace.slice(from, to), line]),
      [
        ['main.py", line 3', 3],
        ['main.py:6:7', 6],
      ],
    );
    assert.equal(placesIn('a+b.js:1', 'a+b.js').length, 1);
    assert.equal(placesIn('a.js:1 '.repeat(1000), 'a.js').length, 200);
    assert.equal(placesIn('a.js:1 '.repeat(1000), 'a.js', 0).length, 0);
    assert.deepEqual(placesIn(':3', ''), []);
  });

  it('of an error are the innermost', () => {
    assert.equal(errorLine('  File "main.py", line 9, in <module>\n  File "main.py", line 2, in f', 'main.py'), 2);
    assert.equal(errorLine('Error\n    at f (main.js:2:3)\n    at main.js:9:1', 'main.js'), 2);
    assert.equal(errorLine('no line', 'main.js'), undefined);
  });
});

describe('what is not text', () => {
  it('is a picture only if it is one of a known kind', () => {
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

  it('is a table of even rows, and not too many', () => {
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

  it('is a file with a safe name, of no type that opens', () => {
    const file = parseFile('../../etc/pass\u202ewd.html\ttext/html\t3\tYWJj');
    assert.equal(file?.name, 'passwd.html');
    assert.equal(file?.content?.type, 'application/octet-stream');
    assert.equal(parseFile('..\ttext/plain\t0\tYQ==')?.name, 'file');
    assert.equal(parseFile('a.txt\ttext/plain\t5000000\t')?.content, undefined);
    for (const wrong of ['a', 'a\tb\tc\td', 'a\tb\t1\t<>', 'a\tb\t1\tYQ==\tmore'])
      assert.equal(parseFile(wrong), undefined);
  });
});
