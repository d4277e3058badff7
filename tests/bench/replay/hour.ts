/** An interview of an hour, made up: two people who type with pauses and mistakes, run, test and write in the chat; the same for the same seed. */
import { ChangeSet } from '@codemirror/state';
import { LogSegmentWriter } from '../../../party/document/log-segment-writer.js';
import { toBase64 } from '../../../party/shared/bytes.js';
import {
  CHAT_DOCUMENT,
  MOMENTS_DOCUMENT,
  NOTES_DOCUMENT,
  RESULTS_DOCUMENT,
  TESTS_DOCUMENT,
} from '../../../party/shared/protocol.js';
import type { Replay, ReplayedRun } from '../../../party/shared/replay.js';
import { resultLine } from '../../../party/shared/result-lines.js';
import { testLine } from '../../../party/shared/test-lines.js';

const HOUR_MS = 3_600_000;
const BEGAN = Date.UTC(2026, 10, 28, 19);
/** Each segment of a log has so many edits, as a room's has after some time. */
const SEGMENT = 200;
const TESTS = 8;
const WORDS = 'for value in numbers if not seen return result total index while left right append(node)'.split(' ');

/** `keys` to `most` keys in a row, then a pause of about so long. */
interface Habit {
  author: number;
  documents: readonly number[];
  keys: [least: number, most: number];
  pauseMs: [least: number, most: number];
}

/** The candidate types more than half of the time, the interviewer now and then, into code and notes. */
const HABITS: readonly Habit[] = [
  { author: 2, documents: [1, 1, 1, 1_001], keys: [20, 80], pauseMs: [2_000, 15_000] },
  { author: 1, documents: [NOTES_DOCUMENT, NOTES_DOCUMENT, 1], keys: [20, 60], pauseMs: [30_000, 90_000] },
];

export interface MadeUpHour {
  replay: Replay;
  /** Number of edits by people. */
  keys: number;
}

interface Stroke {
  time: number;
  author: number;
  document: number;
}

export function madeUpHour(seed = 1): MadeUpHour {
  const dice = diceOf(seed);
  const strokes = HABITS.flatMap((habit) => strokesOf(habit, dice)).sort((one, other) => one.time - other.time);
  const logs = new Map<number, Log>();
  const log = (id: number) => logs.get(id) ?? logs.set(id, new Log(id)).get(id) ?? new Log(id);
  log(1).insert(0, 0, 'def solve(numbers):\n    ...\n\nprint(solve([1, 2, 3]))\n');
  log(TESTS_DOCUMENT).insert(
    0,
    0,
    names()
      .map((name) => `${testLine({ name, kind: 'io', stdin: name, stdout: '3' })}\n`)
      .join(''),
  );
  for (const { time, author, document } of strokes) log(document).key(time, author, dice);
  const runs: ReplayedRun[] = [];
  for (let time = 180_000; time < HOUR_MS; time += 100_000 + dice(80_000)) {
    if (dice(3) === 0) log(RESULTS_DOCUMENT).insert(time, 0, results(String(time), dice));
    else runs.push(runOf(runs.length + 1, time, dice));
  }
  for (let id = 1, time = 60_000; time < HOUR_MS; id++, time += 60_000 + dice(120_000)) {
    const stamp = { id, by: id % 2 ? 'ada' : 'ben', name: id % 2 ? 'Ada' : 'Ben', at: BEGAN + time };
    log(CHAT_DOCUMENT).insert(time, 0, `${JSON.stringify({ ...stamp, text: sentence(dice) })}\n`);
    const moment = { ...stamp, kind: 'good', text: sentence(dice), file: 'main.py', version: 9 };
    if (id % 3 === 0) log(MOMENTS_DOCUMENT).insert(time + 500, 0, `${JSON.stringify(moment)}\n`);
  }
  const replay: Replay = {
    ...{ format: 'code-room-replay', version: 1 },
    room: { id: 'hour', title: 'An hour', createdAt: BEGAN, ended: true },
    people: [
      { id: 'ada', name: 'Ada', role: 'interviewer', color: '#0b63c5' },
      { id: 'ben', name: 'Ben', role: 'candidate', color: '#a4450a' },
    ],
    authors: [
      [1, 'ada'],
      [2, 'ben'],
    ],
    documents: [...logs.values()].map((one) => one.told()),
    runs,
  };
  return { replay, keys: strokes.length };
}

/** The text of a document while it is written, with its log. */
class Log {
  #text = '';
  #version = 0;
  /** Where each author's caret is. */
  readonly #carets = new Map<number, number>();
  readonly #stretches: string[] = [];
  #segment = new LogSegmentWriter(0, 0, BEGAN);

  constructor(private readonly id: number) {}

  /** At the end. */
  insert(time: number, author: number, insert: string): void {
    this.#change(time, author, this.#text.length, this.#text.length, insert);
  }

  /** A key as people press them: mostly letters, now and then a mistake is taken back, or the caret goes elsewhere. */
  key(time: number, author: number, dice: Dice): void {
    const at = Math.min(this.#carets.get(author) ?? this.#text.length, this.#text.length);
    if (dice(100) < 12 && at > 0) return this.#change(time, author, at - 1, at, '');
    const elsewhere = dice(100) < 1 ? dice(this.#text.length + 1) : at;
    const word = WORDS[Math.floor(elsewhere / 6) % WORDS.length] ?? '';
    const inserted = dice(100) < 4 ? '\n    ' : (`${word} `[elsewhere % (word.length + 1)] ?? ' ');
    this.#change(time, author, elsewhere, elsewhere, inserted);
  }

  told(): Replay['documents'][number] {
    const name = this.id === 1 ? 'main.py' : this.id > 1_000 ? 'helpers.py' : '';
    const rest = this.#segment.bytes();
    return {
      ...{ id: this.id, name, language: name ? 'python' : '', version: this.#version, text: this.#text },
      stretches: [...this.#stretches, toBase64(rest)],
    };
  }

  #change(time: number, author: number, from: number, to: number, insert: string): void {
    const change = ChangeSet.of({ from, to, insert }, this.#text.length);
    this.#version++;
    this.#segment.append({ version: this.#version, author, sequence: this.#version, time: BEGAN + time, change });
    this.#text = this.#text.slice(0, from) + insert + this.#text.slice(to);
    this.#carets.set(author, from + insert.length);
    if (this.#version % SEGMENT > 0) return;
    this.#stretches.push(toBase64(this.#segment.bytes()));
    this.#segment = new LogSegmentWriter(this.#version, this.#text.length, BEGAN + time);
  }
}

function strokesOf({ author, documents, keys, pauseMs }: Habit, dice: Dice): Stroke[] {
  const strokes: Stroke[] = [];
  for (let time = 5_000; ; ) {
    time += pauseMs[0] + dice(pauseMs[1] - pauseMs[0]);
    const document = documents[dice(documents.length)] ?? 1;
    for (let key = keys[0] + dice(keys[1] - keys[0]); key > 0; key--) {
      time += 120 + dice(230);
      if (time >= HOUR_MS) return strokes;
      strokes.push({ time, author, document });
    }
  }
}

function names(): string[] {
  return Array.from({ length: TESTS }, (_, test) => `case ${test + 1}`);
}

function results(id: string, dice: Dice): string {
  const lines = names().map((name) => {
    const passed = dice(2) === 0;
    const texts = passed ? {} : { expected: '[0, 1, 2]', actual: '[0, 2, 1]', reason: 'Line 1 differs: 1 is 2.' };
    const state = passed ? ('passed' as const) : ('failed' as const);
    return resultLine({ type: 'result', id, result: { name, state, durationMs: dice(90), hidden: false, ...texts } });
  });
  const begin = resultLine({ type: 'begin', id, by: 'ben', replica: 2, at: 1, names: names() });
  return [begin, ...lines, resultLine({ type: 'end', id }), ''].join('\n');
}

function runOf(run: number, time: number, dice: Dice): ReplayedRun {
  const failed = dice(3) === 0;
  const text = failed
    ? "Traceback (most recent call last):\n  File \"main.py\", line 12, in <module>\n    print(solve([1, 2, 3]))\nTypeError: unsupported operand type(s) for +: 'int' and 'str'\n"
    : Array.from({ length: 3 + dice(12) }, (_, line) => `${line}: ${sentence(dice)}\n`).join('');
  return {
    ...{ run, person: 'ben', name: 'Ben', document: 1, version: 1, language: 'python' },
    ...{ state: failed ? 'failed' : 'done', startedAt: BEGAN + time, durationMs: 40 + dice(900) },
    output: [{ kind: failed ? 'stderr' : 'stdout', text }],
  };
}

function sentence(dice: Dice): string {
  return Array.from({ length: 4 + dice(6) }, () => WORDS[dice(WORDS.length)]).join(' ');
}

/** A whole number below the limit. */
type Dice = (limit: number) => number;

/** The same numbers for the same seed (mulberry32). */
function diceOf(seed: number): Dice {
  let state = seed | 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  };
}
