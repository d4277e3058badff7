// The lock file has the packages of every system, and no host names.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { VERSION } from '../../party/shared/version.js';

interface Entry {
  resolved?: string;
  version?: string;
  link?: boolean;
  optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };

/** Where a dependency of the package at `path` is found: beside it, or in a folder above. */
function found(path: string, name: string): boolean {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (`${folder}${folder && '/'}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}

describe('lock file', () => {
  it('contains no host name', () => {
    const named = Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined && !entry.link);
    assert.deepEqual(
      named.map(([path]) => path),
      [],
    );
  });

  // npm leaves out the packages of other systems when its registry has none of them, and `npm ci` then fails there.
  it('has the packages of every system', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !found(path, name)),
    );
    assert.deepEqual(missing, []);
  });

  it('has the version that rooms and pages report', () => {
    assert.equal(JSON.parse(readFileSync('package.json', 'utf8')).version, VERSION);
    assert.equal(packages['']?.version, VERSION);
  });
});
