/** Starter code is inserted into a new room once. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { Session } from '../../components/session/session.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;
const session = (index: number): Session => w.sessions[index] as Session;

describe('starter code', () => {
  it('is inserted once, by whoever joins first', async () => {
    const seed = { text: 'print("hi")\n', language: 'python' };
    w = await World.of(3, { seed });
    w.agree('print("hi")\n');
    assert.equal(session(2).document.language, 'python');
  });

  it('does not come back after it was deleted, nor after a crash', async () => {
    w = await World.of(1, { seed: { text: 'x', language: 'python' } });
    w.type(0, '', 0, 1);
    await w.settle();
    w.crash();
    await w.settle();
    await w.join({ seed: { text: 'x', language: 'python' } });
    w.agree('');
  });

  it('of the room’s creator wins over that of the page', async () => {
    w = await World.made({ code: 'made\r\nhere\r\n', language: 'javascript' });
    await w.join({ token: await w.token('candidate'), seed: { text: 'slot', language: 'python' } });
    w.agree('made\nhere\n');
    assert.equal(session(0).document.language, 'javascript');
  });

  it('is in the room when its session is live', async () => {
    const seen: string[] = [];
    w = await World.of(0);
    const joined = w.join({ seed: { text: 'ready\n', language: 'sql' } });
    session(0).addEventListener('status', () => {
      if (session(0).status === 'live') seen.push(w.text(0), session(0).document.language);
    });
    await joined;
    assert.deepEqual(seen, ['ready\n', 'sql']);
  });

  it('that is larger than a file leaves nothing in the room', async () => {
    w = await World.of(1, { seed: { text: 'x'.repeat(60_000), language: 'python' } }, { fileBytes: 40_000 });
    w.agree('');
    assert.deepEqual(w.refusals, ['The starter code is larger than a file may be.']);
    assert.equal(session(0).status, 'live');
  });

  it('of 400 KiB arrives completely', async () => {
    const text = '0123456789abcde\n'.repeat(25_600);
    w = await World.of(2, { seed: { text, language: 'python' } });
    w.agree(text);
  });
});
