/** What waits for the activity log of a room: it is said with when it was, once, and by nobody else. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { ActivityQueue } from '../../components/interview/activity-queue.js';
import { postChatMessage, postFocus, startFocus } from '../../components/session/sync/entries.js';
import { ACTIVITY_LIMITS, type ActivityEntry, type Noticed, readActivity } from '../../party/shared/activity.js';
import { dropTabStorage, makeTabStorage } from '../fixtures/tab-storage.js';
import { World } from './world.js';

const MADE = Date.UTC(2026, 0, 1);
// The sessions' timers must not keep the process.
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: MADE });

const PASTE: Noticed = { kind: 'paste', characters: 312, lines: 14, file: 'main.py', line: 12, seconds: 0 };

let w: World;
let ada: number;
let ben: number;
let end: AbortController;
let kept: Map<string, string>;

const session = (index: number) => {
  const found = w.sessions[index];
  assert.ok(found);
  return found;
};
const queueOf = (index = ben) => new ActivityQueue(session(index), 'room', end.signal);
const log = (): ActivityEntry[] => readActivity(session(ada).documents.activity.text.toString());
const times = () => log().map(({ at, until, count }) => [(at - MADE) / 1_000, (until - MADE) / 1_000, count]);

/** What is on its way arrives, and parts that are loaded first are there. */
async function settle(): Promise<void> {
  for (let n = 0; n < 5; n++) {
    await new Promise((resolve) => setImmediate(resolve));
    await w.settle();
  }
}

async function after(seconds: number): Promise<void> {
  mock.timers.tick(seconds * 1_000);
  await settle();
}

async function settled(asked: Promise<unknown>): Promise<void> {
  await settle();
  await asked;
}

describe('what waits for the activity log', () => {
  beforeEach(async () => {
    mock.timers.setTime(MADE);
    w = await World.made({ log: 'full' });
    ada = await w.join({ token: await w.token('interviewer', 'Ada'), name: 'Ada' });
    ben = await w.join({ token: await w.token('candidate', 'Ben'), name: 'Ben' });
    await settle();
    end = new AbortController();
    kept = makeTabStorage();
  });
  afterEach(() => {
    end.abort();
    dropTabStorage();
  });

  it('is said at once, and nothing of it is kept, outside private time', async () => {
    queueOf().add(PASTE);
    await settle();
    assert.deepEqual([times(), kept.size], [[[0, 0, 1]], 0]);
  });

  it('is said after private time with when it was: what lies apart stays apart', async () => {
    const queue = queueOf();
    await settled(startFocus(session(ben), 10));
    queue.add(PASTE);
    await after(120);
    queue.add(PASTE);
    await after(60);
    assert.deepEqual(log(), []);
    await settled(postFocus(session(ben).documents, { end: true }));
    assert.deepEqual(times(), [
      [0, 0, 1],
      [120, 120, 1],
    ]);
    assert.equal(kept.size, 0);
  });

  it('is said after a reload in the middle of private time', async () => {
    const queue = queueOf();
    await settled(startFocus(session(ben), 10));
    queue.add(PASTE);
    await settle();
    end.abort();
    end = new AbortController();
    await after(60);
    queueOf();
    await settled(postFocus(session(ben).documents, { end: true }));
    assert.deepEqual([times(), kept.size], [[[0, 0, 1]], 0]);
  });

  it('is said when the connection is back', async () => {
    const queue = queueOf();
    w.cut(ben);
    queue.add(PASTE);
    await after(100);
    await settle();
    assert.equal(session(ben).status, 'live');
    assert.deepEqual(times(), [[0, 0, 1]]);
  });

  it('is said a little later by somebody who has just posted much', async () => {
    const queue = queueOf();
    let refused = false;
    while (!refused) {
      const asked = postChatMessage(session(ben).documents, 'Look!', 'all').catch(() => {
        refused = true;
      });
      await settled(asked);
    }
    queue.add(PASTE);
    await settle();
    assert.deepEqual(log(), []);
    await after(5);
    await after(5);
    assert.deepEqual(times(), [[0, 0, 1]]);
  });

  it('is not said where the room does not take it, and what comes then is', async () => {
    const queue = queueOf();
    queue.add({ ...PASTE, characters: -1 });
    queue.add(PASTE);
    await settle();
    assert.deepEqual([times(), kept.size], [[[0, 0, 1]], 0]);
  });

  it('is not said at another time than it was, where that is long ago', async () => {
    const queue = queueOf();
    await settled(startFocus(session(ben), 10));
    queue.add(PASTE);
    end.abort();
    end = new AbortController();
    const [[name = '', value = ''] = []] = [...kept];
    const at = Date.now() - (ACTIVITY_LIMITS.lateSeconds + 1) * 1_000;
    kept.set(name, JSON.stringify((JSON.parse(value) as object[]).map((one) => ({ ...one, at }))));
    queueOf();
    await settled(postFocus(session(ben).documents, { end: true }));
    assert.deepEqual([log(), kept.size], [[], 0]);
  });

  it('is never said of somebody else in the same tab', async () => {
    const queue = queueOf();
    const cleo = await w.join({ token: await w.token('candidate', 'Cleo'), name: 'Cleo' });
    await settle();
    await settled(startFocus(session(ben), 10));
    queue.add(PASTE);
    await settle();
    queueOf(cleo);
    await settle();
    assert.deepEqual([log(), kept.size], [[], 1]);
    await settled(postFocus(session(ben).documents, { end: true }));
    assert.deepEqual(
      log().map(({ name }) => name),
      ['Ben'],
    );
  });

  it('is nowhere in the tab once the room is deleted', async () => {
    const queue = queueOf();
    await settled(startFocus(session(ben), 10));
    queue.add(PASTE);
    kept.set('code-room:noticed:room:someone', '[]');
    assert.equal(kept.size, 2);
    await w.command({ type: 'delete', token: await w.token('interviewer') });
    await settle();
    assert.equal(session(ben).status, 'ended');
    assert.equal(kept.size, 0);
  });

  it('is forgotten at a reload where a page may keep nothing', async () => {
    Reflect.deleteProperty(globalThis, 'sessionStorage');
    queueOf().add(PASTE);
    await settle();
    assert.deepEqual(times(), [[0, 0, 1]]);
  });
});
