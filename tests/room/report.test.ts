/** The report attributes edits correctly, and costs no more for a crowd. */
import assert from 'node:assert/strict';
import { it, mock } from 'node:test';
import { judge } from '../../components/session/index.js';
import {
  handInScorecard,
  postChatMessage,
  postFocus,
  postMoment,
  postTimer,
  startFocus,
} from '../../components/session/sync/entries.js';
import type { Report } from '../../party/commands/report.js';
import { reportMarkdown } from '../../party/commands/report.js';
import type { DeskQuestion } from '../../party/shared/asked-questions.js';
import type { TimerChange } from '../../party/shared/entries.js';
import { anchorOf } from '../../party/shared/scorecard.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

it('a report counts everybody’s edits, and reads the log once for all', async () => {
  const w = await World.made({ code: 'text' });
  for (let n = 0; n < 12; n++) await w.join({ token: await w.token('candidate', `Person ${n}`) });
  for (const [index, edits] of [
    [3, 2],
    [5, 1],
  ] as const) {
    for (let n = 0; n < edits; n++) {
      mock.timers.tick(1_000);
      w.type(index, 'x', 0);
      await w.settle();
    }
  }
  const token = await w.token('interviewer', 'Ada');
  const read = mock.method(w.storage, 'read');
  const answer = await w.command({ type: 'report', token });
  assert.ok(answer.ok);
  assert.ok(read.mock.callCount() < 6, `${read.mock.callCount()} reads`);
  const report = answer.value as Report;
  const worked = report.people.filter(({ edits }) => edits > 0);
  assert.deepEqual(
    worked.map(({ name, edits, firstEditAt, lastEditAt }) => [name, edits, (lastEditAt ?? 0) - (firstEditAt ?? 0)]),
    [
      ['Person 3', 2, 1_000],
      ['Person 5', 1, 0],
    ],
  );
  assert.equal(report.people.length, 12);
});

it('a long history is read with pauses for people who type', async () => {
  const w = await World.made();
  await w.join({ token: await w.token('candidate', 'Bob') });
  await w.until(() => w.sessions[0]?.status === 'live');
  for (let n = 0; n < 8; n++) {
    w.type(0, 'x'.repeat(60_000), 0);
    await w.settle();
  }
  const pause = mock.method(w.clock, 'pause');
  for (const [type, role, name] of [
    ['replay', 'interviewer', 'Ada'],
    ['report', 'interviewer', 'Ada'],
    ['mine', 'candidate', 'Bob'],
  ] as const) {
    const token = await w.token(role, name);
    const before = pause.mock.callCount();
    assert.ok((await w.command({ type, token })).ok);
    const pauses = pause.mock.callCount() - before;
    // 480 kB, and a pause after each 64 KiB or the value that made it more.
    assert.ok(pauses >= 3, `${type}: ${pauses} pauses`);
  }
});

/** What a report in Markdown and JSON says. */
async function reportOf(w: World, name: string, version?: 'candidate'): Promise<string> {
  const answer = await w.command({ type: 'report', token: await w.token('interviewer', name), for: version });
  assert.ok(answer.ok);
  const report = answer.value as Report;
  return `${JSON.stringify(report)}\n${reportMarkdown(report)}`;
}

/** Once all that is on its way has arrived. */
async function settled(w: World, asked: Promise<unknown>): Promise<void> {
  await w.settle();
  await asked;
}

function waiting(w: World) {
  return {
    waits: async (ms: number): Promise<void> => {
      mock.timers.tick(ms);
      await w.settle();
    },
    /** A part of the session may be loaded first. */
    done: async <T>(asked: Promise<T>): Promise<T> => {
      for (let over = false; !over; await w.settle()) {
        void asked.finally(() => {
          over = true;
        });
        await new Promise((resolve) => setImmediate(resolve));
      }
      return asked;
    },
  };
}

const card = (level: number, evidence: string) => ({
  scores: [{ question: 0, criterion: 'The code', level, evidence, moment: 0, word: 'canary-word' }],
  summary: 'canary-summary',
});

/** A room in which everything was said that a candidate must not hear. */
async function confidentialRoom() {
  const w = await World.made({
    code: 'print("hi")',
    tests: [
      { name: 'shown', kind: 'io', stdin: '', stdout: 'hi' },
      { name: 'canary-hidden-test', kind: 'io', stdin: 'canary-input', stdout: '1', hidden: true },
    ],
  });
  for (const [role, name] of [
    ['interviewer', 'Ada'],
    ['interviewer', 'Grace'],
    ['candidate', 'Ben'],
  ] as const)
    await w.join({ token: await w.token(role, name), name });
  const [ada] = w.sessions;
  assert.ok(ada);
  const { documents } = ada;
  const { notes } = documents;
  notes.edit({ from: 0, to: 0, insert: 'canary-note' });
  w.type(2, '# mine\n', 0);
  await settled(w, postChatMessage(documents, 'canary-aside', 'interviewers'));
  await settled(w, postChatMessage(documents, 'canary-chat', 'all'));
  await settled(w, postMoment(documents, { kind: 'doubt', text: 'canary-moment' }));
  await settled(w, handInScorecard(documents, card(4, 'canary-score')));
  return w;
}

it('the candidate’s version has their code, and nothing that interviewers wrote', async () => {
  const w = await confidentialRoom();
  const report = await reportOf(w, 'Ada', 'candidate');
  assert.match(report, /# mine/);
  assert.match(report, /shown/);
  assert.match(report, /Ben/);
  assert.doesNotMatch(report, /canary|Ada|Grace|handed in/i);
});

it('the candidate’s version stays theirs when they were made an observer afterwards, and is of nobody who only observed', async () => {
  const w = await confidentialRoom();
  await w.join({ token: await w.token('observer', 'canary-guest'), name: 'canary-guest' });
  const [ada] = w.sessions;
  assert.ok(ada);
  const before = await reportOf(w, 'Ada', 'candidate');
  assert.match(before, /Ben \(candidate\): 1 edit/);
  ada.standing.assign(ada.people.find(({ name }) => name === 'Ben')?.id ?? '', 'observer');
  await w.settle();
  const report = await reportOf(w, 'Ada', 'candidate');
  assert.match(report, /Ben \(observer\): 1 edit/);
  assert.doesNotMatch(report, /canary|Ada|Grace|Nobody has joined/);
});

it('an interviewer who has not handed in scores reads none of the others', async () => {
  const w = await confidentialRoom();
  const before = await reportOf(w, 'Grace');
  assert.match(before, /left out until you have handed in your own/);
  assert.match(before, /canary-moment/);
  assert.doesNotMatch(before, /canary-score|canary-word|canary-summary|handed in scores/);
  const grace = w.sessions[1];
  assert.ok(grace);
  await settled(w, handInScorecard(grace.documents, card(2, 'no | bar `in` code')));
  const after = await reportOf(w, 'Grace');
  assert.match(after, /^\| The code \| 4 \| 2 \| two levels or more \|$/m);
  assert.match(after, /^- Ada, 4 \(Works\\, is easy to read and to change\\.\): canary\\-score; canary\\-word$/m);
  assert.match(after, /: Grace handed in scores$/m);
  const json = await w.command({ type: 'report', token: await w.token('interviewer', 'Grace') });
  assert.ok(json.ok);
  assert.deepEqual(
    json.value.scores?.map(({ name, scores }) => [name, scores[0]?.level, scores[0]?.anchor, scores[0]?.evidence]),
    [
      ['Ada', 4, 'Works, is easy to read and to change.', 'canary-score'],
      ['Grace', 2, 'Works for the main case.', 'no | bar `in` code'],
    ],
  );
});

it('the timeline names private time and proposals, each once, as data and in Markdown', async () => {
  const w = await World.made({ code: 'a\nb\nc\n', ai: 'allowed' });
  for (const [role, name] of [
    ['interviewer', 'Ada'],
    ['candidate', 'Ben'],
    ['assistant', '*Bot*'],
  ] as const)
    await w.join({ token: await w.token(role, name), name });
  const [ada, ben, bot] = w.sessions;
  assert.ok(ada && ben && bot);
  const { waits, done } = waiting(w);
  const said = async (version?: 'candidate') => {
    const answer = await w.command({ type: 'report', token: await w.token('interviewer', 'Ada'), for: version });
    assert.ok(answer.ok);
    const { timeline = [], ...rest } = answer.value as Report;
    const data = timeline.filter(({ kind }) => kind === 'private-time' || kind === 'proposal');
    return { data, words: data.map(({ what }) => what), markdown: reportMarkdown(rest) };
  };
  await done(startFocus(ben, 5));
  await waits(95_000);
  assert.deepEqual((await said()).words, ['private time of Ben began']);
  assert.match((await said()).markdown, /, Ben: not over yet$/m);
  await done(postFocus(ben.documents, { end: true }));
  const first = await done(bot.propose({ newText: 'a\nB\nBB\nc\n' }));
  await waits(2_000);
  const second = await done(bot.propose({ newText: 'a\nb\n' }));
  await waits(2_000);
  await done(judge(ben.documents, first, true));
  await waits(2_000);
  await done(judge(ada.documents, second, false));
  await waits(2_000);
  await done(startFocus(ben, 1));
  await waits(90_000);
  await done(bot.propose({ changes: [{ from: 0, insert: 'x' }] }));
  const { data, words, markdown } = await said();
  assert.deepEqual(words, [
    'private time of Ben began',
    'private time of Ben ended after 1 min 35 s',
    'proposal 1 by *Bot* for main.py, lines taken out: 1, put in: 2',
    'proposal 2 by *Bot* for main.py, lines taken out: 1, put in: 0',
    'proposal 1 by *Bot*, accepted by Ben',
    'proposal 2 by *Bot*, declined by Ada',
    'private time of Ben began',
    'private time of Ben ended after 1 min 0 s',
    'proposal 3 by *Bot* for main.py, lines taken out: 1, put in: 1',
  ]);
  assert.deepEqual(
    data.slice(0, 5).map(({ at }) => at - (data[0]?.at ?? 0)),
    [0, 95_000, 95_000, 97_000, 99_000],
  );
  const [, timeline = ''] = /## Timeline\n\n(.*?)\n\n/s.exec(markdown) ?? [];
  const lines = timeline.split('\n').filter((line) => /private time|proposal/.test(line));
  assert.equal(lines.length, words.length, timeline);
  assert.match(lines[4] ?? '', /: proposal 1 by \\\*Bot\\\*, accepted by Ben$/);
  assert.match(markdown, /^Proposal 2 by \\\*Bot\\\* for .*: declined by Ada, /m);
  // Only lines that change: not the one behind, where a place of whole lines ends.
  const changed = [...markdown.matchAll(/^`{3}diff\n(.*?)\n`{3}$/gms)].map(([, lines]) => lines?.split('\n'));
  assert.deepEqual(changed, [
    ['@@ line 2 @@', '- b', '+ B', '+ BB'],
    ['@@ line 3 @@', '- c'],
    ['@@ line 1 @@', '- a', '+ xa'],
  ]);
  // A candidate's version has their own times, and no word of others.
  assert.deepEqual(
    (await said('candidate')).words,
    words.filter((each) => each.startsWith('private')),
  );
});

it('says who ended private time: the candidate, the clock, or the end of the interview', async () => {
  const w = await World.made({ code: 'a\n' });
  for (const [role, name] of [
    ['interviewer', 'Ada'],
    ['candidate', 'Ben'],
  ] as const)
    await w.join({ token: await w.token(role, name), name });
  const ben = w.sessions[1];
  assert.ok(ben);
  const { waits, done } = waiting(w);
  await done(startFocus(ben, 5));
  await waits(60_000);
  await done(postFocus(ben.documents, { end: true }));
  await done(startFocus(ben, 1));
  await waits(90_000);
  await done(startFocus(ben, 5));
  await waits(60_000);
  const token = await w.token('interviewer', 'Ada');
  const ended = w.command({ type: 'decide', token, decision: { type: 'end', ended: true } });
  await w.until(() => ben.standing.focus === null);
  // What was written in private may still come.
  await waits(4_000);
  assert.ok((await ended).ok);
  const answer = await w.command({ type: 'report', token: await w.token('interviewer', 'Ada') });
  assert.ok(answer.ok);
  const markdown = reportMarkdown(answer.value as Report);
  const ends = [...markdown.matchAll(/^- .*, Ben: (.*, (?:ended by them|until .*))$/gm)].map(([, said]) => said);
  assert.deepEqual(ends, [
    '1 min 0 s, ended by them',
    '1 min 0 s, until its time was over',
    '1 min 0 s, until the end',
  ]);
});

it('the timeline says which phase of the timer began when, and who had more time', async () => {
  const w = await World.made({ code: 'a\n', timer: [{ name: '*Read*', minutes: 1.5 }] });
  // Tokens last for some minutes.
  const unit = 18_000;
  for (const [role, name] of [
    ['interviewer', 'Ada'],
    ['candidate', 'Ben'],
    ['candidate', 'Eve'],
  ] as const)
    await w.join({ token: await w.token(role, name), name });
  const [ada, ben, eve] = w.sessions;
  const [first, second] = [ben?.self?.id, eve?.self?.id];
  assert.ok(ada && first && second);
  const set = async (units: number, change: TimerChange) => {
    mock.timers.tick(units * unit);
    await settled(w, postTimer(ada.documents, change));
  };
  const said = async (version?: 'candidate') => {
    const answer = await w.command({ type: 'report', token: await w.token('interviewer', 'Ada'), for: version });
    assert.ok(answer.ok);
    const report = answer.value as Report;
    const { timeline = [], timer = [], ...rest } = report;
    const told = timeline.filter(({ kind }) => kind === 'timer');
    const [start = 0] = told.map(({ at }) => at);
    const lines = told.map(({ at, what }) => `${Math.round((at - start) / unit)} ${what}`);
    return { lines, timer, json: JSON.stringify(timer), markdown: reportMarkdown({ ...rest, timer }) };
  };
  const phases = [
    { name: 'Code', minutes: 1.2 },
    { name: 'Talk', minutes: 1.5 },
  ];
  assert.deepEqual((await said()).lines, []);
  await set(1, { running: true });
  await set(1, { running: false });
  await set(1, { running: true });
  await set(1, { phases, running: true });
  await set(1, { extraMinutes: 5, extraFor: { [first]: 3 } });
  await set(1, { extraFor: { [first]: 0, [second]: 2 } });
  mock.timers.tick(4 * unit);
  const phase = ['0 Timer: *Read*', '1 The timer stands still', '2 The timer goes on', '3 Timer: Code'];
  const everybody = '4 extra time for everybody: +5 min';
  const { lines, timer, markdown } = await said();
  const single = ['4 extra time of Ben: +3 min', '5 extra time of Ben: 0 min', '5 extra time of Eve: +2 min'];
  assert.deepEqual(lines, [...phase, everybody, ...single, '7 Timer: Talk']);
  assert.equal(timer.length, 7);
  assert.match(markdown, /: Timer: \\\*Read\\\*$/m);
  // One candidate does not read of another's time.
  const theirs = await said('candidate');
  assert.deepEqual(theirs.lines, [...phase, everybody, '7 Timer: Talk']);
  assert.ok(![first, second].some((id) => theirs.json.includes(id)));
  await set(0, { phases: [] });
  assert.equal((await said()).timer.at(-1)?.timer, null);
});

it('a report of a room without a timer has none, and one of a single candidate has their time', async () => {
  const w = await World.made({ code: 'a\n' });
  for (const [role, name] of [
    ['interviewer', 'Ada'],
    ['candidate', 'Ben'],
  ] as const)
    await w.join({ token: await w.token(role, name), name });
  const [ada, ben] = w.sessions;
  assert.ok(ada && ben?.self);
  assert.doesNotMatch(await reportOf(w, 'Ada'), /timer/i);
  const phases = [{ name: 'Code', minutes: 4 }];
  await settled(w, postTimer(ada.documents, { phases, extraFor: { [ben.self.id]: 3 } }));
  assert.match(await reportOf(w, 'Ada', 'candidate'), /extra time of Ben: \+3 min/);
});

it('what a level says is by the rubric of its question, and by nothing where there is none', () => {
  const levels = ['Bad', 'Fair', 'Good', 'Best'];
  const questions = [{ n: 2, rubric: [{ criterion: 'Speed', levels }] }] as unknown as DeskQuestion[];
  const of = (question: number, criterion: string, level: number) =>
    anchorOf({ question, criterion, level }, questions);
  assert.deepEqual(
    [of(2, 'Speed', 1), of(2, 'Speed', 4), of(2, 'Speed', 0), of(1, 'Speed', 1), of(2, 'The code', 1), of(0, 'Own', 1)],
    ['Bad', 'Best', undefined, undefined, undefined, undefined],
  );
});
