// Several starter files inside the element: added only to a room that nobody has written in.
import { expect } from '@esm-bundle/chai';
import type { CodeRoom } from '../../components/code-room.js';
import { clear, collect, make, newRoom, open, roomHost, until } from '../fixtures/elements.js';

const names = (room: CodeRoom) => room.files.map(({ name }) => name).join();
const text = (room: CodeRoom, name: string) => room.files.find((file) => file.name === name)?.text;
const script = (name: string, code: string, more = '') =>
  `<script type="text/python" slot="code" data-name="${name}" ${more}>${code}</script>`;

const BANK = script('bank.py', '\n      class Bank:\n        pass\n    ');

describe('starter files', () => {
  afterEach(clear);

  it('are in the room, in order; the first is the entry', async () => {
    const data = '<script type="text/plain" slot="code" data-name="data.csv">a,b</script>';
    const room = await open({}, script('main.py', 'import bank') + BANK + data);
    expect(room.value).to.equal('import bank\n');
    await until(() => names(room) === 'main.py,bank.py,data.csv' && text(room, 'data.csv') === 'a,b\n', names(room));
    expect(text(room, 'bank.py')).to.equal('class Bank:\n  pass\n');
    expect(room.entry).to.equal('main.py');
    expect(room.files.map(({ language }) => language).join()).to.equal('python,python,plaintext');
  });

  it('may set the entry, the language and read-only', async () => {
    const typed = script('x.txt', 'let a = 1', 'data-language="javascript" data-readonly');
    const room = await open({}, BANK + typed + script('run.py', 'import bank', 'data-entry'));
    await until(() => names(room) === 'bank.py,x.txt,run.py', names(room));
    expect(room.entry).to.equal('run.py');
    expect(room.value).to.equal('import bank\n');
    await until(() => text(room, 'x.txt') === 'let a = 1\n');
    expect(room.files[1]).to.deep.include({ language: 'javascript', readonly: true });
    room.file = 'x.txt';
    const errors = collect(room, 'code-room-error');
    room.value = 'changed';
    await until(() => errors.length > 0);
    expect(text(room, 'x.txt')).to.equal('let a = 1\n');
  });

  it('are of the room’s database and of the language beside them where their extension is of two', async () => {
    const untyped = (name: string, type = 'application/x') =>
      `<script type="${type}" slot="code" data-name="${name}"></script>`;
    const sql = await open(
      { language: 'postgres' },
      untyped('a.sql', 'text/sql') + untyped('b.sql', 'application/sql'),
    );
    await until(() => names(sql) === 'a.sql,b.sql', names(sql));
    expect(sql.files.map(({ language }) => language).join()).to.equal('postgres,postgres');
    // As Vue, React and Lit set it.
    const set = make({}, untyped('a.sql', 'text/sql'));
    set.language = 'postgres';
    document.body.append(set);
    await until(() => names(set) === 'a.sql', names(set));
    expect(set.language).to.equal('postgres');
    const cpp = await open({}, untyped('main.cpp', 'text/cpp') + untyped('bank.h'));
    await until(() => names(cpp) === 'main.cpp,bank.h', names(cpp));
    expect(cpp.files.map(({ language }) => language).join()).to.equal('cpp,cpp');
  });

  it('may make the entry read-only as well', async () => {
    const room = await open({}, script('main.py', 'import bank', 'data-readonly') + BANK);
    await until(() => names(room) === 'main.py,bank.py' && room.files[0]?.readonly, 'the entry is not read-only');
    expect(room.files.map(({ readonly }) => readonly)).to.deep.equal([true, false]);
    const errors = collect(room, 'code-room-error');
    room.value = 'changed';
    await until(() => errors.length > 0);
    expect([errors[0]?.reason, room.value]).to.deep.equal(['role', 'import bank\n']);
    // And so it is when it comes back.
    room.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.body.append(room);
    await until(() => names(room) === 'main.py,bank.py' && room.files[0]?.readonly);
    expect(text(room, 'main.py')).to.equal('import bank\n');
  });

  it('are added once for everybody, and do not come back when they are removed', async () => {
    const attributes = { host: await roomHost(), room: newRoom() };
    const content = script('main.py', 'import bank') + BANK;
    const both = [make(attributes, content), make(attributes, content)] as const;
    document.body.append(...both);
    for (const one of both)
      await until(
        () => names(one) === 'main.py,bank.py' && text(one, 'bank.py') === 'class Bank:\n  pass\n',
        names(one),
      );
    expect(both[0].value).to.equal('import bank\n');
    await both[0].removeFile('bank.py');
    const late = await open(attributes, content);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(names(late)).to.equal('main.py');
  });

  it('that are refused are named in a sentence, and the others are added', async () => {
    const room = make({}, script('main.py', 'm') + script('../up.py', 'u') + script('b.py', 'b') + script('B.py', 'c'));
    const errors = collect(room, 'code-room-error');
    document.body.append(room);
    await until(() => names(room) === 'main.py,b.py' && errors.length === 2, names(room));
    expect(errors[0]?.sentence).to.match(/"\.\.\/up\.py" must not have/);
    expect(errors[1]?.sentence).to.match(/Two files inside the element are called "B\.py"/);
  });

  it('are one file, as before, where none has a name', async () => {
    const room = await open({}, '<script type="text/javascript" slot="code">let a</script>');
    expect([room.value, room.language]).to.deep.equal(['let a\n', 'javascript']);
    expect(names(room)).to.equal('main.js');
  });

  it('of a local room are kept with the edits, when the element leaves and returns', async () => {
    const room = await open({}, script('main.py', 'import bank') + BANK);
    await until(() => names(room) === 'main.py,bank.py');
    await room.addFile({ name: 'mine.py', text: 'mine' });
    room.file = 'bank.py';
    room.value = 'changed';
    room.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.body.append(room);
    await until(() => names(room) === 'main.py,bank.py,mine.py' && text(room, 'mine.py') === 'mine', names(room));
    expect([text(room, 'main.py'), text(room, 'bank.py')]).to.deep.equal(['import bank\n', 'changed']);
  });

  it('are all in a local room that was left before they were added, and is entered again', async () => {
    const room = make({}, script('main.py', 'import bank') + BANK);
    const errors = collect(room, 'code-room-error');
    document.body.append(room);
    await room.ready;
    // Another address is another visit.
    room.runner = 'off';
    await until(() => names(room) === 'main.py,bank.py' && text(room, 'bank.py') !== '', names(room));
    room.file = 'bank.py';
    room.value = 'changed';
    // Files that come back are not all there at first, either.
    for (const runner of ['', 'off']) {
      room.runner = runner;
      await room.updateComplete;
      await room.ready;
    }
    await until(() => names(room) === 'main.py,bank.py' && text(room, 'bank.py') === 'changed', names(room));
    expect([text(room, 'main.py'), room.entry]).to.deep.equal(['import bank\n', 'main.py']);
    expect(errors.map(({ sentence }) => sentence)).to.deep.equal([]);
  });

  it('come beside what a person has added in a local room where they could not be fetched at first', async () => {
    const room = await open({}, script('main.py', 'import bank') + BANK);
    await until(() => names(room) === 'main.py,bank.py');
    await room.addFile({ name: 'mine.py', text: 'mine' });
    // As where they were not fetched.
    await room.removeFile('bank.py');
    const { visit } = room as unknown as { visit: { complete: boolean } };
    visit.complete = false;
    room.runner = 'off';
    await until(() => names(room) === 'main.py,bank.py,mine.py' && text(room, 'mine.py') === 'mine', names(room));
    expect(text(room, 'bank.py')).to.equal('class Bank:\n  pass\n');
  });
});
