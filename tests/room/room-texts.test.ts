/** What the activity log takes for text of the room: copies within it are never called external. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { Text } from '@codemirror/state';
import { RoomTexts } from '../../components/interview/room-texts.js';
import { postChatMessage } from '../../components/session/sync/entries.js';
import { RefusedEvent } from '../../components/session/sync/events.js';
import { dropTabStorage, makeTabStorage } from '../fixtures/tab-storage.js';
import { World } from './world.js';

// The sessions' timers must not keep the process.
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

const CODE = 'def add(a, b):\n    return a - b\n\nprint(add(1, 2))\n';
const BETTER = '    return sum(number for number in (a, b))\n';

let w: World;
let ben: number;
let end: AbortController;

const session = (index: number) => {
  const found = w.sessions[index];
  assert.ok(found);
  return found;
};
const texts = () => new RoomTexts(session(ben), 'room', end.signal);
const knows = (room: RoomTexts, text: string) => room.know(text, session(ben).document, session(ben).document.text);

/** What the room has answered, once all that is on its way has arrived. */
async function settled(asked: Promise<unknown>): Promise<void> {
  let over = false;
  const done = () => {
    over = true;
  };
  void asked.then(done, done);
  // A part of the session may be loaded first.
  while (!over) {
    await new Promise((resolve) => setImmediate(resolve));
    await w.settle();
  }
  await asked;
}

describe('texts of a room', () => {
  beforeEach(async () => {
    w = await World.made({ code: CODE, ai: 'allowed' });
    ben = await w.join({ token: await w.token('candidate', 'Ben'), name: 'Ben' });
    await w.settle();
    end = new AbortController();
  });
  afterEach(() => {
    end.abort();
    dropTabStorage();
  });

  it('are files and the chat, whatever their spaces are, and nothing else', async () => {
    await settled(postChatMessage(session(ben).documents, 'Is this the one: sorted(numbers, reverse=True)?', 'all'));
    const room = texts();
    assert.ok(knows(room, 'return a-b\nprint( add(1, 2) )'));
    assert.ok(knows(room, 'sorted(numbers,\n\treverse=True)'));
    assert.ok(!knows(room, 'sorted(numbers, reverse=False)'));
  });

  it('are answers of the AI', async () => {
    const token = await w.token('candidate', 'Ben');
    const begun = await w.command({ type: 'consult', token, run: 'run-1', step: 'begin', text: 'How do I add?' });
    assert.ok(begun.ok);
    const { question } = begun.value;
    const text = `Like this:\n\`\`\`python\n${BETTER}\`\`\``;
    await w.command({ type: 'consult', token, run: 'run-1', question, step: 'end', text, state: 'done', sentence: '' });
    await w.settle();
    assert.ok(knows(texts(), BETTER));
  });

  it('are what is proposed: a place, and all of them as they are copied', async () => {
    const bot = await w.join({ token: await w.token('assistant', 'Bot'), name: 'Bot' });
    const [above, below] = ['# one that adds\n', '# and what it prints\n'];
    const changes = [0, CODE.length].map((at, index) => ({ from: at, to: at, insert: index ? below : above }));
    await settled(session(bot).propose({ changes }));
    const room = texts();
    for (const text of ['# and what it prints', '# one that adds\n\n# and what it prints\n'])
      assert.ok(knows(room, text));
  });

  it('are those that the room did not take, which are offered to be copied', () => {
    const room = texts();
    assert.ok(!knows(room, BETTER));
    session(ben).dispatchEvent(new RefusedEvent('lost', 'They were lost.', BETTER));
    assert.ok(knows(room, BETTER));
  });

  it('are what was copied before a reload, the newest where it is too much', () => {
    const kept = new Map<string, string>();
    const sessionStorage = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => kept.set(name, value),
    };
    Object.defineProperty(globalThis, 'sessionStorage', { value: sessionStorage, configurable: true });
    const room = texts();
    room.remember('an older one that is short');
    room.remember('x'.repeat(150_000));
    room.remember('y'.repeat(150_000));
    room.remember(BETTER);
    room.keep();
    const again = texts();
    assert.ok(knows(again, BETTER) && knows(again, 'yyy'));
    // What is too long keeps nothing else out.
    assert.ok(knows(again, 'an older one that is short'));
    assert.ok(!knows(again, 'xxx'));
  });

  it('are nowhere in the tab once the room is deleted, also where that is heard at a reload', async () => {
    const kept = makeTabStorage();
    const room = texts();
    room.remember(BETTER);
    room.keep();
    const before = [...kept];
    assert.equal(before.length, 1);
    await w.command({ type: 'delete', token: await w.token('interviewer') });
    await settled(Promise.resolve());
    assert.equal(session(ben).status, 'ended');
    assert.deepEqual([kept.size, knows(room, BETTER)], [0, false]);
    for (const [name, value] of before) kept.set(name, value);
    assert.equal(knows(texts(), BETTER), false);
    assert.equal(kept.size, 0);
  });

  it('are forgotten at a reload where a page may keep nothing', () => {
    const room = texts();
    room.remember(BETTER);
    room.keep();
    assert.ok(!knows(texts(), BETTER));
  });

  it('are those before an edit came', () => {
    const before = Text.of(['nothing']);
    assert.ok(!texts().know('print(add(1, 2))', session(ben).document, before));
  });
});
