/** What a room promises to the people in it, each promise a test; in memory, with the time in our hands. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { ChangeSet, Text } from '@codemirror/state';
import type { RunTicket } from '../../components/session/run/run-log.js';
import { Session } from '../../components/session/session.js';
import { readLogChunk } from '../../party/document/log-chunk.js';
import { CLOSE } from '../../party/shared/protocol.js';
import { encodeClientMessage } from '../../party/shared/wire/client-message.js';
import { Reader } from '../../party/shared/wire/codec.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;
const session = (index: number): Session => w.sessions[index] as Session;
const names = (index: number): string[] =>
  session(index)
    .people.map((person) => person.name)
    .sort();
const output = (index: number): string =>
  (session(index).run.current?.output ?? []).map((piece) => piece.text).join('');

async function run(index: number): Promise<RunTicket> {
  const ticket = session(index).run.start('python');
  await w.settle();
  return ticket;
}

describe('two people', () => {
  beforeEach(async () => {
    w = await World.of(2);
  });

  it('write at the same place, and both see the same', async () => {
    w.type(0, 'hi');
    await w.settle();
    w.type(0, 'X', 2);
    w.type(1, 'Y', 2);
    await w.settle();
    w.agree('hiXY');
  });

  it('reload while cut off, and what was written meanwhile is sent later, once', async () => {
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

  it('write while cut off, and both texts survive', async () => {
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

  it('keep what they wrote when the room crashes before it is on disk', async () => {
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

  it('see each other by name, and each other’s new names, cleaned', async () => {
    assert.deepEqual(names(0), ['Guest 1', 'Guest 2']);
    session(1).rename('  Bob\u202e ');
    await w.settle();
    assert.deepEqual(names(0), ['Bob', 'Guest 1']);
    session(1).rename('\u200b');
    await w.settle();
    assert.deepEqual(w.refusals, [
      'Choose another name: one with a visible character, and without a word such as Interviewer, You or Room.',
    ]);
    assert.deepEqual(names(0), ['Bob', 'Guest 1']);
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

  it('of whom one pastes 300 KiB share it', async () => {
    const text = 'äöü\n'.repeat(43_000);
    w.type(0, text);
    await w.settle();
    w.agree(text);
  });

  it('find out when a copy has drifted, and lose nothing in its repair', async () => {
    w.type(0, 'same');
    await w.settle();
    // Drift cannot be made from outside: the room's own text is changed behind its back instead.
    const room = [...(await existing()).documents.values()][0];
    assert.ok(room);
    room.text = ChangeSet.of({ from: 0, to: 4, insert: 'SAME!' }, 4).apply(room.text);
    room.durable = { version: room.version, text: room.text };
    mock.timers.tick(3_001);
    await w.settle();
    assert.deepEqual([w.text(0), w.text(1)], ['SAME!', 'SAME!']);
  });
});

async function existing() {
  const existence = await w.lifecycle.exist();
  assert.ok(existence.kind === 'kept');
  return existence.room;
}

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
  it('based on a version of the future, or before the sender’s own last, sends its sender to catch up', async () => {
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

describe('starter code', () => {
  it('is put in once, whoever comes first', async () => {
    const seed = { text: 'print("hi")\n', language: 'python' };
    w = await World.of(3, { seed });
    w.agree('print("hi")\n');
    assert.equal(session(2).document.language, 'python');
  });
  it('does not come back when it was deleted, nor after a crash', async () => {
    w = await World.of(1, { seed: { text: 'x', language: 'python' } });
    w.type(0, '', 0, 1);
    await w.settle();
    w.crash();
    await w.settle();
    await w.join({ seed: { text: 'x', language: 'python' } });
    w.agree('');
  });
  it('of the room’s maker counts, not that of the page', async () => {
    w = await World.made({ code: 'made\r\nhere\r\n', language: 'javascript' });
    await w.join({ token: await w.token('candidate'), seed: { text: 'slot', language: 'python' } });
    w.agree('made\nhere\n');
    assert.equal(session(0).document.language, 'javascript');
  });
  it('stands in the room when its session says that it is live', async () => {
    const seen: string[] = [];
    w = await World.of(0);
    const joined = w.join({ seed: { text: 'ready\n', language: 'sql' } });
    session(0).addEventListener('status', () => {
      if (session(0).status === 'live') seen.push(w.text(0), session(0).document.language);
    });
    await joined;
    assert.deepEqual(seen, ['ready\n', 'sql']);
  });
  it('that is larger than a file leaves nothing of it in the room', async () => {
    w = await World.of(1, { seed: { text: 'x'.repeat(60_000), language: 'python' } }, { fileBytes: 40_000 });
    w.agree('');
    assert.deepEqual(w.refusals, ['The starter code is larger than a file may be.']);
    assert.equal(session(0).status, 'live');
  });
  it('of 400 KiB arrives whole', async () => {
    const text = '0123456789abcde\n'.repeat(25_600);
    w = await World.of(2, { seed: { text, language: 'python' } });
    w.agree(text);
  });
});

describe('a late joiner', () => {
  it('who was let in before the disk had written goes back with the room after a crash, and keeps what is theirs', async () => {
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
    const ticket = await run(0);
    ticket.print('stdout', '1\n');
    await w.settle();
    const late = await w.join();
    w.agree('print(1)');
    assert.equal(output(late), '1\n');
    assert.deepEqual([session(late).run.current?.state, session(late).run.current?.by], ['running', 'Guest 1']);
    assert.equal([...session(late).document.cursors.values()][0]?.head, 3);
  });
});

describe('a run', () => {
  beforeEach(async () => {
    w = await World.of(2);
  });

  it('is seen by both as it goes, and how it ended', async () => {
    const ticket = await run(0);
    ticket.print('stdout', 'one\n');
    ticket.print('stderr', 'two\n');
    ticket.finish('done', 12);
    mock.timers.tick(100);
    await w.settle();
    for (const index of [0, 1]) {
      const current = session(index).run.current;
      assert.deepEqual([current?.state, current?.durationMs, output(index)], ['done', 12, 'one\ntwo\n']);
      assert.equal(current?.mine, index === 0);
    }
  });
  it('is the only one', async () => {
    await run(0);
    await assert.rejects(run(1), /A program is already running/);
  });
  it('is stopped by anyone', async () => {
    const ticket = await run(0);
    session(1).run.stop();
    await w.settle();
    assert.ok(ticket.signal.aborted);
    ticket.finish('stopped', 5);
    await w.settle();
    assert.equal(session(1).run.current?.state, 'stopped');
  });
  it('is ended by the room when the page that runs does not obey', async () => {
    await run(0);
    session(1).run.stop();
    await w.settle();
    mock.timers.tick(2_001);
    await w.settle();
    assert.equal(session(1).run.current?.state, 'stopped');
  });
  it('ends as interrupted when its page is closed', async () => {
    await run(0);
    w.vanish(0);
    await w.settle();
    assert.equal(session(1).run.current?.state, 'interrupted');
  });
  it('goes on through a lost connection, and nothing it printed is lost', async () => {
    const ticket = await run(0);
    w.cut(0);
    ticket.print('stdout', 'meanwhile\n');
    await w.settle();
    mock.timers.tick(20_000);
    await w.settle();
    assert.deepEqual([session(1).run.current?.state, output(1)], ['running', 'meanwhile\n']);
  });
  it('ends as interrupted when the connection stays lost', async () => {
    await run(0);
    w.cut(0);
    w.wires[0] = null;
    mock.timers.tick(10_001);
    await w.settle();
    assert.equal(session(1).run.current?.state, 'interrupted');
  });
  it('survives a crash of the room with what it had printed', async () => {
    const ticket = await run(0);
    ticket.print('stdout', 'before\n');
    await w.settle();
    mock.timers.tick(2_001);
    await w.settle();
    w.crash();
    await w.settle();
    ticket.print('stdout', 'after\n');
    mock.timers.tick(100);
    await w.settle();
    assert.deepEqual([session(1).run.current?.state, output(1)], ['running', 'before\nafter\n']);
  });
  it('shares 64 KiB of output and says that there was more', async () => {
    const ticket = await run(0);
    for (let n = 0; n < 30; n++) ticket.print('stdout', 'x'.repeat(10_000));
    mock.timers.tick(100);
    await w.settle();
    assert.ok(output(1).length < 70_000);
    assert.match(output(1), /More output followed/);
  });
  it('cannot be fed by somebody else', async () => {
    await run(0);
    w.wires[1]?.send({ type: 'print', run: 1, output: [{ kind: 'stdout', text: 'forged' }] });
    w.wires[1]?.send({ type: 'finish', run: 1, state: 'done', durationMs: 1 });
    await w.settle();
    assert.deepEqual([session(0).run.current?.state, output(0)], ['running', '']);
  });
});

describe('a run whose page is away', () => {
  beforeEach(async () => {
    w = await World.of(2);
  });

  it('is stopped in time, however often Stop is pressed meanwhile', async () => {
    await run(0);
    w.cut(0, true);
    for (let presses = 0; presses < 3; presses++) {
      session(1).run.stop();
      await w.settle();
      mock.timers.tick(700);
    }
    await w.settle();
    assert.equal(session(1).run.current?.state, 'stopped');
  });
  it('hears of the Stop when it comes back', async () => {
    const ticket = await run(0);
    w.cut(0, true);
    session(1).run.stop();
    await w.settle();
    await w.back(0);
    await w.settle();
    assert.ok(ticket.signal.aborted);
  });
});

describe('a run of one’s own', () => {
  it('is stopped at once although the room is out of reach, and the room hears of it later', async () => {
    w = await World.of(2);
    const ticket = await run(0);
    w.cut(0, true);
    session(0).run.stop();
    assert.ok(ticket.signal.aborted);
    ticket.finish('stopped', 7);
    await w.back(0);
    await w.settle();
    assert.deepEqual([session(1).run.current?.state, session(1).run.current?.durationMs], ['stopped', 7]);
  });
  it('ends with its room', async () => {
    w = await World.made();
    await w.join({ token: await w.token('candidate') });
    const ticket = await run(0);
    await w.command({ type: 'delete', token: await w.token('interviewer') });
    w.down(0);
    assert.deepEqual([session(0).run.current?.state, ticket.signal.aborted], ['interrupted', true]);
  });
});

describe('output', () => {
  beforeEach(async () => {
    w = await World.of(1);
  });

  it('in thousands of pieces is kept, and edits are saved after it', async () => {
    const ticket = await run(0);
    for (let n = 0; n < 4_000; n++) ticket.print(n % 2 ? 'stdout' : 'stderr', 'x');
    ticket.finish('done', 1);
    mock.timers.tick(100);
    await w.settle();
    w.type(0, 'saved');
    await w.settle();
    w.agree('saved');
  });
  it('without text is dropped', async () => {
    await run(0);
    w.wires[0]?.send({
      type: 'print',
      run: 1,
      output: Array.from({ length: 9_000 }, () => ({ kind: 'stdout' as const, text: '' })),
    });
    await w.settle();
    assert.equal(session(0).run.current?.output.length, 0);
  });
});

describe('a session', () => {
  it('says nothing before the room has answered its hello, and says then what still counts', async () => {
    w = await World.of(2);
    w.cut(1, true);
    const away = session(1);
    const asked: unknown[] = [];
    away.addEventListener('status', () => {
      if (away.status !== 'syncing') return;
      away.document.describe({ language: 'sql' });
      away.rename('Renamed');
      away.run.start('python').catch((error: Error) => asked.push(error.message));
    });
    await w.back(1);
    await w.settle();
    assert.deepEqual([away.status, session(0).document.language], ['live', 'sql']);
    assert.deepEqual(names(0), ['Guest 1', 'Renamed']);
    assert.deepEqual(asked, ['The room is not connected. Try again when it is.']);
  });
  it('is refused at once a room whose name is none', () => {
    for (const room of ['a/b', '../x', '#', ' ', 'é', 'x'.repeat(65)]) {
      const lost = new Session({ host: 'http://world', room });
      lost.connect();
      assert.equal(lost.status, 'refused', room);
      assert.match(lost.refusal, /1 to 64 letters/);
    }
  });
  it('can leave and come again at once', async () => {
    w = await World.of(1);
    session(0).close();
    session(0).connect();
    session(0).close();
    session(0).connect();
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(session(0).status, 'connecting');
  });
  it('fetches no token after it has left', async () => {
    let asked = 0;
    const getToken = async () => {
      asked++;
      const claims = btoa(JSON.stringify({ sub: 'x', iat: Date.now() / 1000, exp: Date.now() / 1000 + 2 }));
      return `e30.${claims}.x`;
    };
    const lonely = new Session({
      host: 'http://world',
      room: 'world',
      getToken,
      transport: () => ({ send: () => {}, reconnect: () => {}, close: () => {} }),
    });
    lonely.connect();
    lonely.close();
    await new Promise((resolve) => setImmediate(resolve));
    mock.timers.tick(60_000);
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(asked, 1);
  });
  it('does not bring back a name that was changed in another tab', async () => {
    w = await World.of(2, { personKey: 'ann', name: 'Ann' });
    session(0).rename('Zed');
    await w.settle();
    w.cut(1);
    await w.settle();
    assert.deepEqual(names(0), ['Zed']);
  });
});

describe('an observer', () => {
  beforeEach(async () => {
    w = await World.made({ code: 'text' });
    await w.join({ token: await w.token('interviewer') });
    await w.join({ token: await w.token('observer') });
  });

  it('is told by the element’s session that nothing can be edited', () => {
    assert.deepEqual([session(1).role, session(1).document.editable, session(1).saved], ['observer', false, true]);
  });
  it('cannot edit, whatever the page sends', async () => {
    w.type(1, 'forged', 0);
    await w.settle();
    w.agree('text');
    assert.match(w.refusals[0] ?? '', /As observer you can watch/);
  });
  it('cannot run, stop, seed or rename the file', async () => {
    await assert.rejects(run(1), /As observer/);
    await run(0);
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

describe('the handshake', () => {
  it('opens a made room only with a token for it', async () => {
    w = await World.made();
    await w.join();
    assert.deepEqual([session(0).status, w.wires[0]?.closeCode], ['refused', CLOSE.unauthorized]);
    const other = await World.made();
    const foreign = await other.token('interviewer');
    await w.join({ token: foreign });
    assert.equal(w.wires[1]?.closeCode, CLOSE.unauthorized);
    await w.join({ token: await w.token('candidate', 'Ann') });
    assert.deepEqual([session(2).status, names(2)], ['live', ['Ann']]);
  });
  it('does not open to an expired token, and one that expires inside makes the room read-only', async () => {
    w = await World.made();
    const token = await w.token('candidate');
    await w.join({ token });
    mock.timers.tick(11 * 60_000);
    w.type(0, 'late');
    await w.settle();
    assert.match(w.refusals[0] ?? '', /Your access has run out/);
    assert.deepEqual([w.text(0), session(0).saved, session(0).document.editable], ['late', false, false]);
    await w.lifecycle.wake();
    await w.settle();
    assert.deepEqual([session(0).status, w.wires[0]?.closeCode], ['refused', CLOSE.unauthorized]);
    assert.deepEqual([w.text(0), session(0).document.editable], ['late', false]);
    session(0).setToken(await w.token('candidate'));
    w.cut(0);
    await w.until(() => session(0).status === 'live');
    w.agree('late');
    await w.join({ token });
    assert.equal(w.wires[1]?.closeCode, CLOSE.unauthorized);
  });
  it('takes a fresh token from somebody inside, for the same person only', async () => {
    w = await World.made();
    await w.join({ token: await w.token('candidate', 'Ann') });
    mock.timers.tick(9 * 60_000);
    session(0).setToken(await w.token('interviewer'));
    await w.until(() => w.refusals.length > 0);
    assert.match(w.refusals[0] ?? '', /somebody else/);
    const expiry = async () => [...(await existing()).roster.connections.values()][0]?.expiresAt ?? 0;
    const before = await expiry();
    session(0).setToken(await w.token('candidate', 'Ann'));
    let now = before;
    await w.until(() => {
      void expiry().then((expiresAt) => {
        now = expiresAt;
      });
      return now > before;
    });
    mock.timers.tick(5 * 60_000);
    w.type(0, 'still here');
    await w.settle();
    w.agree('still here');
  });
  it('closes on those who say nothing, too much, or something else', async () => {
    w = await World.of(1);
    const closes = async (frames: Uint8Array[], wait = 0): Promise<number> => {
      let code = 0;
      const close = (given: number): void => {
        code = given;
      };
      const peer = { state: null, send: () => {}, close };
      w.lifecycle.connect(peer);
      for (const frame of frames) w.lifecycle.receive(peer, frame);
      mock.timers.tick(wait);
      await w.settle();
      return code;
    };
    assert.equal(await closes([], 5_001), CLOSE.helloTimeout);
    assert.equal(await closes([new Uint8Array([8, 0])]), CLOSE.malformed);
    assert.equal(await closes([new Uint8Array([1])]), CLOSE.malformed);
    assert.equal(await closes([new Uint8Array(5_000)]), CLOSE.malformed);
    assert.equal(await closes([new Uint8Array([1, 99, 0, 0, 0, 0, 0])]), CLOSE.version);
  });
  it('refuses the newcomer to a full room, never those inside', async () => {
    w = await World.of(2, {}, { editors: 2 });
    await w.join();
    assert.deepEqual([session(2).status, w.wires[2]?.closeCode], ['refused', CLOSE.full]);
    assert.match(session(2).refusal, /full/);
    assert.deepEqual([session(0).status, session(1).status], ['live', 'live']);
  });
  it('knows a person with two tabs as one, and who comes back as the same', async () => {
    w = await World.of(1, { personKey: 'ann', name: 'Ann' });
    await w.join({ personKey: 'ann' });
    assert.deepEqual(names(0), ['Ann']);
    w.vanish(0);
    w.vanish(1);
    await w.join({ personKey: 'bob' });
    const again = await w.join({ personKey: 'ann' });
    assert.equal(session(again).self?.name, 'Ann');
  });
  it('lets a resumed session in although the room is full, and closes its older connection', async () => {
    w = await World.of(1, {}, { editors: 1, connectionsPerPerson: 1 });
    const older = w.wires[0];
    assert.ok(older);
    // The network has died without a word: the room still holds the older connection.
    older.open = false;
    w.type(0, 'x');
    await w.settle();
    assert.deepEqual([session(0).status, older.closeCode], ['live', CLOSE.superseded]);
    w.agree('x');
  });
});

describe('limits', () => {
  it('a file holds so many bytes and no more, and the edit that does not fit is undone where it was made', async () => {
    w = await World.of(2, {}, { fileBytes: 10 });
    w.type(0, '12345é');
    await w.settle();
    w.type(0, '漢字');
    await w.settle();
    w.agree('12345é');
    assert.match(w.refusals[0] ?? '', /holds at most/);
    w.type(0, '漢');
    await w.settle();
    w.agree('12345é漢');
  });
  it('of a paste that does not fit nothing stays behind', async () => {
    w = await World.of(1, {}, { fileBytes: 30_000 });
    w.type(0, 'x'.repeat(20_000));
    await w.settle();
    w.type(0, 'y'.repeat(30_000));
    await w.settle();
    w.agree('x'.repeat(20_000));
    assert.equal(w.refusals.length, 1);
  });
  it('a connection that was closed by the room is out, whether it takes notice or not', async () => {
    w = await World.of(2);
    const wire = w.wires[1];
    assert.ok(wire);
    w.lifecycle.receive(wire, new Uint8Array([99]));
    assert.equal(wire.closeCode, CLOSE.malformed);
    wire.send({ type: 'rename', name: 'Still here' });
    wire.deliverUp();
    w.down(0);
    assert.deepEqual(names(0), ['Guest 1']);
  });
  it('the text is sent in answer to a check once in a while only', async () => {
    w = await World.of(1);
    w.type(0, 'text');
    await w.settle();
    mock.timers.tick(3_000);
    await w.settle();
    const wire = w.wires[0];
    for (let n = 0; n < 20; n++) wire?.send({ type: 'check', document: 1, version: 1, hash: 0 });
    while (wire && wire.up.length > 0) wire.deliverUp();
    assert.ok((wire?.down.length ?? 0) <= 1);
  });
  it('whoever asks for the whole text again and again, and may not read it, is not sent it again and again', async () => {
    w = await World.of(1);
    w.type(0, 'text');
    await w.settle();
    const wire = w.wires[0];
    const ask = (times: number) => {
      for (let n = 0; n < times; n++) {
        mock.timers.setTime(Date.now() + 3_000);
        wire?.send({ type: 'check', document: 1, version: 1, hash: 0 });
        while (wire && wire.up.length > 0) wire.deliverUp();
      }
      return wire?.down.splice(0).length;
    };
    assert.equal(ask(20), 1);
    assert.equal(ask(20), 1, 'a minute later once more');
  });
  it('half a character is refused', async () => {
    w = await World.of(2);
    w.type(0, 'a😀b');
    await w.settle();
    w.wires[1]?.send({
      type: 'submit',
      document: 1,
      base: 1,
      sequence: 1,
      change: ChangeSet.of({ from: 2, insert: 'x' }, 4),
    });
    await w.settle();
    assert.equal(w.text(0), 'a😀b');
  });
  it('a frame above 64 KiB is refused in a sentence, one above 256 KiB ends the connection', async () => {
    w = await World.of(2);
    w.wires[0]?.up.push(new Uint8Array(70_000).fill(2));
    await w.settle();
    assert.deepEqual(w.refusals, ['A message holds at most 64 KiB. Send it in parts.']);
    w.wires[0]?.up.push(new Uint8Array(300_000).fill(2));
    w.up(0);
    assert.deepEqual([w.wires[0]?.closeCode, w.wires[1]?.closeCode], [CLOSE.tooLarge, 0]);
  });
  it('an edit that would make the room work for seconds is sent back to catch up', async () => {
    w = await World.of(2);
    w.type(0, 'x'.repeat(5_000));
    await w.settle();
    const base = session(0).document.version;
    for (let n = 0; n < 300; n++) {
      w.type(0, 'y');
      w.up(0);
      w.down(0);
    }
    const many = Array.from({ length: 2_000 }, (_, n) => ({ from: n * 2, insert: 'z' }));
    w.wires[1]?.send({ type: 'submit', document: 1, base, sequence: 1, change: ChangeSet.of(many, 5_000) });
    w.up(1);
    assert.equal(w.wires[1]?.closeCode, CLOSE.tryAgain);
  });
  it('so is a small one behind edits that changed very many places', async () => {
    w = await World.of(2);
    w.type(0, 'x'.repeat(5_000));
    await w.settle();
    const base = session(0).document.version;
    const many = Array.from({ length: 2_000 }, (_, n) => ({ from: n * 2, to: n * 2 + 1, insert: 'z' }));
    for (let n = 0; n < 110; n++) {
      session(0).document.edit(ChangeSet.of(many, 5_000));
      w.up(0);
      while (w.wires[0]?.down.length) w.down(0);
    }
    w.wires[1]?.send({
      type: 'submit',
      document: 1,
      base,
      sequence: 1,
      change: ChangeSet.of({ from: 0, insert: 'y' }, 5_000),
    });
    w.up(1);
    assert.equal(w.wires[1]?.closeCode, CLOSE.tryAgain);
  });
  it('edits that come as fast as they are taken are slowed down, never cut off', async () => {
    w = await World.of(2, {}, { messagesPerSecond: 60, messageBurst: 120, roomEditsPerSecond: 1_000 });
    for (let n = 0; n < 400; n++) {
      w.type(0, 'x');
      w.up(0);
      w.down(0);
      if (n % 4 === 0) mock.timers.tick(1);
    }
    assert.ok(w.text(1).length < 230 && w.wires[0]?.closeCode === 0);
    for (let n = 0; n < 60; n++) {
      mock.timers.tick(20);
      await w.settle();
    }
    w.agree('x'.repeat(400));
    assert.deepEqual(w.refusals, []);
  });
  it('a second edit before the first was taken is a flood, and a slow one of somebody who leaves is not taken', async () => {
    w = await World.of(2, {}, { messagesPerSecond: 1, messageBurst: 1 });
    const edit = (sequence: number) =>
      w.wires[1]?.send({
        type: 'submit',
        document: 1,
        base: 0,
        sequence,
        change: ChangeSet.of({ from: 0, insert: 'x' }, 0),
      });
    for (let sequence = 1; sequence < 4; sequence++) edit(sequence);
    for (let n = 0; n < 3; n++) w.up(1);
    assert.deepEqual([w.wires[1]?.closeCode, w.wires[0]?.closeCode], [CLOSE.flood, 0]);
    mock.timers.tick(5_000);
    w.down(0);
    await w.settle();
    assert.equal((await existing()).documents.get(1)?.version, 1);
  });
  it('edits that are not to be taken take nobody’s turn, and are counted', async () => {
    w = await World.made({}, { messagesPerSecond: 1, messageBurst: 100, roomEditsPerSecond: 10 });
    await w.join({ token: await w.token('candidate') });
    await w.join({ token: await w.token('observer') });
    const change = ChangeSet.of({ from: 0, insert: 'x' }, 0);
    for (let n = 0; n < 120; n++)
      w.wires[1]?.send({ type: 'submit', document: 1_000 + n, base: 0, sequence: 1, change });
    for (let n = 0; n < 99; n++) w.up(1);
    w.type(0, 'in time');
    await w.settle();
    w.agree('in time');
    w.wires[1]?.send({ type: 'ping', nonce: 1 });
    for (let n = 0; n < 22; n++) w.up(1);
    assert.equal(w.wires[1]?.closeCode, CLOSE.flood);
  });
  it('reconnecting does not bring a new allowance', async () => {
    w = await World.of(2, {}, { messagesPerSecond: 1, messageBurst: 40 });
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 25; n++) w.wires[1]?.send({ type: 'ping', nonce: n });
      const wire = w.wires[1];
      while (wire && wire.up.length > 0) wire.deliverUp();
      assert.equal(wire?.closeCode, round === 0 ? 0 : CLOSE.flood);
      w.cut(1);
      await w.back(1);
    }
  });
  it('whoever writes very much in an hour is told so, and goes on slowly; nobody else does', async () => {
    w = await World.of(2, {}, { writtenBytesPerHour: 40_000 });
    for (let n = 0; n < 3; n++) {
      w.type(0, '0123456789abcde\n'.repeat(1_000), 0);
      w.up(0);
      while (w.wires[0]?.down.length) w.down(0);
    }
    w.type(1, 'quick ', 0);
    await w.settle();
    assert.match(w.refusals.join(), /^You have written a lot in the last hour[^.]*\. Nothing is lost\.$/);
    assert.deepEqual([session(0).saved, session(1).saved], [false, true]);
    mock.timers.tick(15 * 60_000);
    await w.settle();
    w.agree();
    assert.equal(w.text(0).length, 48_006);
  });
  it('cursors do not count as messages', async () => {
    w = await World.of(2, {}, { messagesPerSecond: 1, messageBurst: 5 });
    for (let n = 0; n < 100; n++) w.wires[1]?.send({ type: 'point', document: 1, version: 0, anchor: 0, head: 0 });
    await w.settle();
    assert.equal(w.wires[1]?.closeCode, 0);
  });
  it('a flood ends its own connection only', async () => {
    w = await World.of(2, {}, { messagesPerSecond: 60, messageBurst: 120 });
    for (let n = 0; n < 130; n++) w.wires[1]?.send({ type: 'ping', nonce: n });
    const wire = w.wires[1];
    while (wire && wire.up.length > 0) wire.deliverUp();
    assert.deepEqual([wire?.closeCode, w.wires[0]?.closeCode], [CLOSE.flood, 0]);
  });
});

describe('storage', () => {
  it('that fails is told, nothing counts as saved, and all is well when it works again', async () => {
    w = await World.of(2);
    w.storage.failing = true;
    w.type(0, 'kept');
    await w.settle().catch(() => {});
    assert.deepEqual([session(1).saving, session(0).saved, w.text(1)], [false, false, 'kept']);
    w.storage.failing = false;
    mock.timers.tick(10_000);
    await w.settle();
    mock.timers.tick(10_000);
    await w.settle();
    assert.equal(session(1).saving, true);
    w.agree('kept');
    w.crash();
    await w.settle();
    w.agree('kept');
  });
  it('that hangs is told, and all is well when it goes on', async () => {
    w = await World.of(2);
    w.storage.instant = false;
    w.type(0, 'kept');
    w.up(0);
    for (const index of [0, 1]) while (w.wires[index]?.down.length) w.down(index);
    for (let turn = 0; turn < 40; turn++) await Promise.resolve();
    mock.timers.tick(5_001);
    for (const index of [0, 1]) while (w.wires[index]?.down.length) w.down(index);
    assert.deepEqual([session(1).saving, session(0).saved, w.text(1)], [false, false, 'kept']);
    await w.settle();
    assert.deepEqual([session(0).saving, session(0).saved], [true, true]);
  });
  it('that takes what it is given and then fails to keep it tells nobody that anything is saved', async () => {
    w = await World.of(1);
    const sync = w.storage.sync.bind(w.storage);
    w.storage.sync = () => Promise.reject(new Error('no space'));
    w.type(0, 'kept');
    await w.settle();
    for (let n = 0; n < 50; n++) {
      mock.timers.tick(10_000);
      await w.settle();
    }
    assert.deepEqual([session(0).saved, session(0).saving], [false, false]);
    w.storage.sync = sync;
    mock.timers.tick(10_000);
    await w.settle();
    w.agree('kept');
    assert.equal(session(0).saving, true);
  });
  it('that has lost a part refuses to load, and writes nothing over what is left', async () => {
    w = await World.of(1, {}, { historyBytes: 32 * 1024 });
    for (let n = 0; n < 200; n++) {
      w.type(0, 'some words, ');
      await w.settle();
    }
    const all = await w.storage.read('d/1/');
    for (const kind of ['l', 't']) {
      const lost = [...all.keys()].filter((key) => key.startsWith(`d/1/${kind}`)).at(kind === 'l' ? -2 : -1) as string;
      await w.storage.write(new Map([[lost, undefined]]));
      await w.storage.sync();
      w.crash();
      const before = await w.storage.read('');
      await w.back(0);
      w.down(0);
      assert.equal(w.wires[0]?.closeCode, CLOSE.tryAgain, lost);
      assert.deepEqual(await w.storage.read(''), before);
      await w.storage.write(new Map([[lost, all.get(lost)]]));
      await w.storage.sync();
    }
    await w.settle();
    w.agree('some words, '.repeat(200));
  });
  it('keeps no trace of everybody who ever came by', async () => {
    w = await World.of(1);
    w.type(0, 'author');
    await w.settle();
    for (let n = 0; n < 1_600; n++) {
      const peer = { state: null, send: () => {}, close: () => {} };
      w.lifecycle.connect(peer);
      const hello = { version: 1, token: '', name: '', resume: new Uint8Array(), bookmark: null } as const;
      w.lifecycle.receive(peer, encodeClientMessage({ type: 'hello', ...hello, personKey: `passer-by ${n}` }));
      while (!peer.state) await new Promise((resolve) => setImmediate(resolve));
      w.lifecycle.leave(peer, true);
    }
    const wire = w.wires[0];
    if (wire) wire.down.length = 0;
    w.cut(0);
    await w.settle();
    const rows = async (prefix: string) => (await w.storage.read(prefix)).size;
    assert.ok((await rows('r/')) <= 1_251 && (await rows('p/')) <= 1_251);
    w.crash();
    await w.settle();
    w.agree('author');
    assert.deepEqual(names(0), ['Guest 1'], 'whoever has written is remembered');
  });
  it('that cannot be read is not an empty room: try again, and nothing is written', async () => {
    w = await World.of(1);
    w.type(0, 'precious');
    await w.settle();
    w.crash();
    const read = w.storage.read.bind(w.storage);
    w.storage.read = () => Promise.reject(new Error('unreadable'));
    await w.back(0);
    w.down(0);
    assert.equal(w.wires[0]?.closeCode, CLOSE.tryAgain);
    w.storage.read = read;
    await w.settle();
    w.agree('precious');
  });
  it('brings back a long history, by keyframe and log', async () => {
    w = await World.of(1);
    for (let n = 0; n < 12_000; n++) {
      w.type(0, n % 50 === 49 ? '\n' : 'abcdefghij'.charAt(n % 10), (n * 7) % (n + 1));
      w.up(0);
      w.down(0);
      if (n % 500 === 0) await w.settle();
    }
    await w.settle();
    const before = w.text(0);
    w.crash();
    await w.settle();
    w.agree(before);
    assert.equal(w.text(await w.join()), before);
  });
  it('lets those in again who were away for longer than the room remembers, with what they wrote meanwhile', async () => {
    w = await World.of(2);
    w.type(0, 'start');
    await w.settle();
    w.cut(1, true);
    w.type(1, '[mine]', 0);
    for (let n = 0; n < 9_000; n++) {
      w.type(0, 'x');
      w.up(0);
      w.down(0);
      if (n % 500 === 0) await w.settle();
    }
    await w.settle();
    await w.back(1);
    await w.settle();
    w.agree(`[mine]start${'x'.repeat(9_000)}`);
    assert.deepEqual(w.refusals, []);
  });
});

describe('a ghost', () => {
  it('leaves 35 s after the network died without a word, and takes no place meanwhile', async () => {
    w = await World.of(2, {}, { silenceMs: 35_000, editors: 2 });
    w.type(1, 'x');
    await w.settle();
    // Held open: nothing arrives any more, and nobody is told.
    w.wires[1] = null;
    mock.timers.tick(20_000);
    w.wires[0]?.send({ type: 'ping', nonce: 1 });
    await w.settle();
    assert.equal(names(0).length, 2);
    const wakes = w.clock.alarm - Date.now();
    assert.ok(wakes > 0 && wakes <= 15_001, `the room wakes in ${wakes} ms`);
    mock.timers.tick(wakes);
    await w.lifecycle.wake();
    await w.settle();
    assert.deepEqual(names(0), ['Guest 1']);
    await w.join();
    assert.deepEqual(names(0).length, 2);
  });
  it('leaves in time although the room was out of memory meanwhile', async () => {
    w = await World.of(2, {}, { silenceMs: 35_000 });
    mock.timers.tick(20_000);
    for (const wire of w.wires) if (wire) wire.up.length = 0;
    w.wires[0]?.send({ type: 'ping', nonce: 1 });
    await w.settle();
    const alarm = w.clock.alarm;
    assert.ok(await w.hibernate());
    mock.timers.tick(alarm - Date.now());
    await w.lifecycle.wake();
    assert.deepEqual([w.wires[0]?.closeCode, w.wires[1]?.closeCode], [0, CLOSE.tryAgain]);
  });
  it('keeps nobody out who comes before it was noticed', async () => {
    w = await World.of(1, { personKey: 'ann' }, { silenceMs: 35_000, editors: 1 });
    w.wires[0] = null;
    mock.timers.tick(36_000);
    await w.join({ personKey: 'bob' });
    assert.equal(session(1).status, 'live');
  });
  it('alone in a room does not keep it alive for ever', async () => {
    w = await World.made({ retentionHours: 1 }, { silenceMs: 35_000 });
    await w.join({ token: await w.token('candidate') });
    w.wires[0] = null;
    mock.timers.tick(61 * 60_000);
    await w.lifecycle.wake();
    assert.equal((await w.command({ type: 'exists' })).ok, false);
  });
});

describe('a room that was out of memory', () => {
  /** Until nothing waits: output is passed on, then kept. */
  const pauses = async () => {
    for (let n = 0; n < 2; n++) {
      mock.timers.tick(2_100);
      await w.settle();
    }
  };
  const wakes = async () => assert.ok(await w.hibernate(), 'it was at rest');

  it('knows everybody it knew, by role and name, and where their cursors are', async () => {
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
    assert.deepEqual(names(late), ['Ann', 'Bob', 'Cy']);
    assert.deepEqual(names(0), names(late));
    assert.equal([...session(late).document.cursors.values()][0]?.head, 8);
    assert.deepEqual(
      w.wires.map((wire) => wire?.closeCode),
      [0, 0, 0],
    );
  });
  it('lets nobody act whose access ran out while it slept', async () => {
    w = await World.made();
    await w.join({ token: await w.token('candidate') });
    await wakes();
    mock.timers.tick(11 * 60_000);
    w.type(0, 'late');
    await w.settle();
    assert.match(w.refusals[0] ?? '', /Your access has run out/);
    assert.equal((await existing()).documents.get(1)?.text.toString(), '');
  });
  it('sends away whoever has no place in it, to come back with one', async () => {
    w = await World.of(2);
    w.type(1, 'mine');
    const wire = w.wires[1];
    assert.ok(wire);
    wire.state = null;
    await wakes();
    while (wire.up.length > 0) wire.deliverUp();
    await w.lifecycle.exist();
    assert.equal(wire.closeCode, CLOSE.tryAgain);
    assert.equal((await existing()).documents.get(1)?.text.toString(), '');
    await w.settle();
    w.agree('mine');
  });
  it('and cannot be read sends everybody away to come back, and writes nothing', async () => {
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
  it('keeps its run, and ends it when the page that carries it out goes away', async () => {
    w = await World.of(2);
    const ticket = await run(0);
    ticket.print('stdout', 'before\n');
    await pauses();
    await wakes();
    await w.settle();
    mock.timers.tick(20_000);
    ticket.print('stdout', 'after\n');
    mock.timers.tick(100);
    await w.settle();
    assert.deepEqual([session(1).run.current?.state, output(1)], ['running', 'before\nafter\n']);
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
  it('does not forget its starts by sleeping often', async () => {
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

describe('a history', () => {
  /** Bytes stored under keys that begin so. */
  const stored = async (prefix: string) => {
    let bytes = 0;
    for (const value of (await w.storage.read(prefix)).values()) bytes += (value as Uint8Array).length;
    return bytes;
  };

  it('longer than a room keeps is compacted to whole texts, and what is left leads to the text; nobody is refused for it', async () => {
    const historyBytes = 64 * 1024;
    w = await World.of(2, {}, { historyBytes });
    for (let n = 0; n < 8_000; n++) {
      const length = w.text(0).length;
      const remove = length > 4_000 ? 40 : 0;
      w.type(0, `${n % 90 ? '' : '\n'}é${n % 10}`, (n * 7) % (length + 1 - remove), remove);
      w.up(0);
      w.down(0);
      if (n % 200 === 0) {
        await w.settle();
        if (n % 2_000 === 0) w.crash();
        await w.settle();
        const kept = (await stored('d/1/l')) + (await stored('d/1/k'));
        assert.ok(kept <= historyBytes * 1.2, `${kept} bytes kept after ${n} edits`);
      }
    }
    await w.settle();
    w.agree();
    assert.deepEqual(w.refusals, []);
    const document = (await existing()).documents.get(1);
    let [text, version, texts] = [Text.empty, 0, 0];
    for (const stretch of (await document?.stretches()) ?? []) {
      const [base, length] = [readLogChunk(stretch)[0]?.version ?? 0, new Reader(stretch)];
      length.uint();
      if (base !== version + 1) text = Text.empty;
      assert.equal(text.length, length.uint());
      if (text.length === 0) texts++;
      for (const entry of readLogChunk(stretch)) {
        text = entry.change.apply(text);
        version = entry.version;
      }
    }
    assert.deepEqual([text.toString(), version], [w.text(0), document?.version]);
    assert.ok(texts > 2, 'several glimpses of what has been compacted');
  });
  it('is not read whole for one who comes late', async () => {
    w = await World.of(2, {}, { historyBytes: 512 * 1024 });
    const many = async (edits: number) => {
      for (let n = 0; n < edits; n++) {
        w.type(0, n % 60 ? 'x' : '\n', 0);
        w.up(0);
        w.down(0);
        if (n % 300 === 0) await w.settle();
      }
      await w.settle();
    };
    await many(9_000);
    w.cut(1, true);
    w.type(1, '[mine]');
    await many(9_000);
    const all = await stored('d/1/l');
    const read = w.storage.read.bind(w.storage);
    let bytes = 0;
    w.storage.read = async (...from) => {
      const found = await read(...from);
      if (from[0].startsWith('d/1/l')) for (const value of found.values()) bytes += (value as Uint8Array).length;
      return found;
    };
    await w.back(1);
    await w.settle();
    w.agree();
    assert.match(w.text(0), /\[mine\]/);
    assert.ok(bytes > all / 3 && bytes < all * 0.6, `${bytes} of ${all} bytes were read`);
  });
});

describe('a slow disk', () => {
  it('gets what was written meanwhile in values an engine takes', async () => {
    w = await World.of(1);
    w.storage.instant = false;
    w.type(0, 'first');
    await w.settle();
    for (let n = 0; n < 20; n++) {
      w.type(0, 'x'.repeat(16_000));
      w.up(0);
      w.down(0);
    }
    await w.settle();
    w.agree(`first${'x'.repeat(320_000)}`);
    const before = w.text(0);
    w.crash();
    await w.settle();
    w.agree(before);
  });
});

describe('the end', () => {
  it('does not come while somebody is in the room', async () => {
    w = await World.made({ retentionHours: 1 });
    await w.join({ token: await w.token('candidate') });
    for (let minutes = 0; minutes < 150; minutes += 30) {
      mock.timers.tick(30 * 60_000);
      await w.lifecycle.wake();
    }
    assert.equal(session(0).status, 'live');
  });
  it('is not undone by somebody who asked a moment before', async () => {
    for (let moment = 0; moment < 8; moment++) {
      w = await World.made();
      await w.join({ token: await w.token('candidate') });
      w.storage.instant = false;
      const deleting = w.lifecycle.end('deleted');
      for (let turn = 0; turn < moment; turn++) await Promise.resolve();
      void w.lifecycle.exist();
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      w.lifecycle.receive(w.wires[0] as never, new Uint8Array([14, 7]));
      assert.ok(!w.wires[0]?.down.some((frame) => frame[0] === 80), 'nobody is answered in a room that is ending');
      w.storage.disk(Number.POSITIVE_INFINITY);
      await deleting;
      assert.equal((await w.command({ type: 'exists' })).ok, false);
    }
  });
  it('of a made room is for good: nobody gets in without a token afterwards', async () => {
    w = await World.made();
    await w.command({ type: 'delete', token: await w.token('interviewer') });
    await w.join();
    assert.deepEqual([session(0).status, w.wires[0]?.closeCode], ['ended', CLOSE.gone]);
    w.crash();
    await w.join();
    assert.equal(session(1).status, 'ended');
  });
  it('comes when the room has not been used for as long as it was made for, and leaves nothing', async () => {
    w = await World.made({ retentionHours: 24 });
    await w.join({ token: await w.token('candidate') });
    w.vanish(0);
    mock.timers.tick(25 * 3600_000);
    await w.lifecycle.wake();
    const answer = await w.command({ type: 'exists' });
    assert.deepEqual([answer.ok, !answer.ok && answer.detail], [false, 'This room has expired.']);
    assert.deepEqual([...(await w.storage.read('')).keys()], ['gone']);
  });
  it('is the interviewer’s to bring about, and everybody is told', async () => {
    w = await World.made();
    await w.join({ token: await w.token('candidate') });
    const refused = await w.command({ type: 'delete', token: await w.token('candidate') });
    assert.equal(!refused.ok && refused.status, 403);
    await w.command({ type: 'delete', token: await w.token('interviewer') });
    w.down(0);
    assert.deepEqual([session(0).status, session(0).refusal], ['ended', 'This room has been deleted.']);
  });
});
