/** Private time: what a candidate types and runs stays with them until it is shown or the time is over, through reloads and crashes; then everybody has it. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { FocusKeeper } from '../../components/interview/focus-keeper.js';
import { FocusPlayer } from '../../components/interview/focus-player.js';
import type { Documents } from '../../components/session/sync/documents.js';
import { postFocus, startFocus } from '../../components/session/sync/entries.js';
import { renameFile } from '../../components/session/sync/file-changes.js';
import {
  FOCUS_LIMITS,
  type FocusStretch,
  focusLines,
  isOffer,
  isStretch,
  isWatch,
  recordingOf,
} from '../../party/shared/focus.js';
import type { Role } from '../../party/shared/roles.js';
import { dropTabStorage, makeTabStorage } from '../fixtures/tab-storage.js';
import { World } from './world.js';

// The sessions' timers must not keep the process.
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

const MINUTE = 60_000;

let w: World;
let ada: number;
let ben: number;
/** All that Ben's session has sent. */
let sent: Buffer[];

function session(index: number) {
  const found = w.sessions[index];
  assert.ok(found);
  return found;
}

const documents = (index: number): Documents => session(index).documents;
const comes = async (role: Role, name: string) => w.join({ token: await w.token(role, name), name });
const lines = (index: number) => focusLines(documents(index).focus.text.toString());
const stretches = (index: number): FocusStretch[] => lines(index).filter(isStretch);
const focusOf = (index: number) => session(index).standing.focus?.by ?? null;

async function settled<T>(asked: Promise<T>): Promise<T> {
  const answer = asked.catch((error: unknown) => error as T);
  await w.settle();
  const result = await answer;
  if (result instanceof Error) throw result;
  return result;
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Step by step, so that everybody's heartbeat is heard. */
async function passes(minutes: number): Promise<void> {
  mock.timers.tick(minutes * MINUTE);
  await w.settle();
}

const leaked = () => Buffer.concat(sent).toString('latin1').includes('canary');

describe('private time', () => {
  beforeEach(async () => {
    w = await World.made({});
    ada = await comes('interviewer', 'Ada');
    ben = await comes('candidate', 'Ben');
    w.type(ben, 'start\n');
    await w.settle();
    sent = [];
    w.record = (wire, direction, bytes) => {
      if (direction === '>' && wire === w.wires[ben]) sent.push(Buffer.from(bytes));
    };
  });

  it('takes parts of a minute, and greets whoever comes meanwhile', async () => {
    for (const minutes of [1.1, 3.00001, 19.99999]) {
      await settled(startFocus(session(ben), minutes));
      const late = await comes('observer', `Late ${minutes}`);
      assert.deepEqual([session(late).status, focusOf(late)], ['live', session(ben).self?.id]);
      await settled(postFocus(documents(ben), { end: true }));
    }
  });

  it('keeps what is typed until it is shown, and then everybody has it as one edit', async () => {
    await settled(startFocus(session(ben), 5));
    const me = session(ben).self?.id ?? '';
    assert.deepEqual([focusOf(ada), focusOf(ben)], [me, me]);
    const { version } = documents(ada).files.shown;
    for (const word of ['canary ', 'two ', 'three']) {
      w.type(ben, word);
      documents(ben).files.shown.point(1, 1);
      await passes(0.1);
    }
    assert.deepEqual([w.text(ada), w.text(ben)], ['start\n', 'start\ncanary two three']);
    assert.ok(!leaked());
    assert.equal(session(ben).saved, false);
    await settled(postFocus(documents(ben), { end: true }));
    assert.equal(focusOf(ada), null);
    w.agree('start\ncanary two three');
    assert.equal(documents(ada).files.shown.version, version + 1);
    assert.deepEqual(
      stretches(ada).map(({ by, endedAt }) => [by, endedAt !== undefined]),
      [[me, true]],
    );
  });

  it('refuses a new name for a file at once, and takes it when the time is over', async () => {
    const { shown } = documents(ben).files;
    await settled(startFocus(session(ben), 5));
    await assert.rejects(settled(renameFile(shown, 'canary.py')), { message: /private time/ });
    await settled(postFocus(documents(ben), { end: true }));
    await w.settle();
    assert.deepEqual([shown.wanted, leaked()], [null, false]);
    await settled(renameFile(shown, 'solution.py'));
    assert.equal(documents(ada).files.shown.name, 'solution.py');
  });

  it('begins before the room has answered, and not at all where it refuses', async () => {
    const asked = startFocus(session(ben), 5);
    w.type(ben, 'canary');
    while (w.wires[ben]?.up.length) w.up(ben);
    assert.ok(!leaked());
    await settled(asked);
    assert.ok(!leaked());
    await settled(postFocus(documents(ben), { end: true }));
    await assert.rejects(settled(startFocus(session(ben), FOCUS_LIMITS.minutes + 1)), {
      message: `Private time has 1 to ${FOCUS_LIMITS.minutes} minutes.`,
    });
    w.type(ben, '!');
    await w.settle();
    w.agree('start\ncanary!');
  });

  it('gets others’ edits meanwhile, mapped on both sides', async () => {
    await settled(startFocus(session(ben), 5));
    w.type(ben, 'mine ', 0);
    w.type(ada, ' theirs', 5);
    await w.settle();
    assert.equal(w.text(ben), 'mine start theirs\n');
    assert.equal(w.text(ada), 'start theirs\n');
    await settled(postFocus(documents(ben), { end: true }));
    w.agree('mine start theirs\n');
  });

  it('is over at its time, by the clock of each', async () => {
    await settled(startFocus(session(ben), 5));
    w.type(ben, 'canary');
    await passes(4.9);
    assert.equal(w.text(ada), 'start\n');
    await passes(0.2);
    w.agree('start\ncanary');
    assert.deepEqual([focusOf(ada), focusOf(ben)], [null, null]);
  });

  it('is over for the others while the candidate is away, and what was written comes when they are back', async () => {
    await settled(startFocus(session(ben), 5));
    w.type(ben, 'canary');
    w.cut(ben, true);
    await passes(6);
    assert.equal(focusOf(ada), null);
    assert.equal(w.text(ada), 'start\n');
    await w.back(ben);
    await w.settle();
    w.agree('start\ncanary');
  });

  it('is over for the others when the candidate never comes back', async () => {
    await settled(startFocus(session(ben), 5));
    w.type(ben, 'canary');
    w.vanish(ben);
    await passes(6);
    assert.equal(focusOf(ada), null);
    const late = await comes('interviewer', 'Late');
    assert.deepEqual([focusOf(late), w.text(late)], [null, 'start\n']);
    w.type(ada, 'on');
    await w.settle();
    assert.equal(w.text(late), 'start\non');
  });

  it('is over at once in a session that was closed, which has no clock running', async () => {
    await settled(startFocus(session(ben), 5));
    const { standing } = session(ben);
    w.vanish(ben);
    assert.equal(standing.focus, null);
    let heard = 0;
    standing.addEventListener('focus', () => heard++);
    await passes(6);
    assert.equal(heard, 0);
  });

  it('survives a reload, and a crash of the room', async () => {
    await settled(startFocus(session(ben), 5));
    w.type(ben, 'canary');
    await passes(0.1);
    await w.reload(ben);
    await w.settle();
    assert.equal(w.text(ben), 'start\ncanary');
    assert.ok(documents(ben).files.held);
    w.crash();
    await w.settle();
    assert.ok(documents(ben).files.held);
    w.type(ben, ' still');
    await passes(1);
    assert.ok(!leaked());
    assert.equal(w.text(ada), 'start\n');
    assert.equal(focusOf(await comes('interviewer', 'Late')), session(ben).self?.id);
    await settled(postFocus(documents(ben), { end: true }));
    w.agree('start\ncanary still');
  });

  it('keeps names and files, and says so', async () => {
    await settled(startFocus(session(ben), 5));
    const { files } = documents(ben);
    const { addFile } = await import('../../components/session/sync/file-changes.js');
    await assert.rejects(addFile(files, { name: 'canary.py', text: '' }), { message: /private time/ });
    const { propose } = await import('../../components/session/sync/proposals.js');
    const before = performance.now();
    w.type(ben, 'mine');
    await assert.rejects(propose(documents(ben), { newText: 'canary' }), { message: /private time/ });
    assert.ok(performance.now() - before < 5_000, 'at once');
    files.shown.describe({ name: 'canary.py' });
    await w.settle();
    assert.ok(!leaked());
    await settled(postFocus(documents(ben), { end: true }));
    assert.equal(documents(ada).files.shown.name, 'canary.py');
  });

  it('one at a time: nobody else takes private time, or ends it', async () => {
    const eve = await comes('candidate', 'Eve');
    await settled(startFocus(session(ben), 5));
    await assert.rejects(settled(startFocus(session(eve), 5)), {
      message: 'Private time of Ben is on already. Wait until that is over.',
    });
    assert.equal(documents(eve).files.held, false);
    await assert.rejects(settled(postFocus(documents(eve), { end: true })), /Only whoever is in private time/);
    assert.equal(focusOf(ada), session(ben).self?.id);
  });

  it('is offered by an interviewer, and taken or declined by the candidate', async () => {
    const offers = (index: number) => lines(index).flatMap((line) => (isOffer(line) ? [[line.name, line.offer]] : []));
    await assert.rejects(settled(startFocus(session(ada), 5)), { message: 'Only a candidate can do this.' });
    await settled(postFocus(documents(ada), { offer: 10 }));
    assert.deepEqual(offers(ben), [['Ada', 10]]);
    await settled(postFocus(documents(ben), { decline: true }));
    assert.deepEqual([offers(ben), offers(ada)], [[], []]);
    await settled(postFocus(documents(ada), { offer: 10 }));
    await settled(startFocus(session(ben), 10));
    assert.deepEqual(offers(ada), []);
    assert.equal(focusOf(ada), session(ben).self?.id);
  });

  describe('when the room is ended meanwhile', () => {
    const ends = (ended: boolean) => session(ada).standing.end(ended);
    const states = () => [ada, ben].map((index) => session(index).status);

    it('is over first, and what was written comes', async () => {
      await settled(startFocus(session(ben), 5));
      w.type(ben, 'canary');
      await passes(0.1);
      ends(true);
      await w.settle();
      assert.deepEqual([focusOf(ada), focusOf(ben)], [null, null]);
      w.agree('start\ncanary');
      assert.deepEqual(states(), ['live', 'live']);
      // Pressed again.
      await passes(0.02);
      ends(true);
      await w.settle();
      await passes(0.04);
      assert.deepEqual(states(), ['ended', 'ended']);
      w.agree('start\ncanary');
      assert.deepEqual(w.copies, []);
      assert.ok(stretches(ada)[0]?.endedAt);
    });

    it('waits for an edit that comes in parts', async () => {
      const room = await w.existing();
      const { changePlaces } = room.limits;
      const before = 'x\n'.repeat(changePlaces + 10);
      w.type(ben, before, 0);
      await w.settle();
      await settled(startFocus(session(ben), 5));
      const places = Array.from({ length: changePlaces + 10 }, (_, line) => ({ from: 2 * line, insert: 'y' }));
      w.edit(ben, places);
      const written = w.text(ben);
      ends(true);
      while (w.wires[ada]?.up.length) w.up(ada);
      // The first part alone has come.
      const coming = () => [...room.documents.values()].some(({ unfinished }) => unfinished.size > 0);
      for (let turn = 0; turn < 1_000 && !coming(); turn++) {
        await new Promise((resolve) => setImmediate(resolve));
        while (w.wires[ben]?.down.length) w.down(ben);
        w.up(ben);
      }
      assert.ok(coming());
      mock.timers.tick(4_000);
      assert.equal(room.record.ended, false);
      await w.settle();
      await passes(0.06);
      assert.deepEqual(states(), ['ended', 'ended']);
      w.agree(written);
    });

    it('lets the room be opened again before it has ended', async () => {
      await settled(startFocus(session(ben), 5));
      w.type(ben, 'canary');
      ends(true);
      await w.settle();
      ends(false);
      await passes(1);
      assert.deepEqual(states(), ['live', 'live']);
      w.agree('start\ncanary');
    });

    it('waits for what was written where private time was over a moment before', async () => {
      await settled(startFocus(session(ben), 5));
      w.type(ben, 'canary');
      await passes(0.1);
      const shown = postFocus(documents(ben), { end: true });
      w.up(ben);
      await turns();
      ends(true);
      while (w.wires[ada]?.up.length) w.up(ada);
      await settled(shown);
      assert.deepEqual(states(), ['live', 'live']);
      w.agree('start\ncanary');
      await passes(0.06);
      assert.deepEqual(states(), ['ended', 'ended']);
      w.agree('start\ncanary');
    });

    it('waits also where it is ended, opened and ended again at once', async () => {
      await settled(startFocus(session(ben), 5));
      w.type(ben, 'canary');
      for (const ended of [true, false, true]) {
        ends(ended);
        while (w.wires[ada]?.up.length) w.up(ada);
        await turns();
      }
      await w.settle();
      assert.deepEqual(states(), ['live', 'live']);
      await passes(0.06);
      assert.deepEqual(states(), ['ended', 'ended']);
      w.agree('start\ncanary');
    });

    it('waits from when the session has been told, which a slow disk delays', async () => {
      const room = await w.existing();
      await settled(startFocus(session(ben), 5));
      w.type(ben, 'canary');
      w.storage.instant = false;
      ends(true);
      while (w.wires[ada]?.up.length) w.up(ada);
      await turns();
      mock.timers.tick(4_000);
      assert.equal(room.record.ended, false);
      await w.settle();
      assert.deepEqual(states(), ['live', 'live']);
      w.agree('start\ncanary');
      await passes(0.06);
      assert.deepEqual(states(), ['ended', 'ended']);
    });

    it('does not wait for ever for a disk that is broken', async () => {
      const room = await w.existing();
      await settled(startFocus(session(ben), 5));
      w.storage.failing = true;
      ends(true);
      while (w.wires[ada]?.up.length) w.up(ada);
      await turns();
      for (let second = 0; second < 14; second++) {
        mock.timers.tick(1_000);
        await turns();
      }
      assert.equal(room.record.ended, false);
      mock.timers.tick(1_100);
      mock.timers.tick(3_100);
      assert.equal(room.record.ended, true);
    });

    it('does not keep the room open for somebody who is away', async () => {
      await settled(startFocus(session(ben), 5));
      w.type(ben, 'canary');
      w.vanish(ben);
      ends(true);
      await w.settle();
      await passes(0.06);
      assert.deepEqual([session(ada).status, w.text(ada)], ['ended', 'start\n']);
    });

    it('answers over HTTP when it has ended, and at once where nobody is in private time', async () => {
      const token = await w.token('interviewer', 'Ada');
      const end = (ended: boolean) => w.command({ type: 'decide', token, decision: { type: 'end', ended } });
      await settled(startFocus(session(ben), 5));
      let answered = false;
      const ending = end(true).then((answer) => {
        answered = true;
        return answer.ok;
      });
      await w.until(() => focusOf(ada) === null);
      assert.deepEqual([answered, session(ada).status], [false, 'live']);
      await passes(0.06);
      assert.equal(await ending, true);
      assert.equal(session(ada).status, 'ended');
      assert.ok((await end(false)).ok);
      assert.ok((await end(true)).ok);
      await w.settle();
      assert.equal(session(ada).status, 'ended');
    });
  });

  describe('with its recording', () => {
    const end = new AbortController();
    const keep = (index: number) => new FocusKeeper(session(index), undefined, end.signal);

    it('are handed over afterwards, and played in step', async () => {
      keep(ben);
      await settled(startFocus(session(ben), 5));
      w.type(ben, 'one');
      await passes(0.02);
      w.type(ben, ' two');
      await passes(0.5);
      w.type(ada, '#', 0);
      await w.settle();
      assert.equal(lines(ada).length, 1);
      await settled(postFocus(documents(ben), { end: true }));
      const [stretch] = stretches(ada);
      assert.ok(stretch);
      const recording = recordingOf(lines(ada), stretch);
      assert.ok(recording);
      const player = FocusPlayer.of(recording);
      assert.ok(player);
      const text = (at: number) => player.at(at)?.text.toString();
      assert.deepEqual(
        [text(0), text(1_300), text(player.length)],
        ['start\none', 'start\none two', '#start\none two'],
      );
      // Half a minute without a change is two seconds.
      assert.equal(player.length, 3_200);
      await settled(postFocus(documents(ada), { watch: stretch.id, position: 1_000, playing: true }));
      for (const index of [ada, ben]) {
        const watch = lines(index).find(isWatch);
        assert.deepEqual([watch?.name, watch?.position, watch?.playing], ['Ada', 1_000, true]);
      }
      await settled(postFocus(documents(ben), { watch: 0 }));
      assert.equal(lines(ada).find(isWatch), undefined);
    });

    it('are handed over when the room is ended meanwhile', async () => {
      keep(ben);
      await settled(startFocus(session(ben), 5));
      w.type(ben, 'one');
      await passes(0.1);
      session(ada).standing.end(true);
      await w.settle();
      await passes(0.06);
      assert.equal(session(ada).status, 'ended');
      const [stretch] = stretches(ada);
      assert.ok(stretch && recordingOf(lines(ada), stretch));
    });

    describe('and the tab', () => {
      afterEach(dropTabStorage);

      it('keeps nothing of it once the room is deleted, also where that is heard at a reload', async () => {
        const kept = makeTabStorage();
        const page = new AbortController();
        const enters = () => new FocusKeeper(session(ben), 'room', page.signal);
        enters();
        await settled(startFocus(session(ben), 5));
        w.type(ben, 'one');
        await passes(0.1);
        const before = [...kept];
        assert.equal(before.length, 1);
        // Not kept yet.
        w.type(ben, ' two');
        await w.command({ type: 'delete', token: await w.token('interviewer') });
        await w.settle();
        assert.equal(session(ben).status, 'ended');
        await passes(0.1);
        assert.equal(kept.size, 0);
        for (const [name, value] of before) kept.set(name, value);
        enters();
        assert.equal(kept.size, 0);
        page.abort();
      });

      it('keeps it while the connection is lost', async () => {
        const kept = makeTabStorage();
        const page = new AbortController();
        new FocusKeeper(session(ben), 'room', page.signal);
        await settled(startFocus(session(ben), 5));
        w.type(ben, 'one');
        await passes(0.1);
        w.cut(ben, true);
        await passes(0.1);
        assert.equal(kept.size, 1);
        page.abort();
      });

      it('is left alone by a page that has left the room', async () => {
        const kept = makeTabStorage();
        const page = new AbortController();
        new FocusKeeper(session(ben), 'room', page.signal);
        await settled(startFocus(session(ben), 5));
        w.type(ben, 'one');
        page.abort();
        await passes(0.1);
        assert.equal(kept.size, 0);
      });
    });

    it('runs stay here, and others’ runs are shown when it is over', async () => {
      keep(ben);
      await settled(startFocus(session(ben), 5));
      const ticket = await w.run(ben);
      ticket.print('stdout', 'canary\n');
      ticket.finish('done', 5);
      await w.settle();
      assert.equal(w.output(ben), 'canary\n');
      assert.equal(session(ben).run.current?.state, 'done');
      assert.equal(session(ada).run.current, null);
      const other = await w.run(ada);
      other.print('stdout', 'theirs\n');
      other.finish('done', 5);
      await w.settle();
      assert.deepEqual([w.output(ada), w.output(ben)], ['theirs\n', 'canary\n']);
      assert.ok(!leaked());
      // A short loss of connection is not the end of it.
      w.cut(ben, true);
      await w.back(ben);
      await w.settle();
      assert.ok(documents(ben).files.held);
      assert.deepEqual([w.output(ben), session(ben).run.current?.by], ['canary\n', 'Ben']);
      await settled(postFocus(documents(ben), { end: true }));
      assert.equal(w.output(ben), 'theirs\n');
      assert.ok(!leaked());
      const shared = await w.run(ben);
      shared.print('stdout', 'ours\n');
      shared.finish('done', 5);
      await w.settle();
      assert.equal(w.output(ada), 'ours\n');
    });
  });

  it('has a recording of a long text in another script, with its first part, and of two stretches', async () => {
    const end = new AbortController();
    const before = Array.from({ length: 6_000 }, (_, n) => `# ${n} 漢字かな交じり文のコメントです`);
    w.type(ben, before.join('\n'));
    await w.settle();
    new FocusKeeper(session(ben), undefined, end.signal);
    const written = (n: number) => `  値${n} = "こんにちは世界"\n`;
    for (let turn = 0; turn < 2; turn++) {
      await settled(startFocus(session(ben), 10));
      const middle = session(ben).document.text.line(3_000).from;
      for (let n = 0; n < 900; n++) {
        w.type(ben, written(n), middle);
        await passes(0.002);
      }
      await settled(postFocus(documents(ben), { end: true }));
      await passes(0.1);
      const stretch = stretches(ada).at(-1);
      assert.ok(stretch);
      const recording = recordingOf(lines(ada), stretch);
      assert.ok(recording, `the recording of stretch ${turn} is there`);
      const player = FocusPlayer.of(recording);
      const texts = [player?.at(0)?.text.toString() ?? '', player?.at(player.length)?.text.toString() ?? ''];
      assert.ok(texts[0]?.includes('# 2990 漢字'), 'what was there before');
      for (const n of [0, 450, 899]) assert.ok(texts[1]?.includes(written(n)), `what was written, ${n}`);
      assert.match(texts[1] ?? '', /^…\n[\s\S]*\n…$/);
    }
    // Those of the first stretch are still there.
    const [first] = stretches(ada);
    assert.ok(first && recordingOf(lines(ada), first));
    end.abort();
  });

  it('only its own person hands something over, when it is over, and no more than a bound', async () => {
    await settled(startFocus(session(ben), 5));
    const [stretch] = stretches(ada);
    assert.ok(stretch);
    const piece = (text: string) => ({ stretch: stretch.id, key: 'k', piece: text });
    await assert.rejects(settled(postFocus(documents(ben), piece('{}'))), /Only whoever is in private time/);
    await settled(postFocus(documents(ben), { end: true }));
    const eve = await comes('candidate', 'Eve');
    await assert.rejects(settled(postFocus(documents(eve), piece('{}'))), /Only whoever is in private time/);
    for (let n = 0; n < FOCUS_LIMITS.recording / FOCUS_LIMITS.piece; n++) {
      await settled(postFocus(documents(ben), piece('x'.repeat(FOCUS_LIMITS.piece))));
      await passes(0.1);
    }
    await assert.rejects(settled(postFocus(documents(ben), piece('x'))), /too long/);
    assert.equal(recordingOf(lines(ada), stretch), null);
  });
});
