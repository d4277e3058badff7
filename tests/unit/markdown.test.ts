/** Parsing a task's Markdown: what is supported, what stays text, and texts that are too hard. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Block, type Inline, readMarkdown } from '../../components/brief/markdown.js';

const inline = (text: string): Inline[] => {
  const [first] = readMarkdown(text);
  assert.ok(first?.kind === 'paragraph', JSON.stringify(first));
  return first.content;
};

/** All words in order. */
function words(of: readonly (Block | Inline)[]): string {
  return of
    .map((part): string => {
      if (typeof part === 'string') return part;
      if (part.kind === 'list') return part.items.map(({ content }) => words(content)).join(' ');
      if (part.kind === 'table') return [part.head, ...part.rows].flat().map(words).join(' ');
      if ('content' in part) return words(part.content);
      return 'text' in part ? part.text : '';
    })
    .join('');
}

describe('the Markdown of a task', () => {
  for (const [text, expected] of [
    ['plain words', ['plain words']],
    [
      '*a* __b__ ~~c~~',
      [
        { kind: 'emphasis', content: ['a'] },
        ' ',
        { kind: 'strong', content: ['b'] },
        ' ',
        { kind: 'struck', content: ['c'] },
      ],
    ],
    ['one\ntwo', ['one', { kind: 'break' }, 'two']],
    ['`a < b` \\*kept\\*', [{ kind: 'code', text: 'a < b' }, ' *kept*']],
    ['&lt;b&gt; &#65; &#x42; &nope;', ['<b> A B &nope;']],
    ['&constructor; &toString;', ['&constructor; &toString;']],
    ['a `b\nc` d', ['a ', { kind: 'code', text: 'b c' }, ' d']],
    ['<b onclick="x">bold</b>', ['<b onclick="x">bold</b>']],
    ['[site](https://a.example/x "t")', [{ kind: 'link', url: 'https://a.example/x', content: ['site'] }]],
    ['<https://a.example>', [{ kind: 'link', url: 'https://a.example', content: ['https://a.example'] }]],
    [
      'see https://a.example.',
      ['see ', { kind: 'link', url: 'https://a.example', content: ['https://a.example'] }, '.'],
    ],
    [
      '看 https://a.example/x。然后',
      ['看 ', { kind: 'link', url: 'https://a.example/x', content: ['https://a.example/x'] }, '。然后'],
    ],
    [
      '看（www.a.example/x_(y)）。**看**',
      [
        '看（',
        { kind: 'link', url: 'https://www.a.example/x_(y)', content: ['www.a.example/x_(y)'] },
        '）。',
        { kind: 'strong', content: ['看'] },
      ],
    ],
    [
      '**http://a.example/x** ~~http://a.example~~',
      [
        { kind: 'strong', content: [{ kind: 'link', url: 'http://a.example/x', content: ['http://a.example/x'] }] },
        ' ',
        { kind: 'struck', content: [{ kind: 'link', url: 'http://a.example', content: ['http://a.example'] }] },
      ],
    ],
    [
      '[see https://a.example/x](https://b.example)',
      [{ kind: 'link', url: 'https://b.example', content: ['see https://a.example/x'] }],
    ],
    // No part of a host is a link to another host.
    [
      'https://www.bücher.example',
      [{ kind: 'link', url: 'https://www.bücher.example', content: ['https://www.bücher.example'] }],
    ],
    ['https://bank.example@evil', ['https://bank.example@evil']],
    ['https://word', ['https://word']],
    ['a@b.example', [{ kind: 'link', url: 'mailto:a@b.example', content: ['a@b.example'] }]],
    ['[mail](mailto:a@b.example)', [{ kind: 'link', url: 'mailto:a@b.example', content: ['mail'] }]],
    ['[bad](javascript:alert)', ['bad']],
    ['[bad](JAVASCRIPT:alert)', ['bad']],
    ['[bad](data:text/html,x)', ['bad']],
    ['[near](/r/room)', ['near']],
    ['![cat](data:image/png;base64,AAAA)', [{ kind: 'image', url: 'data:image/png;base64,AAAA', alt: 'cat' }]],
    ['![cat](https://a.example/cat.png)', [{ kind: 'image', url: '', alt: 'cat' }]],
    ['![x](data:image/svg+xml;base64,AAAA)', [{ kind: 'image', url: '', alt: 'x' }]],
  ] as [string, Inline[]][])
    it(`${JSON.stringify(text)} is parsed`, () => assert.deepEqual(inline(text), expected));

  it('has headings, lists, quotes, tables, code and rules', () => {
    const text = [
      '# Bank *account*',
      '',
      '1. first',
      '2. second',
      '   - inner',
      '',
      '- [x] done',
      '- [ ] open',
      '',
      '> quoted',
      '> more',
      '',
      '| a | b |',
      '|---|---|',
      '| 1 | `2` |',
      '',
      '```py title',
      'def f():',
      '    return "*"',
      '```',
      '',
      '---',
      '',
      '[name]: https://a.example',
      '',
      '[by name][name], [name]',
    ].join('\n');
    const [heading, ordered, tasks, quote, table, code, rule, links] = readMarkdown(text);
    assert.deepEqual(heading, {
      kind: 'heading',
      level: 1,
      content: ['Bank ', { kind: 'emphasis', content: ['account'] }],
    });
    assert.ok(ordered?.kind === 'list' && ordered.ordered && ordered.start === 1 && ordered.items.length === 2);
    assert.equal(words([ordered]), 'first secondinner');
    assert.ok(tasks?.kind === 'list');
    assert.deepEqual(
      tasks.items.map(({ done }) => done),
      [true, false],
    );
    assert.equal(words([tasks]), 'done open');
    assert.deepEqual(quote, {
      kind: 'quote',
      content: [{ kind: 'paragraph', content: ['quoted', { kind: 'break' }, 'more'] }],
    });
    assert.deepEqual(table, { kind: 'table', head: [['a'], ['b']], rows: [[['1'], [{ kind: 'code', text: '2' }]]] });
    assert.deepEqual(code, { kind: 'code', language: 'py', text: 'def f():\n    return "*"' });
    assert.deepEqual(rule, { kind: 'rule' });
    assert.ok(links?.kind === 'paragraph');
    assert.equal(links.content.filter((part) => typeof part === 'object' && part.kind === 'link').length, 2);
  });

  for (const [says, text, head, rows] of [
    ['in front', '|  | a | b |\n|---|---|---|\n| x |  | 2 |', [[], ['a'], ['b']], [[['x'], [], ['2']]]],
    [
      'at the end',
      '| a | b |\n|---|---|\n| x | |\n| y ||',
      [['a'], ['b']],
      [
        [['x'], []],
        [['y'], []],
      ],
    ],
    ['without outer bars', 'a || c\n---|---|---\n1 | | 3', [['a'], [], ['c']], [[['1'], [], ['3']]]],
  ] as const)
    it(`keeps empty cells of a table, ${says}`, () =>
      assert.deepEqual(readMarkdown(text), [{ kind: 'table', head, rows }]));

  it('takes a bar behind a backslash for a bar everywhere in a table, and nowhere else', () => {
    const text =
      '`a \\| b`\n\n|a|b|\n|-|-|\n|`c \\| d` **`e\\|`**|x \\| [y](https://a.b/\\|) <https://c.d/\\|>|\n\n`f \\| g`';
    const link = (url: string, words = url) => ({ kind: 'link', url, content: [words] });
    const code = (words: string) => ({ kind: 'code', text: words });
    assert.deepEqual(readMarkdown(text), [
      { kind: 'paragraph', content: [code('a \\| b')] },
      {
        kind: 'table',
        head: [['a'], ['b']],
        rows: [
          [
            [code('c | d'), ' ', { kind: 'strong', content: [code('e|')] }],
            ['x | ', link('https://a.b/|', 'y'), ' ', link('https://c.d/|')],
          ],
        ],
      },
      { kind: 'paragraph', content: [code('f \\| g')] },
    ]);
  });

  it('keeps the space where code in a quote goes on in the next line', () => {
    const content = [{ kind: 'code', text: 'one two' }];
    assert.deepEqual(readMarkdown('> `one\n> two`'), [{ kind: 'quote', content: [{ kind: 'paragraph', content }] }]);
  });

  for (const [says, text] of [
    ['stars', '*a_'.repeat(21_000)],
    ['brackets', '['.repeat(60_000)],
    ['quotes in quotes', `${'>'.repeat(60_000)} x`],
    ['lists in lists', `${'- '.repeat(30_000)}x`],
    ['backticks', Array.from({ length: 340 }, (_, n) => '`'.repeat(n + 1)).join(' ')],
    ['open links', '[a](b'.repeat(12_000)],
    ['entities', '&#'.repeat(30_000)],
  ] as const)
    it(`of 64 KiB of ${says} keeps every word`, () => {
      const read = readMarkdown(text);
      assert.ok(words(read).length >= text.length * 0.9, `${words(read).length} of ${text.length}`);
    });

  const hard = '*a_'.repeat(21_000);
  for (const [says, before, after = ''] of [
    ['a fence that has one of its marks behind it', '``` `\n'],
    ['a fence behind a tab', '\t```\n'],
    ['a fence behind four spaces', 'x\n    ```\n'],
    ['the fence of a list item', '- ```\n'],
    ['an indented fence in a list item', '- x\n  ```\n- y\n\nz\n'],
    ['a fence that ends one behind a space', ' ```\n```\n'],
    ['a fence that ends one behind a space after a list', '- x\n ```\n```\n'],
    ['a fence in a comment', '<!--\n```\n-->\n'],
    ['a fence in a comment behind spaces', 'x\n\n  <!--\n```\n-->\n'],
    ['a fence in HTML', '<script>\n```\n</script>\n'],
    ['a fence with words in a fence', '```\n```js\n```\n'],
    ['a fence with another space behind it in a fence', '```\n```\u00a0\n```\n'],
    ['a shorter fence in a fence', '````\n```\n````\n'],
    ['another fence in a fence', '~~~\n```\n~~~\n'],
    ['lines of a space that ends no paragraph', '', '\u00a0'],
  ])
    it(`behind ${says} is not too hard either`, () => {
      const line = after ? hard.replace(/.{3000}/g, `$&\n${after}\n`) : hard;
      const began = performance.now();
      const read = words(readMarkdown(`${before}${line}`));
      assert.ok(performance.now() - began < 500, `${performance.now() - began} ms`);
      assert.ok(read.includes('*a_'.repeat(900)), 'it was not parsed');
    });

  it('of quotes and lists in turns is not too hard either', () => {
    const began = performance.now();
    const text = `${'>- '.repeat(20_000)}x`;
    assert.deepEqual(readMarkdown(text), [{ kind: 'paragraph', content: [text] }]);
    assert.ok(performance.now() - began < 500);
  });

  it('may have long code, in fences of every kind', () => {
    const code = '- - - - - - - - - - - - - - - - - - x\n'.repeat(2_000).trimEnd();
    for (const [before, after = ''] of [
      ['*a*\n```js\n', '\n```\n*b*'],
      ['~~~ `a`\n', '\n~~~~  \n*b*'],
      ['````\n```\n', '\n````\n\n```\n*b*\n```'],
      ['- x\n\ny\n  ```\n', '\n   ```\n*b*'],
      ['> q\n```\n', '\n```\n*b*'],
      ['- a\n- b\n\n```\n', '\n```\n*b*'],
      ['```\n<!--\n', '\n```\n*b*'],
      ['```\n'],
    ] as const) {
      const found = readMarkdown(before + code + after).find((one) => one.kind === 'code' && one.text.includes(code));
      assert.ok(found, JSON.stringify(before));
    }
  });

  it('may have large pictures, wherever their address stands', () => {
    const url = `data:image/png;base64,${'iVBO/Rw0+Kgo'.repeat(3_300)}==`;
    const picture = { kind: 'image', url, alt: 'a cat' };
    for (const [text, expected] of [
      [`# Cats\n\n![a cat](${url})`, ['heading', 'paragraph']],
      [`> - ![a cat](${url}) *here*`, ['quote']],
      [`| a |\n|---|\n| ![a cat](${url}) |`, ['table']],
      [`# Cats\n\n![a cat][cat]\n\n[cat]: ${url}`, ['heading', 'paragraph']],
    ] as const) {
      const began = performance.now();
      const read = readMarkdown(text);
      assert.ok(performance.now() - began < 500, `${performance.now() - began} ms`);
      assert.deepEqual(
        read.map(({ kind }) => kind),
        expected,
      );
      assert.ok(JSON.stringify(read).includes(JSON.stringify(picture)), text.slice(0, 40));
    }
  });

  it('of pictures in great number, or beside what is hard, is not too hard either', () => {
    const url = `data:image/png;base64,${'A'.repeat(60)}`;
    for (const text of [
      `![a](${url})`.repeat(700),
      `[![a](${url}`.repeat(700),
      `${'['.repeat(3_900)}![a](${url.padEnd(60_000, 'A')})`,
      `${'*a_'.repeat(21_000)}![a](${url})`,
      '![a](data:image/a;base64,'.repeat(2_600),
      '[a]: data:image/a;base64,AA'.repeat(2_400),
    ]) {
      const began = performance.now();
      readMarkdown(text);
      assert.ok(performance.now() - began < 500, `${performance.now() - began} ms: ${text.slice(0, 40)}`);
    }
  });

  it('never throws, whatever the text', () => {
    for (const text of [
      '',
      '\n\n',
      '```',
      '```js',
      '| a',
      '- ',
      '1.',
      '[',
      '![](',
      '\\',
      '&#x110000;',
      '# ',
      '\0',
      '[a]: ',
      '<!-- x',
      '<?php',
      '~~~\n',
    ])
      assert.doesNotThrow(() => readMarkdown(text), JSON.stringify(text));
  });
});
