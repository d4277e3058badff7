// A run belongs to the room: whoever starts it, everybody sees it, and anybody who may run can stop it.
import { expect } from '@esm-bundle/chai';
import type { CodeRoom } from '../../components/code-room.js';
import { clear, collect, inside, newRoom, open, part, roomHost, sandboxUrl, until } from '../fixtures/elements.js';
import { makeRoom } from '../fixtures/made-room.js';

const button = (room: CodeRoom) => inside<HTMLButtonElement>(room, 'code-room-run', 'button');
const shown = (room: CodeRoom) => inside(room, 'code-room-output', '.output').textContent;
const summary = (room: CodeRoom) =>
  inside(room, 'code-room-output', '.summary').textContent?.replace(/\s+/g, ' ').trim();

describe('the run of a room', function () {
  this.timeout(40_000);
  afterEach(clear);

  async function pair(): Promise<[CodeRoom, CodeRoom]> {
    const attributes = { host: await roomHost(), room: newRoom(), runner: sandboxUrl, language: 'javascript' };
    return [await open({ ...attributes, name: 'Ann' }), await open({ ...attributes, name: 'Bo' })];
  }

  it('is prepared when somebody types, unless their connection is metered', async () => {
    for (const [connection, prepared] of [
      [{ saveData: true, effectiveType: '4g' }, false],
      [{ saveData: false, effectiveType: '3g' }, false],
      [{ saveData: false, effectiveType: '4g' }, true],
      [undefined, true],
    ] as const) {
      Object.defineProperty(navigator, 'connection', { value: connection, configurable: true });
      try {
        const room = await open({ runner: sandboxUrl, language: 'javascript' });
        const frame = () => room.shadowRoot?.querySelector('iframe');
        room.focus();
        if (prepared) await until(frame, 'nothing is prepared');
        else await new Promise((resolve) => setTimeout(resolve, 300));
        expect(Boolean(frame()), JSON.stringify(connection)).to.equal(prepared);
        room.value = '1 + 1';
        expect((await room.run()).state).to.equal('done');
      } finally {
        Reflect.deleteProperty(navigator, 'connection');
        clear();
      }
    }
  });

  it('is seen by everybody, including people who join later', async () => {
    const [ann, bo] = await pair();
    const runs = collect(bo, 'code-room-run');
    ann.value = 'console.log("hello"); console.error("oh");';
    const { id, ...outcome } = await ann.run();
    expect(outcome).to.include({ language: 'javascript', state: 'done' });
    await until(() => bo.output === 'hello\noh\n' && runs.at(-1)?.state === 'done');
    expect(runs.map((run) => [run.id, run.state, run.by])).to.deep.equal([
      [id, 'running', 'Ann'],
      [id, 'done', 'Ann'],
    ]);
    await until(() => summary(bo)?.startsWith('Ann ran this · JavaScript · done in '), summary(bo) ?? '');
    await until(() => shown(bo)?.includes('Error output: oh'));
    const late = await open({ host: bo.host ?? '', room: bo.room ?? '' });
    await until(() => late.output === 'hello\noh\n');
  });

  it('is reported to the page with who started it, and as news only to people who were there', async () => {
    const [ann, bo] = await pair();
    const heard = (room: CodeRoom) => {
      const runs = collect(room, 'code-room-run');
      const output = collect(room, 'code-room-output');
      return () => [
        ...runs.map(({ state, self, news, personId }) => [state, self, news, personId === personOf('Ann')]),
        ...output.map((event) => [event.output.map(({ text }) => text).join(''), event.news]),
      ];
    };
    const personOf = (name: string) => bo.people.find((person) => person.name === name)?.id;
    const [atAnn, atBo] = [heard(ann), heard(bo)];
    ann.value = 'console.log("hello")';
    await ann.run();
    await until(() => bo.output === 'hello\n' && !bo.running);
    expect(atAnn()).to.deep.equal([
      ['running', true, true, true],
      ['done', true, true, true],
      ['hello\n', true],
    ]);
    expect(atBo()).to.deep.equal([
      ['running', false, true, true],
      ['done', false, true, true],
      ['hello\n', true],
    ]);
    const late = document.createElement('code-room');
    const atLate = heard(late);
    Object.assign(late, { host: bo.host, room: bo.room, runner: sandboxUrl });
    document.body.append(late);
    await until(() => late.output === 'hello\n');
    // A run that was over before is no run that has ended now.
    expect(atLate()).to.deep.equal([['hello\n', false]]);
    ann.value = 'console.log("again")';
    await ann.run();
    await until(() => late.output === 'again\n' && !late.running);
    expect(atLate().filter(([state]) => /running|done/.test(String(state)))).to.deep.equal([
      ['running', false, true, true],
      ['done', false, true, true],
    ]);
    expect(atLate().at(-1)).to.deep.equal(['again\n', true]);
  });

  it('is reported when the page has ended the program', async () => {
    const [ann, bo] = await pair();
    ann.value = 'console.log("on"); for (;;);';
    const ended = ann.run();
    await until(() => bo.output === 'on\n');
    ann.shadowRoot?.querySelector('iframe')?.remove();
    expect((await ended).state).to.equal('failed');
    await until(() => shown(bo)?.includes('The page moved or removed the frame in which it ran'));
  });

  it('keeps the keyboard focus: on Stop after Run, and back', async () => {
    const room = await open({ runner: sandboxUrl, language: 'javascript' });
    room.value = 'console.log("on"); for (;;);';
    for (const label of ['Stop', 'Run']) {
      button(room).focus();
      button(room).click();
      await until(() => button(room).textContent?.includes(label));
      await until(() => part(room, 'code-room-run').shadowRoot?.activeElement === button(room), 'the focus is lost');
      await until(() => label === 'Run' || room.output === 'on\n');
    }
  });

  it('is complete when run() resolves', async () => {
    const [ann] = await pair();
    ann.value = 'console.log("a"); throw new Error("last words");';
    const { state } = await ann.run();
    expect([state, ann.running]).to.deep.equal(['failed', false]);
    expect(ann.output).to.include('last words');
  });

  it('starts once, however fast Run is pressed again', async () => {
    const [ann, bo] = await pair();
    const runs = collect(bo, 'code-room-run');
    ann.value = 'console.log("once");';
    for (let n = 0; n < 3; n++) button(ann).click();
    await until(() => runs.at(-1)?.state === 'done');
    const { id } = await ann.run();
    await until(() => runs.at(-1)?.id === id && runs.at(-1)?.state === 'done');
    expect(runs.map(({ state }) => state)).to.deep.equal(['running', 'done', 'running', 'done']);
  });

  it('does not start, or ends at once, when it is stopped right after the request', async () => {
    const [ann, bo] = await pair();
    ann.value = 'console.log("on"); for (;;);';
    const withdrawn = ann.run();
    ann.stop();
    expect(await withdrawn).to.include({ id: '', state: 'stopped' });
    for (const pause of [1, 5, 20, 60]) {
      const ended = ann.run();
      await new Promise((resolve) => setTimeout(resolve, pause));
      ann.stop();
      expect((await ended).state).to.equal('stopped');
    }
    ann.value = 'console.log("after");';
    expect((await ann.run()).state).to.equal('done');
    await until(() => bo.output === 'after\n');
  });

  it('is independent of another room on the page that runs Python at the same time', async () => {
    const rooms = await Promise.all(['one', 'two'].map(() => open({ runner: sandboxUrl, language: 'python' })));
    for (const [n, room] of rooms.entries()) room.value = `x = ${n}\nfor i in range(3): print(x, i)`;
    const outcomes = await Promise.all(rooms.map((room) => room.run()));
    expect(outcomes.map(({ state }) => state)).to.deep.equal(['done', 'done']);
    expect(rooms.map(({ output }) => output)).to.deep.equal(['0 0\n0 1\n0 2\n', '1 0\n1 1\n1 2\n']);
  });

  it('can be stopped by anybody, and the next can start', async () => {
    const [ann, bo] = await pair();
    ann.value = 'console.log("on"); for (;;);';
    const ended = ann.run();
    await until(() => bo.output === 'on\n' && bo.running);
    expect(bo.matches(':state(running)')).to.equal(true);
    await until(() => button(bo).textContent?.includes('Stop'));
    button(bo).click();
    expect((await ended).state).to.equal('stopped');
    await until(() => button(bo).textContent?.includes('Run') && !bo.running);
    expect(summary(bo)).to.include('stopped after');
    ann.value = 'console.log("again")';
    expect((await ann.run()).state).to.equal('done');
    await until(() => bo.output === 'again\n');
  });

  it('waits for the current run', async () => {
    const [ann, bo] = await pair();
    ann.value = 'console.log(1)';
    await until(() => bo.value === ann.value);
    const outcomes = await Promise.all([ann.run(), ann.run(), bo.run()]);
    expect(outcomes.map(({ state }) => state)).to.deep.equal(['done', 'done', 'done']);
    expect(new Set(outcomes.map(({ id }) => id)).size).to.equal(3);
  });

  it('is marked when the code has changed since', async () => {
    const [ann, bo] = await pair();
    ann.value = 'console.log(1)';
    await ann.run();
    await until(() => bo.output === '1\n');
    const badge = (room: CodeRoom) => inside(room, 'code-room-output', '.changed');
    expect(badge(bo)).to.equal(null);
    ann.value = 'console.log(2)';
    await until(() => badge(bo) && badge(ann));
  });

  it('passes the page’s schema to SQL programs', async () => {
    const schema =
      "<script type='application/sql' slot='schema'>\n  CREATE TABLE t (a);\n  INSERT INTO t VALUES (7);</script>";
    const room = await open({ runner: sandboxUrl, language: 'sql' }, schema);
    room.value = 'SELECT a FROM t';
    expect((await room.run()).state).to.equal('done');
    expect(room.output).to.equal('a\n7\n');
  });

  it('distinguishes a failed program from one that is done', async () => {
    const room = await open({ runner: sandboxUrl, language: 'javascript' });
    room.value = 'throw new Error("no")';
    expect((await room.run()).state).to.equal('failed');
    expect(room.output).to.include('no');
    expect(summary(room)).to.include('ended with an error');
  });

  it('shows a program’s output as text, whatever it is', async () => {
    const room = await open({ runner: sandboxUrl, language: 'javascript' });
    room.value = 'console.log("<img src=x onerror=alert(1)>")';
    await room.run();
    await until(() => shown(room)?.includes('<img'));
    expect(inside(room, 'code-room-output', 'img')).to.equal(null);
  });

  it('follows the end of the output unless the reader has scrolled back', async () => {
    const room = await open({ runner: sandboxUrl, language: 'javascript' });
    room.value = 'for (let i = 0; i < 300; i++) console.log(i)';
    await room.run();
    const box = inside(room, 'code-room-output', '.output');
    await until(() => box.scrollTop + box.clientHeight > box.scrollHeight - 8);
    box.scrollTop = 0;
    await new Promise((resolve) => setTimeout(resolve, 50));
    room.language = 'python';
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(box.scrollTop).to.equal(0);
  });

  it('has no file that interviewers alone may read, also when an interviewer starts it', async () => {
    const text =
      'const fs = require("fs");\nfor (const name of fs.readdirSync(".")) console.log(name, fs.readFileSync(name, "utf8"));\n';
    const made = await makeRoom({
      files: [
        { name: 'main.js', text },
        { name: 'data.txt', text: 'for everybody' },
        { name: 'canary-82.txt', text: 'canary-82', visibility: 'interviewers' },
      ],
    });
    const ada = await made.enter('interviewer', '', { runner: sandboxUrl, name: 'Ada' });
    const ben = await made.enter('candidate', '', { runner: sandboxUrl, name: 'Ben' });
    await until(() => ada.files.length === 3 && ben.files.length === 2);
    expect((await ada.run()).state).to.equal('done');
    await until(() => !ben.running && ben.output.includes('for everybody'), ben.output);
    for (const room of [ada, ben]) expect(room.output).not.to.contain('canary');
  });

  it('is not available in a language that is only highlighted', async () => {
    const room = await open({ runner: sandboxUrl, language: 'rust' });
    expect(button(room).disabled).to.equal(true);
    expect(button(room).title).to.include('Rust cannot be run here');
  });
});
