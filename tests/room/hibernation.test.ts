/** Hibernation: a room that left memory is restored with everybody and everything. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { Session } from '../../components/session/session.js';
import { CLOSE } from '../../party/shared/protocol.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;
const session = (index: number): Session => w.sessions[index] as Session;

describe('a hibernated room', () => {
  /** Until nothing waits: output is passed on, then kept. */
  const pauses = async () => {
    for (let n = 0; n < 2; n++) {
      mock.timers.tick(2_100);
      await w.settle();
    }
  };
  const wakes = async () => assert.ok(await w.hibernate(), 'it was at rest');

  it('restores everybody with role, name and cursor', async () => {
    w = await World.made({ code: 'text' });
    await w.join({ token: await w.token('interviewer'), name: 'Ann' });
    await w.join({ token: await w.token('observer'), name: 'Bob' });
    session(0).document.point(1, 3);
    await w.settle();
    await wakes();
    await w.lifecycle.exist();
    await wakes();
    w.type(1, 'forged', 0);
    w.type(0, 'more ', 0);
    await w.settle();
    w.agree('more text');
    assert.match(w.refusals[0] ?? '', /As observer you can watch/);
    const late = await w.join({ token: await w.token('candidate'), name: 'Cy' });
    assert.deepEqual(w.names(late), ['Ann', 'Bob', 'Cy']);
    assert.deepEqual(w.names(0), w.names(late));
    // Behind what Ann has just written.
    assert.equal([...session(late).document.cursors.values()][0]?.head, 5);
    assert.deepEqual(
      w.wires.map((wire) => wire?.closeCode),
      [0, 0, 0],
    );
  });

  it('refuses actions of people whose access has expired meanwhile', async () => {
    w = await World.made();
    await w.join({ token: await w.token('candidate') });
    await wakes();
    mock.timers.tick(11 * 60_000);
    w.type(0, 'late');
    await w.settle();
    assert.match(w.refusals[0] ?? '', /Your access has run out/);
    assert.equal((await w.existing()).documents.get(1)?.text.toString(), '');
  });

  it('disconnects connections without state, so that they join anew', async () => {
    w = await World.of(2);
    w.type(1, 'mine');
    const wire = w.wires[1];
    assert.ok(wire);
    wire.state = null;
    await wakes();
    while (wire.up.length > 0) wire.deliverUp();
    await w.lifecycle.exist();
    assert.equal(wire.closeCode, CLOSE.tryAgain);
    assert.equal((await w.existing()).documents.get(1)?.text.toString(), '');
    await w.settle();
    w.agree('mine');
  });

  it('disconnects everybody to retry when it cannot be loaded, and writes nothing', async () => {
    w = await World.of(2);
    w.type(0, 'precious');
    await w.settle();
    const read = w.storage.read.bind(w.storage);
    w.storage.read = () => Promise.reject(new Error('unreadable'));
    await wakes();
    w.type(0, '!');
    w.up(0);
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    assert.deepEqual(
      w.wires.map((wire) => wire?.closeCode),
      [CLOSE.tryAgain, CLOSE.tryAgain],
    );
    w.storage.read = read;
    await w.settle();
    w.agree('precious!');
  });

  it('keeps its run, and ends it when the page that carries it out leaves', async () => {
    w = await World.of(2);
    const ticket = await w.run(0);
    ticket.print('stdout', 'before\n');
    await pauses();
    await wakes();
    await w.settle();
    mock.timers.tick(20_000);
    ticket.print('stdout', 'after\n');
    mock.timers.tick(100);
    await w.settle();
    assert.deepEqual([session(1).run.current?.state, w.output(1)], ['running', 'before\nafter\n']);
    await pauses();
    await wakes();
    w.vanish(0);
    await w.settle();
    assert.equal(session(1).run.current?.state, 'interrupted');
  });

  it('does not take the rest of starter code for its beginning', async () => {
    w = await World.of(1);
    const part = { type: 'seed', document: 1, language: 'python' } as const;
    w.wires[0]?.send({ ...part, text: 'first half, ', more: true });
    w.up(0);
    await wakes();
    w.wires[0]?.send({ ...part, text: 'second half', more: false });
    await w.settle();
    w.agree('');
    w.wires[0]?.send({ ...part, text: 'whole', more: false });
    await w.settle();
    w.agree('whole');
  });

  it('does not drop old starts because it hibernates often', async () => {
    w = await World.of(2);
    w.cut(1, true);
    w.type(1, '[away]', 0);
    for (let nap = 0; nap < 600; nap++) {
      w.type(0, nap % 80 ? 'x' : '\n');
      await w.settle();
      await wakes();
    }
    await w.back(1);
    await w.settle();
    w.agree();
    assert.match(w.text(0), /\[away\]/);
    assert.deepEqual(w.refusals, []);
  });
});
