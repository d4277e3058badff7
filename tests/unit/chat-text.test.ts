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
});
