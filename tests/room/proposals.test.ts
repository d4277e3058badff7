/** Proposals: whoever may propose does, everybody sees it, and a person who may edit accepts or declines it. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import { addFile, judge, type ProposedChange } from '../../components/session/index.js';
import { postChatMessage } from '../../components/session/sync/entries.js';
import { RemoteChangeEvent } from '../../components/session/sync/events.js';
import { buildReplay } from '../../party/commands/history.js';
import { applied } from '../../party/room/edits.js';
import { readProposals } from '../../party/shared/proposals.js';
import { CHAT_DOCUMENT, MAIN_DOCUMENT, NOTES_DOCUMENT, ROOM_AUTHOR } from '../../party/shared/protocol.js';
import type { Role } from '../../party/shared/roles.js';
import type { OutgoingMessage } from '../../party/shared/wire/client-message.js';
import { readLogSegment } from '../../party/shared/wire/log-segment.js';
import { decodeRoomMessage } from '../../party/shared/wire/room-message.js';
import { threadMs } from '../fixtures/cpu.js';
import { RawPeer } from '../fixtures/raw-peer.js';
import { World } from './world.js';

// The sessions' timers must not keep the process.
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

const CODE = 'def add(a, b):\n    return a - b\n\nprint(add(1, 2))\n';

let w: World;
let ada: number;
let ben: number;
let oda: number;
let bot: number;

function session(index: number) {
  const found = w.sessions[index];
  assert.ok(found);
  return found;
}

const comes = async (role: Role, name: string) => w.join({ token: await w.token(role, name), name });
const proposals = (index: number) => readProposals(session(index).documents.proposals.text.toString());
const text = (index: number) => session(index).document.text.toString();

/** What the room has answered, once all that is on its way has arrived. */
async function settled<T>(asked: Promise<T>): Promise<T> {
  let result: { is: T } | undefined;
  void asked
    .catch((error: unknown) => error as T)
    .then((is) => {
      result = { is };
    });
  // A part of the session may be loaded first.
  while (!result) {
    await new Promise((resolve) => setImmediate(resolve));
    await w.settle();
  }
  if (result.is instanceof Error) throw result.is;
  return result.is;
}

const propose = (index: number, change: ProposedChange) => settled(session(index).propose(change));
const decide = (index: number, id: number, accept: boolean) => settled(judge(session(index).documents, id, accept));
const refusedWith = (sentence: string | RegExp) => ({ message: sentence });

describe('proposals', () => {
  beforeEach(async () => {
    w = await World.made({ code: CODE, ai: 'allowed' });
    ada = await comes('interviewer', 'Ada');
    ben = await comes('candidate', 'Ben');
    oda = await comes('observer', 'Oda');
    bot = await comes('assistant', 'Bot');
    await w.settle();
  });

  it('of an assistant stand before everybody as lines, and change nothing by themselves', async () => {
    const id = await propose(bot, { newText: CODE.replace('a - b', 'a + b'), why: 'It subtracts.' });
    for (const index of [ada, ben, oda, bot]) {
      const [proposal] = proposals(index);
      assert.deepEqual(
        [proposal?.id, proposal?.name, proposal?.file, proposal?.why, proposal?.state],
        [...[id, 'Bot', 'main.py', 'It subtracts.', 'open']],
      );
      assert.deepEqual(proposal?.places, [
        {
          from: 15,
          to: 32,
          removed: '    return a - b\n',
          insert: '    return a + b\n',
          ...{ line: 2, lead: '', tail: '' },
        },
      ]);
      assert.equal(text(index), CODE);
    }
  });

  it('are made to the file when somebody accepts, over what was typed since, and the log says which edit it was', async () => {
    const id = await propose(bot, { changes: [{ from: 28, to: 29, insert: '+' }] });
    w.type(ben, '# Ben\n', 0);
    await w.settle();
    await decide(ben, id, true);
    const expected = `# Ben\n${CODE.replace('a - b', 'a + b')}`;
    for (const index of [ada, ben, oda, bot]) assert.equal(text(index), expected);
    const [proposal] = proposals(oda);
    const { judged } = proposal ?? {};
    assert.deepEqual(
      [proposal?.state, judged?.name, judged?.version],
      ['accepted', 'Ben', session(oda).document.version],
    );
    const room = await w.existing();
    await room.writeQueue.settled();
    const replay = await buildReplay(room, w.storage, { person: session(ada).self?.id ?? '', role: 'interviewer' });
    const main = replay.documents.find(({ id }) => id === proposal?.document);
    const entries = (main?.stretches ?? []).flatMap(
      (stretch) => readLogSegment(new Uint8Array(Buffer.from(stretch, 'base64'))).entries,
    );
    const entry = entries.find(({ version }) => version === judged?.version);
    assert.deepEqual([entry?.author, entry?.change.toJSON()], [0, [34, [1, '+'], CODE.length - 29]]);
    await assert.rejects(decide(ada, id, false), refusedWith('This proposal has been accepted by Ben already.'));
  });

  it('are told to be accepted before the change comes, which only the session that has accepted it knows for its own', async () => {
    const id = await propose(bot, { newText: CODE.replace('a - b', 'a + b') });
    const heard: [number, boolean][] = [];
    for (const index of [ada, ben, bot])
      session(index).document.addEventListener('change', (event) =>
        heard.push([index, event instanceof RemoteChangeEvent && event.accepted]),
      );
    w.type(ada, '# Ada\n', 0);
    await w.settle();
    w.type(ben, '# Ben\n', 0);
    await decide(ben, id, true);
    w.type(ada, '!', 0);
    await w.settle();
    assert.deepEqual(
      heard.filter(([index]) => index === ben),
      [
        [ben, false],
        [ben, true],
        [ben, false],
      ],
    );
    assert.ok(heard.every(([index, accepted]) => index === ben || !accepted));
  });

  it('name their file as everything else does: case and a leading ./ do not matter', async () => {
    await settled(addFile(session(ada).documents.files, { name: 'data/caf\u00e9.py', text: 'x\n' }));
    await w.settle();
    for (const file of ['MAIN.py', './main.py', 'data/cafe\u0301.py', './Data/CAF\u00c9.py']) {
      await propose(bot, { file, newText: 'y\n' });
      await w.settle();
      assert.match(proposals(ada).at(-1)?.file ?? '', /main/i.test(file) ? /^main\.py$/ : /^data\/caf\u00e9\.py$/);
      mock.timers.tick(2_000);
    }
    for (const file of ['', 'ain.py', '/main.py', 'main.py/'])
      await assert.rejects(
        propose(bot, { file, newText: 'y\n' }),
        refusedWith(`There is no file called “${file}” here.`),
      );
  });

  it('that are declined leave the file as it is, and stay in the list', async () => {
    const id = await propose(bot, { newText: '' });
    await decide(ada, id, false);
    assert.equal(text(ben), CODE);
    assert.deepEqual(
      proposals(ben).map(({ state, judged }) => [state, judged?.name]),
      [['declined', 'Ada']],
    );
    await assert.rejects(decide(ben, id, true), refusedWith('This proposal has been declined by Ada already.'));
  });

  it('whose place has changed since do not fit any more; the file stays as it is, and the proposal too', async () => {
    const id = await propose(bot, { newText: CODE.replace('a - b', 'a + b') });
    const after = await propose(bot, { changes: [{ from: 20, insert: 'x' }] });
    w.edit(ben, { from: 15, to: 32, insert: '    return sum((a, b))\n' });
    await w.settle();
    const before = text(ada);
    for (const one of [id, after]) await assert.rejects(decide(ben, one, true), refusedWith(/does not fit any more/));
    assert.equal(text(ada), before);
    assert.deepEqual(
      proposals(ada).map(({ state }) => state),
      ['open', 'open'],
    );
  });

  it('are found again after a crash, with all that was typed between read from the disk', async () => {
    const id = await propose(bot, { changes: [{ from: 28, to: 29, insert: '+' }] });
    for (let n = 0; n < 30; n++) {
      w.type(ben, '#', 0);
      await w.settle();
    }
    w.crash();
    await w.settle();
    await w.until(() => session(ben).status === 'live');
    await decide(ben, id, true);
    assert.equal(text(ada), CODE.replace('a - b', 'a + b').replace(/^/, '#'.repeat(30)));
  });

  it('are decided by people who may edit; an assistant reads, chats and proposes, and no more', async () => {
    const id = await propose(ben, { newText: 'x\n' });
    for (const index of [oda, bot]) {
      await assert.rejects(decide(index, id, true), Error);
      assert.equal(session(index).document.editable, false);
    }
    await assert.rejects(propose(oda, { newText: 'y\n' }), Error);
    assert.equal(session(bot).role, 'assistant');
    assert.equal(session(bot).documents.notes.synced, false);
    assert.equal(session(ada).people.find(({ name }) => name === 'Bot')?.role, 'assistant');
    assert.equal(session(ada).documents.get(NOTES_DOCUMENT)?.synced, true);
  });

  it('are refused with a sentence when they change nothing, too much, or what not everybody sees', async () => {
    await assert.rejects(propose(bot, { newText: CODE }), refusedWith('This proposal changes nothing.'));
    await assert.rejects(propose(bot, { newText: 'x'.repeat(20_001) }), refusedWith(/at most 200 places and 20000/));
    await assert.rejects(
      propose(bot, { file: 'none.py', newText: '' }),
      refusedWith('There is no file called “none.py” here.'),
    );
    await settled(addFile(session(ada).documents.files, { name: 'hidden.py', text: 'secret\n', hidden: true }));
    await w.settle();
    await assert.rejects(
      propose(ada, { file: 'hidden.py', newText: 'y\n' }),
      refusedWith(/only of files that everybody sees/),
    );
    for (const index of [ben, oda, bot])
      assert.ok(!session(index).documents.proposals.text.toString().includes('secret'));
  });

  it('of thousands of places are refused with a sentence, however large they are, and nobody is cut off', async () => {
    const long = 'ab\n'.repeat(100_000);
    w = await World.made({ code: long, ai: 'allowed' });
    bot = await comes('assistant', 'Bot');
    await w.until(() => text(bot) === long);
    for (const places of [201, 10_000, 100_000]) {
      const changes = Array.from({ length: places }, (_, n) => ({ from: 3 * n, to: 3 * n + 1, insert: 'A' }));
      await assert.rejects(propose(bot, { changes }), refusedWith(/at most 200 places and 20000 characters/));
    }
    await assert.rejects(propose(bot, { newText: '\u20ac'.repeat(100_000) }), refusedWith(/at most 200 places and/));
    assert.equal(w.wires[bot]?.closeCode, 0);
    const changes = Array.from({ length: 200 }, (_, n) => ({ from: 3 * n, to: 3 * n + 1, insert: 'A' }));
    const id = await propose(bot, { changes });
    ben = await comes('candidate', 'Ben');
    await decide(ben, id, true);
    assert.equal(text(bot), 'Ab\n'.repeat(200) + long.slice(600));
  });

  it('have at most the places that an edit may have in this room, also when they are accepted', async () => {
    w = await World.made({ code: CODE, ai: 'allowed' });
    bot = await comes('assistant', 'Bot');
    ben = await comes('candidate', 'Ben');
    const changes = [0, 4, 8].map((from) => ({ from, insert: 'x' }));
    const id = await propose(bot, { changes });
    const { limits } = await w.existing();
    Object.assign(limits, { changePlaces: 2 });
    await assert.rejects(propose(bot, { changes }), refusedWith(/at most 2 places and 20000 characters/));
    await assert.rejects(decide(ben, id, true), refusedWith(/^One edit changes at most 2 places/));
    assert.deepEqual([text(ben), proposals(ben)[0]?.state], [CODE, 'open']);
  });

  it('and whatever else waits for an answer have it when their message is larger than a room takes', async () => {
    const heard: [number, string, string][] = [];
    const wire = w.wires[bot] ?? assert.fail();
    const { message } = wire.events;
    wire.events.message = (said) => {
      if (said.type === 'refused') heard.push([said.key, said.reason, said.sentence]);
      message(said);
    };
    const change = ChangeSet.of({ from: 0, insert: 'x'.repeat(70_000) }, CODE.length);
    wire.send({ type: 'propose', request: 7, document: 1, version: 1, why: '', change });
    wire.send({ type: 'post', request: 8, document: CHAT_DOCUMENT, entry: 'x'.repeat(70_000) });
    await w.settle();
    const sentence = 'A message holds at most 64 KiB. Send it in parts.';
    assert.deepEqual(heard, [
      [7, 'too-large', sentence],
      [8, 'too-large', sentence],
    ]);
    // Ours does not even send it: a larger one would end the connection.
    for (const characters of [70_000, 300_000])
      await assert.rejects(
        settled(postChatMessage(session(bot).documents, 'x'.repeat(characters), 'all')),
        refusedWith(sentence),
      );
    assert.equal(w.wires[bot]?.closeCode, 0);
  });

  it('that wait are twenty at most', async () => {
    for (let n = 0; n < 20; n++) {
      mock.timers.tick(2_000);
      await propose(bot, { newText: `${n}\n` });
    }
    mock.timers.tick(2_000);
    await assert.rejects(propose(bot, { newText: 'one more\n' }), refusedWith(/Nobody has decided on 20 proposals/));
  });

  it('that wait are never pushed out by others: decided ones give way, and then what is too much is refused', async () => {
    const insert = '\u0001'.repeat(9_000);
    const first = await propose(bot, { changes: [{ from: 0, to: 0, insert: 'first' }] });
    for (let n = 0; n < 8; n++) {
      mock.timers.tick(5_000);
      const id = await propose(bot, { changes: [{ from: 0, to: 0, insert }] });
      await decide(ben, id, false);
      assert.equal(proposals(oda)[0]?.id, first, `after ${n}`);
      assert.deepEqual([proposals(oda).at(-1)?.id, proposals(oda).at(-1)?.state], [id, 'declined']);
    }
    for (let n = 0; n < 2; n++) {
      await propose(bot, { changes: [{ from: 0, to: 0, insert }] });
      mock.timers.tick(5_000);
    }
    await assert.rejects(
      propose(bot, { changes: [{ from: 0, to: 0, insert }] }),
      refusedWith('Nobody has decided on 3 proposals yet. Wait until some are accepted or declined.'),
    );
    await decide(ben, first, true);
    assert.equal(text(oda), `first${CODE}`);
  });

  it('are counted before anything is read or mapped for them, and nothing is read for people who may not decide', async () => {
    const id = await propose(bot, { changes: [{ from: 28, to: 29, insert: '+' }] });
    const room = await w.existing();
    const main = room.documents.get(MAIN_DOCUMENT);
    assert.ok(main);
    // More than are remembered; the first of them takes away what the proposal is about.
    for (let n = 0; n < 8_002; n++) {
      if (n === 8_000) await room.writeQueue.settled();
      const change = n === 0 ? { from: 28, to: 29, insert: '*' } : { from: 0, insert: '#' };
      applied(room, main, main.write(ROOM_AUTHOR, ChangeSet.of(change, main.text.length), Date.now()));
    }
    await w.settle();
    assert.ok(main.floor > 2);
    const [read, brought] = [mock.method(main, 'older'), mock.method(main, 'bring')];
    const refusals = async (role: Role, message: (request: number) => OutgoingMessage) => {
      const peer = await RawPeer.as(w, role, []);
      peer.frames.length = 0;
      for (let request = 1; request <= 30; request++) peer.says(message(request));
      await w.settle();
      const answers = peer.frames.map(decodeRoomMessage);
      return answers.flatMap((answer) => (answer.type === 'refused' ? answer.reason : []));
    };
    const change = ChangeSet.empty(main.text.length);
    const nothing = { document: MAIN_DOCUMENT, version: main.version, why: '', change };
    const proposed = await refusals('assistant', (request) => ({ type: 'propose', request, ...nothing }));
    assert.deepEqual(proposed, [...Array(20).fill('invalid'), ...Array(10).fill('busy')]);
    assert.equal(brought.mock.callCount(), 20);
    const decision = (request: number) => ({ type: 'judge' as const, request, proposal: id, accept: true });
    assert.deepEqual(await refusals('observer', decision), Array(30).fill('role'));
    assert.equal(read.mock.callCount(), 0);
    const decided = await refusals('candidate', decision);
    assert.deepEqual(decided.toSorted(), [...Array(10).fill('busy'), ...Array(20).fill('stale')]);
    assert.equal(read.mock.callCount(), 20);
    await decide(ben, id, false);
    mock.timers.tick(60_000);
    await refusals('candidate', decision);
    assert.equal(read.mock.callCount(), 20, 'it is decided');
  });

  it('of many places do not fit any more after many edits of many places, which would take long to look through', async () => {
    w = await World.made({ code: 'x\n'.repeat(2_000), ai: 'allowed' });
    [ben, bot] = [await comes('candidate', 'Ben'), await comes('assistant', 'Bot')];
    const lines = (from: number, count: number) => Array.from({ length: count }, (_, at) => 2 * (from + at));
    const id = await propose(bot, { changes: lines(0, 200).map((from) => ({ from, to: from + 1, insert: 'y' })) });
    const edits = async (count: number) => {
      for (let n = 0; n < count; n++) {
        const changes = lines(1_000, 500).map((from) => ({ from, to: from + 1, insert: `${n % 10}` }));
        w.edit(ben, changes);
        await w.settle();
      }
    };
    await edits(12);
    const began = threadMs();
    await assert.rejects(decide(ben, id, true), refusedWith(/does not fit any more/));
    assert.ok(threadMs() - began < 1_000);
    const next = await propose(bot, { changes: lines(0, 200).map((from) => ({ from, to: from + 1, insert: 'y' })) });
    await edits(8);
    await decide(ben, next, true);
    assert.ok(text(ben).startsWith('y\n'.repeat(200)));
  });

  it('where AI is off no assistant comes in', async () => {
    w = await World.made({ code: CODE, ai: 'off' });
    const me = await comes('assistant', 'Bot');
    await w.until(() => session(me).status === 'refused');
    assert.match(session(me).refusal, /^AI is off in this room/);
  });
});
