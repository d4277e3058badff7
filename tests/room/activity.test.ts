/** The activity log: notes what a candidate's page says of itself, no more than the room was made to; who it is about reads the same, and may say something to it. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { activityOf } from '../../components/interview/activity.js';
import { postActivity, postReason } from '../../components/session/sync/entries.js';
import { type Report, reportMarkdown } from '../../party/commands/report.js';
import { tellOwnLines } from '../../party/room/own-lines.js';
import {
  ACTIVITY_LIMITS,
  type ActivityEntry,
  type ActivityLevel,
  activityWords,
  type Noticed,
  type PostedActivity,
} from '../../party/shared/activity.js';
import { ACTIVITY_DOCUMENT } from '../../party/shared/protocol.js';
import type { Role } from '../../party/shared/roles.js';
import { RawPeer } from '../fixtures/raw-peer.js';
import { World } from './world.js';

// The sessions' timers must not keep the process.
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

const PASTE: Noticed = { kind: 'paste', characters: 312, lines: 14, file: 'main.py', line: 12, seconds: 0 };
/** Amounts that are found in frames. */
const CANARY = 4_711_001;
const EVES = 3_141_592;
const AWAY: Noticed = { kind: 'away', characters: 0, lines: 0, file: '', line: 0, seconds: 125 };

let w: World;

function session(index: number) {
  const found = w.sessions[index];
  assert.ok(found);
  return found;
}

async function room(log?: ActivityLevel): Promise<{ ada: number; ben: number }> {
  w = await World.made(log ? { log } : {});
  return { ada: await comes('interviewer', 'Ada'), ben: await comes('candidate', 'Ben') };
}

const comes = async (role: Role, name: string) => w.join({ token: await w.token(role, name), name });
const log = (index: number) => activityOf(session(index));
const words = (index: number) => log(index).map(activityWords);

async function settled<T>(asked: Promise<T>): Promise<T> {
  const answer = asked.catch((error: unknown) => error as T);
  await w.settle();
  const result = await answer;
  if (result instanceof Error) throw result;
  return result;
}

const notes = (index: number, noticed: PostedActivity) => settled(postActivity(session(index).documents, noticed));

describe('the activity log', () => {
  it('is read by candidate and interviewers in the same words', async () => {
    const { ada, ben } = await room('full');
    await notes(ben, PASTE);
    await notes(ben, AWAY);
    assert.deepEqual(words(ben), [
      'Pasted 312 characters (14 lines) from outside this room into main.py, line 12',
      'Away from this page for 2 minutes',
    ]);
    assert.deepEqual(words(ada), words(ben));
    assert.deepEqual(
      log(ada).map(({ name, by }) => [name, by]),
      [1, 2].map(() => ['Ben', session(ben).self?.id]),
    );
  });

  it('that is full refuses what is said to it', async () => {
    w = await World.made({ log: 'full' }, { testsBytes: 1024 });
    const ben = await comes('candidate', 'Ben');
    await notes(ben, PASTE);
    const [line] = log(ben);
    // Each takes six bytes.
    const long = '\u0001'.repeat(ACTIVITY_LIMITS.why);
    await assert.rejects(settled(postReason(session(ben).documents, line?.id ?? 0, long)), {
      name: 'Error',
      message: 'This holds at most 1 KiB. Remove something first.',
    });
    assert.equal(session(ben).status, 'live');
  });

  it('is one line with a count for what comes within a minute', async () => {
    const { ada, ben } = await room('full');
    for (let n = 0; n < 3; n++) {
      await notes(ben, PASTE);
      mock.timers.tick(15_000);
    }
    mock.timers.tick(ACTIVITY_LIMITS.clusterMs);
    await notes(ben, { ...PASTE, characters: 40, lines: 1 });
    assert.deepEqual(words(ada), [
      'Pasted from outside this room 3 times within a minute, 936 characters (42 lines) in all, into main.py, last in line 12',
      'Pasted 40 characters from outside this room into main.py, line 12',
    ]);
  });

  it('has a line for each time that somebody was away, since two of them are no minute', async () => {
    const { ada, ben } = await room('full');
    await notes(ben, { ...AWAY, seconds: 300 });
    mock.timers.tick(45_000);
    await notes(ben, { ...AWAY, seconds: 40 });
    assert.deepEqual(words(ada), ['Away from this page for 5 minutes', 'Away from this page for 40 seconds']);
  });

  it('says when something was, also where the room hears of it late', async () => {
    const { ada, ben } = await room('full');
    const cleo = await comes('candidate', 'Cleo');
    const now = Date.now();
    await notes(cleo, PASTE);
    await notes(ben, { ...PASTE, late: 480 });
    await notes(ben, { ...PASTE, late: 450 });
    await notes(ben, PASTE);
    // From a second window, and before what is there.
    await notes(ben, { ...PASTE, late: 30 });
    assert.deepEqual(
      log(ada).map(({ name, at, until, count }) => [name, (now - at) / 1000, (now - until) / 1000, count]),
      [
        ['Ben', 480, 450, 2],
        ['Ben', 30, 0, 2],
        ['Cleo', 0, 0, 1],
      ],
    );
    assert.equal('late' in (log(ada)[0] ?? {}), false);
    const report = await w.command({ type: 'report', token: await w.token('interviewer', 'Ada') });
    assert.ok(report.ok);
    assert.deepEqual(report.value.activityLog, log(ada));
    for (const late of [-1, 1.5, '1', null, 3_601] as number[])
      await assert.rejects(notes(ben, { ...PASTE, late }), { message: /cannot read this/ });
  });

  it('has what the candidate says to it, and nobody else says anything', async () => {
    const { ada, ben } = await room('minimal');
    const eve = await comes('candidate', 'Eve');
    await notes(ben, PASTE);
    const id = log(ben)[0]?.id ?? 0;
    await settled(postReason(session(ben).documents, id, 'From the documentation of heapq'));
    assert.equal(log(ada)[0]?.why, 'From the documentation of heapq');
    await assert.rejects(settled(postReason(session(eve).documents, id, 'x')), /no such line of yours/);
    await assert.rejects(settled(postReason(session(ada).documents, id, 'x')), /Only a candidate/);
    // What has a reason stays a line of its own.
    await notes(ben, PASTE);
    assert.equal(log(ada).length, 2);
    assert.deepEqual(log(eve), []);
  });

  it('notes less where it is minimal, whatever a page sends, and nothing where it is off', async () => {
    const { ada, ben } = await room('minimal');
    await notes(ben, PASTE);
    await assert.rejects(notes(ben, AWAY), { message: 'This room keeps no activity log.' });
    assert.deepEqual(words(ada), ['Pasted 312 characters (14 lines) from outside this room into main.py']);
    const off = await room();
    await assert.rejects(notes(off.ben, PASTE), { message: 'This room keeps no activity log.' });
    assert.deepEqual(log(off.ada), []);
  });

  it('takes only numbers, and nothing of what was pasted', async () => {
    const { ada, ben } = await room('full');
    await notes(ben, { ...PASTE, text: 'canary', file: 'canary\nb' } as Noticed);
    const [entry] = log(ada);
    assert.deepEqual([entry?.file, entry?.line], ['', 0]);
    assert.deepEqual(words(ben), ['Pasted 312 characters (14 lines) from outside this room']);
    assert.doesNotMatch(session(ada).documents.activity.text.toString(), /canary/);
    for (const characters of [-1, 1.5, '312', null, 1e9] as number[])
      await assert.rejects(notes(ben, { ...PASTE, characters }), { message: /cannot read this/ });
  });

  it('reaches no observer, in no frame', async () => {
    const { ben } = await room('full');
    await notes(ben, { ...PASTE, characters: CANARY });
    const peer = await RawPeer.as(w, 'observer', [ACTIVITY_DOCUMENT]);
    assert.doesNotMatch(peer.text, /4711001/);
    assert.ok(!peer.documents.includes(ACTIVITY_DOCUMENT));
  });

  it('of one candidate reaches no other, in no frame, whatever they ask for; interviewers have all of it', async () => {
    const { ada, ben } = await room('full');
    const eve = await comes('candidate', 'Eve');
    const frames = new Map<unknown, Buffer[]>();
    w.record = (wire, direction, bytes) => {
      if (direction === '<') frames.set(wire, [...(frames.get(wire) ?? []), Buffer.from(bytes)]);
    };
    const heard = (index: number) => Buffer.concat(frames.get(w.wires[index]) ?? []).toString('latin1');
    await notes(ben, { ...PASTE, characters: CANARY });
    await notes(eve, { ...PASTE, characters: EVES });
    await notes(ben, { ...AWAY });
    await settled(postReason(session(ben).documents, 2, '4711001 too'));
    assert.doesNotMatch(heard(eve), /4711001/);
    assert.doesNotMatch(heard(ben), /3141592/);
    assert.match(heard(ada), /4711001 too/);
    assert.deepEqual([log(ada).length, log(ben).length, log(eve).length], [3, 2, 1]);
    // Of each the document itself, not only what is shown of it.
    const text = (index: number) => session(index).documents.activity.text.toString();
    assert.deepEqual(
      [/3141592/.test(text(ben)), /4711001/.test(text(eve)), /"by"/.test(text(eve))],
      [false, false, true],
    );
    // An idle session compares its text with the room's.
    mock.timers.tick(10_000);
    await w.settle();
    for (const index of [ben, eve]) w.cut(index);
    await w.settle();
    w.crash();
    await w.settle();
    await w.reload(eve);
    await w.settle();
    await notes(ben, { ...PASTE, characters: CANARY });
    mock.timers.tick(10_000);
    await w.settle();
    const all = Buffer.concat([...frames].flatMap(([wire, sent]) => (wire === w.wires[ben] ? [] : sent)));
    assert.deepEqual([log(ben).length, log(eve).length, log(ada).length], [3, 1, 4]);
    assert.doesNotMatch(heard(eve), /4711001/);
    assert.ok(all.length > 0);
    for (const known of [[], [ACTIVITY_DOCUMENT]]) {
      const peer = await RawPeer.as(w, 'candidate', known);
      const { version } = (await w.existing()).documents.get(ACTIVITY_DOCUMENT) ?? { version: 0 };
      peer.says({ type: 'check', document: ACTIVITY_DOCUMENT, version, hash: 1 });
      await notes(ben, { ...PASTE, characters: CANARY });
      mock.timers.tick(61_000);
      peer.says({ type: 'check', document: ACTIVITY_DOCUMENT, version: version + 1, hash: 1 });
      await w.settle();
      assert.doesNotMatch(peer.text, /4711001|3141592/);
    }
  });

  it('is read once, however many candidates are told', async () => {
    const { ben } = await room('full');
    for (const name of ['Cleo', 'Dan', 'Eve']) await comes('candidate', name);
    await notes(ben, PASTE);
    await notes(ben, AWAY);
    const inside = await w.existing();
    const document = inside.documents.get(ACTIVITY_DOCUMENT);
    assert.ok(document);
    const parse = mock.method(JSON, 'parse');
    tellOwnLines(inside, document);
    const readings = parse.mock.callCount();
    parse.mock.restore();
    // The setting, and the two lines.
    assert.equal(readings, 3);
  });

  it('begins for whoever becomes a candidate, and ends for whoever becomes an observer', async () => {
    const { ada, ben } = await room('full');
    const { standing, people } = session(ada);
    const id = people.find(({ name }) => name === 'Ben')?.id ?? '';
    await notes(ben, PASTE);
    standing.assign(id, 'observer');
    await w.settle();
    assert.equal(session(ben).documents.activity.synced, false);
    standing.assign(id, 'candidate');
    await w.settle();
    assert.deepEqual(words(ben), words(ada));
    await notes(ben, AWAY);
    assert.equal(words(ben).length, 2);
  });

  it('names only files that are there and that its candidate may read', async () => {
    const { ada, ben } = await room('full');
    const { addFile } = await import('../../components/session/sync/file-changes.js');
    await settled(addFile(session(ada).documents.files, { name: 'hidden.py', hidden: true }));
    await settled(addFile(session(ada).documents.files, { name: 'shown.py' }));
    for (const [at, file] of ['hidden.py', 'no.py', '', 'shown.py'].entries())
      await notes(ben, { ...PASTE, kind: at % 2 ? 'paste' : 'insert', file });
    assert.deepEqual(
      log(ada).map(({ file, line }) => [file, line]),
      [...[1, 2, 3].map(() => ['', 0]), ['shown.py', 12]],
    );
    assert.deepEqual(words(ben), words(ada));
    assert.equal(words(ben)[0], '312 characters (14 lines) came at once');
  });

  it('is told of before joining, in the report, and in what the candidate takes home', async () => {
    const { ben } = await room('full');
    await notes(ben, PASTE);
    await settled(postReason(session(ben).documents, 2, 'MDN'));
    const waiting = await w.command({ type: 'facts', token: await w.token('candidate', 'New') });
    assert.ok(waiting.ok && waiting.value.log === 'full');
    const report = await w.command({ type: 'report', token: await w.token('interviewer', 'Ada') });
    assert.ok(report.ok);
    const line =
      'Ben: Pasted 312 characters \\(14 lines\\) from outside this room into `main.py`, line 12. They say: MDN';
    assert.equal(report.value.activityLog?.[0]?.why, 'MDN');
    assert.match(
      reportMarkdown(report.value),
      /## Activity log\n\n- 1 January 2026, \d\d:\d\d, Ben: .*They say: MDN/,
      line,
    );
    // The first lines of a long log leave it.
    const long = { ...report.value, activityLog: report.value.activityLog?.map((entry) => ({ ...entry, id: 40 })) };
    assert.match(reportMarkdown(long as Report), /## Activity log\n\nWhat was before is in the replay only\.\n\n- /);
    const mine = await w.command({ type: 'mine', token: await w.token('candidate', 'Ben') });
    assert.ok(mine.ok);
    assert.equal(mine.value.activityLog?.length, 1);
    const others = await w.command({ type: 'mine', token: await w.token('candidate', 'Eve') });
    assert.ok(others.ok);
    assert.equal(others.value.activityLog, undefined);
  });

  it('keeps its setting however long it gets', async () => {
    const { ada, ben } = await room('minimal');
    const file = `${'x'.repeat(240)}.py`;
    session(ben).document.describe({ name: file });
    await w.settle();
    for (let n = 0; n < 480; n++) {
      // Of two kinds in turns, so that each is a line of its own.
      await notes(ben, { ...PASTE, kind: n % 2 ? 'paste' : 'insert', characters: 1_000 + n, file });
      mock.timers.tick(1_000);
    }
    const all: ActivityEntry[] = log(ada);
    assert.ok(all.length > 50 && all.length < 480);
    assert.deepEqual([all.at(-1)?.characters, all.at(-1)?.file], [1_479, file]);
    await notes(ben, PASTE);
  });
});
