/** A replay has the text of any time, with long pauses cut or not. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ChangeSet, Text } from '@codemirror/state';
import { ReplayClock } from '../../components/replay/replay-clock.js';
import { ReplayDocument } from '../../components/replay/replay-document.js';
import { ReplayFiles } from '../../components/replay/replay-files.js';
import { LogSegmentWriter } from '../../party/document/log-segment-writer.js';
import { writeQuestions } from '../../party/shared/asked-questions.js';
import { Dice } from '../room/world.js';

/** A log of random edits in segments of 100, and the text after each. */
function log(edits: number, seed: number) {
  const dice = new Dice(seed);
  const texts = [Text.empty];
  const stretches: string[] = [];
  let chunk = new LogSegmentWriter(0, 0, 1_000);
  for (let version = 1; version <= edits; version++) {
    const text = texts.at(-1) ?? Text.empty;
    const from = dice.below(text.length + 1);
    const to = Math.min(text.length, from + dice.below(4));
    const change = ChangeSet.of({ from, to, insert: 'aß\n€'.slice(0, 1 + dice.below(4)) }, text.length);
    texts.push(change.apply(text));
    chunk.append({ version, author: 1, sequence: version, time: 1_000 + version * 10, change });
    if (version % 100 === 0 || version === edits) {
      stretches.push(Buffer.from(chunk.bytes()).toString('base64'));
      chunk = new LogSegmentWriter(version, texts.at(-1)?.length ?? 0, 1_000 + version * 10);
    }
  }
  const about = { id: 1, name: 'main.py', language: 'python', version: edits, text: String(texts.at(-1)) };
  return { texts, document: { ...about, stretches } };
}

describe('the files of a replay', () => {
  const early = { ...log(3, 1).document, id: 1, name: 'main.py' };
  const late = { ...log(9, 2).document, id: 1_001, name: 'bank.py' };
  const notes = { ...log(20, 3).document, id: 101 };
  const files = new ReplayFiles([early, late, notes]);

  it('are those written as files, and nothing else', () => {
    assert.deepEqual(
      files.list.map(({ name }) => name),
      ['main.py', 'bank.py'],
    );
    assert.equal(files.times.length, 12);
  });

  it('include the last written one, or the first one before any edit', () => {
    assert.equal(files.lastWritten(0)?.name, 'main.py');
    assert.equal(files.lastWritten(1_090)?.name, 'bank.py');
    assert.equal(new ReplayFiles([]).lastWritten(5), undefined);
  });

  it('are those of the question at that time', () => {
    const told = (current: number) =>
      writeQuestions([
        { n: 1, title: 'One', language: 'python', current: current === 1, hints: [], stage: 0 },
        { n: 2, title: 'Two', language: 'python', current: current === 2, hints: [], stage: 0 },
      ]);
    const writer = new LogSegmentWriter(0, 0, 1_000);
    let text = '';
    for (const [index, current] of [1, 2, 1].entries()) {
      const next = told(current);
      const change = ChangeSet.of({ from: 0, to: text.length, insert: next }, text.length);
      writer.append({ version: index + 1, author: 0, sequence: index + 1, time: 2_000 + index * 1_000, change });
      text = next;
    }
    const stretches = [Buffer.from(writer.bytes()).toString('base64')];
    const questions = { id: 107, name: '', language: '', version: 3, text, stretches };
    const one = { ...log(5, 4).document, id: 1_001, name: 'one.py', question: 1 };
    const two = { ...log(9, 5).document, id: 1_002, name: 'two.py', question: 2 };
    const replayed = new ReplayFiles([early, one, two, questions]);
    const there = (time: number) => replayed.thereAt(time).map(({ name }) => name);
    assert.deepEqual(
      [there(1_500), there(2_500), there(3_500), there(4_500)],
      [['main.py'], ['one.py'], ['two.py'], ['one.py']],
    );
    assert.equal(replayed.lastWritten(3_500)?.name, 'two.py');
    assert.deepEqual(replayed.asked, [
      { time: 2_000, title: 'One' },
      { time: 3_000, title: 'Two' },
      { time: 4_000, title: 'One' },
    ]);
    assert.deepEqual(files.asked, []);
  });

  it('exist from their first edit on, the first one always', () => {
    assert.equal(files.thereAt(0).length, 1);
    assert.equal(files.thereAt(1_010).length, 2);
  });
});

describe('the document of a replay', () => {
  it('has the text of any time, in any order', () => {
    const seed = Number(process.env.CODE_ROOM_SEED ?? 1);
    const { texts, document } = log(1_700, seed);
    const replay = new ReplayDocument(document);
    assert.equal(replay.compacted, false);
    const dice = new Dice(seed + 1);
    for (const count of [0, 1, 499, 500, 501, 1_700, ...Array.from({ length: 100 }, () => dice.below(1_701))])
      assert.equal(replay.textAt(count).toString(), texts[count]?.toString(), `after ${count} edits, seed ${seed}`);
    assert.equal(replay.countAt(0), 0);
    assert.equal(replay.countAt(1_010), 1);
    assert.equal(replay.countAt(1_019), 1);
    assert.equal(replay.countAt(Number.POSITIVE_INFINITY), 1_700);
  });

  it('starts anew where the log was compacted', () => {
    const { texts, document } = log(700, 5);
    const whole = new LogSegmentWriter(299, 0, 2_000);
    const text = texts[300] ?? Text.empty;
    const change = ChangeSet.of({ from: 0, insert: text }, 0);
    whole.append({ version: 300, author: 0, sequence: 1, time: 2_000, change });
    const stretches = [Buffer.from(whole.bytes()).toString('base64'), ...document.stretches.slice(3)];
    const replay = new ReplayDocument({ ...document, stretches });
    assert.equal(replay.compacted, true);
    for (const version of [300, 301, 450, 700])
      assert.equal(replay.textAt(version - 299).toString(), texts[version]?.toString());
  });

  it('of a damaged log is refused', () => {
    const { document } = log(10, 1);
    assert.throws(() => new ReplayDocument({ ...document, stretches: ['AAAAgA=='] }));
  });
});

describe('the clock of a replay', () => {
  it('cuts pauses, and converts between times and positions', () => {
    const times = [1_000, 1_500, 61_500, 62_000];
    const [whole, cut] = [new ReplayClock(times, false), new ReplayClock(times, true)];
    assert.deepEqual([whole.length, cut.length], [61_000, 3_000]);
    for (const tape of [whole, cut]) for (const time of times) assert.equal(tape.timeAt(tape.placeOf(time)), time);
    assert.equal(cut.timeAt(cut.length), 62_000);
    assert.equal(whole.timeAt(10_000), 11_000);
    assert.deepEqual([new ReplayClock([], true).length, new ReplayClock([5], true).timeAt(0)], [0, 5]);
  });
});
