/** The state folder: which process has it, and what a backup brings back. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  assertUnused,
  claimState,
  copyRooms,
  noteDeleted,
  partyKitFile,
  restoreRooms,
} from '../../demo/engine/state.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'code-room-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a backup', () => {
  const at = (name: string) => join(folder, name);
  const put = (state: string, room: string, text: string) => {
    const path = join(at(state), partyKitFile(room));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  const get = (state: string, room: string) => {
    try {
      return readFileSync(join(at(state), partyKitFile(room)), 'utf8');
    } catch {
      return null; // It is not there.
    }
  };
  /** Times are compared to the millisecond. */
  const later = () => new Promise((resolve) => setTimeout(resolve, 5));
  const remove = async (state: string, room: string) => {
    await later();
    noteDeleted(at(state), partyKitFile(room));
    rmSync(join(at(state), partyKitFile(room)));
    await later();
  };

  it('into which one room is copied later brings no room back that was deleted in between', async () => {
    for (const room of ['gone', 'kept', 'fresh']) put('state', room, 'first');
    copyRooms(at('state'), at('backup'));
    await remove('state', 'gone');
    put('state', 'fresh', 'second');
    copyRooms(at('state'), at('backup'), 'fresh');
    assert.equal(restoreRooms(at('backup'), at('state')).deleted.length, 1);
    assert.deepEqual(
      ['gone', 'kept', 'fresh'].map((room) => get('state', room)),
      [null, 'first', 'second'],
    );
  });

  it('into which all rooms are copied again brings none back that was there before and is deleted', async () => {
    for (const room of ['gone', 'kept']) put('state', room, 'first');
    copyRooms(at('state'), at('backup'));
    await remove('state', 'gone');
    copyRooms(at('state'), at('backup'));
    copyRooms(at('state'), at('backup'));
    assert.equal(restoreRooms(at('backup'), at('state')).deleted.length, 1);
    assert.deepEqual([get('state', 'gone'), get('state', 'kept')], [null, 'first']);
  });

  it('of one room brings it back, where one of the same name had been deleted before', async () => {
    put('state', 'again', 'first');
    copyRooms(at('state'), at('backup'));
    await remove('state', 'again');
    put('state', 'again', 'second');
    copyRooms(at('state'), at('backup'), 'again');
    assert.deepEqual(restoreRooms(at('backup'), at('state'), 'again'), { restored: 1, deleted: [] });
    assert.equal(get('state', 'again'), 'second');
  });
});

describe('a state folder', () => {
  const owner = () => join(folder, 'server.pid');

  it('is free again after a power cut, even if another process has got the number of its server', () => {
    const release = claimState(folder);
    const [, ...life] = readFileSync(owner(), 'utf8').trim().split(' ');
    if (process.platform === 'linux') {
      assert.equal(life.length, 2);
      // A process that is surely there, and is not the one that wrote this.
      writeFileSync(owner(), `${process.ppid} ${life.join(' ')}\n`);
      assertUnused(folder);
      writeFileSync(owner(), `${process.ppid} 0b4d5e0e-0000-4000-8000-000000000000 ${life.at(-1)}\n`);
      assertUnused(folder);
    }
    writeFileSync(owner(), `${process.ppid}\n`);
    assert.throws(() => assertUnused(folder), /is using .*Stop it first/, 'as older versions wrote it');
    release();
  });
});
