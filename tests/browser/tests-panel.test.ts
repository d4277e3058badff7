// Tests of a room on its page: written, run, read and shared, by hand and by the page's script.
import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import type { CodeRoom } from '../../components/code-room.js';
import type { Test } from '../../party/shared/tests.js';
import { clear, collect, editor, inside, open, part, sandboxUrl, until } from '../fixtures/elements.js';
import { makeRoom } from '../fixtures/made-room.js';

const ADD =
  'function add(a, b) {\n  return a + b;\n}\nconst fs = require("fs");\nconsole.log(fs.readFileSync(0, "utf8").trim());\n';
const WRONG = ADD.replace('a + b', 'a - b');
const call = (name: string, ...args: number[]): Test => ({
  name,
  kind: 'call',
  function: 'add',
  args,
  expected: args.reduce((sum, arg) => sum + arg, 0),
});
const echo: Test = { name: 'says it', kind: 'io', stdin: 'a\nb\n', stdout: 'a\nb' };

const root = (room: CodeRoom) => part(room, 'code-room-tests').shadowRoot as ShadowRoot;
const find = <E extends HTMLElement = HTMLElement>(room: CodeRoom, selector: string) =>
  root(room).querySelector<E>(selector) as E;
const all = (room: CodeRoom, selector: string) => [...root(room).querySelectorAll<HTMLElement>(selector)];
const row = (room: CodeRoom, name: string) => all(room, '.case').find(({ dataset }) => dataset.name === name);
const state = (room: CodeRoom, name: string) => row(room, name)?.querySelector('.state')?.textContent;
const states = (room: CodeRoom) => all(room, '.state').map(({ textContent }) => textContent);
const counts = (room: CodeRoom) => find(room, 'header .counts')?.textContent?.trim();
const button = (room: CodeRoom, words: string) =>
  all(room, 'button').find(({ textContent, title }) => textContent?.trim() === words || title === words);
const field = (room: CodeRoom, name: string) => find<HTMLInputElement>(room, `.form [name=${name}]`);

function press(room: CodeRoom, words: string): void {
  const found = button(room, words);
  if (!found) throw new Error(`There is no button ${words}.`);
  found.click();
}

function fill(room: CodeRoom, name: string, value: string): void {
  const found = field(room, name);
  found.value = value;
  found.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

function choose(room: CodeRoom, label: string, value: string): void {
  const select = all(room, '.form select').find(({ parentElement }) => parentElement?.textContent?.includes(label));
  (select as HTMLSelectElement).value = value;
  select?.dispatchEvent(new Event('change', { bubbles: true }));
}

async function alone(code = ADD, tests: Test[] = []): Promise<CodeRoom> {
  const room = await open({ runner: sandboxUrl, language: 'javascript' });
  room.value = code;
  room.tests = tests;
  await until(() => room.tests.length === tests.length);
  if (tests.length > 0) await until(() => all(room, '.case').length === tests.length);
  return room;
}

async function interview(more = {}): Promise<Record<'ada' | 'ben' | 'eve', CodeRoom>> {
  const made = await makeRoom({ files: [{ name: 'main.js', text: ADD }], ...more });
  const runner = sandboxUrl;
  const ada = await made.enter('interviewer', '', { runner, name: 'Ada' });
  const ben = await made.enter('candidate', '', { runner, name: 'Ben' });
  const eve = await made.enter('observer', '', { runner, name: 'Eve' });
  return { ada, ben, eve };
}

describe('the tests of a room', function () {
  this.timeout(60_000);
  afterEach(clear);

  it('take no space while there are none, and people who may add some find where', async () => {
    const { ada, ben } = await interview();
    for (const room of [ada, ben]) expect(part(room, 'code-room-tests').getBoundingClientRect().height).to.equal(0);
    await until(() => inside(ada, 'code-room-output', '.keep'));
    expect(inside(ben, 'code-room-output', '.keep')).to.equal(null);
    inside(ada, 'code-room-output', '.keep').click();
    await until(() => field(ada, 'name')?.matches(':focus'));
    fill(ada, 'name', 'adds');
    choose(ada, 'What it does', 'call');
    await until(() => field(ada, 'called'));
    fill(ada, 'called', 'add');
    fill(ada, 'args', '1, oops');
    fill(ada, 'expected', '3');
    press(ada, 'Save');
    await until(() => find(ada, '.faults')?.textContent?.includes('Arguments: this is not JSON'));
    expect(field(ada, 'args').value).to.equal('1, oops');
    fill(ada, 'args', '1, 2');
    press(ada, 'Save');
    await until(() => [ada, ben].every((room) => states(room).join() === 'Not run' && room.tests.length === 1));
    expect(ben.tests).to.deep.equal([call('adds', 1, 2)]);
  });

  it('are begun by whoever may write them, candidates where the room lets them, also when all are gone again', async () => {
    const { ada, ben, eve } = await interview({ candidateTests: true, hiddenResults: 'names' });
    const offer = (room: CodeRoom) => inside(room, 'code-room-output', '.keep')?.textContent;
    for (const room of [ada, ben]) await until(() => offer(room) === 'Add tests', 'at first');
    expect(offer(eve)).to.equal(undefined);
    inside(ben, 'code-room-output', '.keep').click();
    await until(() => field(ben, 'name')?.matches(':focus'));
    press(ben, 'Cancel');
    ada.tests = [call('adds', 1, 2)];
    await until(() => [ada, ben].every((room) => states(room).length === 1 && !offer(room)), 'with a test');
    expect((await ben.test()).passed).to.equal(1);
    ada.tests = [];
    for (const room of [ada, ben]) await until(() => offer(room) === 'Add tests', 'with results only');
  });

  it('that are being written stay when another file is shown', async () => {
    const { ada } = await interview();
    await ada.addFile({ name: 'other.js', text: '' });
    await until(() => inside(ada, 'code-room-output', '.keep'));
    inside(ada, 'code-room-output', '.keep').click();
    await until(() => field(ada, 'name')?.matches(':focus'));
    fill(ada, 'name', 'adds');
    ada.file = 'other.js';
    await until(() => ada.file === 'other.js');
    await part(ada, 'code-room-tests').updateComplete;
    expect(field(ada, 'name')?.value).to.equal('adds');
  });

  it('that are being written stay when the element is moved, and are seen to change then', async () => {
    const { ada } = await interview();
    await until(() => inside(ada, 'code-room-output', '.keep'));
    inside(ada, 'code-room-output', '.keep').click();
    await until(() => field(ada, 'name')?.matches(':focus'));
    fill(ada, 'name', 'adds');
    const box = document.createElement('div');
    document.body.append(box);
    box.append(ada);
    await part(ada, 'code-room-tests').updateComplete;
    expect(field(ada, 'name')?.value).to.equal('adds');
    ada.tests = [call('another', 1, 2)];
    await until(() => row(ada, 'another'));
    expect(field(ada, 'name')?.value).to.equal('adds');
  });

  it('are run by one person and seen by all, with expected and actual output and the line', async () => {
    const { ada, ben, eve } = await interview();
    const told = collect(eve, 'code-room-tests');
    ada.tests = [call('adds', 1, 2), echo, { ...call('fails'), function: 'missing' } as Test];
    await until(() => [ada, ben, eve].every((room) => states(room).length === 3));
    ben.value = WRONG;
    await until(() => ada.value === WRONG);
    press(ben, 'Run tests');
    for (const room of [ada, ben, eve]) await until(() => states(room).join() === 'Failed,Passed,Error');
    expect(told.length).to.be.greaterThan(0);
    for (const room of [ada, ben, eve]) await until(() => counts(room) === '1 of 3 passed', counts(room));
    expect(eve.testResults.map(({ name, state }) => [name, state])).to.deep.equal([
      ['adds', 'failed'],
      ['says it', 'passed'],
      ['fails', 'error'],
    ]);
    expect(row(eve, 'adds')?.querySelector('.why')?.textContent).to.include('Expected 3, got -1.');
    row(eve, 'adds')?.querySelector<HTMLElement>('.head')?.click();
    await until(() => row(eve, 'adds')?.querySelector('.line.expected')?.textContent?.includes('3'));
    expect(row(eve, 'adds')?.querySelector('.line.actual')?.textContent).to.include('-1');
    expect(button(eve, 'Run tests')?.matches(':disabled')).to.equal(true);
    ben.value = ADD;
    await until(() => ada.value === ADD);
    await until(() => button(ada, 'Run failed'));
    press(ada, 'Run failed');
    for (const room of [ada, ben, eve]) await until(() => states(room).join() === 'Passed,Passed,Error');
  });

  it('mark the line at which they fail, and link to it wherever it has moved', async () => {
    const room = await alone('function add() {\n  throw new Error("no");\n}\n', [call('adds', 1, 2)]);
    press(room, 'Run tests');
    await until(() => state(room, 'adds') === 'Error');
    const marked = () => inside(room, 'code-room-editor', '.cm-failedTest');
    await until(() => marked()?.textContent?.includes('throw'));
    expect(marked().getAttribute('aria-description')).to.equal('Failed: adds');
    const line = () => editor(room).state.doc.lineAt(editor(room).state.selection.main.head).number;
    root(room).querySelector<HTMLElement>('.place')?.click();
    await until(() => line() === 2);
    editor(room).dispatch({ changes: { from: 0, insert: '// What\n// adds.\n' }, selection: { anchor: 0 } });
    root(room).querySelector<HTMLElement>('.place')?.click();
    await until(() => line() === 4);
    editor(room).dispatch({ changes: { from: editor(room).state.doc.line(4).from, insert: ' ' } });
    await until(() => !marked());
  });

  it('mark no line of code that has changed since', async () => {
    const { ada, ben } = await interview();
    const throwing = 'function add() {\n  throw new Error("no");\n}\n';
    ada.value = throwing;
    ada.tests = [call('adds', 1, 2), { ...call('hidden', 40, 2), hidden: true }];
    await until(() => states(ada).length === 2 && states(ben).length === 1 && ben.value === throwing);
    press(ada, 'Run hidden');
    const marked = (room: CodeRoom) => inside(room, 'code-room-editor', '.cm-failedTest');
    const outdated = (room: CodeRoom, where: string) => find(room, `${where} .changed`);
    await until(() => state(ada, 'hidden') === 'Error' && marked(ada)?.textContent?.includes('throw'));
    expect(outdated(ada, '.hidden-head')).to.equal(null);
    const fixed = `// What adds.\n//\n${ADD}`;
    ben.value = fixed;
    await until(() => ada.value === fixed && !marked(ada) && outdated(ada, '.hidden-head'));
    press(ada, 'Run tests');
    await until(() => state(ada, 'adds') === 'Passed' && !find(ada, 'header progress'));
    expect(marked(ada)).to.equal(null);
    expect(outdated(ada, 'header')).to.equal(null);
    ben.value = throwing;
    await until(() => [ada, ben].every((room) => outdated(room, 'header')));
    // It is again what the hidden tests had.
    await until(() => marked(ada)?.textContent?.includes('throw') && !outdated(ada, '.hidden-head'));
  });

  it('show somebody who presses Run meanwhile that it waits', async () => {
    const room = await alone('function add() {\n  for (;;);\n}\nconsole.log("ran");', [call('adds', 1, 2)]);
    press(room, 'Run tests');
    await until(() => state(room, 'adds') === 'Running');
    const waits = () => find(room, '.unseen').textContent?.includes('Run waits');
    expect(waits()).to.equal(false);
    inside(room, 'code-room-run', '[part=run]').click();
    await until(waits);
    room.value = 'console.log("ran");';
    press(room, 'Stop');
    await until(() => room.output === 'ran\n' && !waits());
  });

  it('run one at a time, and never during a run of the same page', async () => {
    const room = await alone('function add(a, b) {\n  return a + b;\n}\nconsole.log("ran");', [call('adds', 1, 2)]);
    const tested = room.test();
    const again = room.test({ names: ['adds'] });
    const run = room.run();
    expect(await tested).to.deep.include({ passed: 1, failed: 0 });
    expect(await again).to.deep.include({ passed: 1, failed: 0 });
    expect((await run).state).to.equal('done');
    expect(room.output).to.equal('ran\n');
  });

  it('wait until those of another page are done', async () => {
    const { ada, ben } = await interview();
    const endless = 'function add() {\n  for (;;);\n}\n';
    ada.tests = [call('adds', 1, 2)];
    ben.value = endless;
    await until(() => states(ben).length === 1 && ada.value === endless);
    const first = ben.test();
    await until(() => state(ada, 'adds') === 'Running');
    const second = ada.test();
    ben.value = ADD;
    expect((await first).results.map((result) => result.state)).to.deep.equal(['timed-out']);
    expect(await second).to.deep.include({ passed: 1, failed: 0 });
  });

  it('never reject: what cannot be run is skipped with a sentence', async () => {
    const room = await alone(ADD, [call('adds', 1, 2)]);
    const errors = collect(room, 'code-room-error');
    const unknown = await room.test({ names: ['none'] });
    expect(unknown.results).to.have.length(1);
    expect(unknown.results[0]).to.include({ name: 'none', state: 'skipped' });
    expect(unknown.results[0]?.output).to.include('no test called "none"');
    for (const [wish, names] of [
      [{ names: 'adds' }, ['adds']],
      [null, ['adds']],
      [{ names: null }, ['adds']],
      [{ names: [7, null, {}, ['deep']] }, ['7', '']],
      ['adds', ['adds']],
    ] as const) {
      const { results } = await room.test(wish as unknown as { names: string[] });
      expect(results.map(({ name }) => name)).to.deep.equal(names, JSON.stringify(wish));
    }
    const off = await open({ runner: 'off', language: 'javascript' });
    const refusals = collect(off, 'code-room-error');
    expect(await off.test()).to.deep.equal({ passed: 0, failed: 0, results: [] });
    off.tests = [call('adds', 1, 2)];
    await until(() => off.tests.length === 1);
    expect((await off.test()).results[0]?.output).to.include('switched off');
    expect(refusals.map(({ reason }) => reason)).to.deep.equal(['tests', 'tests']);
    room.tests = [{ name: 'bad' } as unknown as Test];
    await until(() => errors.at(-1)?.sentence.includes('"kind" must be'));
    expect(room.tests).to.have.length(1);
    const { CodeRoom } = await import('../../components/code-room.js');
    const nowhere = new CodeRoom();
    expect(await nowhere.test({ names: ['a'] })).to.deep.include({ passed: 0, failed: 0 });
  });

  it('of a program that prints nothing say so beside what was expected', async () => {
    const room = await alone('const nothing = 1;', [echo]);
    await room.test();
    await until(() => state(room, 'says it') === 'Failed');
    row(room, 'says it')?.querySelector<HTMLElement>('.head')?.click();
    const blocks = () => all(room, '.details .block').map((one) => one.textContent?.replace(/\s+/g, ' ').trim());
    await until(() => blocks().includes('Gotnothing'), 'what was printed');
    expect(blocks()).to.include('Expecteda b');
  });

  it('can be stopped, even an endless one', async () => {
    const room = await alone('function add() {\n  for (;;);\n}\n', [call('first', 1, 2), call('second', 1, 2)]);
    const outcome = room.test();
    await until(() => state(room, 'first') === 'Running' && button(room, 'Stop'));
    press(room, 'Stop');
    const { results } = await outcome;
    expect(results.map(({ state }) => state)).to.deep.equal(['skipped', 'skipped']);
    await until(() => button(room, 'Run tests'));
  });

  it('are made from a run, with its input and output', async () => {
    const { ada } = await interview();
    await until(() => inside(ada, 'code-room-output', 'textarea'));
    const input = inside<HTMLTextAreaElement>(ada, 'code-room-output', 'textarea');
    input.value = 'x\ny\n';
    input.dispatchEvent(new InputEvent('input'));
    await ada.run();
    await until(() => inside(ada, 'code-room-output', '.keep')?.textContent === 'Make a test of this');
    // The next run would read something else.
    input.value = 'z\n';
    input.dispatchEvent(new InputEvent('input'));
    inside(ada, 'code-room-output', '.keep').click();
    await until(() => field(ada, 'stdin')?.value === 'x\ny\n');
    expect(field(ada, 'stdout').value).to.equal('x\ny\n');
    press(ada, 'Save');
    await until(() => ada.tests.length === 1);
    expect((await ada.test()).passed).to.equal(1);
  });

  it('are changed, removed, restored, and edited as one text', async () => {
    const { ada } = await interview();
    ada.tests = [call('one', 1), call('two', 2)];
    await until(() => states(ada).length === 2);
    press(ada, 'Change two');
    await until(() => field(ada, 'name')?.value === 'two');
    press(ada, 'Remove');
    await until(() => ada.tests.length === 1 && button(ada, 'Bring it back')?.matches(':focus'));
    press(ada, 'Bring it back');
    await until(() => ada.tests.map(({ name }) => name).join() === 'one,two');
    press(ada, 'JSON');
    await until(() => field(ada, 'all'));
    fill(ada, 'all', '[{');
    press(ada, 'Save');
    await until(() => find(ada, '.faults')?.textContent?.includes('This is not JSON'));
    fill(ada, 'all', JSON.stringify([echo]));
    ada.tests = [call('other', 1)];
    await until(() => states(ada).length === 1 && ada.tests[0]?.name === 'other');
    press(ada, 'Save');
    // What others have changed meanwhile stays.
    await until(() => ada.tests.map(({ name }) => name).join() === 'other,says it');
  });

  it('that are hidden are on interviewers’ pages only, and run there', async () => {
    const { ada, ben, eve } = await interview();
    const secret: Test = { ...call('canary-test', 40, 2), hidden: true };
    ada.tests = [call('adds', 1, 2), secret];
    await until(() => states(ada).length === 2 && states(ben).length === 1 && ben.tests.length === 1);
    expect(ben.tests.map(({ name }) => name)).to.deep.equal(['adds']);
    expect((await ben.test({ hidden: true })).results).to.deep.equal([]);
    press(ada, 'Run hidden');
    await until(() => state(ada, 'canary-test') === 'Passed');
    await until(() => root(ben).textContent?.includes('1 of 1') || root(ben).textContent?.includes('Hidden tests'));
    for (const room of [ben, eve]) {
      expect(root(room).textContent).not.to.include('canary');
      expect(JSON.stringify([room.tests, room.testResults])).not.to.include('canary');
    }
  });

  it('that are hidden and were stopped are told to others as not run, and not as failed', async () => {
    const { ada, ben, eve } = await interview();
    ada.value = 'function add(a, b) {\n  while (a === 40);\n  return a + b;\n}\n';
    const secret = (name: string, first: number): Test => ({ ...call(name, first, 2), hidden: true });
    ada.tests = [secret('quick', 1), secret('endless', 40), secret('last', 3)];
    await until(() => states(ada).length === 3 && ben.value === ada.value);
    press(ada, 'Run hidden');
    await until(() => state(ada, 'endless') === 'Running');
    press(ada, 'Stop');
    for (const room of [ben, eve]) {
      await until(() => find(room, '.hidden-head .time')?.textContent === '2 not run', root(room).textContent ?? '');
      expect(find(room, '.hidden-head .counts').textContent).to.equal('1 of 3 passed');
      expect(find(room, '.hidden-head .counts').className.trim()).to.equal('counts');
    }
  });

  it('that are hidden may have the names of others, and each is changed by itself', async () => {
    const { ada, ben } = await interview({ candidateTests: true });
    ada.tests = [{ ...call('Test 1', 40, 2), hidden: true }];
    await until(() => ada.tests.length === 1 && all(ada, '.case').length === 1);
    ben.tests = [call('Test 1', 1, 2)];
    await until(() => ada.tests.length === 2 && all(ada, '.case').length === 2);
    const secret = () => find(ada, '[data-hidden=true] .case');
    find(ada, '[data-hidden=true] .head').click();
    await until(() => secret().querySelector('.details')?.textContent?.includes('add(40, 2)'));
    expect(all(ada, '.details').length, 'opened').to.equal(1);
    secret().querySelector<HTMLElement>('[title="Change Test 1"]')?.click();
    await until(() => field(ada, 'args')?.value === '40, 2');
    fill(ada, 'args', '41, 1');
    press(ada, 'Save');
    await until(() => ada.tests.some(({ hidden, ...test }) => hidden && 'args' in test && test.args[0] === 41));
    await until(() => find(ada, '[data-hidden=true] .head')?.matches(':focus'));
    expect(ada.tests.filter(({ hidden }) => !hidden)).to.deep.equal([call('Test 1', 1, 2)]);
    press(ada, 'Run tests');
    await until(() => find(ada, '[data-hidden=false] .state')?.textContent === 'Passed');
    expect(find(ada, '[data-hidden=true] .state').textContent).to.equal('Not run');
    secret().querySelector<HTMLElement>('[title="Change Test 1"]')?.click();
    await until(() => field(ada, 'args')?.value === '41, 1');
    press(ada, 'Remove');
    await until(() => ada.tests.length === 1);
    expect(ben.tests).to.deep.equal([call('Test 1', 1, 2)]);
  });

  it('that are hidden may be of hidden files, which are offered as soon as the test is hidden', async () => {
    const { ada } = await interview();
    await ada.addFile({ name: 'secret.test.js', text: 'test("x", () => {});\n', visibility: 'interviewers' });
    ada.tests = [call('adds', 1, 2)];
    await until(() => states(ada).length === 1);
    press(ada, 'Change adds');
    await until(() => field(ada, 'hidden'));
    const offered = () =>
      all(ada, '.form [name=file] option').some(({ textContent }) => textContent === 'secret.test.js');
    expect(offered()).to.equal(false);
    field(ada, 'hidden').click();
    await until(offered, 'the hidden file');
    field(ada, 'hidden').click();
    await until(() => !offered(), 'no hidden file');
  });

  it('are navigated by arrow keys, opened by Enter, and left by Tab', async () => {
    const room = await alone(ADD, [call('one', 1), call('two', 2), call('three', 3)]);
    const head = (name: string) => row(room, name)?.querySelector<HTMLElement>('.head');
    head('one')?.focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => head('two')?.matches(':focus'));
    await sendKeys({ press: 'End' });
    await until(() => head('three')?.matches(':focus'));
    await sendKeys({ press: 'Enter' });
    await until(() => head('three')?.getAttribute('aria-expanded') === 'true');
    await until(() => all(room, '.head').filter(({ tabIndex }) => tabIndex === 0).length === 1);
    expect(head('three')?.tabIndex).to.equal(0);
  });

  it('are fast to use when there are 500', async () => {
    const tests = Array.from({ length: 500 }, (_, index) => ({ ...echo, name: `test ${index}` }));
    const room = await open({ runner: 'off', language: 'javascript' });
    room.tests = tests;
    await until(() => all(room, '.case').length === 500);
    expect(counts(room)).to.equal('500 tests');
    const before = performance.now();
    row(room, 'test 3')?.querySelector<HTMLElement>('.head')?.click();
    await part(room, 'code-room-tests').updateComplete;
    expect(performance.now() - before).to.be.lessThan(1_000);
  });
});
