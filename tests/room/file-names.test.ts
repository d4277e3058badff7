/** Names and languages of files and people: concurrent changes do not overwrite each other. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { Session } from '../../components/session/session.js';
import type { RefusedEvent } from '../../components/session/sync/events.js';
import { World } from './world.js';

// The sessions' timers must not keep the process.
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;

function session(index: number): Session {
  const found = w.sessions[index];
  assert.ok(found);
  return found;
}

const file = (index: number) => {
  const { name, language } = session(index).document;
  return [name, language];
};
const agreed = (...expected: string[]) => {
  for (const index of w.sessions.keys()) assert.deepEqual(file(index), expected);
};

describe('name and language of a file', () => {
  beforeEach(async () => {
    w = await World.of(3);
    session(0).document.describe({ name: 'main.py', language: 'python' });
    await w.settle();
  });

  it('are both kept when two people change one each at the same moment', async () => {
    session(0).document.describe({ name: 'query.sql' });
    session(1).document.describe({ language: 'sql' });
    await w.settle();
    agreed('query.sql', 'sql');
  });

  it('are the same for everybody when two people set them at the same moment', async () => {
    session(0).document.describe({ name: 'a.py' });
    session(1).document.describe({ name: 'b.py' });
    session(2).document.describe({ language: 'lua' });
    await w.settle();
    agreed(...file(0));
    assert.deepEqual([['a.py', 'b.py'].includes(file(0)[0] ?? ''), file(0)[1]], [true, 'lua']);
  });

  it('that were changed offline are sent, without unchanged ones', async () => {
    w.cut(1, true);
    session(1).document.describe({ language: 'sql' });
    session(0).document.describe({ name: 'other.py' });
    await w.settle();
    assert.equal(session(1).saved, false);
    await w.back(1);
    await w.settle();
    agreed('other.py', 'sql');
    assert.equal(session(1).saved, true);
  });

  it('that were changed one after the other offline are sent together', async () => {
    w.cut(1, true);
    session(1).document.describe({ language: 'lua' });
    session(1).document.describe({ name: 'a.sql' });
    session(1).document.describe({ language: 'sql' });
    await w.back(1);
    await w.settle();
    agreed('a.sql', 'sql');
  });

  it('are sent again when the connection was already dead', async () => {
    session(1).document.describe({ name: 'again.py' });
    w.cut(1);
    await w.settle();
    agreed('again.py', 'python');
  });

  it('are sent again when the connection was already dead, even after others’ changes', async () => {
    // The other's change arrives, then the connection turns out to be dead: mine was never heard.
    for (const [mine, theirs, expected] of [
      [{ name: 'mine.py' }, { language: 'lua' }, ['mine.py', 'lua']],
      [{ language: 'sql' }, { name: 'theirs.py' }, ['theirs.py', 'sql']],
      [{ name: ' my\u200b  own.py ' }, { name: 'other.py' }, ['my own.py', 'sql']],
      [{ name: 'x'.repeat(300), language: 'go' }, { name: 'y.py', language: 'go' }, ['x'.repeat(255), 'go']],
    ] as const) {
      session(1).document.describe(mine);
      session(0).document.describe(theirs);
      w.up(0);
      w.down(1);
      assert.equal(session(1).saved, false, `waits for ${JSON.stringify(mine)}`);
      w.cut(1);
      await w.settle();
      agreed(...expected);
      assert.equal(session(1).saved, true);
    }
  });

  it('that were changed offline survive a reload', async () => {
    w.cut(1, true);
    session(1).document.describe({ name: 'kept.py' });
    mock.timers.tick(300);
    await w.reload(1);
    await w.settle();
    agreed('kept.py', 'python');
  });

  it('are reset when the room refuses the change', async () => {
    w.wires[0]?.send({ type: 'describe', document: 1, name: '\u200b', language: '' });
    session(1).document.describe({ language: 'no language' });
    await w.settle();
    agreed('main.py', 'python');
    assert.deepEqual(w.refusals, [
      'Choose another file name: with at least one visible character.',
      'A language id is a short word such as python.',
    ]);
    assert.equal(session(1).saved, true);
  });

  it('are accepted when both are sent, as older pages do', async () => {
    w.wires[0]?.send({ type: 'describe', document: 1, name: 'old.js', language: 'javascript' });
    w.wires[1]?.send({ type: 'describe', document: 1, name: '', language: '' });
    await w.settle();
    agreed('old.js', 'javascript');
  });

  it('can be changed separately in a local room', async () => {
    const alone = new Session({ seed: { text: 'x', language: 'lua' } });
    alone.connect();
    // What makes a local room is fetched first.
    while (alone.status !== 'live') await new Promise((resolve) => setImmediate(resolve));
    alone.document.describe({ name: 'a.lua' });
    assert.deepEqual([alone.document.name, alone.document.language], ['a.lua', 'lua']);
    alone.document.describe({ language: 'sql' });
    assert.deepEqual([alone.document.name, alone.document.language, alone.saved], ['a.lua', 'sql', true]);
    alone.close();
  });

  it('are refused in a local room like in another, also while it has one file', async () => {
    const alone = new Session({ seed: { text: 'x', language: 'lua' } });
    const refused: string[] = [];
    alone.addEventListener('refused', (event) => refused.push((event as RefusedEvent).sentence));
    alone.connect();
    while (alone.status !== 'live') await new Promise((resolve) => setImmediate(resolve));
    alone.document.describe({ name: 'a.lua' });
    for (const name of ['../a.lua', '/etc/passwd', 'a\\b.lua', 'a//b.lua', '\u200b', '\u00e4'.repeat(200)])
      alone.document.describe({ name });
    alone.document.describe({ language: 'no language' });
    assert.deepEqual([alone.document.name, alone.document.language, alone.saved], ['a.lua', 'lua', true]);
    assert.equal(refused.length, 7);
    for (const [index, part] of [
      '..',
      'relative',
      'relative',
      'empty folders',
      'name',
      'too long',
      'short word',
    ].entries())
      assert.ok(refused[index]?.includes(part), refused[index]);
    alone.document.describe({ name: ' my\u200b  own.lua ' });
    assert.equal(alone.document.name, 'my own.lua');
    alone.close();
  });
});

describe("a person's name", () => {
  const called = (index: number) => session(index).self?.name;

  it('changed in one tab is not reset by another tab that was offline', async () => {
    w = await World.of(2, { personKey: 'ann', name: 'Ann' });
    w.cut(1, true);
    session(0).rename('Zed');
    await w.settle();
    await w.back(1);
    await w.settle();
    assert.deepEqual([called(0), called(1)], ['Zed', 'Zed']);
  });

  it('changed while offline is sent after the reconnect', async () => {
    w = await World.of(2, { personKey: 'ann', name: 'Ann' });
    w.cut(1, true);
    session(1).rename('Zed');
    await w.back(1);
    await w.settle();
    assert.deepEqual([called(0), called(1)], ['Zed', 'Zed']);
  });

  it('is sent again when the connection was already dead', async () => {
    w = await World.of(2);
    session(1).rename('Zed');
    w.cut(1);
    await w.settle();
    assert.equal(called(1), 'Zed');
  });

  it('that the room refused is not sent again', async () => {
    w = await World.of(1, { name: 'Ann' });
    session(0).rename('interviewer');
    await w.settle();
    w.cut(0);
    await w.settle();
    assert.equal(called(0), 'Ann');
    assert.equal(w.refusals.length, 1);
  });

  it('set in the room is kept over the token’s name, however often one reconnects', async () => {
    w = await World.made();
    const ann = await w.join({ token: await w.token('candidate', 'Ann') });
    assert.equal(called(ann), 'Ann');
    session(ann).rename('Zed');
    await w.settle();
    for (const lose of [() => w.cut(ann), () => w.crash()]) {
      lose();
      await w.settle();
      assert.equal(called(ann), 'Zed');
    }
  });
});
