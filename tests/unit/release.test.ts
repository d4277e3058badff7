// A release gives the unreleased changes their version, and leaves room for the next ones.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { withVersion } from '../../demo/build/release.mjs';

describe('a release', () => {
  it('heads the unreleased changes with its version and day', () => {
    const changes = '# Changelog\n\n## Unreleased\n\n- New.\n\n## 0.1.0\n\n- Old.\n';
    assert.equal(
      withVersion(changes, '0.2.0', '2027-01-02'),
      '# Changelog\n\n## Unreleased\n\n## 0.2.0 (2027-01-02)\n\n- New.\n\n## 0.1.0\n\n- Old.\n',
    );
  });

  it('is none without changes, and none twice', () => {
    const none = '# Changelog\n\n## Unreleased\n\n## 0.1.0\n\n- Old.\n';
    assert.throws(() => withVersion(none, '0.2.0', '2027-01-02'), /nothing/);
    assert.throws(() => withVersion(readFileSync('CHANGELOG.md', 'utf8'), '0.1.0', '2027-01-02'), /already/);
  });
});
