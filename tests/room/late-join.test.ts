/** Late joiners get everything that is there. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { Session } from '../../components/session/session.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;
const session = (index: number): Session => w.sessions[index] as Session;

describe('a late joiner', () => {
  it('who was admitted before the disk had written goes back with the room after a crash, and keeps their own edits', async () => {
    w = await World.of(2);
    w.storage.instant = false;
    w.type(1, 'not on disk');
    w.up(1);
    w.down(1);
    await w.reload(0);
    for (let frames = 0; frames < 9; frames++) w.down(0);
    assert.deepEqual([session(0).status, w.text(0)], ['live', 'not on disk']);
    w.type(0, '!');
    w.up(0);
    w.down(0);
    w.vanish(1);
    w.crash();
    await w.settle();
    w.agree('!');
    assert.deepEqual(w.refusals, []);
  });

  it('sees text, people, cursors, and the run with its output', async () => {
    w = await World.of(2);
    w.type(0, 'print(1)');
    await w.settle();
    session(0).document.point(3, 3);
    const ticket = await w.run(0);
    ticket.print('stdout', '1\n');
    await w.settle();
    const late = await w.join();
    w.agree('print(1)');
    assert.equal(w.output(late), '1\n');
    assert.deepEqual([session(late).run.current?.state, session(late).run.current?.by], ['running', 'Guest 1']);
    assert.equal([...session(late).document.cursors.values()][0]?.head, 3);
  });
});
