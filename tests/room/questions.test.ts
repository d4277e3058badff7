/** Asking questions in a room: files, tests and task change with the question, earlier ones can be restored, and unshown parts stay secret. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import type { RefusedEvent } from '../../components/session/sync/events.js';
import type { CreateCommand, RoomAnswer, RoomCommand } from '../../party/commands/command.js';
import type { DeskQuestion } from '../../party/shared/asked-questions.js';
import { readAsked, readDesk } from '../../party/shared/asked-questions.js';
import { FileList } from '../../party/shared/file-list.js';
import { ADDED_DOCUMENTS } from '../../party/shared/protocol.js';
import { type Question, questionFaults } from '../../party/shared/question.js';
import type { Role } from '../../party/shared/roles.js';
import type { StoredFiles } from '../../party/shared/stored-files.js';
import { readTests } from '../../party/shared/test-lines.js';
import type { ResultLine, TestState } from '../../party/shared/test-results.js';
import { STORAGE_KEYS } from '../../party/storage/storage-keys.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

const CANARY = 'CANARY';

/** Everything that must not be seen too early says so. */
function question(id: string, more: Partial<Question> = {}): Question {
  const part = (extension: string) => ({
    entry: `main.${extension}`,
    starter: [
      { name: `main.${extension}`, text: `${id} starts here ${CANARY}\n` },
      { name: `data-${id}.csv`, text: '1,2\n' },
      { name: `later.${extension}`, text: `${id} later ${CANARY}\n` },
    ],
    tests: [
      { name: `${id} first`, kind: 'io' as const, stdin: '', stdout: CANARY },
      { name: `${id} second`, kind: 'io' as const, stdin: '', stdout: 'b' },
    ],
    hidden: [{ name: `${id} hidden`, kind: 'code' as const, file: `hidden_test.${extension}` }],
    hiddenFiles: [{ name: `hidden_test.${extension}`, text: `HIDDEN ${CANARY}\n` }],
    solution: [{ name: `main.${extension}`, text: `SOLUTION ${CANARY}\n` }],
  });
  const made: Question = {
    id,
    title: `Title of ${id} ${CANARY}`,
    level: 2,
    topics: ['lists'],
    minutes: 20,
    brief: `Brief of ${id} ${CANARY}\n`,
    hints: [`HINT one of ${id}`, `HINT two of ${id}`],
    followUps: [`FOLLOW ${id}`],
    rubric: [{ criterion: `RUBRIC ${id}`, levels: ['a', 'b', 'c', 'd'] }],
    stages: [
      {
        title: `STAGE of ${id}`,
        brief: `STAGE text of ${id}`,
        tests: [`${id} second`],
        files: { python: ['later.py'], javascript: ['later.js'] },
      },
    ],
    languages: { python: part('py'), javascript: part('js') },
    ...more,
  };
  assert.deepEqual(questionFaults(made), []);
  return made;
}

let w: World;
let ada: number;
let ben: number;
let token: string;
const session = (index: number) => w.sessions[index] ?? assert.fail();
const documents = (index: number) => session(index).documents;
const names = (index: number) => documents(index).files.list.map(({ name }) => name);
const file = (index: number, name: string) =>
  documents(index).files.find(name)?.document ?? assert.fail(`${name} is not among ${names(index)}`);
const text = (index: number, name: string) => file(index, name).text.toString();
const write = (index: number, name: string, insert: string) => {
  const document = file(index, name);
  document.edit({ from: document.text.length, insert });
};
const brief = (index: number) => documents(index).brief.text.toString();
const tests = (index: number) => readTests(documents(index).tests.text.toString());
const desk = (index: number) => readDesk(documents(index).questionDesk.text.toString());
const asked = (index: number) => readAsked(documents(index).questions.text.toString());

async function command<C extends RoomCommand>(asks: C): Promise<RoomAnswer<C['type']>> {
  let answer: RoomAnswer<C['type']> | undefined;
  const waiting = w.command(asks).then((given) => {
    answer = given;
  });
  await w.until(() => answer !== undefined);
  await waiting;
  await w.settle();
  return answer ?? assert.fail();
}

async function done(asks: RoomCommand): Promise<DeskQuestion> {
  const answer = await command(asks);
  assert.ok(answer.ok, answer.ok ? '' : answer.detail);
  return answer.value as DeskQuestion;
}

async function refused(asks: RoomCommand): Promise<string> {
  const answer = await command(asks);
  assert.ok(!answer.ok);
  return `${answer.status} ${answer.detail}`;
}

const ask = (one: Question, more: object = {}) => done({ type: 'ask', token, question: one, reveal: true, ...more });
/** By the same interviewer, who has seen what is there. */
const turn = (n: number, more: object = {}) => done({ type: 'turn', token, n, ...more });

/** What the disk has of added files that are in no list. */
async function strays(): Promise<string[]> {
  const files = (await w.storage.read(STORAGE_KEYS.files)).get(STORAGE_KEYS.files) as StoredFiles;
  const listed = FileList.documentsOf(files);
  return [...(await w.storage.read('d/')).keys()].filter((key) => {
    const id = Number(key.split('/')[1]);
    return id >= ADDED_DOCUMENTS && !listed.includes(id);
  });
}

async function turnsUntil(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

/** Resolves when the next file that is made waits for the disk, which from then on waits for `disk()`. */
async function fileWaits(): Promise<void> {
  const { storage } = w;
  const written = storage.write.bind(storage);
  let made = false;
  storage.write = async (changes) => {
    made ||= [...changes.keys()].some((key) => /^d\/\d{4}\//.test(key));
    if (made) storage.instant = false;
    await written(changes);
  };
  await turnsUntil(() => made && storage.waiting);
  storage.write = written;
}

async function comes(role: Role, name: string = role): Promise<number> {
  const index = await w.join({ token: await w.token(role, name), name });
  await w.until(() => ['live', 'ended'].includes(session(index).status));
  return index;
}

async function begin(about: Partial<CreateCommand> = {}, limits: object = {}): Promise<void> {
  w = await World.made(about, limits);
  token = await w.token('interviewer', 'Ada');
  ada = await comes('interviewer', 'Ada');
  ben = await comes('candidate', 'Ben');
}

function results(index: number, lines: ResultLine[]): void {
  const { results: document } = documents(index);
  const insert = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  document.edit({ from: document.text.length, insert });
}

function runOf(id: string, states: Record<string, TestState>): ResultLine[] {
  const of = Object.entries(states);
  return [
    { type: 'begin', id, by: 'Ben', replica: 2, at: 0, names: of.map(([name]) => name) },
    ...of.map(
      ([name, state]): ResultLine => ({ type: 'result', id, result: { name, state, durationMs: 1, hidden: false } }),
    ),
    { type: 'end', id },
  ];
}

describe('a question that is asked', () => {
  beforeEach(() => begin());

  it('gives everybody its files, task and tests at once, and interviewers the hidden ones', async () => {
    const given = await ask(question('one'));
    assert.deepEqual([given.n, given.language, given.current], [1, 'python', true]);
    const late = await comes('observer');
    for (const index of [ben, late]) {
      assert.deepEqual(names(index), ['main.py', 'data-one.csv']);
      assert.equal(text(index, 'main.py'), `one starts here ${CANARY}\n`);
      assert.equal(brief(index), `Brief of one ${CANARY}\n`);
      assert.deepEqual(
        tests(index).map(({ name }) => name),
        ['one first'],
      );
      assert.deepEqual(asked(index), [
        { n: 1, title: `Title of one ${CANARY}`, language: 'python', current: true, hints: [], stage: 0 },
      ]);
      assert.equal(documents(index).files.entry, file(index, 'main.py'));
      assert.equal(documents(index).hiddenTests.text.toString(), '');
    }
    assert.deepEqual(names(ada), ['main.py', 'data-one.csv', 'hidden_test.py']);
    assert.match(documents(ada).hiddenTests.text.toString(), /one hidden/);
    assert.equal(desk(ada)[0]?.followUps[0], 'FOLLOW one');
    assert.ok(session(ben).saved && session(ada).saved);
  });

  it('replaces the previous one, whose files, task, tests and results are kept and can be restored', async () => {
    await ask(question('one'));
    write(ben, 'main.py', 'mine');
    results(ben, runOf('r', { 'one first': 'failed' }));
    await w.settle();
    await ask(question('two'));
    assert.deepEqual(names(ben), ['main.py', 'data-two.csv']);
    assert.equal(documents(ben).results.text.length, 0);
    write(ben, 'main.py', 'of two');
    await w.settle();
    const back = await turn(1);
    assert.deepEqual([back.n, back.current], [1, true]);
    for (const index of [ada, ben, await comes('candidate', 'Late')]) {
      assert.equal(text(index, 'main.py'), `one starts here ${CANARY}\nmine`);
      assert.equal(brief(index), `Brief of one ${CANARY}\n`);
      assert.match(documents(index).results.text.toString(), /failed/);
      assert.deepEqual(
        asked(index).map(({ n, current }) => [n, current]),
        [
          [1, true],
          [2, false],
        ],
      );
    }
    w.crash();
    await w.settle();
    await turn(2);
    assert.equal(text(ben, 'main.py'), `two starts here ${CANARY}\nof two`);
    assert.equal(desk(ada).length, 2);
  });

  it('keeps what was in the room before the first one, to return to', async () => {
    await begin({ code: 'print(1)\n', brief: 'Talk first.' });
    await ask(question('one'));
    assert.deepEqual(
      asked(ben).map(({ n, title }) => [n, title]),
      [
        [0, 'Before the questions'],
        [1, `Title of one ${CANARY}`],
      ],
    );
    await turn(0);
    assert.deepEqual([names(ben), text(ben, 'main.py'), brief(ben)], [['main.py'], 'print(1)\n', 'Talk first.']);
    await turn(1);
    assert.equal(names(ben).length, 2);
  });

  it('uses the requested language, else that of the last one, else its first', async () => {
    assert.equal((await ask(question('one'), { language: 'javascript' })).language, 'javascript');
    assert.equal(documents(ben).files.entry, file(ben, 'main.js'));
    assert.equal((await ask(question('two'))).language, 'javascript');
    const { python } = question('three').languages;
    const stages: Question['stages'] = [];
    assert.equal(
      (await ask(question('three', { languages: { python: python ?? assert.fail() }, stages }))).language,
      'python',
    );
    const wrong = await refused({ type: 'ask', token, question: question('four'), language: 'sql', reveal: true });
    assert.match(wrong, /^422 .* can be asked in python, javascript\. Choose one of these\./);
  });

  it('gives its files the language in which it is asked, those of a later stage as well', async () => {
    const inPython = question('one').languages['python'] ?? assert.fail();
    const part: typeof inPython = JSON.parse(JSON.stringify(inPython).replaceAll('.py"', '.sql"'));
    const [stage] = question('one').stages;
    const stages = [{ ...(stage ?? assert.fail()), files: { postgres: ['later.sql'] } }];
    const asks = await ask(question('one', { languages: { postgres: { ...part, hidden: [] } }, stages }));
    await done({ type: 'stage', token, n: asks.n });
    const languages = documents(ada).files.list.map(({ name, language }) => [name, language]);
    assert.deepEqual(languages, [
      ['main.sql', 'postgres'],
      ['data-one.csv', 'plaintext'],
      ['hidden_test.sql', 'postgres'],
      ['later.sql', 'postgres'],
    ]);
  });

  it('loses nothing of somebody who types in a file meanwhile', async () => {
    await ask(question('one'));
    write(ben, 'main.py', 'first ');
    const typing = ask(question('two'));
    write(ben, 'main.py', 'last');
    await typing;
    await w.settle();
    assert.equal(text(ben, 'main.py'), `two starts here ${CANARY}\n`);
    await turn(1);
    for (const index of [ada, ben]) assert.equal(text(index, 'main.py'), `one starts here ${CANARY}\nfirst last`);
    assert.deepEqual(w.refusals, []);
  });

  it('accepts edits made offline into the file of the previous one, through a reload too', async () => {
    await ask(question('one'));
    for (const [insert, reload] of [
      ['cut off', false],
      ['reloaded', true],
    ] as const) {
      const lost: (string | undefined)[] = [];
      session(ben).addEventListener('refused', (event) => lost.push((event as RefusedEvent).lost));
      await turn(1);
      w.cut(ben, true);
      write(ben, 'main.py', insert);
      mock.timers.tick(5_000);
      if (desk(ada).length < 2) await ask(question('two'));
      else await turn(2);
      if (reload) await w.reload(ben);
      else await w.back(ben);
      await w.settle();
      assert.equal(text(ben, 'main.py'), `two starts here ${CANARY}\n`);
      assert.ok(session(ben).saved);
      assert.deepEqual(lost, []);
      await turn(1);
      assert.ok(text(ada, 'main.py').endsWith(insert), text(ada, 'main.py'));
      assert.equal(text(ben, 'main.py'), text(ada, 'main.py'));
    }
  });

  it('does not stop the current run', async () => {
    await ask(question('one'));
    const starting = session(ben).run.start('python');
    await w.settle();
    await starting;
    await ask(question('two'));
    assert.equal(session(ada).run.current?.state, 'running');
  });

  it('has file names of its own: those of other questions are free, current ones are not', async () => {
    await ask(question('one'));
    await ask(question('two'));
    const { addFile } = await import('../../components/session/sync/file-changes.js');
    const outcome = async (name: string) => {
      const added = addFile(documents(ben).files, { name }).then(
        () => 'added',
        (error: Error) => error.message,
      );
      await w.settle();
      return added;
    };
    assert.equal(await outcome('data-one.csv'), 'added');
    assert.match(await outcome('data-two.csv'), /in this room already/);
    await turn(1);
    assert.deepEqual(names(ben), ['main.py', 'data-one.csv']);
  });
});

describe('a prepared question', () => {
  beforeEach(() => begin());

  it('is known only to interviewers: in no frame, answer or stored value of others', async () => {
    const heard: string[] = [];
    const decoder = new TextDecoder('latin1');
    w.record = (wire, direction, bytes) => {
      if (direction === '<' && wire !== w.wires[ada]) heard.push(decoder.decode(bytes));
    };
    const prepared = await ask(question('one'), { reveal: false });
    assert.deepEqual([prepared.askedAt, prepared.current], [null, false]);
    const [late, observer] = [await comes('candidate', 'Late'), await comes('observer')];
    assert.equal(desk(ada).length, 1);
    for (const role of ['candidate', 'observer'] as const) {
      const theirs = await w.token(role, 'Late');
      for (const type of [
        'facts',
        'code',
        'questions',
        ...(role === 'candidate' ? (['mine'] as const) : []),
      ] as const) {
        const answer = await command({ type, token: theirs });
        assert.ok(answer.ok);
        heard.push(JSON.stringify(answer.value));
      }
    }
    w.record = null;
    assert.doesNotMatch(heard.join('\n'), /CANARY|one|HINT|FOLLOW|RUBRIC|STAGE/);
    for (const index of [ben, late, observer]) assert.deepEqual(asked(index), []);
  });

  it('does not reveal hints, hidden tests, stages and rubric when it is shown, except those given', async () => {
    const heard: string[] = [];
    const decoder = new TextDecoder('latin1');
    await ask(question('one'), { reveal: false });
    w.record = (wire, direction, bytes) => {
      if (direction === '<' && wire !== w.wires[ada]) heard.push(decoder.decode(bytes));
    };
    await turn(1);
    await comes('candidate', 'Late');
    await ask(question('two'));
    await turn(1);
    const secrets = /HIDDEN|SOLUTION|HINT|FOLLOW|RUBRIC|STAGE|hidden_test|one hidden|later/;
    assert.doesNotMatch(heard.join('\n'), secrets);
    for (const type of ['facts', 'code', 'questions', 'mine'] as const) {
      const answer = await command({ type, token: await w.token('candidate', 'Ben') });
      assert.ok(answer.ok);
      assert.doesNotMatch(JSON.stringify(answer.value), secrets, type);
    }
    await done({ type: 'hint', token, n: 1 });
    assert.match(heard.join('\n'), /HINT one of one/);
    assert.doesNotMatch(heard.join('\n'), /HINT two/);
  });

  it('is shown to everybody at once, in a language that is chosen then', async () => {
    await ask(question('one'), { reveal: false });
    assert.equal((await turn(1, { language: 'javascript' })).language, 'javascript');
    assert.deepEqual(names(ben), ['main.js', 'data-one.csv']);
  });

  it('can be there from the room’s creation, in order', async () => {
    await begin({ questions: [question('one'), question('two')], language: 'javascript' });
    assert.deepEqual(
      desk(ada).map(({ n, id, askedAt, language }) => [n, id, askedAt, language]),
      [
        [1, 'one', null, 'javascript'],
        [2, 'two', null, 'javascript'],
      ],
    );
    assert.deepEqual([asked(ben), names(ben)], [[], ['main.js']]);
    await turn(2);
    assert.deepEqual(names(ben), ['main.js', 'data-two.csv']);
    assert.deepEqual(
      asked(ben).map(({ n }) => n),
      [2],
    );
  });
});

describe('while a question is worked on', () => {
  beforeEach(async () => {
    await begin();
    await ask(question('one'));
  });

  it('hints are given one at a time, below the task, and recorded with their time', async () => {
    mock.timers.tick(1_000);
    const first = await done({ type: 'hint', token, n: 1 });
    assert.deepEqual([first.hints[0]?.at, first.hints[1]?.at], [Date.now(), null]);
    assert.equal(brief(ben), `Brief of one ${CANARY}\n\n**Hint 1.** HINT one of one\n`);
    assert.deepEqual(asked(ben)[0]?.hints, ['HINT one of one']);
    const { notes } = documents(ada);
    assert.equal(notes.text.toString(), `Hint 1 of “Title of one ${CANARY}”: HINT one of one\n`);
    notes.edit({ from: 0, insert: 'Needs help.\n' });
    notes.edit({ from: notes.text.length, insert: 'Then knows it.' });
    await w.settle();
    await done({ type: 'hint', token, n: 1 });
    assert.match(brief(ben), /\*\*Hint 2\.\*\* HINT two of one/);
    assert.match(notes.text.toString(), /^Needs help\.\nHint 1 .*\nThen knows it\.\nHint 2 .*: HINT two of one\n$/);
    assert.ok(!documents(ada).task.unpublished, 'the draft has them, too');
    assert.match(await refused({ type: 'hint', token, n: 1 }), /^409 All hints have been given\./);
    const report = await command({ type: 'report', token });
    assert.ok(report.ok);
    assert.deepEqual(
      (report.value as { questions?: { hints: { text: string }[] }[] }).questions?.[0]?.hints.map(({ text }) => text),
      ['HINT one of one', 'HINT two of one'],
    );
  });

  it('a hint or a stage that another interviewer has just given does not bring the next one', async () => {
    const other = await w.token('interviewer', 'Grace');
    await done({ type: 'hint', token, n: 1 });
    assert.match(
      await refused({ type: 'hint', token: other, n: 1 }),
      /^409 Another interviewer has just given a hint\./,
    );
    // Whoever gave it has seen it, and a part of the question is something else.
    await done({ type: 'stage', token: other, n: 1 });
    await done({ type: 'hint', token, n: 1 });
    assert.match(await refused({ type: 'hint', token: other, n: 1 }), /^409 All hints have been given\./);
    const stages = ['two', 'three', 'four'].map((title) => ({ title, brief: `Text of ${title}` }));
    await ask(question('two', { stages }));
    await done({ type: 'stage', token, n: 2 });
    const shown = /^409 The next part has just been shown\./;
    assert.match(await refused({ type: 'stage', token: other, n: 2 }), shown);
    mock.timers.tick(4_000);
    await done({ type: 'stage', token: other, n: 2 });
    assert.match(await refused({ type: 'stage', token, n: 2 }), shown);
    mock.timers.tick(4_000);
    await done({ type: 'hint', token: other, n: 2 });
    results(ben, runOf('a', { 'two first': 'passed', 'two second': 'passed' }));
    await w.settle();
    assert.equal(asked(ben)[1]?.stage, 3);
    for (const one of [token, other])
      assert.match(await refused({ type: 'stage', token: one, n: 2 }), /^409 All parts/);
    assert.match(await refused({ type: 'hint', token, n: 2 }), /^409 Another interviewer has just given a hint\./);
    mock.timers.tick(4_000);
    await done({ type: 'hint', token, n: 2 });
  });

  it('a stage that passing tests have just shown does not bring the next one', async () => {
    const stages = ['two', 'three'].map((title) => ({ title, brief: `Text of ${title}` }));
    await ask(question('two', { stages }));
    results(ben, runOf('a', { 'two first': 'passed', 'two second': 'passed' }));
    await w.settle();
    assert.equal(asked(ben)[1]?.stage, 1);
    assert.match(await refused({ type: 'stage', token, n: 2 }), /^409 The next part has just been shown\./);
    mock.timers.tick(4_000);
    await done({ type: 'stage', token, n: 2 });
  });

  it('an interviewer shows the next stage, with its text, files and tests', async () => {
    write(ben, 'main.py', 'mine');
    await done({ type: 'stage', token, n: 1 });
    assert.deepEqual(names(ben), ['main.py', 'data-one.csv', 'later.py']);
    assert.deepEqual(
      tests(ben).map(({ name }) => name),
      ['one first', 'one second'],
    );
    assert.match(brief(ben), /STAGE text of one/);
    assert.equal(asked(ben)[0]?.stage, 1);
    assert.ok(text(ben, 'main.py').endsWith('mine'));
    assert.match(await refused({ type: 'stage', token, n: 1 }), /^409 All parts have been shown\./);
    await ask(question('two'));
    await turn(1);
    assert.deepEqual(names(ben), ['main.py', 'data-one.csv', 'later.py']);
  });

  it('the next stage is shown automatically when one run passes all visible tests', async () => {
    results(ben, runOf('a', { 'one first': 'failed' }));
    await w.settle();
    assert.equal(asked(ben)[0]?.stage, 0);
    results(ben, runOf('b', { another: 'passed' }));
    await w.settle();
    assert.equal(asked(ben)[0]?.stage, 0);
    results(ben, runOf('c', { 'one first': 'passed' }));
    await w.until(() => asked(ben)[0]?.stage === 1);
    assert.deepEqual(names(ben), ['main.py', 'data-one.csv', 'later.py']);
    results(ben, runOf('d', { 'one first': 'passed', 'one second': 'passed' }));
    await w.settle();
    assert.equal(asked(ben)[0]?.stage, 1);
  });

  it('whoever ends a run with every edit has results read a few times a second; the last ones are read all the same', async () => {
    const parse = mock.method(JSON, 'parse');
    for (let n = 0; n < 30; n++) {
      results(ben, runOf(`${n}`, { 'one first': n === 29 ? 'passed' : 'failed' }));
      await w.settle();
    }
    // One by one they are looked at when they come.
    const read = parse.mock.calls.filter(({ arguments: [line] }) => String(line).startsWith('{"type":"result"'));
    parse.mock.restore();
    assert.ok(read.length <= 45, `${read.length}`);
    assert.equal(asked(ben)[0]?.stage, 0);
    mock.timers.tick(1_000);
    await w.until(() => asked(ben)[0]?.stage === 1);
  });

  it('a stage with a file name that is taken is refused with a sentence, and stays prepared', async () => {
    const { addFile } = await import('../../components/session/sync/file-changes.js');
    void addFile(documents(ben).files, { name: 'later.py' });
    await w.settle();
    const sentence = await refused({ type: 'stage', token, n: 1 });
    assert.match(sentence, /^409 The next part brings a file called “later\.py”/);
    results(ben, runOf('c', { 'one first': 'passed' }));
    await w.settle();
    assert.equal(asked(ben)[0]?.stage, 0);
  });

  it('a stage for which the task or the tests have no space is refused as a whole, and leaves nothing', async () => {
    const trial = async (limits: object, prepare: () => void, sentence: RegExp) => {
      await begin({}, limits);
      await ask(question('one'));
      prepare();
      await w.settle();
      const there = async () => [...(await w.existing()).documents.keys(), ...(await w.storage.read('d/')).keys()];
      const before = [names(ben), brief(ben), tests(ben), await there()];
      for (let n = 0; n < 2; n++) assert.match(await refused({ type: 'stage', token, n: 1 }), sentence);
      results(ben, runOf('c', { 'one first': 'passed' }));
      await w.settle();
      assert.equal(asked(ben)[0]?.stage, 0);
      const results105 = (key: unknown) => !String(key).startsWith('d/105/');
      assert.deepEqual([names(ben), brief(ben), tests(ben), (await there()).filter(results105)], before);
    };
    await trial({ notesBytes: 36 }, () => {}, /^413 The task is too long for more/);
    const filler = 'x'.repeat(3_900);
    const fill = () => documents(ada).tests.edit({ from: 0, insert: `${filler}\n` });
    await trial({ testsBytes: 4_000 }, fill, /^413 The tests are too long for more/);
    documents(ada).tests.edit({ from: 0, to: filler.length + 1 });
    await w.settle();
    await done({ type: 'stage', token, n: 1 });
    assert.equal(brief(ben).split('STAGE text').length, 2);
    assert.deepEqual(names(ben), ['main.py', 'data-one.csv', 'later.py']);
  });

  it('a stage for which the tests have no more space once its files are made leaves nothing', async () => {
    await begin({}, { testsBytes: 4_000 });
    await ask(question('one'));
    const before = [names(ben), brief(ben)];
    const stage = command({ type: 'stage', token, n: 1 });
    await fileWaits();
    documents(ada).tests.edit({ from: 0, insert: `${'x'.repeat(3_900)}\n` });
    w.up(ada);
    w.storage.instant = true;
    w.storage.disk(Number.POSITIVE_INFINITY);
    const answer = await stage;
    assert.match(answer.ok ? '' : answer.detail, /^The tests are too long for more/);
    assert.deepEqual([names(ben), brief(ben), asked(ben)[0]?.stage], [...before, 0]);
    assert.deepEqual(await strays(), []);
  });

  it('a stage whose files cannot be made leaves nothing of those that were', async () => {
    const files = { python: ['later.py', 'data-two.csv'] };
    await ask(question('two', { stages: [{ title: 'More', brief: 'More.', tests: [], files }] }));
    const { n } = desk(ada).find(({ current }) => current) ?? assert.fail();
    const { storage } = w;
    const read = storage.read.bind(storage);
    let loaded = 0;
    storage.read = async (prefix, start) => {
      if (/^d\/\d{4}\/m$/.test(prefix) && ++loaded === 1) {
        // What is put of the first waits for somebody's edit to be written.
        storage.instant = false;
        write(ben, 'main.py', 'more\n');
        w.up(ben);
        await turnsUntil(() => storage.waiting);
      } else if (loaded === 2) throw new Error('disk');
      return read(prefix, start);
    };
    await assert.rejects(w.command({ type: 'stage', token, n }), /disk/);
    storage.read = read;
    storage.instant = true;
    storage.disk(Number.POSITIVE_INFINITY);
    await w.settle();
    assert.equal(loaded, 2);
    assert.deepEqual(await strays(), []);
  });

  it('a stage keeps the names of its files while the disk is waited for', async () => {
    const { addFile } = await import('../../components/session/sync/file-changes.js');
    const stage = command({ type: 'stage', token, n: 1 });
    await fileWaits();
    const heard: string[] = [];
    addFile(documents(ben).files, { name: 'later.py' }).catch((error: Error) => heard.push(error.message));
    w.up(ben);
    w.storage.instant = true;
    w.storage.disk(Number.POSITIVE_INFINITY);
    assert.ok((await stage).ok);
    assert.deepEqual(names(ben), ['main.py', 'data-one.csv', 'later.py']);
    assert.match(heard.join(), /There is a file called “?"?later\.py/);
  });

  it('the report counts only results of its own tests, not late or made-up ones', async () => {
    results(ben, runOf('a', { 'one first': 'passed', 'of another question': 'passed' }));
    await w.settle();
    const reported = async () => {
      const answer = await command({ type: 'report', token });
      assert.ok(answer.ok);
      const { questions } = answer.value as { questions?: { n: number; tests: { name: string }[] }[] };
      return questions?.find(({ n }) => n === 1)?.tests.map(({ name }) => name);
    };
    await w.until(() => asked(ben)[0]?.stage === 1);
    assert.deepEqual(await reported(), ['one first']);
    await ask(question('two'));
    assert.deepEqual(await reported(), ['one first']);
  });

  it('only the current question gets hints and stages', async () => {
    await ask(question('two'));
    for (const type of ['hint', 'stage'] as const)
      assert.match(await refused({ type, token, n: 1 }), /^409 Return to “Title of one CANARY” first\./);
    for (const type of ['hint', 'stage', 'turn', 'question'] as const)
      assert.match(await refused({ type, token, n: 9 }), /^404 There is no such question in this room\./);
  });
});

describe('a prepared question that is withdrawn', () => {
  beforeEach(() => begin());

  it('is taken out again, with all that was kept of it, and can be asked anew', async () => {
    const prepared = await done({ type: 'ask', token, question: question('one'), reveal: false });
    const kept = async () => [...(await w.storage.read(STORAGE_KEYS.question)).keys()];
    assert.notDeepEqual(await kept(), []);
    assert.equal(await done({ type: 'withdraw', token, n: prepared.n }), null);
    assert.deepEqual([desk(ada), asked(ben), await kept()], [[], [], []]);
    assert.match(await refused({ type: 'turn', token, n: prepared.n }), /^404 /);
    assert.match(await refused({ type: 'withdraw', token, n: prepared.n }), /^404 /);
    await ask(question('one'));
    assert.match(await refused({ type: 'withdraw', token, n: 1 }), /^409 Everybody has seen “Title of one CANARY”/);
    const candidate = await w.token('candidate', 'Ben');
    assert.match(await refused({ type: 'withdraw', token: candidate, n: 1 }), /^403 /);
    assert.equal(asked(ben).length, 1);
  });
});

describe('asking', () => {
  beforeEach(() => begin());

  it('by two people at the same moment: the first wins, the second is refused', async () => {
    const other = await w.token('interviewer', 'Grace');
    const asking = [
      command({ type: 'ask', token, question: question('one'), reveal: true }),
      command({ type: 'ask', token: other, question: question('two'), reveal: true }),
    ];
    const answers = await Promise.all(asking);
    assert.equal(answers.filter(({ ok }) => ok).length, 1);
    const lost = answers.find(({ ok }) => !ok);
    assert.match(lost && !lost.ok ? lost.detail : '', /Another question is being asked|has just asked/);
    assert.equal(desk(ada).length, 1);
    const [title, loser] = answers[0]?.ok ? ['one', other] : ['two', token];
    const later = await refused({ type: 'ask', token: loser, question: question('three'), reveal: true });
    assert.ok(later.startsWith(`409 Another interviewer has just asked “Title of ${title} CANARY”`), later);
    mock.timers.tick(4_000);
    await done({ type: 'ask', token: loser, question: question('three'), reveal: true });
    // To return to a question is to show it, too.
    mock.timers.tick(4_000);
    await done({ type: 'turn', token: loser, n: 1 });
    const winner = loser === token ? other : token;
    const again = await refused({ type: 'turn', token: winner, n: desk(ada).at(-1)?.n ?? 0 });
    assert.ok(again.startsWith(`409 Another interviewer has just asked “Title of ${title} CANARY”`), again);
    mock.timers.tick(4_000);
    await done({ type: 'turn', token: winner, n: desk(ada).at(-1)?.n ?? 0 });
  });

  it('the same question twice is refused', async () => {
    await ask(question('one'));
    assert.match(await refused({ type: 'ask', token, question: question('one'), reveal: false }), /^409 .* already/);
  });

  it('is refused when the room has ended', async () => {
    await ask(question('one'));
    await command({ type: 'decide', token, decision: { type: 'end', ended: true } });
    for (const asks of [
      { type: 'ask', token, question: question('two'), reveal: true },
      { type: 'turn', token, n: 1 },
      { type: 'hint', token, n: 1 },
    ] as const)
      assert.match(await refused(asks), /^409 The room has ended\. Reopen it first\./);
  });

  it('is limited: in questions of a room, and files it has had', async () => {
    await begin({}, { questions: 2, filesEver: 4 });
    await ask(question('one'));
    await ask(question('two'));
    assert.match(
      await refused({ type: 'ask', token, question: question('three'), reveal: true }),
      /^422 A room has at most 2 questions/,
    );
    await begin({}, { filesEver: 3 });
    await ask(question('one'));
    const sentence = await refused({ type: 'ask', token, question: question('two'), reveal: true });
    assert.match(sentence, /^422 This room has had 6 files/);
    assert.deepEqual(names(ben), ['main.py', 'data-one.csv']);
    assert.deepEqual([asked(ben).length, desk(ada).length], [1, 1]);
  });

  it('still works when a candidate has used up the files of the room', async () => {
    await begin({}, { filesEver: 6 });
    const { addFile, removeFile } = await import('../../components/session/sync/file-changes.js');
    const outcomes: string[] = [];
    for (let n = 0; n < 6; n++) {
      const { files } = documents(ben);
      const added = addFile(files, { name: `junk-${n}.py` });
      added.then(({ document }) => removeFile(files, document)).catch((error: Error) => outcomes.push(error.message));
      await w.settle();
      await w.settle();
    }
    assert.match(outcomes.join(), /This room has had 6 files/);
    await ask(question('one'));
    assert.deepEqual(names(ben), ['main.py', 'data-one.csv']);
  });

  it('normalises texts: whole characters and LF line ends', async () => {
    await ask(question('one', { brief: 'first\r\nsecond \ud800\n' }));
    const room = (await w.existing()).documents;
    for (const index of [ada, ben, await comes('candidate', 'Late')]) {
      assert.equal(brief(index), 'first\nsecond \ufffd\n');
      assert.equal(brief(index), room.get(documents(index).brief.id)?.text.toString());
    }
  });

  it('changes nothing when the previous content is too large to be kept', async () => {
    await begin({}, { testsBytes: 4_096 });
    const line = `{"name":"${'x'.repeat(4_000)}"`;
    documents(ada).hiddenTests.edit({ from: 0, insert: line });
    await w.settle();
    await ask(question('one'));
    const { hiddenTests } = documents(ada);
    const settings = `{"hiddenResults":"names"}\n${'\n'.repeat(60)}`;
    hiddenTests.edit({ from: 0, insert: settings });
    await w.settle();
    const before = [names(ben), brief(ben), hiddenTests.text.toString(), asked(ben)];
    await w.existing().then((room) => Object.assign(room.limits, { testsBytes: 4_020 }));
    assert.match(await refused({ type: 'turn', token, n: 0 }), /^413 The question is too large/);
    assert.deepEqual([names(ben), brief(ben), hiddenTests.text.toString(), asked(ben)], before);
  });

  it('has each file name once, whenever somebody else adds a file of that name', async () => {
    const { addFile } = await import('../../components/session/sync/file-changes.js');
    let tried = true;
    for (let at = 0; tried; at++) {
      assert.ok(at < 30, 'it ends');
      await begin();
      await ask(question('one'));
      w.storage.instant = false;
      let over = false;
      tried = false;
      let sentence = '';
      void w.command({ type: 'ask', token, question: question('two'), reveal: true }).then(() => {
        over = true;
      });
      for (let writes = 0; !over; writes++) {
        await turnsUntil(() => w.storage.waiting || over);
        if (writes === at) {
          tried = true;
          addFile(documents(ben).files, { name: 'data-two.csv' }).catch((error: Error) => {
            sentence = error.message;
          });
          w.up(ben);
        }
        w.storage.disk(1);
      }
      w.storage.instant = true;
      await w.settle();
      assert.deepEqual(names(ben), ['main.py', 'data-two.csv'], `with the file added at ${at}: ${sentence}`);
    }
  });

  it('changes nothing where the list has no space for what was there before the first question', async () => {
    await begin();
    await ask(question('one'), { reveal: false });
    const { byteLength } = new TextEncoder().encode(documents(ada).questionDesk.text.toString());
    await begin({}, { testsBytes: Math.ceil(byteLength / 0.9) });
    const [name = ''] = names(ben);
    write(ben, name, 'mine');
    await w.settle();
    const before = [names(ben), text(ben, name), brief(ben)];
    const sentence = await refused({ type: 'ask', token, question: question('one'), reveal: true });
    assert.match(sentence, /^413 The questions of this room/);
    await w.settle();
    assert.deepEqual([names(ben), text(ben, name), brief(ben)], before);
    assert.deepEqual([desk(ada), asked(ben), await strays()], [[], [], []]);
  });

  it('is for interviewers', async () => {
    await ask(question('one'));
    for (const role of ['candidate', 'observer'] as const) {
      const theirs = await w.token(role, 'Ben');
      for (const asks of [
        { type: 'ask', token: theirs, question: question('two'), reveal: true },
        { type: 'turn', token: theirs, n: 1 },
        { type: 'hint', token: theirs, n: 1 },
        { type: 'stage', token: theirs, n: 1 },
        { type: 'question', token: theirs, n: 1 },
      ] as const)
        assert.match(await refused(asks), /^403 /);
    }
  });

  it('survives hibernation', async () => {
    await ask(question('one'));
    await ask(question('two'), { reveal: false });
    assert.ok(await w.hibernate());
    write(ben, 'main.py', 'awake');
    await turn(2);
    await turn(1);
    assert.ok(text(ben, 'main.py').endsWith('awake'));
  });
});
