// What a page does with the code of a room: waits for it, selects, inserts, gives input, stops runs before they begin, changes keys.
import { expect } from '@esm-bundle/chai';
import { type CodeRoom, CodeRoomError } from '../../components/index.js';
import type { Session } from '../../components/session/session.js';
import {
  clear,
  collect,
  editor,
  inside,
  make,
  newRoom,
  open,
  part,
  roomHost,
  sandboxUrl,
  until,
  write,
} from '../fixtures/elements.js';

/** What a promise was rejected with. */
const failure = (promise: Promise<unknown>): Promise<CodeRoomError> =>
  promise.then(
    () => expect.fail('it was done'),
    (error: CodeRoomError) => error,
  );

describe('ready', () => {
  afterEach(clear);

  it('resolves when the room is live, also where it opens late, and again at once', async () => {
    const room = make({ host: await roomHost(), room: newRoom() });
    const statuses: string[] = [];
    const early = room.ready.then(() => statuses.push(room.status));
    document.body.append(room);
    await early;
    await room.ready;
    expect(statuses).to.deep.equal(['live']);
    const alone = make();
    document.body.append(alone);
    await alone.ready;
    expect(alone.status).to.equal('live');
  });

  it('waits for the room whose name was set just before', async () => {
    const room = await open({ host: await roomHost(), room: newRoom() });
    const name = newRoom();
    room.room = name;
    await room.ready;
    const { session } = Reflect.get(room, 'visit') as { session: Session };
    expect([room.status, session.options.room]).to.deep.equal(['live', name]);
  });
});

describe('the selection', () => {
  afterEach(clear);

  it('is read and set by the page, in any file, and stays inside the text', async () => {
    const room = await open(
      {},
      '<pre slot="code" data-name="a.py">one two</pre><pre slot="code" data-name="b.py">three</pre>',
    );
    await until(() => room.files.length === 2);
    room.selection = { from: 4, to: 7 };
    await until(() => room.selection?.to === 7);
    expect(room.selection).to.deep.equal({ file: 'a.py', from: 4, to: 7 });
    room.selection = { file: 'b.py', from: 99 };
    await until(() => room.selection?.file === 'b.py' && room.selection.from > 0);
    expect(room.selection).to.deep.equal({ file: 'b.py', from: 6, to: 6 });
  });

  it('that cannot be is told, and nothing changes', async () => {
    const room = await open();
    room.value = 'text';
    const errors = collect(room, 'code-room-error');
    for (const wrong of [{ from: -1 }, { from: Number.NaN }, { file: 'none.py', from: 0 }, null]) {
      errors.length = 0;
      Object.assign(room, { selection: wrong });
      await until(() => errors.length > 0, JSON.stringify(wrong));
      expect(errors[0]?.reason).to.equal('selection');
      expect(errors[0]?.sentence).to.match(/\.$/);
    }
    expect(room.selection).to.deep.equal({ file: room.file, from: 0, to: 0 });
  });
});

describe('insert()', () => {
  afterEach(clear);

  it('writes in place of the selection, in one step of undo, and is no input of the person', async () => {
    const room = await open();
    room.value = 'a = 1\n';
    const inputs = collect(room, 'input');
    room.selection = { from: 4, to: 5 };
    await until(() => room.selection?.to === 5);
    await room.insert('2\r\nb = 3');
    expect(room.value).to.equal('a = 2\nb = 3\n');
    expect(room.selection).to.include({ from: 11, to: 11 });
    expect(inputs).to.have.length(0);
    editor(room).focus();
    await until(() => editor(room).contentDOM.hasAttribute('aria-autocomplete'));
    const init = { key: 'z', code: 'KeyZ', keyCode: 90, bubbles: true, cancelable: true };
    for (const modifier of [{ ctrlKey: true }, { metaKey: true }])
      editor(room).contentDOM.dispatchEvent(new KeyboardEvent('keydown', { ...init, ...modifier }));
    await until(() => room.value === 'a = 1\n', room.value);
  });

  it('rejects with a code and a sentence, and changes nothing', async () => {
    const room = await open();
    room.value = 'kept';
    const large = await failure(room.insert('x'.repeat(600_000)));
    expect(large).to.be.an.instanceOf(CodeRoomError);
    expect([large.name, large.code]).to.deep.equal(['CodeRoomError', 'value-too-large']);
    expect(large.message).to.match(/512 KiB.*\.$/);
    expect(room.value).to.equal('kept');
    expect((await failure(make().insert('x'))).code).to.equal('not-in-room');
  });

  it('waits for the room’s text, and is never done in another room', async () => {
    const host = await roomHost();
    const [first, second] = [newRoom(), newRoom()];
    const other = await open({ host, room: second });
    const room = make({ host, room: first });
    document.body.append(room);
    await room.insert('x = 1');
    expect([room.status, room.value]).to.deep.equal(['live', 'x = 1']);
    const late = failure(room.insert('\ny = 2'));
    room.room = second;
    expect((await late).code).to.equal('room-left');
    await room.ready;
    await until(() => room.people.length === 2);
    expect([room.value, other.value]).to.deep.equal(['', '']);
  });

  it('works without an editor, too', async () => {
    const room = await open({}, '<div slot="layout"><code-room-status></code-room-status></div>');
    room.value = 'a';
    await room.insert('b');
    expect(room.value).to.equal('ab');
  });
});

describe('methods that fail', () => {
  afterEach(clear);

  it('reject with a CodeRoomError each, whoever refuses', async () => {
    const room = await open({ host: await roomHost(), room: newRoom() });
    const calls: Record<string, Promise<unknown>> = {
      'no-file-called': room.removeFile('none.py'),
      'file-name-taken': room.addFile({ name: 'a.py' }).then(() => room.addFile({ name: 'A.py' })),
      'questions-without-token': room.ask('two-sum'),
      'files-not-on-page': make().addFile({ name: 'a.py' }),
      'questions-without-room': make()
        .hint()
        .catch((error: CodeRoomError) =>
          make()
            .ask('x')
            .catch(() => Promise.reject(error)),
        ),
      'not-in-room': make().setTimer(null),
      // Oneself.
      'nobody-to-follow': room.follow(room.people[0]?.id ?? ''),
    };
    const errors = await Promise.all(
      Object.entries(calls).map(async ([code, call]) => [code, await failure(call)] as const),
    );
    for (const [code, error] of errors) {
      expect(error, code).to.be.an.instanceOf(CodeRoomError);
      expect(error.message, code).to.match(/[.!]$/);
      if (code !== 'questions-without-room') expect(error.code).to.equal(code);
    }
    for (const call of [make().point(), make().follow('ben'), make().say('Hello'), make().endFocus()])
      expect((await failure(call)).code).to.equal('not-in-room');
    // Nobody is followed there in any case.
    await make().follow(null);
  });
});

describe('code-room-before-run', () => {
  afterEach(clear);

  it('tells what would run, and keeps it from running without a word', async () => {
    const room = await open({ host: await roomHost(), room: newRoom(), language: 'javascript', runner: sandboxUrl });
    room.value = 'console.log(1)';
    const [before, runs, errors] = [
      collect(room, 'code-room-before-run'),
      collect(room, 'code-room-run'),
      collect(room, 'code-room-error'),
    ];
    const prevent = (event: Event) => event.preventDefault();
    room.addEventListener('code-room-before-run', prevent);
    expect(await room.run()).to.deep.equal({ id: '', language: 'javascript', state: 'stopped', durationMs: 0 });
    expect(before.map(({ language, code }) => [language, code])).to.deep.equal([['javascript', 'console.log(1)']]);
    expect([runs.length, errors.length, room.running]).to.deep.equal([0, 0, false]);
    room.removeEventListener('code-room-before-run', prevent);
    expect((await room.run()).state).to.equal('done');
    expect(before).to.have.length(2);
  });
});

describe('keys that a page changes', () => {
  afterEach(clear);

  const press = (room: CodeRoom, key: string, init: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init });
    editor(room).contentDOM.dispatchEvent(event);
    return event;
  };
  const runButton = (room: CodeRoom) => inside(room, 'code-room-run', 'button');

  it('are read as a table, and changed as property or attribute', async () => {
    const room = await open();
    const usual = {
      run: 'Mod-Enter',
      error: 'F8',
      person: 'Shift-F8',
      point: 'F9',
      look: 'Shift-F9',
      format: 'Shift-Alt-F',
      problems: 'Shift-Alt-E',
    };
    await until(() => 'run' in room.keys);
    expect(room.keys).to.deep.equal(usual);
    room.keys = { run: 'Shift-Enter', format: 'none' };
    await until(() => room.keys.format === '');
    expect(room.keys).to.deep.equal({ ...usual, run: 'Shift-Enter', format: '' });
    room.setAttribute('keys', 'error: Ctrl-E; point: none');
    await until(() => room.keys.error === 'Ctrl-E');
    expect(room.keys).to.deep.equal({ ...usual, error: 'Ctrl-E', point: '' });
    const errors = collect(room, 'code-room-error');
    room.setAttribute('keys', 'fly: Ctrl-F');
    await until(() => errors.length > 0);
    expect(errors[0]?.reason).to.equal('keys');
    expect(room.keys.error).to.equal('Ctrl-E');
  });

  it('run by another key, which writes nothing, and leave Mod-Enter to the page', async () => {
    const room = await open({ keys: 'run: Shift-Enter', language: 'javascript', runner: sandboxUrl });
    room.value = 'console.log("ran")';
    const before = collect(room, 'code-room-before-run');
    await until(() => editor(room).contentDOM.hasAttribute('aria-autocomplete') && 'run' in room.keys);
    await until(() => runButton(room).getAttribute('aria-keyshortcuts') === 'Shift+Enter');
    expect(runButton(room).title).to.include('Shift Enter');
    for (const modifier of [{ ctrlKey: true }, { metaKey: true }]) {
      let heard = 0;
      document.addEventListener('keydown', () => heard++, { once: true });
      expect(press(room, 'Enter', { keyCode: 13, ...modifier }).defaultPrevented).to.equal(false);
      expect(heard).to.equal(1);
    }
    expect(before).to.have.length(0);
    expect(press(room, 'Enter', { keyCode: 13, shiftKey: true }).defaultPrevented).to.equal(true);
    await until(() => room.output === 'ran\n');
    expect(room.value).to.equal('console.log("ran")');
  });

  it('hold nowhere when they are none', async () => {
    const room = await open({ keys: 'run: none, error: none' });
    await until(() => 'run' in room.keys);
    const before = collect(room, 'code-room-before-run');
    expect(press(room, 'Enter', { ctrlKey: true }).defaultPrevented).to.equal(false);
    expect(press(room, 'F8').defaultPrevented).to.equal(false);
    expect(before).to.have.length(0);
    await until(() => !runButton(room).title.includes('('));
    write(room, 'x', 0);
    expect(room.value).to.equal('x');
    expect(part(room, 'code-room-run')).to.not.equal(null);
  });
});
