/** A replay file that is broken or hostile: it is refused with a sentence, or played without harm. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fetchReplay, ReplayFault, readReplay, textOfReplay } from '../../components/replay/read-replay.js';
import { Recording } from '../../components/replay/recording.js';
import { endWord } from '../../components/wording/format.js';
import { spokenBy } from '../../components/wording/locale.js';
import { speech } from '../../components/wording/words.js';
import { personColor } from '../../party/shared/colors.js';
import { REPLAY_LIMITS } from '../../party/shared/replay-file.js';

const ADA = { id: 'ada', name: 'Ada', role: 'interviewer', color: '#0b63c5' };
const BEN = { id: 'ben', name: 'Ben', role: 'candidate', color: '#a4450a' };

describe('a broken or hostile replay file', () => {
  const header = {
    ...{ format: 'code-room-replay', version: 1, room: 'room', title: 'Talk', private: true, people: [ADA, BEN] },
    ...{ startedAt: '2026-11-28T19:00:00.000Z' },
    files: [
      { id: 1, kind: 'file', name: 'main.py', language: 'python' },
      { id: 1001, kind: 'file', name: 'bank.py', language: 'python' },
    ],
  };
  const lines = (...events: unknown[]) => [header, ...events].map((value) => `${JSON.stringify(value)}\n`).join('');
  const withFile = (more: object) => `${JSON.stringify({ ...header, files: [{ ...header.files[0], ...more }] })}\n`;
  const edit = (...data: unknown[]) => [1, 'edit', data];
  const many = (one: unknown, count: number) => Array(count).fill(one);
  const deep = '['.repeat(1_000_000);
  const CASES: [name: string, file: string, says: RegExp][] = [
    ['nothing', '', /not a replay/],
    ['another file', 'print(1)\n', /not a replay/],
    ['another JSON', '{"version":2,"width":80}\n[0,"o","x"]\n', /not a replay/],
    ['a later version', `${JSON.stringify({ ...header, version: 2 })}\n`, /newer version/],
    ['a header without people', `${JSON.stringify({ ...header, people: undefined })}\n`, /not a replay/],
    ['a header with a file that is hidden by a word', withFile({ hidden: 'no' }), /not a replay/],
    ['a header with a file that was removed at no time', withFile({ removed: 'x' }), /not a replay/],
    [
      'a header with too many files',
      `${JSON.stringify({ ...header, files: many(header.files[0], 501) })}\n`,
      /too large/,
    ],
    ['a header with too many people', `${JSON.stringify({ ...header, people: many(ADA, 6_001) })}\n`, /too large/],
    ['a line that is no event', lines({ x: 1 }), /line 2/],
    ['a line that is no JSON', `${lines([0, 'x', 1])}{"a\n${JSON.stringify([1, 'x', 1])}\n`, /line 3/],
    ['events in wrong order', lines([5, 'x', 1], [4, 'x', 1]), /line 3/],
    ['a time before the start', lines([-1, 'x', 1]), /line 2/],
    ['a time that no clock has', lines([8.64e15, 'x', 1]), /line 2/],
    ['a time that is no number', lines(['1', 'x', 1]), /line 2/],
    ['an edit of no file', lines(edit(7, 0, 0, 0, 'x')), /line 2/],
    ['an edit of nobody', lines(edit(0, 9, 0, 0, 'x')), /line 2/],
    ['an edit by a prototype', lines(edit('constructor', 0, 0, 0, 'x')), /line 2/],
    ['an edit past the end', lines(edit(0, 0, 1, 0, 'x')), /line 2/],
    ['a deletion past the end', lines(edit(0, 0, 0, 0, 'abc'), edit(0, 0, 1, 3, '')), /line 3/],
    ['places in wrong order', lines(edit(0, 0, 0, 0, 'abc'), edit(0, 0, 2, 0, 'x', 1, 0, 'x')), /line 3/],
    ['half a place', lines(edit(0, 0, 0, 0)), /line 2/],
    ['a place that is a fraction', lines(edit(0, 0, 0.5, 0, 'x')), /line 2/],
    ['too many places', lines(edit(0, 0, ...Array(3 * REPLAY_LIMITS.places + 3).fill(0))), /line 2/],
    ['a line that is too deep', `${lines()}${deep}\n`, /line 2/],
    ['data that are too deep', `${lines()}[1,"x",${'{"a":'.repeat(70)}1${'}'.repeat(70)}]\n`, /line 2/],
    ['a line that is too long', `${lines()}[1,"x","${'a'.repeat(REPLAY_LIMITS.lineLength)}"]\n`, /too large/],
    ['too many lines', lines() + '[1,"x",1]\n'.repeat(REPLAY_LIMITS.lines), /too large/],
    [
      'a text that is too long',
      lines(...Array.from({ length: 5 }, () => edit(0, 0, 0, 0, 'a'.repeat(REPLAY_LIMITS.textLength / 4)))),
      /too large/,
    ],
    ['a whole replay that is damaged', '{"format":"code-room-replay","version":1,"room":{"id"', /damaged/],
    ['a whole replay without logs', '{"format":"code-room-replay","version":1,"room":{}}', /damaged/],
  ];
  for (const [name, file, says] of CASES) {
    it(`with ${name} ends in a sentence`, async () => {
      await assert.rejects(readReplay(file), (error) => error instanceof ReplayFault && says.test(error.message));
    });
  }

  it('is not what has all the people and edits that a room keeps', async () => {
    const people = Array.from({ length: 5_250 }, (_, index) => ({ ...BEN, id: `${index}` }));
    const file = `${JSON.stringify({ ...header, people })}\n${'[1,"x",1]\n'.repeat(700_000)}`;
    assert.equal((await readReplay(file)).header.people.length, people.length);
  });

  it('of any strange data of known kinds is played', async () => {
    const kinds =
      'run run-end output chat interviewer-chat moments timer help questions question-desk focus activity talk proposals scores'.split(
        ' ',
      );
    const ACTIVITY = {
      ...{ id: 1, by: 'x', name: 'x', kind: 'paste', file: 'x', count: 1 },
      ...{ characters: 60, lines: 1, line: 1, seconds: 0 },
    };
    const stamped = { id: 1, by: 'x', name: 'x', text: 'x', until: 'x', kind: 'question' };
    const datas: unknown[] = [
      stamped,
      null,
      1,
      'x',
      [],
      {},
      { run: 1, by: 1, n: 1, phases: [{ minutes: 'x' }] },
      { run: {}, text: {} },
      'constructor',
      'toString',
      { toString: 1, valueOf: 1 },
      { run: 1, name: 'x', language: 'constructor', state: 'toString', durationMs: { valueOf: 1, toString: 1 } },
      { ...stamped, kind: 'constructor', state: 'constructor', why: { x: 1 }, proposal: 1 },
      { ...stamped, kind: { toString: 1, valueOf: 1 } },
      { ...ACTIVITY, why: { toString: 1, valueOf: 1 } },
      { ...ACTIVITY, kind: 'constructor', why: 1 },
      { phases: [{ name: { toString: 1, valueOf: 1 }, minutes: 1 }], startedAt: 0, pausedAt: null },
      { phases: [{ name: 'x', minutes: 1e308 }], startedAt: 1, pausedAt: 'x' },
      { n: 1, title: 'constructor', current: true, hints: [{ toString: 1, valueOf: 1 }], stage: 1 },
      { n: 1, title: 'x', current: true, hints: ['x', { toString: 1, valueOf: 1 }], stage: 2 },
      { ...stamped, until: 1, endedAt: {} },
    ];
    // A run that ends so can be seen only if it has begun.
    const begun = [1, 'run', { run: 1, name: 'x', language: 'python' }];
    for (const words of [undefined, spokenBy({ Run: 'Age' }, 'la')]) {
      speech.now = words;
      for (const data of datas) {
        const file = lines(begun, ...kinds.flatMap((kind) => [data, data].map((one) => [1, kind, one])));
        const recording = new Recording(await readReplay(file));
        const said = JSON.stringify(data);
        assert.equal(recording.duration, 1, said);
        for (const { label, person, time } of recording.markers)
          assert.deepEqual([typeof label, typeof person, typeof time], ['string', 'string', 'number'], said);
        for (const { end } of recording.runs) if (end) assert.equal(typeof endWord(end.state), 'string', said);
        assert.ok(!recording.markers.some(({ label }) => /native code|\[object|undefined|NaN/.test(label)), said);
      }
    }
    speech.now = undefined;
  });

  it('has no colour of a person but six hex digits, so that no address is fetched for one', async () => {
    const people = ['url(https://elsewhere.example/x)', '#A4450A', 'red', '#fff'].map((color, index) => ({
      ...{ id: String(index), name: 'x', role: 'candidate', color },
    }));
    const file = `${JSON.stringify({ ...header, people })}\n`;
    const recording = new Recording(await readReplay(file));
    const colors = [personColor(0), '#A4450A', personColor(2), personColor(3)];
    assert.deepEqual(
      [recording.header.people.map(({ color }) => color), recording.people.map(({ color }) => color)],
      [colors, colors],
    );
  });

  it('whose download breaks off, or never begins, is said to be unreachable, and not to be damaged', async (context) => {
    const { signal } = new AbortController();
    const answers = [
      () => Promise.reject(new TypeError('no network')),
      async () => new Response('', { status: 404 }),
      async () => {
        const parts = [new TextEncoder().encode(lines())];
        const pull = (controller: ReadableStreamDefaultController) => {
          const part = parts.shift();
          if (part) controller.enqueue(part);
          else controller.error(new TypeError('the connection was lost'));
        };
        return new Response(new ReadableStream({ pull }));
      },
    ];
    for (const answer of answers) {
      context.mock.method(globalThis, 'fetch', answer);
      await assert.rejects(
        fetchReplay('https://a.example/x', signal),
        (error) => error instanceof ReplayFault && /could not be downloaded/.test(error.message),
      );
    }
    context.mock.method(globalThis, 'fetch', async () => new Response(lines()));
    assert.equal(await fetchReplay('https://a.example/x', signal), lines());
  });

  it('that is larger than any is not even read', async () => {
    const blob = { size: REPLAY_LIMITS.bytes + 1 } as Blob;
    await assert.rejects(textOfReplay(blob), /at most 67 MB/);
  });
});
