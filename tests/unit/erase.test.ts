/** What was deleted is taken off the disk, file by file: one that cannot be rewritten keeps no other. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import initSqlJs from 'sql.js';
import { Eraser } from '../../demo/engine/erase.mjs';

const { Database } = await initSqlJs();
const CANARY = 'canary-5f1c';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'code-room-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('deleted rooms', () => {
  const path = (room: string) => join(folder, `${room}.sqlite`);
  const listed = () => readdirSync(join(folder, 'erasing'));

  /** A file from which something was deleted, and still stands on a free page. */
  function makeRoom(room: string): void {
    const database = new Database();
    database.run('PRAGMA secure_delete = OFF');
    database.run('CREATE TABLE texts (text TEXT)');
    database.run('INSERT INTO texts VALUES (?), (?)', [CANARY.repeat(1_000), 'kept']);
    database.run("DELETE FROM texts WHERE text <> 'kept'");
    writeFileSync(path(room), database.export());
    database.close();
    assert.ok(readFileSync(path(room)).includes(CANARY));
  }

  it('are taken off the disk, whatever else cannot be; the operator hears of that once', async () => {
    const said: string[] = [];
    const eraser = new Eraser(
      folder,
      (room) => `${room}.sqlite`,
      (line) => said.push(line),
    );
    for (const room of ['a', 'c']) makeRoom(room);
    writeFileSync(path('b'), 'this is no database');
    for (const room of ['a', 'b', 'c']) eraser.note(room);
    for (let n = 0; n < 3; n++) await eraser.sweep();
    for (const room of ['a', 'c']) assert.ok(!readFileSync(path(room)).includes(CANARY), room);
    assert.deepEqual(listed(), ['b.sqlite'], 'the next start tries it again');
    assert.equal(said.length, 1);
    assert.match(said[0] ?? '', /b\.sqlite/);
    // Whatever has mended it.
    makeRoom('b');
    await eraser.end();
    assert.deepEqual(listed(), []);
    assert.ok(!readFileSync(path('b')).includes(CANARY));
    assert.ok(!existsSync(`${path('b')}.new`));
  });
});
