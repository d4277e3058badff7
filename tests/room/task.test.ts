/** The task: edited as a draft that only interviewers see, and published in one step. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import type { Documents } from '../../components/session/sync/documents.js';
import { BRIEF_DOCUMENT, DRAFT_DOCUMENT } from '../../party/shared/protocol.js';
import type { Replay } from '../../party/shared/replay.js';
import type { Role } from '../../party/shared/roles.js';
import { readLogSegment } from '../../party/shared/wire/log-segment.js';
import { World } from './world.js';

// The sessions' timers must not keep the process.
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;
let ada: number;
let grace: number;
let ben: number;

function documents(index: number): Documents {
  const session = w.sessions[index];
  assert.ok(session);
  return session.documents;
}

const comes = async (role: Role, name: string = role) => w.join({ token: await w.token(role, name), name });
const task = (index: number) => documents(index).task;
const brief = (index: number) => task(index).brief.text.toString();
const draft = (index: number) => task(index).draft.text.toString();

/** Replaces a part of the draft. */
function write(index: number, insert: string, from = draft(index).length, to = from): void {
  task(index).draft.edit(ChangeSet.of({ from, to, insert }, draft(index).length));
}

/** All that has come to somebody of these words, as they would read it on the wire. */
function watch(index: number): () => string {
  let heard = '';
  const { change } = documents(index).brief;
  documents(index).brief.change = function (message) {
    const lost = change.call(this, message);
    heard += `${this.text}\n`;
    return lost;
  };
  return () => heard;
}

describe('the task', () => {
  beforeEach(async () => {
    w = await World.made({ brief: 'Sort a list.' });
    ada = await comes('interviewer', 'Ada');
    grace = await comes('interviewer', 'Grace');
    ben = await comes('candidate', 'Ben');
  });

  it('is read by all, and edited as a draft by interviewers only', async () => {
    for (const index of [ada, grace, ben, await comes('observer')]) assert.equal(brief(index), 'Sort a list.');
    assert.deepEqual([draft(ada), draft(grace), draft(ben)], ['Sort a list.', 'Sort a list.', '']);
    assert.deepEqual(
      [task(ada).draft.editable, task(ben).draft.synced, task(ben).draft.editable],
      [true, false, false],
    );
    assert.deepEqual([task(ada).brief.editable, task(ben).brief.editable], [false, false]);
  });

  it('is seen by nobody else while it is edited, and by all at once when it is published', async () => {
    const heard = watch(ben);
    for (const character of ' Quickly.') {
      write(ada, character);
      await w.settle();
    }
    assert.deepEqual(
      [draft(grace), brief(ada), brief(ben), heard()],
      ['Sort a list. Quickly.', 'Sort a list.', 'Sort a list.', ''],
    );
    assert.deepEqual([task(ada).unpublished, task(grace).unpublished, task(ben).unpublished], [true, true, false]);
    task(ada).publish();
    await w.settle();
    for (const index of [ada, grace, ben]) assert.equal(brief(index), 'Sort a list. Quickly.');
    assert.equal(heard(), 'Sort a list. Quickly.\n');
    assert.deepEqual([task(ada).unpublished, task(ada).publishing], [false, false]);
  });

  it('published before the room has all of it waits for the rest', async () => {
    write(ada, ' One.');
    write(ada, ' Two.');
    task(ada).publish();
    assert.equal(task(ada).publishing, true);
    await w.settle();
    assert.equal(brief(ben), 'Sort a list. One. Two.');
  });

  it('published by two people at the same moment is published once', async () => {
    write(ada, 'Find the longest word.', 0, draft(ada).length);
    await w.settle();
    task(ada).publish();
    task(grace).publish();
    await w.settle();
    for (const index of [ada, grace, ben]) assert.equal(brief(index), 'Find the longest word.');
    assert.equal(draft(grace), 'Find the longest word.');
  });

  it('reset by two people at the same moment is the published text once', async () => {
    write(ada, 'Something else.', 0, draft(ada).length);
    await w.settle();
    task(ada).discard();
    task(grace).discard();
    await w.settle();
    assert.deepEqual([draft(ada), draft(grace), brief(ben)], ['Sort a list.', 'Sort a list.', 'Sort a list.']);
    write(ada, ' Go on.');
    await w.settle();
    assert.equal(draft(grace), 'Sort a list. Go on.');
  });

  it('survives reload and crash as an unpublished draft', async () => {
    write(ada, ' Not yet.');
    await w.settle();
    await w.reload(ada);
    w.crash();
    await w.settle();
    assert.deepEqual(
      [draft(ada), draft(grace), brief(ben)],
      ['Sort a list. Not yet.', 'Sort a list. Not yet.', 'Sort a list.'],
    );
  });

  it('edited and published offline is published after the reconnect', async () => {
    w.cut(ada, true);
    write(ada, ' Later.');
    task(ada).publish();
    await w.settle();
    assert.equal(brief(ben), 'Sort a list.');
    await w.back(ada);
    await w.settle();
    assert.equal(brief(ben), 'Sort a list. Later.');
  });

  it('published on a dead connection is published after the reconnect', async () => {
    write(ada, ' Again.');
    await w.settle();
    task(ada).publish();
    w.cut(ada);
    await w.settle();
    assert.equal(brief(ben), 'Sort a list. Again.');
  });

  it('edited after it was published needs publishing again, also after a reconnect', async () => {
    write(ada, ' One.');
    task(ada).publish();
    await w.settle();
    write(grace, ' Two.');
    await w.settle();
    w.cut(ada);
    w.cut(grace);
    await w.settle();
    assert.deepEqual([brief(ben), draft(ada)], ['Sort a list. One.', 'Sort a list. One. Two.']);
  });

  it('of the maximum length is published completely', async () => {
    const long = 'ä'.repeat(32 * 1024);
    write(ada, long, 0, draft(ada).length);
    task(ada).publish();
    await w.settle();
    assert.equal(brief(ben), long);
    assert.deepEqual(w.refusals, []);
  });

  it('cannot be edited or published by others, nor by pages of before there were drafts', async () => {
    const change = ChangeSet.of({ from: 0, insert: 'x' }, 12);
    w.wires[ben]?.send({ type: 'draft', show: true });
    w.wires[ben]?.send({ type: 'submit', document: DRAFT_DOCUMENT, base: 0, sequence: 1, change });
    w.wires[ben]?.send({ type: 'submit', document: BRIEF_DOCUMENT, base: 1, sequence: 1, change });
    w.wires[ada]?.send({ type: 'submit', document: BRIEF_DOCUMENT, base: 1, sequence: 1, change });
    await w.settle();
    assert.deepEqual(w.refusals.sort(), [
      'Only an interviewer can change this text.',
      'Only an interviewer can change this text.',
      'The task is changed as a draft, which everybody sees when it is done. Reload the page to do so.',
      'There is no such file in this room.',
    ]);
    assert.deepEqual([brief(ada), draft(ada)], ['Sort a list.', 'Sort a list.']);
  });

  it('cannot be changed when the room has ended', async () => {
    write(ada, ' Late.');
    w.sessions[ada]?.standing.end(true);
    await w.settle();
    task(ada).publish();
    await w.settle();
    assert.equal(brief(ben), 'Sort a list.');
    assert.equal(task(ada).draft.editable, false);
  });

  it('is reported as published in facts, report and replay, which contain nothing of drafts', async () => {
    write(ada, ' Quickly.');
    task(ada).publish();
    await w.settle();
    write(ada, ' canary-7d1');
    await w.settle();
    for (const [type, role] of [
      ['facts', 'observer'],
      ['facts', 'interviewer'],
      ['report', 'interviewer'],
      ['replay', 'interviewer'],
    ] as const) {
      const answer = await w.command({ type, token: await w.token(role) });
      assert.ok(answer.ok);
      const told = JSON.stringify(answer.value);
      assert.ok(told.includes('Sort a list. Quickly.'), type);
      assert.ok(!told.includes('canary-7d1'), type);
    }
    const answer = await w.command({ type: 'replay', token: await w.token('interviewer') });
    assert.ok(answer.ok);
    const { documents: told, authors } = answer.value as Replay;
    assert.ok(!told.some(({ id }) => id === DRAFT_DOCUMENT));
    const stretches = told.find(({ id }) => id === BRIEF_DOCUMENT)?.stretches ?? [];
    const entries = stretches.flatMap((segment) => readLogSegment(Buffer.from(segment, 'base64')).entries);
    assert.deepEqual(
      entries.map(({ author }) => authors.find(([replica]) => replica === author)?.[1] ?? 'the room'),
      ['the room', w.sessions[ada]?.self?.id],
    );
  });

  it('of a room stored before there were drafts: the draft starts as the published text', async () => {
    await w.settle();
    w.storage = w.storage.crashed();
    const kept = await w.storage.read('d/102/');
    await w.storage.write(new Map([...kept.keys()].map((key) => [key, undefined])));
    await w.storage.sync();
    w.crash();
    await w.settle();
    assert.deepEqual([brief(ada), draft(ada), task(ada).unpublished], ['Sort a list.', 'Sort a list.', false]);
  });

  it('of a room without one starts empty', async () => {
    w = await World.made();
    ada = await comes('interviewer');
    assert.deepEqual([task(ada).draft.synced, task(ada).unpublished, task(ada).draft.editable], [true, false, true]);
    write(ada, 'First.');
    task(ada).publish();
    await w.settle();
    assert.equal(brief(await comes('candidate')), 'First.');
  });
});
