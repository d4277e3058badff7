/** The language of a file by its name, where the page has registered languages that rooms do not know. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { registeredLanguage, renamed } from '../../components/run/file-language.js';
import { registerLanguage } from '../../components/runner/languages/registry.js';
import { testProgram } from '../../components/tests/test-program.js';

describe('the language of a file', () => {
  before(() => {
    const run = () => Promise.resolve(undefined);
    registerLanguage({ id: 'loud', label: 'Loud', extension: 'LOUD', run });
    registerLanguage({ id: 'quiet', label: 'Quiet', run });
    registerLanguage({ id: 'python3', label: 'Python 3', extension: 'py', run });
  });

  it('is a registered one by its extension, where rooms do not know that', () => {
    assert.deepEqual(registeredLanguage('x.loud'), { language: 'loud' });
    assert.deepEqual(registeredLanguage('x.Quiet'), { language: 'quiet' });
    for (const name of ['x.py', 'x.txt', 'x.unknown', 'loud', 'x', 'x.constructor'])
      assert.deepEqual(registeredLanguage(name), {}, name);
  });

  it('follows a new name', () => {
    for (const [name, before, language, expected] of [
      ['x.loud', 'main.py', 'python', 'loud'],
      ['x.py', 'x.loud', 'loud', 'python'],
      ['x.py', 'x.loud', 'python3', undefined],
      ['main.js', '', '', 'javascript'],
      ['main.py', '', '', undefined],
      ['x.txt', 'x.loud', 'loud', 'plaintext'],
      ['x.csv', 'x.loud', 'loud', undefined],
      ['y.py', 'x.py', 'lua', undefined],
    ] as const)
      assert.deepEqual(
        renamed(name, { name: before, language }),
        { name, ...(expected && { language: expected }) },
        `${before} → ${name}`,
      );
  });

  it('is that of tests of it, too', () => {
    const tested = testProgram(
      { name: 'a', kind: 'io', file: 'x.loud', stdin: '', stdout: '' },
      { files: [{ name: 'x.loud', text: 'x' }], entry: 'main.py', language: 'python', tests: [] },
    );
    assert.ok('request' in tested, JSON.stringify(tested));
    assert.equal(tested.request.language, 'loud');
  });
});
