/** Validation of questions, from a folder or as JSON, with a sentence that names file and field. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { OWN_QUESTIONS, questionFolders, readLibrary, readQuestion } from '../../demo/build/read-questions.js';
import { readQuestions } from '../../demo/settings.mjs';
import { questionFaults } from '../../party/shared/question.js';

const call = { name: 'adds', kind: 'call', function: 'add', args: [1, 2], expected: 3 };
const python = {
  entry: 'main.py',
  starter: [
    { name: 'main.py', text: 'def add(a, b): ...\n' },
    { name: 'data/numbers.csv', text: '1,2\n' },
  ],
  tests: [call],
  hidden: [{ name: 'large', kind: 'code', file: 'test_large.py' }],
  hiddenFiles: [{ name: 'test_large.py', text: 'def test_large(): ...\n' }],
  solution: [{ name: 'main.py', text: 'def add(a, b): return a + b\n' }],
};
const levels = ['none', 'some', 'most', 'all'];
const question = {
  id: 'add-two',
  title: 'Add two numbers',
  level: 1,
  topics: ['numbers'],
  minutes: 10,
  brief: '# Add two numbers\n',
  hints: ['Use +.'],
  followUps: [],
  rubric: [{ criterion: 'Sums', levels }],
  stages: [],
  languages: { python },
};
const inPython = (change: object) => ({ ...question, languages: { python: { ...python, ...change } } });
const literal = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
const staged = (...stages: object[]) => ({ ...question, stages });

describe('a question', () => {
  it('of every valid form is accepted', () => {
    assert.deepEqual(questionFaults(question), []);
    assert.deepEqual(questionFaults({ ...question, languages: { python, lua: { ...python, hidden: [] } } }), []);
    const stage = {
      title: 'More',
      brief: 'Now with a file.',
      tests: ['adds'],
      files: { python: ['data/numbers.csv'] },
    };
    assert.deepEqual(questionFaults(staged(stage, { title: 'Talk' })), []);
  });

  it('of very many wrong names is refused in a few sentences', () => {
    const names = Array.from({ length: 150_000 }, (_, n) => `n${n}`);
    const strange = Object.fromEntries(names.map((name) => [name, 1]));
    const tests = Array.from({ length: 500 }, (_, n) => ({ ...call, name: `adds ${n}` }));
    const languages = { python: { ...python, tests }, lua: { ...python, tests } };
    for (const value of [
      { ...question, ...strange },
      inPython(strange),
      inPython({ tests: [{ ...call, ...strange }] }),
      inPython({ starter: [{ ...python.starter[0], ...strange }] }),
      { ...question, rubric: [{ criterion: 'a', levels, ...strange }] },
      { ...staged({ title: 'a', tests: names }), languages },
      { ...staged({ title: 'a', files: { python: names } }), languages },
      { ...staged({ title: 'a', files: strange }), languages },
      { ...staged({ title: 'a', files: Object.fromEntries(names.map((name) => [name, []])) }), languages },
      { ...staged({ title: 'a', ...strange }), languages },
    ]) {
      const faults = questionFaults(value);
      assert.ok(faults.length > 0 && faults.length <= 25, `${faults.length}: ${faults[0]}`);
    }
  });

  const file = (name: string, text = '') => ({ starter: [...python.starter, { name, text }] });
  const refused: [what: string, value: unknown, sentence: string | RegExp][] = [
    ['of no object', [], /^question\.json: A question is an object/],
    [
      'with a misspelt field',
      { ...question, hint: [] },
      /^question\.json: There is no field "hint"\. The fields are id, /,
    ],
    ['with an id of spaces', { ...question, id: 'add two' }, /^question\.json: "id" must be small letters/],
    ['with an id that is a path', { ...question, id: '../add' }, /^question\.json: "id" must be/],
    ['without a title', { ...question, title: ' ' }, 'question.json: "title" must be a text.'],
    ['with a title of two pages', { ...question, title: 'x'.repeat(121) }, /"title" is too long\. Use at most 120/],
    [
      'with a title that cannot be seen',
      { ...question, title: 'a\u0007' },
      /"title" has characters that cannot be seen/,
    ],
    [
      'with a level of its own',
      { ...question, level: 6 },
      'question.json: "level" must be a whole number from 1 to 5.',
    ],
    ['with half a level', { ...question, level: 1.5 }, /"level" must be/],
    ['without time', { ...question, minutes: 0 }, 'question.json: "minutes" must be a whole number from 1 to 240.'],
    [
      'with a topic that is no text',
      { ...question, topics: ['a', 1] },
      'question.json: "topics", entry 2 must be a text.',
    ],
    ['with a topic twice', { ...question, topics: ['a', 'a'] }, 'question.json: "topics" names a topic twice.'],
    ['with too many topics', { ...question, topics: [...'abcdefghi'] }, /"topics" has 9 entries\. Keep at most 8/],
    [
      'with one hint as text',
      { ...question, hints: 'Use +.' },
      'question.json: "hints" must be a list of texts, [] for none.',
    ],
    [
      'with an empty follow-up',
      { ...question, followUps: [''] },
      'question.json: "followUps", entry 1 must be a text.',
    ],
    ['without a rubric', { ...question, rubric: undefined }, /"rubric" must be a list/],
    ['with a criterion as text', { ...question, rubric: ['Sums'] }, /"rubric", criterion 1: It must be an object/],
    [
      'with three levels',
      { ...question, rubric: [{ criterion: 'Sums', levels: levels.slice(1) }] },
      /criterion 1: "levels" must be four texts/,
    ],
    [
      'with a level that is empty',
      { ...question, rubric: [{ criterion: 'Sums', levels: [...levels.slice(1), ''] }] },
      /"levels", entry 4 must be a text/,
    ],
    ['without a brief', { ...question, brief: undefined }, 'brief.md: Write there what is to be done.'],
    [
      'with too long a brief',
      { ...question, brief: 'ä'.repeat(33_000) },
      /^brief\.md: It has 66000 bytes\. Keep it within 65536/,
    ],
    [
      'without a language',
      { ...question, languages: {} },
      'question.json: "languages" must name at least one language.',
    ],
    [
      'in an unknown language',
      { ...question, languages: { constructor: python } },
      'question.json: "languages" has "constructor", which is no language here.',
    ],
    ['with a language that is no object', { ...question, languages: { python: [] } }, /^python: It must be an object/],
    ['with a misspelt part', inPython({ test: [] }), /^python: There is no field "test"/],
    ['without a file to begin with', inPython({ starter: [] }), /^python\/starter: There is no file/],
    ['with files that are no list', inPython({ solution: {} }), /^python\/solution: Files are a list/],
    [
      'with a file without a text',
      inPython({ starter: [{ name: 'main.py' }] }),
      /^python\/starter: File 1 must be an object/,
    ],
    ['with a file outside', inPython(file('../x')), /^python\/starter: The file name "\.\.\/x" must not have/],
    [
      'with names that differ by case',
      inPython(file('Main.py')),
      /^python\/starter\/Main\.py: Another file has this name/,
    ],
    ['with a file that is no text', inPython(file('a.png', 'a\0')), 'python/starter/a.png: It is no text.'],
    [
      'with too large a file',
      inPython(file('a.csv', 'x'.repeat(524_289))),
      /^python\/starter\/a\.csv: It has 524289 bytes/,
    ],
    [
      'with a strange part of a file',
      inPython({ starter: [{ ...python.starter[0], mode: 1 }] }),
      /^python\/starter\/main\.py: There is no field "mode"/,
    ],
    [
      'with too many files',
      inPython({ starter: Array.from({ length: 21 }, (_, n) => ({ name: `${n}`, text: '' })) }),
      /^python\/starter: There are 21 files/,
    ],
    [
      'with too much in all',
      inPython({ solution: Array.from({ length: 5 }, (_, n) => ({ name: `${n}`, text: 'x'.repeat(500_000) })) }),
      /^python\/solution: All files together have 2500000 bytes/,
    ],
    [
      'with an entry that is not there',
      inPython({ entry: 'app.py' }),
      'question.json: "entry" must name the file of python/starter that Run runs: "main.py", "data/numbers.csv".',
    ],
    [
      'with a visible test that is none',
      inPython({ tests: [{ ...call, args: 1 }] }),
      /^python\/tests\.json: Test 1 \("adds"\): "args" must be a list/,
    ],
    ['with a hidden test that is none', inPython({ hidden: {} }), /^python\/hidden\.json: Tests are a list/],
    [
      'with a test of an unknown file',
      inPython({ tests: [{ ...call, file: 'a.py' }] }),
      'python/tests.json: The test "adds" names the file "a.py", which is not in python/starter.',
    ],
    [
      'with a visible test of a hidden file',
      inPython({ tests: [{ name: 'l', kind: 'code', file: 'test_large.py' }] }),
      /^python\/tests\.json: The test "l" names the file "test_large\.py"/,
    ],
    [
      'with a file that is a folder of another',
      inPython({
        starter: [
          { name: 'main.py', text: '' },
          { name: 'data', text: '' },
          { name: 'data/cities.csv', text: '' },
        ],
      }),
      'python/starter/data/cities.csv: A file and a folder cannot have one name, as with "data".',
    ],
    [
      'with a hidden file in a folder that is a visible file',
      inPython({ hiddenFiles: [...python.hiddenFiles, { name: 'Main.py/large.csv', text: '' }] }),
      'python/hidden/Main.py/large.csv: A file and a folder cannot have one name, as with "main.py".',
    ],
    [
      'with a hidden file of a visible name',
      inPython(file('test_large.py')),
      /^python\/hidden\/test_large\.py: A starter file has this name/,
    ],
    [
      'with two tests of one name',
      inPython({ hidden: [call] }),
      'python/hidden.json: The name "adds" is that of a visible test.',
    ],
    [
      'with a hidden test among the visible',
      inPython({ tests: [{ ...call, hidden: true }] }),
      'python/tests.json: The test "adds" is hidden. Move it to hidden.json.',
    ],
    ['without a list of stages', { ...question, stages: {} }, /^question\.json: "stages" must be a list/],
    ['with a stage without a title', staged({}), 'question.json: "stages", stage 1: "title" must be a text.'],
    [
      'with a stage of an unknown test',
      staged({ title: 'a', tests: ['subtracts'] }),
      'question.json: "stages", stage 1: "tests" names "subtracts", which is not in python/tests.json.',
    ],
    [
      'with a stage of a hidden test',
      staged({ title: 'a', tests: ['large'] }),
      /"tests" names "large", which is not in python\/tests\.json/,
    ],
    [
      'with a test in two stages',
      staged({ title: 'a', tests: ['adds'] }, { title: 'b', tests: ['adds'] }),
      'question.json: "stages", stage 2: The test "adds" is in another stage, or twice in this one.',
    ],
    [
      'with a stage of an unknown file',
      staged({ title: 'a', files: { python: ['b.py'] } }),
      /"files" names "b\.py", which is not in python\/starter/,
    ],
    [
      'with a stage of an unknown language',
      staged({ title: 'a', files: { sql: [] } }),
      /"files" names the language "sql", which this question does not have/,
    ],
    [
      'with a stage that holds back the entry',
      staged({ title: 'a', files: { python: ['main.py'] } }),
      /"files" names "main\.py", which Run runs from the beginning/,
    ],
    ['with a stage of an empty text', staged({ title: 'a', brief: '' }), /"brief" must be a text/],
  ];
  for (const [what, value, sentence] of refused)
    it(`${what} is refused`, () => {
      const faults = questionFaults(value);
      assert.equal(faults.length, 1, faults.join('\n'));
      assert.match(faults[0] ?? '', typeof sentence === 'string' ? literal(sentence) : sentence);
    });
});

describe('a folder of questions', () => {
  const top = mkdtempSync(join(tmpdir(), 'library-'));
  after(() => rmSync(top, { recursive: true }));
  const ours = 'receipt-total';

  /** A copy of one of ours, changed. */
  function copy(name: string, id: string, change?: (home: string) => void): string {
    const home = join(top, name, id);
    cpSync(join(OWN_QUESTIONS, ours), home, { recursive: true });
    change?.(home);
    return home;
  }

  it('is read with all its files', () => {
    const { question: read, faults } = readQuestion(copy('whole', ours));
    assert.deepEqual(faults, []);
    assert.equal(read?.id, ours);
    assert.deepEqual(Object.keys(read?.languages ?? {}), ['python', 'javascript', 'typescript']);
    assert.equal(read?.languages.python?.entry, 'main.py');
    assert.deepEqual(
      read?.languages.python?.hiddenFiles.map(({ name }) => name),
      ['test_many_lines.py'],
    );
  });

  const faulty: [what: string, change: (home: string) => void, sentence: RegExp][] = [
    ['without its facts', (home) => rmSync(join(home, 'question.json')), /^question\.json: There is no such file\.$/],
    [
      'with facts that are no JSON',
      (home) => writeFileSync(join(home, 'question.json'), '{'),
      /^question\.json: It is no JSON: /,
    ],
    [
      'without a list of languages',
      (home) => writeFileSync(join(home, 'question.json'), '{}'),
      /^question\.json: "languages" must be a list/,
    ],
    ['without a brief', (home) => rmSync(join(home, 'brief.md')), /^brief\.md: Write there/],
    [
      'without tests',
      (home) => rmSync(join(home, 'python/tests.json')),
      /^python\/tests\.json: There is no such file\.$/,
    ],
    [
      'with tests that are no JSON',
      (home) => writeFileSync(join(home, 'python/hidden.json'), '[,]'),
      /^python\/hidden\.json: It is no JSON: /,
    ],
    [
      'with a misspelt file',
      (home) => writeFileSync(join(home, 'python/test.json'), '[]'),
      /^python\/test\.json: Nothing reads this file\. Known here are starter, tests\.json/,
    ],
    ['with a language that is not named', (home) => mkdirSync(join(home, 'lua')), /^lua: Nothing reads this file/],
    [
      'without starters',
      (home) => rmSync(join(home, 'python/starter'), { recursive: true }),
      /^python\/starter: There is no file/,
    ],
  ];
  for (const [index, [what, change, sentence]] of faulty.entries())
    it(`${what} is refused`, () => {
      const { question: none, faults } = readQuestion(copy(`faulty-${index}`, ours, change));
      assert.equal(none, undefined);
      assert.equal(faults.length, 1, faults.join('\n'));
      assert.match(faults[0] ?? '', sentence);
    });

  it('is named when its id differs from its name', () => {
    assert.deepEqual(readQuestion(copy('names', 'another')).faults, [
      'question.json: "id" must be the name of the folder.',
    ]);
  });

  it('of a team is read like ours, and each fault names its file', () => {
    const team = join(top, 'team');
    copy('team', ours);
    copy('team', 'broken', (home) => rmSync(join(home, 'brief.md')));
    const folders = questionFolders([team, join(top, 'nowhere')].join(delimiter));
    assert.deepEqual(folders, [OWN_QUESTIONS, team, join(top, 'nowhere')]);
    assert.deepEqual(questionFolders(undefined), [OWN_QUESTIONS]);
    const { questions, faults } = readLibrary(folders);
    assert.equal(questions.filter(({ id }) => id === ours).length, 1);
    assert.deepEqual(faults, [
      `${team}/broken/question.json: "id" must be the name of the folder.`,
      `${team}/${ours}: ${OWN_QUESTIONS}/${ours} has the id "${ours}" too. Rename one of the folders.`,
      `${join(top, 'nowhere')}: There is no such folder of questions.`,
    ]);
  });

  it('of a team with a fault prevents the server’s start, and is named', async () => {
    const own = await readQuestions(undefined);
    assert.ok(own.length >= 24);
    mkdirSync(join(top, 'empty'));
    assert.deepEqual(await readQuestions(join(top, 'empty')), own);
    await assert.rejects(readQuestions(join(top, 'nowhere')), (error: Error) => {
      assert.equal(
        error.message,
        `CODE_ROOM_QUESTIONS has faults:\n  ${join(top, 'nowhere')}: There is no such folder of questions.`,
      );
      return true;
    });
  });
});
