/** A replay file: what the writer makes of what happened, and what is played of it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import { clockText, momentHash, startPositionIn } from '../../components/replay/clock-text.js';
import { readReplay } from '../../components/replay/read-replay.js';
import { Recording } from '../../components/replay/recording.js';
import { printedBy } from '../../components/replay/replay-runs.js';
import { LogSegmentWriter } from '../../party/document/log-segment-writer.js';
import type { Replay, ReplayedRun } from '../../party/shared/replay.js';
import { replayLines } from '../../party/shared/replay-lines.js';
import { resultLine } from '../../party/shared/result-lines.js';

const BEGAN = 1_000_000;
const MINUTE = 60_000;

/** A document with these texts, each at its time in milliseconds after the start. */
function document(id: number, texts: readonly (readonly [time: number, text: string, author?: number])[]) {
  const writer = new LogSegmentWriter(0, 0, BEGAN);
  let before = '';
  for (const [index, [time, text, author = 0]] of texts.entries()) {
    let start = 0;
    while (start < before.length && before[start] === text[start]) start++;
    const change = ChangeSet.of({ from: start, to: before.length, insert: text.slice(start) }, before.length);
    writer.append({ version: index + 1, author, sequence: index + 1, time: BEGAN + time, change });
    before = text;
  }
  const stretches = [Buffer.from(writer.bytes()).toString('base64')];
  return { id, name: id === 1 ? 'main.py' : '', language: 'python', version: texts.length, text: before, stretches };
}

const ADA = { id: 'ada', name: 'Ada', role: 'interviewer' as const, color: '#0b63c5' };
const BEN = { id: 'ben', name: 'Ben', role: 'candidate' as const, color: '#a4450a' };

function replayOf(documents: Replay['documents'], runs: ReplayedRun[] = []): Replay {
  const room = { id: 'room', title: 'Talk', createdAt: BEGAN - 30 * MINUTE, ended: true };
  const authors: Replay['authors'] = [
    [1, 'ada'],
    [2, 'ben'],
  ];
  return { format: 'code-room-replay', version: 1, room, people: [ADA, BEN], authors, documents, runs };
}

const fileOf = (replay: Replay, isPrivate = true) => [...replayLines(replay, isPrivate)].join('');
const stamp = (id: number, time: number) => ({ id, by: 'ben', name: 'Ben', at: BEGAN + time });

describe('a replay file', () => {
  const chat = (id: number, time: number, text: string) => `${JSON.stringify({ ...stamp(id, time), text })}\n`;
  const phases = [
    { name: 'Read', minutes: 1 },
    { name: 'Code', minutes: 20 },
  ];
  const timer = { phases, startedAt: BEGAN + MINUTE, pausedAt: null, extraMinutes: 0, extraFor: {} };
  const moment = { ...stamp(1, 4_000), kind: 'hint', text: 'the border', file: 'main.py', version: 2 };
  const activity = (count: number, why: string) =>
    `${JSON.stringify({ ...stamp(1, 30_000), kind: 'away', characters: 0, lines: 0, file: '', line: 0, seconds: 40, count, until: 1, why })}\n`;
  const begin = (id: string) =>
    `${resultLine({ type: 'begin', id, by: 'Ben', replica: 2, at: 1, names: ['one', 'two'] })}\n`;
  const result = (id: string, name: string, passed: boolean) =>
    `${resultLine({ type: 'result', id, result: { name, state: passed ? 'passed' : 'failed', durationMs: 1, hidden: false } })}\n`;
  const end = (id: string) => `${resultLine({ type: 'end', id })}\n`;
  const red = begin('a') + result('a', 'one', true) + result('a', 'two', false) + end('a');
  const green = begin('b') + result('b', 'one', true) + result('b', 'two', true) + end('b');
  const run: ReplayedRun = {
    ...{ run: 1, person: 'ben', name: 'Ben', document: 1, version: 2, language: 'python', state: 'done' },
    ...{ startedAt: BEGAN + 5_000, durationMs: 250, output: [{ kind: 'stdout', text: 'hi\n' }] },
  };
  const replay = replayOf(
    [
      document(1, [
        [-30 * MINUTE, 'a = 1\n'],
        [0, 'a = 12\n', 2],
        [2_000, '', 1],
      ]),
      document(101, [[3_000, 'quick', 1]]),
      document(105, [
        [6_000, red],
        [7_000, red + green],
      ]),
      document(109, [[8_000, 'none']]),
      document(110, [[MINUTE, JSON.stringify(timer)]]),
      document(114, [
        [10_000, `${JSON.stringify({ ...stamp(1, 10_000), until: BEGAN + 5 * MINUTE })}\n`],
        [20_000, `${JSON.stringify({ ...stamp(1, 10_000), until: BEGAN + 5 * MINUTE, endedAt: BEGAN + 20_000 })}\n`],
      ]),
      document(115, [
        [30_000, `{"log":"full"}\n${activity(1, '')}`],
        [35_000, `{"log":"full"}\n${activity(2, 'my notes')}`],
      ]),
      document(111, [
        [1_000, chat(1, 1_000, 'Hello')],
        [1_500, chat(1, 1_000, 'Hello') + chat(2, 1_500, 'Yes')],
        [9_000, chat(2, 1_500, 'Yes')],
      ]),
      document(113, [[4_000, `${JSON.stringify(moment)}\n`]]),
      document(1_001, [[3 * MINUTE, 'x', 2]]),
    ],
    [run],
  );

  it('has a header, and events in order from the first that happened after the room was made', () => {
    const [header, ...events] = fileOf(replay)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      [header.format, header.version, header.room, header.startedAt, header.private, header.people],
      ['code-room-replay', 1, 'room', new Date(BEGAN).toISOString(), true, [ADA, BEN]],
    );
    assert.deepEqual(header.files, [
      { id: 1, kind: 'file', name: 'main.py', language: 'python' },
      { id: 101, kind: 'notes', name: '', language: 'python' },
      { id: 105, kind: 'results', name: '', language: 'python' },
      { id: 1_001, kind: 'file', name: '', language: 'python' },
    ]);
    assert.deepEqual(events.slice(0, 4), [
      [0, 'edit', [0, null, 0, 0, 'a = 1\n']],
      [0, 'edit', [0, 1, 5, 1, '2\n']],
      [1_000, 'chat', { ...stamp(1, 1_000), text: 'Hello' }],
      [1_500, 'chat', { ...stamp(2, 1_500), text: 'Yes' }],
    ]);
    assert.deepEqual(
      events.filter(([, kind]) => kind !== 'edit' && kind !== 'chat').map(([time, kind]) => [time, kind]),
      [
        [4_000, 'moments'],
        [5_000, 'run'],
        [5_250, 'output'],
        [5_250, 'run-end'],
        [8_000, 'help'],
        [10_000, 'focus'],
        [20_000, 'focus'],
        [30_000, 'activity'],
        [30_000, 'activity'],
        [35_000, 'activity'],
        [MINUTE, 'timer'],
      ],
    );
    const times = events.map(([time]) => time);
    assert.deepEqual(
      times,
      [...times].sort((one, other) => one - other),
    );
  });

  it('has a marker of notes that somebody begins right after the room has put in a hint', async () => {
    const notes = document(101, [
      [1_000, 'Hint 1\n'],
      [3_000, 'Hint 1\nquick', 1],
      [40_000, 'Hint 1\nquick and clear', 1],
      [90_000, 'Hint 1\nquick and clear\nHint 2\n'],
      [110_000, 'Hint 1\nquick and clear\nHint 2\nslower', 1],
    ]);
    const recording = new Recording(await readReplay(fileOf(replayOf([notes]))));
    const times = recording.markers.map(({ kind, time }) => [kind, time]);
    assert.deepEqual(times, [
      ['note', 2_000],
      ['note', 109_000],
    ]);
  });

  it('tells which files interviewers alone may read, and which were removed and when', () => {
    const secret = { ...document(1_001, [[0, 'x']]), hidden: true as const };
    const removed = { ...document(1_002, [[0, 'x']]), removedAt: BEGAN + 2_000 };
    const [header = ''] = fileOf(replayOf([document(1, [[0, 'x']]), secret, removed])).split('\n');
    const files = (JSON.parse(header) as { files: { id: number; hidden?: unknown; removed?: unknown }[] }).files;
    assert.deepEqual(
      files.map(({ id, hidden, removed }) => [id, hidden, removed]),
      [
        [1, undefined, undefined],
        [1_001, true, undefined],
        [1_002, undefined, 2_000],
      ],
    );
  });

  it('gives the files at a moment, as a room can be made with them', async () => {
    const named = (id: number, name: string, time: number) => ({ ...document(id, [[time, `${id}`]]), name });
    const recording = new Recording(
      await readReplay(
        fileOf(
          replayOf([
            named(1, 'main.py', 0),
            { ...named(1_001, 'rubric.md', 0), hidden: true as const },
            { ...named(1_002, 'draft.py', 1_000), removedAt: BEGAN + 3_000 },
            // Of a room that did not note the time: the one that came later is the one that is meant.
            named(1_003, 'Twice.py', 1_000),
            named(1_004, 'twice.py', 4_000),
          ]),
        ),
      ),
    );
    const at = (time: number) =>
      recording.files.textsAt(time).map(({ name, text, visibility }) => [name, text, visibility]);
    const always = [
      ['main.py', '1', undefined],
      ['rubric.md', '1001', 'interviewers'],
    ];
    assert.deepEqual(at(0), always);
    assert.deepEqual(at(2_000), [...always, ['draft.py', '1002', undefined], ['Twice.py', '1003', undefined]]);
    assert.deepEqual(at(4_000), [...always, ['twice.py', '1004', undefined]]);
  });

  it('has a file whose name another got after it was removed', async () => {
    const named = (id: number, time: number, more: object = {}) => ({
      ...{ ...document(id, [[time, `${id}`]]), name: 'main.py' },
      ...more,
    });
    const { files } = new Recording(
      await readReplay(fileOf(replayOf([named(1, 0, { removedAt: BEGAN + 3_000 }), named(1_001, 1_000)]))),
    );
    const at = (time: number) => [
      files.thereAt(time).map(({ id }) => id),
      files.textsAt(time).map(({ name, text }) => `${name}: ${text}`),
    ];
    assert.deepEqual(at(2_000), [
      [1, 1_001],
      ['main.py: 1', 'main-2.py: 1001'],
    ]);
    assert.deepEqual(at(4_000), [[1_001], ['main.py: 1001']]);
  });

  it('shows the files of a moment: none that had been removed by then, and no name twice', async () => {
    const named = (id: number, name: string, time: number, more: object = {}) => ({
      ...{ ...document(id, [[time, `${id}`]]), name },
      ...more,
    });
    const { files } = new Recording(
      await readReplay(
        fileOf(
          replayOf([
            named(1, 'main.py', 0, { removedAt: BEGAN + 6_000 }),
            named(1_001, 'draft.py', 1_000, { removedAt: BEGAN + 3_000 }),
            named(1_002, 'Twice.py', 1_000),
            named(1_003, 'twice.py', 4_000),
          ]),
        ),
      ),
    );
    const tabs = (time: number) => files.thereAt(time).map(({ name }) => name);
    assert.deepEqual(tabs(0), ['main.py']);
    assert.deepEqual(tabs(2_999), ['main.py', 'draft.py', 'Twice.py']);
    assert.deepEqual(tabs(3_000), ['main.py', 'Twice.py']);
    assert.deepEqual(tabs(4_000), ['main.py', 'twice.py']);
    assert.deepEqual(tabs(6_000), ['twice.py']);
    // Back in time they are there again.
    assert.deepEqual(tabs(2_000), ['main.py', 'draft.py', 'Twice.py']);
    const shown = (time: number) => files.lastWritten(time)?.name;
    assert.deepEqual([shown(0), shown(3_500), shown(6_000)], ['main.py', 'Twice.py', 'twice.py']);
  });

  it('shows what had been removed where nothing else was left', async () => {
    const only = { ...document(1, [[0, 'x']]), removedAt: BEGAN + 1_000 };
    const { files } = new Recording(await readReplay(fileOf(replayOf([only]))));
    assert.deepEqual([files.thereAt(2_000).length, files.lastWritten(2_000)?.id, files.textsAt(2_000)], [1, 1, []]);
  });

  it('is played with markers, texts, tests and runs as they were', async () => {
    const recording = new Recording(await readReplay(fileOf(replay)));
    assert.deepEqual(
      recording.markers.map(({ time, kind, label, person }) => [time, kind, label, person]),
      [
        [1_000, 'chat', 'Ben: Hello', 'ben'],
        [1_500, 'chat', 'Ben: Yes', 'ben'],
        [3_000, 'note', 'Ada writes notes', 'ada'],
        [4_000, 'moment', 'Hint given: the border', 'ben'],
        [5_000, 'run', 'First run by Ben: done', 'ben'],
        [6_000, 'test', '1 of 2 tests passed', 'ben'],
        [7_000, 'test', 'First green: 2 of 2 tests passed', 'ben'],
        [8_000, 'help', 'Help of the editor: none', ''],
        [10_000, 'focus', 'Ben thinks in private', 'ben'],
        [20_000, 'focus', 'Ben is back from private time', 'ben'],
        [30_000, 'activity', 'Ben: Away from this page 2 times within a minute, 40 seconds in all (“my notes”)', 'ben'],
        [MINUTE, 'timer', 'Timer: Read', ''],
        [2 * MINUTE, 'timer', 'Timer: Code', ''],
      ],
    );
    const text = (time: number) =>
      recording.files.list.map(({ history }) => String(history.textAt(history.countAt(time))));
    assert.deepEqual(
      [text(0), text(2_000), text(recording.duration)],
      [
        ['a = 12\n', ''],
        ['', ''],
        ['', 'x'],
      ],
    );
    assert.equal(recording.runAt(4_999), undefined);
    assert.deepEqual(recording.runAt(5_000)?.output, [{ kind: 'stdout', text: 'hi\n', time: 5_250 }]);
  });

  it('has the output of a run as it came', async () => {
    const output = [
      { kind: 'stdout', text: 'A\nB\n' },
      { kind: 'prompt', text: '' },
      { kind: 'answer', text: 'x' },
    ] as const;
    const slow = { ...run, durationMs: 9_000, output: [...output] };
    const outputTimes: ReplayedRun['outputTimes'] = [
      [1_000, 3],
      [8_000, 6],
      [20_000, 8],
    ];
    const file = fileOf({ ...replay, runs: [{ ...slow, outputTimes }] });
    const told = file.split('\n').flatMap((line) => (line.includes('"output"') ? [JSON.parse(line)] : []));
    assert.deepEqual(
      told.map(([time, , { kind, text }]) => [time, kind, text]),
      [
        [6_000, 'stdout', 'A\n'],
        [13_000, 'stdout', 'B\n'],
        [13_000, 'prompt', ''],
        [14_000, 'answer', 'x'],
      ],
    );
    const recording = new Recording(await readReplay(file));
    const [shown] = recording.runs;
    assert.ok(shown);
    const at = (time: number) => printedBy(shown, time).map(({ text }) => text);
    assert.deepEqual(
      [at(5_999), at(6_000), at(13_000), at(14_000)],
      [[], ['A\n'], ['A\nB\n', ''], ['A\nB\n', '', 'x']],
    );
    // A room that noted nothing.
    const before = fileOf({ ...replay, runs: [slow] });
    assert.equal(before.match(/\[14000,"output"/g)?.length, 3);
  });

  it('is green first when all tests that were there then have passed in one run', async () => {
    const test = (name: string) => `${JSON.stringify({ name, kind: 'io', stdin: '', stdout: 'x' })}\n`;
    const of = (id: string, ...names: string[]) =>
      `${resultLine({ type: 'begin', id, by: 'Ben', replica: 2, at: 1, names })}\n${names.map((name) => result(id, name, true)).join('')}${end(id)}`;
    const runs = [of('a', 'one'), of('b', 'two'), of('c', 'one', 'two'), of('d', 'one', 'two', 'three')];
    const results = document(
      105,
      runs.map((_, at) => [2_000 + at * 1_000, runs.slice(0, at + 1).join('')] as const),
    );
    const tests = document(103, [
      [1_000, test('one') + test('two')],
      [4_500, test('one') + test('two') + test('three')],
    ]);
    const file = document(1, [[0, 'a = 1\n']]);
    for (const [documents, labels] of [
      [
        [file, tests, results],
        ['1 of 1 tests passed', '1 of 1 tests passed', 'First green: 2 of 2 tests passed'],
      ],
      // Of a room whose tests the file does not have nothing else is known.
      [
        [file, results],
        ['First green: 1 of 1 tests passed', '1 of 1 tests passed', '2 of 2 tests passed'],
      ],
    ] as const) {
      const { markers } = new Recording(await readReplay(fileOf(replayOf([...documents]))));
      const told = markers.filter(({ kind }) => kind === 'test').map(({ label }) => label);
      assert.deepEqual(told, [...labels, '3 of 3 tests passed']);
    }
  });

  it('plays what the server answers as JSON, too', async () => {
    for (const source of [replay, JSON.stringify(replay), JSON.stringify(replay, null, 2)]) {
      const { header, duration } = await readReplay(source);
      assert.deepEqual([header.room, duration], ['room', 3 * MINUTE]);
    }
  });

  it('without its last half line is played up to there, and unknown kinds are skipped', async () => {
    const file = fileOf(replay);
    for (const end of [
      '[99999999,"edit",[3,1,0,',
      '\n[99999999,"edi',
      '',
      `${JSON.stringify([1e8, 'a later kind', { x: 1 }])}`,
    ]) {
      const content = await readReplay(`${file}${end}`);
      assert.ok(content.events.length > 5);
    }
    assert.equal((await readReplay(file.replaceAll('\n', '\r\n'))).duration, 3 * MINUTE, 'saved with CRLF');
  });
});

describe('a moment', () => {
  it('is read from an address, and told as a time', () => {
    const read = ['a#t=754.5', '#k=x&t=3', 'a#t=-1', 'a#T=1', 'a?t=5', 'a#t=1e9', ''].map(startPositionIn);
    assert.deepEqual(read, [754_500, 3_000, null, null, null, null, null]);
    for (const ms of [0, 1, 1_001, 12_340, 754_240]) assert.equal(startPositionIn(momentHash(ms)), ms);
    assert.equal(momentHash(754_240.3), '#t=754.241');
    assert.deepEqual([clockText(0), clockText(754_900), clockText(3_600_000)], ['0:00', '12:34', '1:00:00']);
  });
});
