/** Interviewers' decisions and their effect: lobby, lock, end, removal, roles. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import type { Session } from '../../components/session/session.js';
import { CLOSE } from '../../party/shared/protocol.js';
import { encodeClientMessage, type OutgoingMessage } from '../../party/shared/wire/client-message.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;
const session = (index: number): Session => w.sessions[index] as Session;
const INTERVIEWER = 0;

async function enter(role: 'interviewer' | 'candidate' | 'observer', name: string): Promise<number> {
  const index = await w.join({ token: await w.token(role, name) });
  await w.until(() => !['connecting', 'syncing', 'offline'].includes(session(index).status));
  return index;
}

async function decides(action: (standing: Session['standing']) => void): Promise<void> {
  action(session(INTERVIEWER).standing);
  await w.settle();
  await w.settle();
}

describe('in a room with a lobby', () => {
  beforeEach(async () => {
    w = await World.made({ lobby: true, code: 'the task' });
    await enter('interviewer', 'Ada');
  });

  it('a newcomer waits and is sent nothing; interviewers see who it is', async () => {
    const bob = await enter('candidate', 'Bob');
    assert.equal(session(bob).status, 'waiting');
    assert.deepEqual([w.text(bob), session(bob).people.length], ['', 0]);
    assert.deepEqual(
      session(INTERVIEWER).standing.waiting.map(({ name, role }) => [name, role]),
      [['Bob', 'candidate']],
    );
  });

  it('nothing sent from the lobby has an effect', async () => {
    const bob = await enter('candidate', 'Bob');
    const id = session(INTERVIEWER).standing.waiting[0]?.id ?? '';
    for (const message of [
      { type: 'admit', person: id },
      { type: 'describe', document: 1, name: 'x', language: 'sql' },
      { type: 'start', request: 1, document: 1, version: 1, language: 'python' },
      { type: 'end', ended: true },
    ] as const) {
      w.wires[bob]?.send(message);
    }
    await w.settle();
    assert.equal(session(bob).status, 'waiting');
    assert.equal(session(INTERVIEWER).run.current, null);
    assert.deepEqual([session(INTERVIEWER).document.language, session(INTERVIEWER).status], ['python', 'live']);
  });

  it('an admitted person joins, and need not wait again', async () => {
    const bob = await enter('candidate', 'Bob');
    await decides((standing) => standing.admit(standing.waiting[0]?.id ?? ''));
    assert.equal(session(bob).status, 'live');
    assert.deepEqual(session(INTERVIEWER).standing.waiting, []);
    w.type(bob, 'x', 0);
    await w.settle();
    w.agree('xthe task');
    await w.reload(bob);
    await w.until(() => session(bob).status === 'live');
    w.crash();
    await w.until(() => session(bob).status === 'live');
  });

  it('an applicant waits through hibernation, and is admitted afterwards', async () => {
    const bob = await enter('candidate', 'Bob');
    const person = session(INTERVIEWER).standing.waiting[0]?.id ?? '';
    assert.ok(await w.hibernate(), 'it was at rest');
    await decides((standing) => standing.admit(person));
    await w.until(() => session(bob).status === 'live');
    assert.deepEqual(w.refusals, []);
    assert.deepEqual(
      session(INTERVIEWER).people.map(({ name, role }) => [name, role]),
      [
        ['Ada', 'interviewer'],
        ['Bob', 'candidate'],
      ],
    );
    assert.equal(w.wires[bob]?.closeCode, 0);
  });

  it('an idle applicant is disconnected, hibernated or not', async () => {
    w = await World.made({ lobby: true }, { silenceMs: 35_000, waiting: 1 });
    await enter('interviewer', 'Ada');
    const bob = await enter('candidate', 'Bob');
    // Held open: nothing arrives any more, and nobody is told.
    w.wires[bob] = null;
    mock.timers.tick(30_000);
    w.wires[INTERVIEWER]?.send({ type: 'ping', nonce: 1 });
    await w.settle();
    assert.equal(session(INTERVIEWER).standing.waiting.length, 1);
    const wakes = w.clock.alarm - Date.now();
    assert.ok(wakes > 0 && wakes <= 5_001, `the room wakes in ${wakes} ms`);
    mock.timers.tick(wakes);
    await w.lifecycle.wake();
    await w.settle();
    assert.deepEqual(session(INTERVIEWER).standing.waiting, []);
  });

  it('a declined person is disconnected with a sentence, and may ask again', async () => {
    const bob = await enter('candidate', 'Bob');
    await decides((standing) => standing.decline(standing.waiting[0]?.id ?? ''));
    assert.deepEqual([session(bob).status, w.wires[bob]?.closeCode], ['refused', CLOSE.forbidden]);
    assert.match(session(bob).refusal, /has not let you in/);
    assert.equal(session(await enter('candidate', 'Bob')).status, 'waiting');
  });

  it('whoever waits when the room ends is turned away as newcomers are then, and may ask again when it is open again', async () => {
    const bob = await enter('candidate', 'Bob');
    await decides((standing) => standing.end(true));
    assert.deepEqual([session(bob).status, w.wires[bob]?.closeCode], ['ended', CLOSE.gone]);
    assert.match(session(bob).refusal, /has ended/);
    assert.deepEqual(session(INTERVIEWER).standing.waiting, []);
    await decides((standing) => standing.end(false));
    const again = await enter('candidate', 'Bob');
    assert.equal(session(again).status, 'waiting');
    await decides((standing) => standing.admit(standing.waiting[0]?.id ?? ''));
    assert.equal(session(again).status, 'live');
  });

  it('somebody who leaves the lobby disappears from the list', async () => {
    const bob = await enter('candidate', 'Bob');
    w.vanish(bob);
    await w.settle();
    assert.deepEqual(session(INTERVIEWER).standing.waiting, []);
  });

  it('an interviewer who joins later sees the lobby; observers wait too, and see nobody', async () => {
    await enter('candidate', 'Bob');
    const eve = await enter('observer', 'Eve');
    const cat = await enter('interviewer', 'Cat');
    assert.deepEqual(
      session(cat)
        .standing.waiting.map(({ name }) => name)
        .sort(),
      ['Bob', 'Eve'],
    );
    await decides((standing) => standing.admit(standing.waiting.find(({ name }) => name === 'Eve')?.id ?? ''));
    assert.deepEqual([session(eve).status, session(eve).standing.waiting], ['live', []]);
  });

  it('connections of one person in the lobby are limited; when it is full, newcomers get a sentence', async () => {
    w = await World.made({ lobby: true }, { connectionsPerPerson: 2, waiting: 3 });
    await enter('interviewer', 'Ada');
    const codes: (number | undefined)[] = [];
    for (const name of ['Bob', 'Bob', 'Bob', 'Eve', 'Cat'])
      codes.push(w.wires[await enter('candidate', name)]?.closeCode);
    assert.deepEqual(codes, [0, 0, CLOSE.full, 0, CLOSE.full]);
    assert.deepEqual(
      session(INTERVIEWER).standing.waiting.map(({ name }) => name),
      ['Bob', 'Eve'],
    );
  });

  it('messages and token refreshes from the lobby are limited', async () => {
    w = await World.made(
      { lobby: true },
      { messagesPerSecond: 1, messageBurst: 10, returnsPerSecond: 0.001, returnBurst: 2 },
    );
    await enter('interviewer', 'Ada');
    const says = (index: number, message: OutgoingMessage) => {
      w.wires[index]?.send(message);
      w.up(index);
      return w.wires[index]?.closeCode;
    };
    const expires = (index: number) => (w.wires[index]?.state as { expiresAt: number } | null)?.expiresAt;
    for (const [name, bad, renewed] of [
      ['Bob', 1, true],
      ['Eve', 2, false],
    ] as const) {
      const index = await enter('candidate', name);
      const before = expires(index);
      mock.timers.setTime(Date.now() + 60_000);
      const fresh = await w.token('candidate', name);
      for (let n = 0; n < bad; n++) says(index, { type: 'refresh', token: 'no token' });
      says(index, { type: 'refresh', token: fresh });
      // Signatures are verified on another thread, which may have to wait for its turn.
      const turns = renewed ? 100_000 : 100;
      for (let turn = 0; turn < turns && expires(index) === before; turn++)
        await new Promise((resolve) => setImmediate(resolve));
      assert.equal(expires(index) !== before, renewed, name);
      for (let n = 0; n < 10 - bad - 1; n++) assert.equal(says(index, { type: 'ping', nonce: n }), 0);
      assert.equal(says(index, { type: 'ping', nonce: 1 }), CLOSE.flood);
    }
    assert.equal(session(INTERVIEWER).status, 'live');
  });

  it('a flood or malformed frame from the lobby closes its own connection only', async () => {
    const bob = await enter('candidate', 'Bob');
    w.lifecycle.receive(w.wires[bob] as never, new Uint8Array([250, 1]));
    assert.equal(w.wires[bob]?.closeCode, CLOSE.malformed);
    const eve = await enter('observer', 'Eve');
    w.lifecycle.receive(w.wires[eve] as never, new Uint8Array(10_000));
    assert.equal(w.wires[eve]?.closeCode, CLOSE.flood);
    assert.equal(session(INTERVIEWER).status, 'live');
  });
});

describe('a locked room', () => {
  beforeEach(async () => {
    w = await World.made({ code: 'text' });
    await enter('interviewer', 'Ada');
    await enter('candidate', 'Bob');
    await decides((standing) => standing.lock(true));
  });

  it('admits nobody new; people inside can stay and return', async () => {
    assert.deepEqual([session(1).standing.locked, session(1).status], [true, 'live']);
    const eve = await enter('observer', 'Eve');
    assert.deepEqual([session(eve).status, w.wires[eve]?.closeCode], ['refused', CLOSE.forbidden]);
    assert.match(session(eve).refusal, /locked/);
    w.cut(1);
    await w.until(() => session(1).status === 'live');
    await w.reload(1);
    await w.until(() => session(1).status === 'live');
    assert.equal(session(await enter('interviewer', 'Cat')).status, 'live');
  });

  it('admits people again when it is unlocked', async () => {
    await decides((standing) => standing.lock(false));
    assert.equal(session(await enter('observer', 'Eve')).status, 'live');
  });
});

describe('a room that has ended', () => {
  beforeEach(async () => {
    w = await World.made({ code: 'text' });
    await enter('interviewer', 'Ada');
    await enter('candidate', 'Bob');
  });

  it('keeps its text, which nobody can change, with edits in flight or later', async () => {
    // Under way while the room ends.
    w.type(1, 'late ', 0);
    session(INTERVIEWER).standing.end(true);
    w.up(INTERVIEWER);
    await w.settle();
    assert.deepEqual([session(0).status, session(1).status], ['ended', 'ended']);
    assert.equal(session(1).document.editable, false);
    w.agree('text');
    const raw = encodeClientMessage({ type: 'describe', document: 1, name: 'x', language: 'sql' });
    w.lifecycle.receive(w.wires[0] as never, raw);
    await w.settle();
    assert.equal(session(0).document.language, 'python');
    const eve = await enter('observer', 'Eve');
    assert.deepEqual([session(eve).status, w.text(eve)], ['ended', 'text']);
  });

  it('has stopped its run', async () => {
    const ticket = session(1).run.start('python');
    await w.settle();
    await decides((standing) => standing.end(true));
    assert.equal(session(0).run.current?.state, 'stopped');
    w.wires[1]?.send({ type: 'print', run: 1, output: [{ kind: 'stdout', text: 'still here' }] });
    await w.settle();
    assert.deepEqual(session(0).run.current?.output ?? [], []);
    assert.ok(ticket);
  });

  it('can be reopened, also after a restart', async () => {
    await decides((standing) => standing.end(true));
    w.crash();
    await w.until(() => session(1).status === 'ended' && session(0).status === 'ended');
    await decides((standing) => standing.end(false));
    assert.deepEqual([session(1).status, session(1).refusal], ['live', '']);
    w.type(1, 'more ', 0);
    await w.settle();
    w.agree('more text');
  });
});

describe('people who', () => {
  beforeEach(async () => {
    w = await World.made({ code: 'text' });
    await enter('interviewer', 'Ada');
    await enter('candidate', 'Bob');
  });
  const bob = () => session(INTERVIEWER).people.find(({ name }) => name === 'Bob')?.id ?? '';

  it('are removed leave at once, and cannot return with the same key', async () => {
    w.type(1, 'late ', 0);
    session(INTERVIEWER).standing.remove(bob());
    w.up(INTERVIEWER);
    await w.settle();
    assert.deepEqual([session(1).status, w.wires[1]?.closeCode], ['refused', CLOSE.forbidden]);
    assert.equal(w.text(0), 'text');
    const again = await enter('candidate', 'Bob');
    assert.equal(session(again).status, 'refused');
  });

  it('become observers cannot edit, in flight or after a reload, until they are candidates again', async () => {
    w.type(1, 'late ', 0);
    session(INTERVIEWER).standing.assign(bob(), 'observer');
    w.up(INTERVIEWER);
    await w.settle();
    assert.deepEqual([session(1).role, session(1).document.editable, w.text(0)], ['observer', false, 'text']);
    await w.reload(1);
    await w.until(() => session(1).status === 'live');
    assert.equal(session(1).role, 'observer');
    await decides((standing) => standing.assign(bob(), 'candidate'));
    w.type(1, 'now ', 0);
    await w.settle();
    w.agree('now text');
  });

  it('become observers have their run stopped, and its output dropped', async () => {
    const prints = (text: string) => w.wires[1]?.send({ type: 'print', run: 1, output: [{ kind: 'stdout', text }] });
    w.wires[1]?.send({ type: 'start', request: 1, document: 1, version: 0, language: 'python' });
    prints('before');
    await w.settle();
    prints('meanwhile');
    await decides((standing) => standing.assign(bob(), 'observer'));
    prints('after');
    await w.settle();
    const { current } = session(INTERVIEWER).run;
    assert.equal(current?.state, 'stopped');
    assert.match(JSON.stringify(current?.output), /before/);
    assert.doesNotMatch(JSON.stringify(current?.output), /after/);
  });

  it('are not interviewers never become one, and interviewers keep their role', async () => {
    await decides((standing) => standing.assign(bob(), 'interviewer' as 'candidate'));
    await decides((standing) => standing.remove(session(INTERVIEWER).self?.id ?? ''));
    await decides((standing) => standing.assign(session(INTERVIEWER).self?.id ?? '', 'observer'));
    assert.deepEqual([session(0).role, session(1).role, session(0).status], ['interviewer', 'candidate', 'live']);
    assert.equal(w.refusals.length, 3);
  });

  it('have no right to decide are refused', async () => {
    const observer = await enter('observer', 'Eve');
    for (const who of [1, observer]) {
      w.refusals.length = 0;
      const { standing } = session(who);
      standing.lock(true);
      standing.end(true);
      standing.remove(session(INTERVIEWER).self?.id ?? '');
      standing.assign(bob(), 'observer');
      standing.admit(bob());
      standing.decline(bob());
      await w.settle();
      assert.equal(w.refusals.length, 6);
    }
    assert.deepEqual([session(0).standing.locked, session(0).standing.ended], [false, false]);
  });
});
