/** `code-room init` and the command's arguments: what stands in the way is named, and nothing is taken for something else. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

describe('code-room init in a project', () => {
  const path = () => join(folder, 'package.json');
  const has = (about: object) => writeFileSync(path(), JSON.stringify(about));
  const read = () => JSON.parse(readFileSync(path(), 'utf8'));

  for (const name of ['rooms', 'rooms:deploy'])
    it(`writes nothing where it has another script ${name}, and names it`, () => {
      has({ scripts: { [name]: 'node hotel.js', test: 'node --test' } });
      writeFileSync(join(folder, 'wrangler.toml'), '');
      const before = readFileSync(path(), 'utf8');
      assert.throws(
        () => init(folder, quiet, 'wrangler'),
        new RegExp(`already: wrangler\\.toml, the script "${name}" in package\\.json\\. Move or rename it`),
      );
      assert.deepEqual(there(), ['package.json', 'wrangler.toml']);
      assert.equal(readFileSync(path(), 'utf8'), before);
    });

  it('keeps its scripts, and takes its own for what it would write', () => {
    init(folder, quiet, 'wrangler');
    const { scripts } = read();
    for (const entry of there()) rmSync(join(folder, entry), { recursive: true });
    has({ scripts: { test: 'node --test', ...scripts } });
    init(folder, quiet, 'wrangler');
    assert.deepEqual(read().scripts, { test: 'node --test', ...scripts });
  });

  it('does not mind a script that the other engine would have', () => {
    has({ scripts: { 'rooms:deploy': 'node hotel.js' } });
    init(folder, quiet, 'partykit');
    assert.equal(read().scripts['rooms:deploy'], 'node hotel.js');
  });

  it('reads a package.json that begins with a byte order mark, and writes it without', () => {
    writeFileSync(path(), '\uFEFF{\n\t"name": "hotel",\n\t"dependencies": { "partykit": "^0.0.115" }\n}\n');
    const said: string[] = [];
    init(folder, (line) => said.push(line), undefined);
    assert.match(readFileSync(path(), 'utf8'), /^\{\n\t"name": "hotel",\n/);
    assert.ok(there().includes('partykit.json'));
    // Here its own files would be in the way.
    assert.match(said.join('\n'), /npx code-room init --wrangler, in a new folder/);
  });
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
