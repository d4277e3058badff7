/** What is written in the chat and answered by an AI, in parts. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chatParts } from '../../components/interview/chat-text.js';

const blocks = (text: string) => chatParts(text).flatMap((part) => (part.kind === 'block' ? [part.text] : []));

describe('code in the chat', () => {
  for (const language of [
    '',
    'python',
    'python3',
    'ES6',
    'c++',
    'c#',
    'objective-c',
    'main.py',
    'js ',
    'f90\t',
    'sql\r',
  ])
    it(`is without the name of its language, as ${JSON.stringify(language)}`, () => {
      assert.deepEqual(blocks(`Try:\n\`\`\`${language}\nprint(1)\nprint(2)\n\`\`\`\nor not.`), ['print(1)\nprint(2)']);
    });

  it('keeps a first line that is code', () => {
    assert.deepEqual(blocks('```x = 1\ny = 2```'), ['x = 1\ny = 2']);
    assert.deepEqual(blocks('```print(1)```'), ['print(1)']);
    assert.deepEqual(blocks('```\nx\n```'), ['x']);
    assert.deepEqual(blocks('```python3\n\n  x\n```'), ['\n  x']);
  });

  it('is whole between longer fences', () => {
    const inner = '# Title\n```py\nprint(1)\n```\nend';
    assert.deepEqual(blocks(`Write:\n\`\`\`\`md\n${inner}\n\`\`\`\`\nso.`), [inner]);
    assert.deepEqual(blocks('```\nx\n````\nso'), ['x']);
  });
});

describe('addresses in the chat', () => {
  const links = (text: string) => chatParts(text).flatMap((part) => (part.kind === 'link' ? [part.text] : []));

  for (const [text, ...expected] of [
    ['see https://example.com.', 'https://example.com'],
    ['看 https://example.com。谢谢', 'https://example.com'],
    ['https://example.com．谢谢｡', 'https://example.com'],
    ['看 https://example.com/a。然后', 'https://example.com/a'],
    ['看（https://example.com/a）', 'https://example.com/a'],
    ['「https://example.com/a」、「https://example.com/b」', 'https://example.com/a', 'https://example.com/b'],
    ['https://example.comを見て', 'https://example.com'],
    ['https://example.com:8080を見て', 'https://example.com:8080'],
    ['https://例え.example/資料を', 'https://例え.example/資料を'],
    ['https://пример.рф/а', 'https://пример.рф/а'],
    ['https://bücher.example/ä', 'https://bücher.example/ä'],
    ['https://a.example/x، ثم', 'https://a.example/x'],
    ['\u202bhttps://a.example/x\u202c', 'https://a.example/x'],
    ['देखो https://a.example/x।', 'https://a.example/x'],
    ['«https://a.example/x», “https://a.example/y”', 'https://a.example/x', 'https://a.example/y'],
    ['(https://a.example/x),(https://a.example/y)', 'https://a.example/x', 'https://a.example/y'],
    ['https://en.wikipedia.org/wiki/Heap_(data_structure)', 'https://en.wikipedia.org/wiki/Heap_(data_structure)'],
    [
      '(see https://en.wikipedia.org/wiki/Heap_(data_structure)).',
      'https://en.wikipedia.org/wiki/Heap_(data_structure)',
    ],
    ["https://en.wikipedia.org/wiki/Moore's_law", "https://en.wikipedia.org/wiki/Moore's_law"],
    ["['https://a.example/x','https://a.example/y']", 'https://a.example/x', 'https://a.example/y'],
    ['https://a.example/?q=1&r=[2]#x!', 'https://a.example/?q=1&r=[2]#x'],
    ['HTTPS://A.example/x', 'HTTPS://A.example/x'],
    ['https://localhost:3000/x', 'https://localhost:3000/x'],
    ['https://bank.example@evil.example/x'],
    ['https:// and https://。x and http://a.example'],
    [`https://a.example/${'x'.repeat(20_000)}`],
  ] as const)
    it(`${JSON.stringify(text.slice(0, 80))} has ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(links(text), expected);
      const whole = chatParts(text).map((part) => part.text);
      assert.equal(whole.join(''), text);
    });
});
