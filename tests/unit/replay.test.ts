/** A replay has the text of any time, with long pauses cut or not. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ChangeSet, Text } from '@codemirror/state';
import { Authorship } from '../../components/replay/authorship.js';
import { Playback } from '../../components/replay/playback.js';
import { ReplayFault, readReplay } from '../../components/replay/read-replay.js';
import { Recording } from '../../components/replay/recording.js';
import { typingAt } from '../../components/replay/render-people.js';
import { ReplayTimeline } from '../../components/replay/replay-timeline.js';
import { LogSegmentWriter } from '../../party/document/log-segment-writer.js';
import { writeQuestions } from '../../party/shared/asked-questions.js';
import type { Replay } from '../../party/shared/replay.js';
import { replayLines } from '../../party/shared/replay-lines.js';
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

/** Everything is told of a room made long before, so that times are those of the first edit on. */
const START = 1_000;

function replayOf(documents: Replay['documents'], more: Partial<Replay> = {}): Replay {
  const room = { id: 'room', title: 'Talk', createdAt: START - 5_000, ended: true };
  const people = [{ id: 'ada', name: 'Ada', role: 'candidate' as const, color: '#0b63c5' }];
  return { format: 'code-room-replay', version: 1, room, people, authors: [[1, 'ada']], documents, runs: [], ...more };
}

/** By way of a file. */
async function recorded(documents: Replay['documents'], more: Partial<Replay> = {}): Promise<Recording> {
  return new Recording(await readReplay([...replayLines(replayOf(documents, more), true)].join('')));
}

/** The milliseconds at which an edit of `log` stands in a file. */
const at = (version: number) => (version - 1) * 10;

describe('the files of a replay', () => {
  const early = { ...log(3, 1).document, id: 1, name: 'main.py' };
  const late = { ...log(9, 2).document, id: 1_001, name: 'bank.py' };
  const notes = { ...log(20, 3).document, id: 101 };
  let recording: Recording;
  before(async () => {
    recording = await recorded([early, late, notes]);
  });

  it('are those written as files, and nothing else', () => {
    assert.deepEqual(
      recording.files.list.map(({ name }) => name),
      ['main.py', 'bank.py'],
    );
    assert.equal(recording.duration, at(20));
  });

  it('include the last written one, or the first one before any edit', async () => {
    assert.equal(recording.files.lastWritten(-1)?.name, 'main.py');
    assert.equal(recording.files.lastWritten(at(9))?.name, 'bank.py');
    assert.equal((await recorded([])).files.lastWritten(5), undefined);
  });

  it('are those of the question at that time', async () => {
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
      writer.append({ version: index + 1, author: 0, sequence: index + 1, time: 2_010 + index * 1_000, change });
      text = next;
    }
    const stretches = [Buffer.from(writer.bytes()).toString('base64')];
    const questions = { id: 107, name: '', language: '', version: 3, text, stretches };
    const one = { ...log(5, 4).document, id: 1_001, name: 'one.py', question: 1 };
    const two = { ...log(9, 5).document, id: 1_002, name: 'two.py', question: 2 };
    const { files, markers } = await recorded([early, one, two, questions]);
    const there = (time: number) => files.thereAt(time).map(({ name }) => name);
    assert.deepEqual(
      [there(500), there(1_500), there(2_500), there(3_500)],
      [['main.py'], ['one.py'], ['two.py'], ['one.py']],
    );
    assert.equal(files.lastWritten(2_500)?.name, 'two.py');
    assert.deepEqual(
      markers.map(({ time, kind, label }) => [time, kind, label]),
      [
        [1_000, 'question', 'One'],
        [2_000, 'question', 'Two'],
        [3_000, 'question', 'Back to One'],
      ],
    );
  });

  it('exist from their first edit on, the first one always', () => {
    assert.equal(recording.files.thereAt(-1).length, 1);
    assert.equal(recording.files.thereAt(0).length, 2);
  });
});

describe('who types', () => {
  it('is told of the file that is written in, and of any other; each by its own last edit, for two seconds', async () => {
    const by = (author: number, time: number) => {
      const writer = new LogSegmentWriter(0, 0, 1_000);
      const change = ChangeSet.of({ from: 0, insert: 'a' }, 0);
      writer.append({ version: 1, author, sequence: 1, time: 1_000 + time, change });
      return { version: 1, text: 'a', stretches: [Buffer.from(writer.bytes()).toString('base64')] };
    };
    const about = { id: 1, name: 'main.py', language: 'python' };
    const person = { role: 'candidate' as const, color: '#0b63c5' };
    const recording = await recorded(
      [
        { ...about, ...by(1, 0) },
        { ...about, id: 1_001, ...by(2, 1_500) },
      ],
      {
        people: [
          { id: 'ada', name: 'Ada', ...person },
          { id: 'ben', name: 'Ben', ...person },
        ],
        authors: [
          [1, 'ada'],
          [2, 'ben'],
        ],
      },
    );
    const [main, other] = recording.files.list;
    const names = (time: number) => [undefined, main, other].map((file) => typingAt(recording, time, file)?.name);
    assert.deepEqual(names(1_600), ['Ben', 'Ada', 'Ben']);
    assert.deepEqual(names(2_500), ['Ben', undefined, 'Ben']);
    assert.deepEqual(names(3_600), [undefined, undefined, undefined]);
  });
});

describe('a text of a replay', () => {
  const seed = Number(process.env.CODE_ROOM_SEED ?? 1);
  const textOf = async (document: Replay['documents'][number]) => {
    const [file] = (await recorded([document])).files.list;
    return file ?? assert.fail('there is no file');
  };

  it('is that of any time, in any order', async () => {
    const { texts, document } = log(1_700, seed);
    const { history, shortened } = await textOf(document);
    assert.equal(shortened, false);
    const dice = new Dice(seed + 1);
    for (const count of [0, 1, 499, 500, 501, 1_700, ...Array.from({ length: 100 }, () => dice.below(1_701))])
      assert.equal(history.textAt(count).toString(), texts[count]?.toString(), `after ${count} edits, seed ${seed}`);
    assert.deepEqual([history.countAt(-1), history.countAt(0), history.countAt(9), history.countAt(10)], [0, 1, 1, 2]);
    assert.equal(history.countAt(Number.POSITIVE_INFINITY), 1_700);
  });

  it('starts anew where the log was compacted', async () => {
    const { texts, document } = log(700, 5);
    const whole = new LogSegmentWriter(299, 0, 2_000);
    const text = texts[300] ?? Text.empty;
    const change = ChangeSet.of({ from: 0, insert: text }, 0);
    whole.append({ version: 300, author: 0, sequence: 1, time: 2_000, change });
    const stretches = [Buffer.from(whole.bytes()).toString('base64'), ...document.stretches.slice(3)];
    const { history, shortened } = await textOf({ ...document, stretches });
    assert.equal(shortened, true);
    for (const version of [300, 301, 450, 700])
      assert.equal(history.textAt(version - 299).toString(), texts[version]?.toString());
  });

  it('of a damaged log is refused with a sentence', async () => {
    const { document } = log(10, 1);
    await assert.rejects(readReplay(replayOf([{ ...document, stretches: ['AAAAgA=='] }])), ReplayFault);
  });

  it('and its runs are played although the clock of the server stepped back', async () => {
    const first = new LogSegmentWriter(0, 0, 1_000);
    for (const version of [1, 2]) {
      const change = ChangeSet.of({ from: version - 1, insert: 'a' }, version - 1);
      first.append({ version, author: 1, sequence: version, time: 1_000 + version * 1_000, change });
    }
    const second = new LogSegmentWriter(2, 2, 2_500);
    second.append({
      version: 3,
      author: 1,
      sequence: 3,
      time: 2_500,
      change: ChangeSet.of({ from: 2, insert: 'b' }, 2),
    });
    const stretches = [first, second].map((writer) => Buffer.from(writer.bytes()).toString('base64'));
    const file = { id: 1, name: 'main.py', language: 'python', version: 3, text: 'aab', stretches };
    const run = {
      ...{ run: 1, person: 'ada', name: 'Ada', document: 1, version: 3, language: 'python', state: 'done' as const },
      ...{ startedAt: 2_900, durationMs: -400, output: [{ kind: 'stdout' as const, text: 'x' }] },
    };
    const recording = await recorded([file], { runs: [run] });
    const [played] = recording.files.list;
    assert.equal(played?.history.textAt(3).toString(), 'aab');
    assert.equal(recording.duration, 1_000);
    assert.equal(recording.runs[0]?.end?.state, 'done');
    assert.equal(recording.runs[0]?.end?.time, 900);
  });

  it('has an author for each part, as one finds by comparing texts', async () => {
    const dice = new Dice(seed);
    const writer = new LogSegmentWriter(0, 0, 1_000);
    let [text, owners] = ['', [] as (number | null)[]];
    const expected: (number | null)[][] = [[]];
    for (let version = 1; version <= 1_300; version++) {
      const from = dice.below(text.length + 1);
      const to = Math.min(text.length, from + dice.below(4));
      const author = dice.below(3);
      const insert = 'abc'.slice(0, 1 + dice.below(3));
      const change = ChangeSet.of({ from, to, insert }, text.length);
      writer.append({ version, author, sequence: version, time: 1_000 + version, change });
      text = text.slice(0, from) + insert + text.slice(to);
      owners = [...owners.slice(0, from), ...Array(insert.length).fill(author === 1 ? 0 : null), ...owners.slice(to)];
      expected.push(owners);
    }
    const stretches = [Buffer.from(writer.bytes()).toString('base64')];
    const { history } = await textOf({ id: 1, name: '', language: '', version: 1_300, text, stretches });
    const authorship = new Authorship(history, ({ person }) => person);
    for (const count of [1_300, 0, 1, 700, 501, dice.below(1_301)]) {
      const parts = authorship.after(count).flatMap(({ length, mark }) => Array(length).fill(mark));
      assert.deepEqual(parts, expected[count], `after ${count} edits, seed ${seed}`);
    }
  });
});

describe('playing a replay', () => {
  const frames = new Map<number, FrameRequestCallback>();
  let asked = 0;
  before(() => {
    globalThis.requestAnimationFrame = (callback) => {
      frames.set(++asked, callback);
      return asked;
    };
    globalThis.cancelAnimationFrame = (frame) => void frames.delete(frame);
  });
  after(() => {
    for (const name of ['requestAnimationFrame', 'cancelAnimationFrame']) Reflect.deleteProperty(globalThis, name);
  });

  it('again when it has ended is as fast as before', () => {
    const playback = new Playback(() => {
      if (!playback.playing && playback.position > 0 && playback.position === playback.duration) playback.play();
    });
    playback.open({ times: [0, 1_000], duration: 1_000 } as unknown as Recording);
    playback.play();
    for (let round = 0; round < 3; round++) {
      const [[frame, callback] = []] = frames;
      frames.delete(frame ?? 0);
      callback?.(performance.now() + 5_000);
      assert.deepEqual([frames.size, playback.playing, playback.position], [1, true, 0], `round ${round}`);
    }
    playback.pause();
    assert.equal(frames.size, 0);
  });
});

describe('the time line of a replay', () => {
  it('cuts pauses, and converts between times and places', () => {
    const times = [1_000, 1_500, 61_500, 62_000];
    const [whole, cut] = [new ReplayTimeline(times, false), new ReplayTimeline(times, true)];
    assert.deepEqual([whole.length, cut.length], [61_000, 3_000]);
    for (const line of [whole, cut]) for (const time of times) assert.equal(line.timeAt(line.placeOf(time)), time);
    assert.equal(cut.timeAt(cut.length), 62_000);
    assert.equal(whole.timeAt(10_000), 11_000);
    assert.deepEqual([new ReplayTimeline([], true).length, new ReplayTimeline([5], true).timeAt(0)], [0, 5]);
  });
});
