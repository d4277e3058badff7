/** A signal reaches those who may read its document. Signals, cursors and names are coalesced, and the last of each arrives: nobody stays behind for ever. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { addFile } from '../../components/session/index.js';
import { LIMITS } from '../../party/shared/limits.js';
import type { Role } from '../../party/shared/roles.js';
import type { OutgoingMessage } from '../../party/shared/wire/client-message.js';
import type { RoomMessageOf } from '../../party/shared/wire/room-message.js';
import { Dice, World } from './world.js';

// The sessions' timers must not keep the process.
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

type Signal = RoomMessageOf<'signal'>;
type Kind = Signal['kind'];

let w: World;
let ada: number;
let ben: number;

function session(index: number) {
  const found = w.sessions[index];
  assert.ok(found);
  return found;
}

const files = (index: number) => session(index).documents.files;
const comes = async (role: Role, name: string) => w.join({ token: await w.token(role, name), name });

function signal(index: number, kind: Kind, at: number): OutgoingMessage {
  const { id, version } = files(index).shown;
  return { type: 'signal', kind, document: id, version, anchor: at, head: at };
}

/** Everything arrives, and so much time passes. */
async function passes(ms: number): Promise<void> {
  await w.settle();
  mock.timers.tick(ms);
  await w.settle();
}

/** What a session hears from now on, with its places where they are in its text. */
function heard(index: number): { kind: Kind; document: number; head: number | undefined }[] {
  const all: { kind: Kind; document: number; head: number | undefined }[] = [];
  files(index).addEventListener('signal', (event) => {
    const { kind, document, ...at } = (event as unknown as { signal: Signal }).signal;
    all.push({ kind, document, head: session(index).documents.get(document)?.locate(at)?.head });
  });
  return all;
}

const views = (index: number) =>
  [...files(index).views.values()].map(({ document, ...at }) => [
    document,
    session(index).documents.get(document)?.locate(at)?.head,
  ]);

describe('a signal', () => {
  it('reaches those who may read the document, at the place where the text is by now', async () => {
    w = await World.made({});
    ada = await comes('interviewer', 'Ada');
    ben = await comes('candidate', 'Ben');
    const oda = await comes('observer', 'Oda');
    w.type(ben, 'one\ntwo\n');
    await w.settle();
    const signals: [number, string, number | undefined][] = [];
    for (const index of [ada, ben, oda])
      files(index).addEventListener('signal', (event) => {
        const { kind, document, ...at } = (event as unknown as { signal: Signal }).signal;
        signals.push([index, kind, session(index).documents.get(document)?.locate(at)?.head]);
      });
    const { shown } = files(ada);
    files(ada).send({
      type: 'signal',
      kind: 'look',
      document: shown.id,
      version: shown.version,
      anchor: 4,
      head: 7,
    });
    await w.settle();
    assert.deepEqual(signals, [
      [ben, 'look', 7],
      [oda, 'look', 7],
    ]);
  });
});

describe('what is coalesced', () => {
  beforeEach(async () => {
    w = await World.made({ code: 'x'.repeat(500) });
    ada = await comes('interviewer', 'Ada');
    ben = await comes('candidate', 'Ben');
    await w.settle();
  });

  it('of each kind of signal the newest arrives, however many were sent, and few of the others', async () => {
    const all = heard(ada);
    for (let n = 1; n <= 300; n++) {
      files(ben).send(signal(ben, 'view', n));
      if (n % 2) files(ben).send(signal(ben, 'mark', n));
      await passes(5);
    }
    await passes(2_000);
    const last = (kind: Kind) => all.findLast((one) => one.kind === kind)?.head;
    assert.deepEqual([last('view'), last('mark')], [300, 299]);
    const most = LIMITS.signalBurst + 3.5 * LIMITS.signalsPerSecond + 2;
    assert.ok(all.length <= most, `${all.length} signals`);
  });

  it('of a request to look the newest arrives, whatever else its interviewer signals', async () => {
    const all = heard(ben);
    for (let n = 1; n <= 100; n++) {
      files(ada).send(signal(ada, 'view', n));
      files(ada).send(signal(ada, 'look', n));
      await w.settle();
    }
    await passes(5_000);
    const looks = all.filter(({ kind }) => kind === 'look');
    assert.equal(looks.at(-1)?.head, 100);
  });

  it('what somebody sees is told to whoever comes later, reloads, or was away, where it is by then', async () => {
    files(ben).send(signal(ben, 'view', 100));
    await passes(100);
    w.type(ada, 'yy', 0);
    await w.settle();
    const late = await comes('observer', 'Late');
    assert.deepEqual(views(late), [[files(ben).shown.id, 102]]);
    w.cut(ada, true);
    files(ben).send(signal(ben, 'view', 50));
    await passes(100);
    await w.back(ada);
    await passes(100);
    assert.deepEqual(views(ada), [[files(ben).shown.id, 50]]);
    await w.reload(ada);
    await passes(100);
    assert.deepEqual(views(ada), [[files(ben).shown.id, 50]]);
  });

  it('what somebody sees is known after the room was put out of memory', async () => {
    files(ben).send(signal(ben, 'view', 100));
    await passes(100);
    await w.until(() => session(ben).saved);
    assert.ok(await w.hibernate());
    const late = await comes('observer', 'Late');
    assert.deepEqual(views(late), [[files(ben).shown.id, 100]]);
  });

  it('what interviewers see of a file of theirs is told to nobody else', async () => {
    let hidden = 0;
    void addFile(files(ada), { name: 'theirs.py', hidden: true }).then(({ document }) => {
      hidden = document.id;
    });
    await w.until(() => hidden > 0);
    const shown = files(ada).list.find(({ name }) => name === 'theirs.py')?.document;
    assert.ok(shown);
    files(ada).show(shown);
    files(ada).send(signal(ada, 'view', 0));
    await passes(200);
    const [late, eve] = [await comes('observer', 'Late'), await comes('interviewer', 'Eve')];
    assert.deepEqual([views(ben), views(late), views(eve)], [[], [], [[shown.id, 0]]]);
  });

  it('a cursor that is moved while an edit is on its way ends where it is', async () => {
    const heads = () => [...session(ada).document.cursors.values()].map(({ head }) => head);
    session(ben).document.point(10, 10);
    await w.settle();
    // The pause after the first one ends before the room has the edit.
    w.type(ben, 'abc', 0);
    session(ben).document.point(7, 7);
    mock.timers.tick(60);
    await passes(100);
    assert.deepEqual(heads(), [7]);
    w.type(ben, 'def', 20);
    session(ben).document.point(400, 400);
    mock.timers.tick(60);
    session(ben).document.point(2, 2);
    await passes(100);
    assert.deepEqual(heads(), [2]);
  });

  it('somebody who comes later has the cursor of whoever has typed since they last moved it', async () => {
    session(ben).document.point(10, 10);
    await w.settle();
    w.type(ben, 'def f():\n', 10);
    session(ben).document.point(19, 19);
    await passes(100);
    w.type(ada, '#', 0);
    await passes(100);
    const late = await comes('observer', 'Late');
    for (const who of [ada, late])
      assert.deepEqual(
        [...session(who).document.cursors.values()]
          .filter(({ person }) => person.name === 'Ben')
          .map(({ head }) => head),
        [20],
      );
  });

  it('the last cursor of everybody arrives, in whichever order edits, moves and names come', async () => {
    const eve = await comes('candidate', 'Eve');
    const all = [ada, ben, eve];
    for (let seed = 1; seed <= 12; seed++) {
      const dice = new Dice(seed);
      for (let step = 0; step < 60; step++) {
        const who = all[dice.below(3)] ?? ada;
        const length = session(who).document.text.length;
        const place = dice.below(length);
        const act = dice.below(100);
        if (act < 40) session(who).document.point(place, place);
        else if (act < 62) w.type(who, 'z', place, dice.below(2));
        else if (act < 75) files(who).send(signal(who, 'view', place));
        else if (act < 80) session(who).rename(`N${dice.below(1_000)}`);
        else if (act < 82) w.cut(who);
        else if (act < 92) w.up(who);
        else w.down(who);
        if (dice.chance(30)) mock.timers.tick(dice.below(80));
      }
      await passes(5_000);
      const ends = new Map(all.map((who) => [who, 10 * seed + who]));
      for (const [who, at] of ends) {
        session(who).document.point(at, at);
        files(who).send(signal(who, 'view', at));
      }
      await passes(2_000);
      await passes(5_000);
      for (const who of all)
        for (const other of all.filter((one) => one !== who)) {
          const me = session(other).self?.id;
          const of = [...session(who).document.cursors.values()].filter(({ person }) => person.id === me);
          const known = session(who).people.find(({ id }) => id === me)?.name;
          assert.deepEqual(
            of.map(({ head }) => head),
            [ends.get(other)],
            `seed ${seed}`,
          );
          assert.equal(known, session(other).ownName, `seed ${seed}`);
        }
      for (const who of all) assert.equal(views(who).length, 2, `seed ${seed}`);
      w.agree();
    }
  });
});
