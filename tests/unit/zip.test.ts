// Zip files that every unpacker accepts, whatever the names.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { safeName, unixName, zipOf } from '../../party/shared/zip.js';

const NOW = new Date(2026, 10, 28, 19, 47, 30);
const python = spawnSync('python3', ['--version']).status === 0;

/** What the directory of a zip says, read as the format has it. */
function read(bytes: Buffer): { name: string; text: string }[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    const [size, nameLength, local] = [
      bytes.readUInt32LE(at + 24),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt32LE(at + 42),
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const from = local + 30 + bytes.readUInt16LE(local + 26);
    at += 46 + nameLength;
    return { name, text: bytes.toString('utf8', from, from + size) };
  });
}

const bytesOf = async (files: { name: string; text: string }[]) => Buffer.from(zipOf(files, NOW));

it('contains every file under its name, unchanged', async () => {
  const files = [
    { name: 'main.py', text: 'print("Grüße 🌍")\n' },
    { name: 'src/lib/übung.ts', text: '' },
    { name: 'long.txt', text: 'x'.repeat(300_000) },
  ];
  assert.deepEqual(read(await bytesOf(files)), files);
});

it('is accepted by another unpacker, with checksums', {
  skip: python ? false : 'Python is not installed here',
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'));
  const file = join(folder, 'code.zip');
  writeFileSync(
    file,
    await bytesOf([
      { name: 'a/b.py', text: 'ä\n' },
      { name: 'c.sql', text: 'select 1' },
    ]),
  );
  assert.match(spawnSync('python3', ['-m', 'zipfile', '-t', file], { encoding: 'utf8' }).stdout, /Done testing/);
  spawnSync('python3', ['-m', 'zipfile', '-e', file, folder]);
  assert.equal(readFileSync(join(folder, 'a/b.py'), 'utf8'), 'ä\n');
  assert.deepEqual(readdirSync(folder).sort(), ['a', 'c.sql', 'code.zip']);
  rmSync(folder, { recursive: true });
});

it('has no name that leads elsewhere, is empty, or is a duplicate', async () => {
  const names = [
    'main.py',
    'Main.py',
    'main.py',
    '/etc/passwd',
    '../../up.py',
    'C:\\x.txt',
    '',
    'a//b',
    'dots...',
    'new\nline',
  ];
  const given = read(await bytesOf(names.map((name) => ({ name, text: name })))).map(({ name }) => name);
  assert.deepEqual(given, [
    'main.py',
    'Main-2.py',
    'main-3.py',
    'etc/passwd',
    'up.py',
    'C--x.txt',
    'file',
    'a/b',
    'dots',
    'new-line',
  ]);
  // Devices of Windows, with any extension; a Unix server needs the names that its program has.
  const devices = [
    'aux.py',
    'lib/CON.tar.gz',
    'nul',
    'com1/lpt\u00b9 .txt',
    'auxiliary.py',
    'icon.py',
    'com.py',
    'a.con',
  ];
  assert.deepEqual(devices.map(safeName), [
    ...['aux-.py', 'lib/CON-.tar.gz', 'nul-', 'com1-/lpt\u00b9- .txt', 'auxiliary.py', 'icon.py', 'com.py', 'a.con'],
  ]);
  const files = devices.map((name) => ({ name, text: '' }));
  assert.deepEqual(read(Buffer.from(zipOf(files, NOW, unixName))), files);
  assert.equal(unixName('../up.py'), 'up.py');
  assert.equal(safeName('Interview: Ada / Grace?'), 'Interview- Ada/Grace-');
});
