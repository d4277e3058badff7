// What people read: plain words, one term for one thing, sentences that end, and one form of days and times.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { duration } from '../../components/wording/times.js';
import { reportMarkdown } from '../../party/commands/report.js';
import { courseIn, durationIn, IN_ENGLISH } from '../../party/commands/report-speech.js';
import { day, dayAndTime, timeOfDay } from '../../party/shared/format-time.js';
import { readSources, withoutComments } from './sources.js';

/** Each with what is said in its place. */
const RETIRED: [words: RegExp, instead: string][] = [
  [/\bat the door\b/i, 'in the waiting room'],
  [/\bgoes on by itself\b/i, 'The room opens by itself.'],
  [/\b(is found again|lost your place|is tried again)\b/i, 'Reconnecting… / Trying again…'],
  [/\bnobody of this id\b/i, 'That person has left.'],
  [/\bsays for nobody\b|\bfrom the future\b|\blives too long\b/i, 'which claim is wrong'],
  [/>\s*Desk\b|\bthe desk\b/, 'interviewer panel'],
  [/\bTake with you\b|\bTake your code\b|\btake home\b/i, 'Download'],
  [/\ball ready on this computer\b/i, 'Is this computer ready?'],
  [/\bfetched meanwhile\b|\bFetching the\b/i, 'Downloading …'],
  [/\bYou interview\b|\bYou watch\b|\bread along\b/i, 'You are the interviewer / observing'],
  [/\bNewcomers\b/, 'new people'],
  [/\bA run is on\b/i, 'A program is running.'],
  [/\bThe run of\b|\b(run|Your run) has started\b/, 'Sam started a run.'],
  [/\bBegun\b/, 'Started'],
  [/\bsend(s|ing)? (him|her|them|somebody|\$\{name\}) away\b/i, 'remove'],
  [/\bmend\b/i, 'fix'],
  [/\bmade anew\b|\bnot any more\.|\bwhoever helps\b/i, 'plain words'],
];

/** The strings of a source, each with its line; markup counts as one string. */
function strings(source: string): string[] {
  const code = withoutComments(source);
  return [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)].map(
    ([, a, b, c]) => a ?? b ?? c ?? '',
  );
}

const sources = readSources('party', 'components', 'demo');

describe('words that people read', () => {
  it('contain no retired words', () => {
    const pages = [
      'README.md',
      'components/EMBEDDING.md',
      'party/TOKENS.md',
      'demo/PRODUCTION.md',
      'components/runner/LANGUAGES.md',
    ].map((path) => [path, readFileSync(path, 'utf8')]);
    const texts = [...[...sources].map(([path, source]) => [path, strings(source).join('\n')]), ...pages];
    const found = texts.flatMap(([path, text = '']) =>
      RETIRED.flatMap(([words, instead]) => {
        const said = words.exec(text);
        return said ? [`${path}: “${said[0]}”; say: ${instead}`] : [];
      }),
    );
    assert.deepEqual(found, []);
  });

  it('are sentences that end, wherever a sentence is expected', () => {
    const quoted = /(['"`])((?:(?!\1)[^\\]|\\.)+)\1/.source;
    const named = new RegExp(`\\b(?:sentence|detail|description)\\??\\s*[:=]\\s*${quoted}`, 'g');
    const given = new RegExp(
      `\\b(?:Problem|\\w*Error|AccessDenied|refused?|notice|expel|close|turnAway|say|Wrong)\\((?:[\\w\\s.$]+,)*\\s*${quoted}`,
      'g',
    );
    const open = [...sources].flatMap(([path, source]) => {
      // What a program finds of Node speaks as Node does.
      if (path.startsWith('components/runner/worker/javascript/')) return [];
      const code = withoutComments(source);
      return [...code.matchAll(named), ...code.matchAll(given)]
        .map(([, , text = '']) => text)
        .filter((text) => /^[A-Z].* [^$ ]+$/.test(text) && !/[.?!…}]$/.test(text))
        .map((text) => `${path}: ${text}`);
    });
    assert.deepEqual(open, []);
  });
});

describe('days and times', () => {
  const at = Date.UTC(2026, 10, 28, 19, 47);
  const MINUTE = 60_000;

  it('have one format', () => {
    assert.equal(day(at, 'UTC'), '28 November 2026');
    assert.equal(timeOfDay(at, 'UTC'), '19:47');
    assert.equal(timeOfDay(Date.UTC(2026, 0, 1, 0, 5), 'UTC'), '00:05');
    assert.equal(dayAndTime(at, 'UTC'), '28 November 2026, 19:47');
    const lasted = [85, 1200, 59_900, 59_960, 125_000, 119_600];
    const durations = ['85 ms', '1.2 s', '59.9 s', '1 min 0 s', '2 min 5 s', '2 min 0 s'];
    assert.deepEqual(lasted.map(duration), durations);
    assert.deepEqual(
      lasted.map((ms) => durationIn(IN_ENGLISH, ms)),
      durations,
    );
  });

  it('of an interview are its start, its end and its duration', () => {
    const says = (minutes?: number) =>
      courseIn(IN_ENGLISH, at, minutes === undefined ? minutes : at + minutes * MINUTE);
    const around = (course: string) => `28 November 2026. ${course}. All times are UTC.`;
    assert.equal(says(9), around('Started 19:47, ended 19:56 (9 min)'));
    assert.equal(says(0.2), around('Started 19:47, ended 19:47 (less than 1 min)'));
    assert.equal(says(75), around('Started 19:47, ended 21:02 (1 h 15 min)'));
    assert.equal(says(263), around('Started 19:47, ended 29 November 2026, 00:10 (4 h 23 min)'));
    assert.equal(says(), around('Started 19:47, not ended yet'));
  });

  it('in a report go from the first activity to the end', () => {
    const report = {
      ...{ id: 'x', title: 'Ben', brief: '', notes: '', files: [], runs: [] },
      createdAt: at - 3 * 24 * 60 * MINUTE,
      state: 'ended' as const,
      people: [
        { id: 'b', name: 'Ben', role: 'candidate' as const, edits: 2, firstEditAt: at, lastEditAt: at + 5 * MINUTE },
      ],
    };
    assert.match(
      reportMarkdown({ ...report, endedAt: at + 9 * MINUTE }),
      /\n28 November 2026\. Started 19:47, ended 19:56 \(9 min\)\. All times are UTC\.\n/,
    );
    assert.match(reportMarkdown(report), /ended 19:52 \(5 min\)/, 'an old room whose end was not noted');
    assert.match(reportMarkdown({ ...report, state: 'open' }), /Started 19:47, not ended yet\./);
    assert.match(reportMarkdown({ ...report, state: 'open', people: [] }), /Made 25 November 2026, 19:47 UTC\./);
  });

  it('are formatted by one helper only', () => {
    const others = [...sources].filter(
      ([path, source]) =>
        path !== 'party/shared/format-time.ts' && /toLocale(Date|Time)String|DateTimeFormat/.test(source),
    );
    assert.deepEqual(
      others.map(([path]) => path),
      [],
    );
  });
});
