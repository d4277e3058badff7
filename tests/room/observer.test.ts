/** An observer changes nothing, whatever its page sends. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import type { Session } from '../../components/session/session.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;
const session = (index: number): Session => w.sessions[index] as Session;

describe('an observer', () => {
  beforeEach(async () => {
    w = await World.made({ code: 'text' });
    await w.join({ token: await w.token('interviewer') });
    await w.join({ token: await w.token('observer') });
  });

  it('sees in the session that nothing can be edited', () => {
    assert.deepEqual([session(1).role, session(1).document.editable, session(1).saved], ['observer', false, true]);
  });

  it('cannot edit, whatever the page sends', async () => {
    w.type(1, 'forged', 0);
    await w.settle();
    w.agree('text');
    assert.match(w.refusals[0] ?? '', /As observer you can watch/);
  });

  it('cannot run, stop, seed or rename the file', async () => {
    await assert.rejects(w.run(1), /As observer/);
    await w.run(0);
    for (const message of [
      { type: 'stop', run: 1 },
      { type: 'describe', document: 1, name: 'x', language: 'sql' },
      { type: 'seed', document: 1, language: 'sql', text: 'x', more: false },
    ] as const) {
      w.wires[1]?.send(message);
    }
    await w.settle();
    mock.timers.tick(3_000);
    await w.settle();
    assert.equal(session(0).run.current?.state, 'running');
    assert.equal(session(0).document.language, 'python');
  });
});
