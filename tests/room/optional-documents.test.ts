/** Optional documents (tests, results, questions): free until somebody writes in one, then stored and sent like all others. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import type { Documents } from '../../components/session/sync/documents.js';
import type { RefusedEvent } from '../../components/session/sync/events.js';
import { sentenceFor } from '../../party/shared/refusals.js';
import type { Replay } from '../../party/shared/replay.js';
import type { Role } from '../../party/shared/roles.js';
import { World } from './world.js';

// The sessions' timers must not keep the process.
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

const FOR_ALL = ['tests', 'results', 'questions'] as const;
const FOR_INTERVIEWERS = ['hiddenTests', 'hiddenResults', 'questionDesk'] as const;
type Name = (typeof FOR_ALL | typeof FOR_INTERVIEWERS)[number];

let w: World;
const documents = (index: number): Documents => {
  const session = w.sessions[index];
  assert.ok(session);
  return session.documents;
};
const read = (index: number, name: Name) => documents(index)[name].text.toString();
const saved = (index: number) => w.sessions[index]?.saved;

function write(index: number, name: Name, insert: string): void {
  const document = documents(index)[name];
  document.edit(ChangeSet.of({ from: document.text.length, insert }, document.text.length));
}

async function comes(role: Role, name: string = role): Promise<number> {
  const index = await w.join({ token: await w.token(role, name), name });
  await w.until(() => ['live', 'ended'].includes(w.sessions[index]?.status ?? ''));
  return index;
}

/** Bytes of the frames that go both ways meanwhile. */
async function frames(during: () => Promise<unknown>): Promise<number> {
  let bytes = 0;
  w.record = (_wire, _direction, frame) => {
    bytes += frame.length;
  };
  await during();
  w.record = null;
  return bytes;
}

describe('optional documents', () => {
  beforeEach(async () => {
    w = await World.made({ code: 'a\n' });
  });

  it('are there, empty, for everybody who may read them', async () => {
    const [ada, ben, cy] = [await comes('interviewer'), await comes('candidate'), await comes('observer')];
    const synced = (index: number) => [...FOR_ALL, ...FOR_INTERVIEWERS].filter((name) => documents(index)[name].synced);
    assert.deepEqual(synced(ada), [...FOR_ALL, ...FOR_INTERVIEWERS]);
    assert.deepEqual(synced(ben), FOR_ALL);
    assert.deepEqual(synced(cy), FOR_ALL);
    const editable = (index: number) => FOR_ALL.filter((name) => documents(index)[name].editable);
    assert.deepEqual([editable(ada), editable(cy)], [['tests', 'results'], []]);
  });

  it('are not loaded and not sent until somebody has written in one', async () => {
    const read: string[] = [];
    const { storage } = w;
    w.crash();
    const real = w.storage.read.bind(w.storage);
    assert.notEqual(storage, w.storage);
    w.storage.read = (prefix, start) => {
      read.push(prefix);
      return real(prefix, start);
    };
    const ada = await comes('interviewer');
    assert.deepEqual(
      read.filter((prefix) => /^d\/10[3-8]\b/.test(prefix)),
      [],
    );
    const replay = await w.command({ type: 'replay', token: await w.token('interviewer', 'Ada') });
    assert.ok(replay.ok);
    const told = (replay.value as Replay).documents.map(({ id }) => id);
    assert.deepEqual(
      told.sort((one, other) => one - other),
      [1, 100, 101],
    );
    const before = await frames(() => comes('candidate', 'One'));
    write(ada, 'tests', 'x'.repeat(500));
    await w.settle();
    assert.ok((await frames(() => comes('candidate', 'Two'))) > before + 500);
  });

  it('are sent to others with their first edit, and to people who join or return later', async () => {
    const [ada, ben] = [await comes('interviewer'), await comes('candidate')];
    for (const name of ['tests', 'hiddenTests', 'results', 'hiddenResults'] as const)
      write(ada, name, `${name} of Ada`);
    await w.settle();
    assert.deepEqual([read(ben, 'tests'), read(ben, 'results')], ['tests of Ada', 'results of Ada']);
    assert.deepEqual([read(ben, 'hiddenTests'), read(ben, 'hiddenResults')], ['', '']);
    assert.ok(saved(ada));
    w.cut(ben, true);
    write(ada, 'tests', '!');
    await w.settle();
    await w.back(ben);
    await w.settle();
    assert.equal(read(ben, 'tests'), 'tests of Ada!');
    w.crash();
    await w.settle();
    const [late, grace] = [await comes('observer'), await comes('interviewer', 'Grace')];
    assert.equal(read(late, 'tests'), 'tests of Ada!');
    assert.equal(read(grace, 'hiddenTests'), 'hiddenTests of Ada');
    assert.equal(read(late, 'hiddenTests'), '');
  });

  it('keep a first edit made offline, through a reload, once', async () => {
    const [ada, grace] = [await comes('interviewer', 'Ada'), await comes('interviewer', 'Grace')];
    w.cut(ada, true);
    write(ada, 'tests', 'mine ');
    write(ada, 'hiddenTests', 'hidden');
    assert.deepEqual([saved(ada), w.sessions[ada]?.unsaved], [false, 2]);
    write(grace, 'tests', 'hers ');
    await w.settle();
    mock.timers.tick(300);
    await w.reload(ada);
    await w.settle();
    for (const index of [ada, grace]) {
      assert.deepEqual([...read(index, 'tests').split(' ')].sort(), ['', 'hers', 'mine']);
      assert.equal(read(index, 'hiddenTests'), 'hidden');
    }
    assert.ok(saved(ada));
    assert.deepEqual(w.refusals, []);
  });

  it('keep edits made between hello and greeting, when others have written meanwhile', async () => {
    const [ada, grace] = [await comes('interviewer', 'Ada'), await comes('interviewer', 'Grace')];
    w.cut(ada, true);
    write(grace, 'tests', 'hers ');
    await w.settle();
    await w.back(ada);
    assert.equal(w.sessions[ada]?.status, 'syncing');
    write(ada, 'tests', 'mine ');
    await w.settle();
    assert.deepEqual([...read(ada, 'tests').split(' ')].sort(), ['', 'hers', 'mine']);
    assert.deepEqual([read(grace, 'tests'), w.refusals, saved(ada)], [read(ada, 'tests'), [], true]);
  });

  it('lose nothing when the room crashes before the first edit is durable', async () => {
    const [ada, ben] = [await comes('interviewer'), await comes('candidate')];
    w.storage.instant = false;
    write(ada, 'tests', 'first');
    w.up(ada);
    w.down(ben);
    w.down(ada);
    assert.deepEqual([read(ben, 'tests'), saved(ada)], ['first', false]);
    w.crash();
    w.storage.instant = true;
    await w.until(() => saved(ada) === true);
    assert.deepEqual([read(ada, 'tests'), read(ben, 'tests')], ['first', 'first']);
    assert.equal(read(await comes('observer'), 'tests'), 'first');
    write(ben, 'results', 'too');
    await w.settle();
    assert.equal(read(ada, 'results'), 'too');
  });

  it('hibernate and are restored with the room', async () => {
    const [ada, ben] = [await comes('interviewer'), await comes('candidate')];
    assert.ok(await w.hibernate());
    write(ada, 'tests', 'awake');
    await w.settle();
    assert.deepEqual([read(ben, 'tests'), saved(ada)], ['awake', true]);
    assert.ok(await w.hibernate());
    write(ada, 'tests', '!');
    await w.settle();
    assert.equal(read(ben, 'tests'), 'awake!');
    assert.ok(saved(ada));
  });

  it('can be edited by those whom the room allows: tests by interviewers, and by candidates if so created', async () => {
    for (const candidateTests of [false, true]) {
      w = await World.made({ candidateTests });
      const [ada, ben, cy] = [await comes('interviewer'), await comes('candidate'), await comes('observer')];
      write(ben, 'tests', 'of Ben');
      write(cy, 'tests', 'of Cy');
      await w.settle();
      const before = candidateTests ? '{"candidateTests":true}\n' : '';
      assert.equal(read(ada, 'tests'), candidateTests ? `${before}of Ben` : '');
      const kept = sentenceFor('interviewers-tests');
      const watching = sentenceFor('only-watching', { role: 'observer' });
      assert.deepEqual([...w.refusals].sort(), candidateTests ? [watching] : [watching, kept].sort());
      write(ada, 'tests', ' of Ada');
      await w.settle();
      assert.equal(read(ben, 'tests'), candidateTests ? `${before}of Ben of Ada` : ' of Ada');
      w.crash();
      await w.settle();
      w.refusals.length = 0;
      write(ben, 'tests', '+');
      await w.settle();
      assert.deepEqual(w.refusals, candidateTests ? [] : [kept]);
    }
  });

  it('are read-only when the room has ended, and editable when it is reopened', async () => {
    const [ada, ben] = [await comes('interviewer'), await comes('candidate')];
    write(ada, 'hiddenTests', 'kept');
    await w.settle();
    w.sessions[ada]?.standing.end(true);
    await w.settle();
    for (const name of ['tests', 'hiddenTests', 'results', 'hiddenResults'] as const)
      assert.ok(!documents(ada)[name].editable && !documents(ben)[name].editable, name);
    assert.equal(read(ada, 'hiddenTests'), 'kept');
    assert.equal(read(await comes('interviewer', 'Late'), 'hiddenTests'), 'kept');
    w.sessions[ada]?.standing.end(false);
    await w.settle();
    assert.ok(documents(ada).hiddenTests.editable && documents(ben).results.editable);
  });

  it('follow the role', async () => {
    const [ada, ben] = [await comes('interviewer'), await comes('candidate')];
    write(ada, 'tests', 'shown');
    await w.settle();
    const assign = async (role: 'candidate' | 'observer') => {
      const id = w.sessions[ada]?.people.find(({ role }) => role !== 'interviewer')?.id ?? '';
      w.sessions[ada]?.standing.assign(id, role);
      await w.settle();
    };
    await assign('observer');
    assert.deepEqual([read(ben, 'tests'), documents(ben).results.editable], ['shown', false]);
    await assign('candidate');
    assert.deepEqual([read(ben, 'tests'), documents(ben).results.editable], ['shown', true]);
  });

  it('for interviewers are dropped by somebody who is not one any more', async () => {
    const ada = await comes('interviewer');
    write(ada, 'hiddenTests', 'secret');
    await w.until(() => saved(ada) === true);
    w.cut(ada, true);
    w.sessions[ada]?.setToken(await w.token('observer', 'Ada'));
    await w.back(ada);
    await w.until(() => w.sessions[ada]?.role === 'observer' && w.sessions[ada]?.status === 'live');
    assert.deepEqual([read(ada, 'hiddenTests'), documents(ada).hiddenTests.synced], ['', false]);
    assert.ok(documents(ada).tests.synced);
  });

  it('are refused beyond their size limit, with a sentence, and the text is offered as a copy', async () => {
    w = await World.made({}, { testsBytes: 2_048 });
    const ada = await comes('interviewer');
    const lost: string[] = [];
    w.sessions[ada]?.addEventListener('refused', (event) => lost.push((event as RefusedEvent).lost ?? ''));
    write(ada, 'tests', 'y'.repeat(3_000));
    await w.settle();
    assert.deepEqual(
      [w.refusals, read(ada, 'tests'), lost[0]?.length],
      [[sentenceFor('file-too-large', { kib: 2 })], '', 3_000],
    );
  });

  it('of questions are written only by the room', async () => {
    const ada = await comes('interviewer');
    assert.ok(!documents(ada).questions.editable && !documents(ada).questionDesk.editable);
    write(ada, 'questions', 'x');
    await w.settle();
    assert.deepEqual([read(ada, 'questions'), w.refusals], ['', [sentenceFor('rooms-text')]]);
  });
});

describe('an open room', () => {
  it('has tests and results that everybody may edit', async () => {
    w = await World.of(2);
    write(0, 'tests', 'one ');
    write(1, 'results', 'two');
    await w.settle();
    assert.deepEqual([read(1, 'tests'), read(0, 'results')], ['one ', 'two']);
    w.crash();
    await w.settle();
    const late = await w.join();
    assert.deepEqual([read(late, 'tests'), read(late, 'results')], ['one ', 'two']);
  });
});

describe('a room of a version without tests', () => {
  it('refuses them with a sentence, and the text is offered as a copy', async () => {
    w = await World.made({ code: 'a\n' });
    const room = await w.existing();
    for (const id of [103, 104, 105, 106, 107, 108]) room.documents.delete(id);
    const ada = await comes('interviewer');
    const lost: string[] = [];
    w.sessions[ada]?.addEventListener('refused', (event) => lost.push((event as RefusedEvent).lost ?? ''));
    assert.ok(documents(ada).tests.synced);
    write(ada, 'tests', 'mine');
    w.type(ada, 'b');
    await w.settle();
    assert.deepEqual([lost, w.refusals.length, w.text(ada), saved(ada)], [['mine'], 1, 'a\nb', true]);
  });
});
