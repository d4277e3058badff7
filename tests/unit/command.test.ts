/** `code-room init` and the command's arguments: what stands in the way is named, and nothing is taken for something else. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { init } from '../../components/command/init.mjs';

const COMMAND = resolve('components/command/code-room.mjs');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'code-room-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const quiet = () => {};
const there = () => readdirSync(folder).sort();

describe('code-room init', () => {
  it('writes a project', () => {
    init(folder, quiet, 'wrangler');
    assert.deepEqual(there(), ['.gitignore', 'package.json', 'public', 'room-server.js', 'wrangler.jsonc']);
  });

  for (const [engine, settings] of [
    ['wrangler', 'wrangler.toml'],
    ['wrangler', 'wrangler.json'],
    ['wrangler', 'wrangler.jsonc'],
    ['partykit', 'partykit.json'],
    ['partykit', 'partykit.json5'],
    ['partykit', 'partykit.jsonc'],
  ] as const) {
    it(`writes nothing where ${engine} has ${settings} already: of two settings it would read one`, () => {
      writeFileSync(join(folder, settings), '');
      assert.throws(
        () => init(folder, quiet, engine),
        new RegExp(`^Error: Nothing is written, because there is already: ${settings}\\.`),
      );
      assert.deepEqual(there(), [settings]);
    });
  }
});

describe('the command code-room', () => {
  function refused(...args: string[]): string {
    try {
      execFileSync(process.execPath, [COMMAND, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      return (error as { stderr: string }).stderr;
    }
    return '';
  }

  it('says what it does not take, and how it is used', () => {
    for (const args of [
      ['init', 'my-project'],
      ['assets', 'public', '--out', 'public'],
    ]) {
      const said = refused(...args);
      assert.match(said, new RegExp(`^code-room ${args[0]} takes no name, such as ${args[1]}\\.\\n\\ncode-room init `));
      assert.deepEqual(there(), []);
    }
  });
});
