/** Edits arrive everywhere exactly once, while others write, reload or are offline. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import type { Session } from '../../components/session/session.js';
import { CLOSE } from '../../party/shared/protocol.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;
const session = (index: number): Session => w.sessions[index] as Session;

describe('two people', () => {
  beforeEach(async () => {
    w = await World.of(2);
  });

  it('type at the same position, and both see the same text', async () => {
    w.type(0, 'hi');
    await w.settle();
    w.type(0, 'X', 2);
    w.type(1, 'Y', 2);
    await w.settle();
    w.agree('hiXY');
  });

  it('reload while offline, and what was written there is sent later, once', async () => {
    w.type(0, 'shared');
    await w.settle();
    w.cut(0, true);
    w.type(0, ' and kept', 6);
    mock.timers.tick(300);
    await w.reload(0);
    assert.deepEqual([w.text(0), session(0).saved, session(0).unsaved], ['shared and kept', false, 1]);
    await w.settle();
    w.agree('shared and kept');
    await w.reload(0);
    await w.settle();
    w.agree('shared and kept');
  });

  it('delete the same word once', async () => {
    w.type(0, 'one two');
    await w.settle();
    w.type(0, '', 3, 4);
    w.type(1, '', 3, 4);
    await w.settle();
    w.agree('one');
  });

  it('write while offline, and both texts are kept', async () => {
    w.type(0, 'shared');
    await w.settle();
    w.cut(0);
    w.type(0, '[a]', 0);
    w.type(1, '[b]');
    assert.equal(session(0).status, 'offline');
    assert.equal(session(0).saved, false);
    await w.settle();
    w.agree('[a]shared[b]');
  });

  it('keep what they wrote when the room crashes before it is durable', async () => {
    w.storage.instant = false;
    w.type(0, 'a');
    w.type(1, 'b');
    for (const i of [0, 1]) {
      w.up(i);
      w.down(0);
      w.down(1);
    }
    w.crash();
    await w.settle();
    assert.equal([...w.text(0)].sort().join(''), 'ab');
    w.agree();
  });

  it('see each other’s names, cleaned, also after a change', async () => {
    assert.deepEqual(w.names(0), ['Guest 1', 'Guest 2']);
    session(1).rename('  Bob\u202e ');
    await w.settle();
    assert.deepEqual(w.names(0), ['Bob', 'Guest 1']);
    session(1).rename('\u200b');
    await w.settle();
    assert.deepEqual(w.refusals, [
      'Choose another name: one with a visible character, and without a word such as Interviewer, You or Room.',
    ]);
    assert.deepEqual(w.names(0), ['Bob', 'Guest 1']);
  });

  it('see each other’s cursors, moved along by edits', async () => {
    w.type(0, 'hello world');
    await w.settle();
    session(1).document.point(6, 11);
    await w.settle();
    const cursor = () => [...session(0).document.cursors.values()][0];
    assert.deepEqual([cursor()?.anchor, cursor()?.head, cursor()?.person.name], [6, 11, 'Guest 2']);
    w.type(0, '>> ', 0);
    assert.deepEqual([cursor()?.anchor, cursor()?.head], [9, 14]);
    await w.settle();
    let told = 0;
    session(0).document.addEventListener('cursors', () => told++);
    w.type(1, '!', 14);
    await w.settle();
    assert.equal(told, 1);
    assert.equal(cursor()?.head, 15, 'typing moves the cursor without a message of its own');
    w.vanish(1);
    await w.settle();
    assert.equal(session(0).document.cursors.size, 0);
  });

  it('share language and file name', async () => {
    session(0).document.describe({ name: 'a.js', language: 'javascript' });
    await w.settle();
    assert.deepEqual([session(1).document.name, session(1).document.language], ['a.js', 'javascript']);
  });

  it('share a paste of 300 KiB', async () => {
    const text = 'äöü\n'.repeat(43_000);
    w.type(0, text);
    await w.settle();
    w.agree(text);
  });

  it('detect a diverged copy, and lose nothing when it is repaired', async () => {
    w.type(0, 'same');
    await w.settle();
    // Drift cannot be made from outside: the room's own text is changed behind its back instead.
    const room = [...(await w.existing()).documents.values()][0];
    assert.ok(room);
    room.text = ChangeSet.of({ from: 0, to: 4, insert: 'SAME!' }, 4).apply(room.text);
    room.durable = { version: room.version, text: room.text };
    mock.timers.tick(3_001);
    await w.settle();
    assert.deepEqual([w.text(0), w.text(1)], ['SAME!', 'SAME!']);
  });
});

describe('a submission', () => {
  it('that arrives twice is applied once', async () => {
    w = await World.of(2);
    const submission = {
      type: 'submit',
      document: 1,
      base: 0,
      sequence: 1,
      change: ChangeSet.of({ from: 0, insert: 'once' }, 0),
    } as const;
    w.wires[1]?.send(submission);
    w.wires[1]?.send(submission);
    await w.settle();
    assert.equal(w.text(0), 'once');
  });

  it('based on a future version, or on one before the sender’s own last edit, makes its sender catch up', async () => {
    for (const base of [99, 0]) {
      w = await World.of(2);
      w.type(1, 'a');
      await w.settle();
      const change = ChangeSet.of({ from: 0, insert: 'b' }, base === 0 ? 0 : 1);
      w.wires[1]?.send({ type: 'submit', document: 1, base, sequence: 2, change });
      w.up(1);
      assert.equal(w.wires[1]?.closeCode, CLOSE.tryAgain);
      assert.equal(w.text(0), 'a');
    }
  });
});
