/** Names that pass for a role or for somebody else. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { passesForRole, toldApart } from '../../party/likeness.js';
import { cleanName } from '../../party/shared/names.js';

describe('a candidate is not called', () => {
  for (const name of [
    'Interviewer',
    'INTERVIEWER',
    'lnterviewer',
    '1nterv1ewer',
    'Inter viewer',
    'I-n-t-e-r-v-i-e-w-e-r',
    'Íntërviewer',
    'Ｉｎｔｅｒｖｉｅｗｅｒ',
    'Intеrviеwеr',
    'Intervievver',
    'Ada (Interviewer)',
    'Observer',
  ]) {
    it(name, () => assert.ok(passesForRole(cleanName(name, 64), 'candidate')));
  }
});

describe('anybody may be called', () => {
  for (const name of ['Ada', 'Candida', 'Viewer', 'Владимир', '李小龙', 'Inter Milan', '🙂']) {
    it(name, () => assert.ok(!passesForRole(name, 'candidate')));
  }
  it('what they are', () => assert.ok(!passesForRole('Interviewer Ada', 'interviewer')));
});

it('two of one name are told apart, by their looks and not by their letters', () => {
  assert.equal(toldApart('Ada', ['Bob'], 64), 'Ada');
  assert.equal(toldApart('Ada', ['Ada'], 64), 'Ada (2)');
  assert.equal(toldApart('Аdа', ['Ada', 'Ada (2)'], 64), 'Аdа (3)');
  assert.equal(toldApart('x'.repeat(64), ['x'.repeat(64)], 64), `${'x'.repeat(60)} (2)`);
});
