/** What a page sets just before and after it names another room: each reaches the room it is meant for, and undefined changes nothing. */
import assert from 'node:assert/strict';
import { after, describe, it, mock } from 'node:test';
import type { CodeRoomErrorEvent } from '../../components/element/events.js';
import { RunController } from '../../components/run/run-controller.js';
import type { Session } from '../../components/session/session.js';
import { spokenBy } from '../../components/wording/locale.js';
import { speech } from '../../components/wording/words.js';
import { enterPage, leavePage, type UndrawnRoom, undrawnRoom } from '../fixtures/room-element.js';

const HOST = { host: 'http://rooms.test' };
const rooms: UndrawnRoom[] = [];

/** Without an id: a local room, which is live at once. */
async function open(
  given: { host?: string; room?: string; code?: string; token?: string; getToken?: () => Promise<string> } = {},
) {
  const room = await undrawnRoom(given);
  rooms.push(room);
  await enterPage(room);
  if (!given.room) await room.ready;
  const { session } = Reflect.get(room, 'visit') as { session: Session };
  const errors: string[] = [];
  room.addEventListener('code-room-error', (event) => errors.push((event as CodeRoomErrorEvent).reason));
  return { room, session, errors };
}

const textOf = ({ document }: Session) => document.text.toString();

describe('<code-room> whose room is changed', () => {
  after(async () => {
    for (const room of rooms) await leavePage(room);
  });

  it('gives what is set right after that to the new room', async () => {
    const { room, session, errors } = await open(HOST);
    room.value = 'of the first';
    room.language = 'python';
    room.room = 'second';
    room.value = 'of the second';
    room.language = 'sql';
    room.file = 'main.sql';
    assert.equal(textOf(session), 'of the first');
    assert.equal(session.document.language, 'python');
    assert.equal(room.value, 'of the second');
    assert.deepEqual([room.status, room.running, room.people.length], ['offline', false, 0]);
    await room.updateComplete;
    assert.deepEqual([room.value, room.language, errors], ['of the second', 'sql', []]);
  });

  it('keeps what was set for a room that never came from the next', async () => {
    const { room, errors } = await open({ ...HOST, room: 'first' });
    room.value = 'for the first';
    room.file = 'none.py';
    assert.equal(room.value, 'for the first');
    Object.assign(room, { room: undefined });
    await room.ready;
    assert.deepEqual([room.value, errors], ['', []]);
  });

  it('keeps it from the next also where more is set for that', async () => {
    const { room } = await open({ ...HOST, room: 'first' });
    room.value = 'for the first';
    Object.assign(room, { room: undefined });
    room.entry = 'main.py';
    await room.ready;
    assert.equal(room.value, '');
  });

  it('does not do in the new room what was asked of the one before', async () => {
    const { room, session } = await open(HOST);
    const calls = [room.addFile({ name: 'b.py' }), room.say('Hello'), room.insert('x'), room.hint()];
    room.room = 'second';
    await Promise.all(calls.map((call) => assert.rejects(call, { code: 'room-left' })));
    assert.equal(session.documents.files.list.length, 1);
  });

  it('goes on with a value for the same room when a token comes', async () => {
    const { room, session } = await open({ ...HOST, room: 'first' });
    room.value = 'for the first';
    room.token = 'x';
    await room.updateComplete;
    const { session: now } = Reflect.get(room, 'visit') as { session: Session };
    assert.notEqual(now, session);
    assert.equal(room.value, 'for the first');
  });

  it('enters with a first token or function, where a template began with null or an empty text', async () => {
    for (const none of [undefined, null, '']) {
      const { room, session } = await open({ ...HOST, room: 'first', token: none as unknown as string });
      room.token = 'x';
      await room.updateComplete;
      assert.notEqual((Reflect.get(room, 'visit') as { session: Session }).session, session, `after ${none}`);
    }
    const { room, session } = await open({
      ...HOST,
      room: 'first',
      getToken: null as unknown as () => Promise<string>,
    });
    room.getToken = async () => 'x';
    await room.updateComplete;
    assert.notEqual((Reflect.get(room, 'visit') as { session: Session }).session, session);
  });

  it('keeps the language that was chosen when the starter code changes', async () => {
    const { room } = await open({ code: 'a' });
    room.language = 'sql';
    room.value = 'SELECT 1;';
    room.code = 'b';
    await room.updateComplete;
    await room.ready;
    assert.deepEqual([room.language, room.value], ['sql', 'SELECT 1;']);
  });

  it('takes what is set together with packs of the same room', async () => {
    const { room, session, errors } = await open();
    room.packs = '/packs';
    room.language = 'cpp';
    room.value = 'kept';
    await room.updateComplete;
    await room.ready;
    assert.notEqual((Reflect.get(room, 'visit') as { session: Session }).session, session);
    assert.deepEqual([room.language, room.value, errors], ['cpp', 'kept', []]);
  });

  it('takes the input that is set together with a sandbox', async () => {
    const { room } = await open();
    room.runner = 'http://sandbox.test/';
    room.stdin = 'x';
    await room.ready;
    assert.equal(room.stdin, 'x');
  });

  it('has a value that is set together with a sandbox in the file that is shown', async () => {
    const { room, session } = await open();
    room.value = 'of main';
    await room.addFile({ name: 'b.py', text: 'of b' });
    room.file = 'b.py';
    room.runner = 'http://sandbox.test/';
    room.value = 'x';
    const texts = session.documents.files.list.map(({ name, document }) => [name, document.text.toString()]);
    assert.deepEqual(texts, [
      ['main.py', 'of main'],
      ['b.py', 'x'],
    ]);
    await room.ready;
    assert.equal(room.files[0]?.text, 'of main');
  });

  it('gives input that is set on the way to another room to the one before as well', async () => {
    const { room } = await open();
    room.stdin = 'before';
    Object.assign(room, HOST, { room: 'second' });
    room.stdin = 'for all';
    await room.updateComplete;
    assert.equal(room.stdin, 'for all');
    Object.assign(room, { room: undefined });
    await room.ready;
    assert.equal(room.stdin, 'for all');
  });

  it('runs in the sandbox that is given together with the call', async () => {
    const { room } = await open();
    room.runner = 'off';
    const run = mock.method(RunController.prototype, 'run');
    after(() => run.mock.restore());
    await room.run();
    const { runs } = Reflect.get(room, 'visit') as { runs: RunController };
    assert.deepEqual(
      run.mock.calls.map((call) => call.this === runs),
      [true],
    );
  });

  it('stays in its room when the attributes name it again before it is left', async () => {
    const { room, session } = await open();
    room.value = 'kept';
    room.room = 'second';
    Object.assign(room, { room: undefined });
    await room.updateComplete;
    assert.equal((Reflect.get(room, 'visit') as { session: Session }).session, session);
    assert.equal(room.value, 'kept');
  });
});

describe('<code-room> in a form', () => {
  after(async () => {
    for (const room of rooms) await leavePage(room);
  });

  /** As `new FormData(form)` asks. */
  function sentBy(form: EventTarget): unknown[] {
    const formData = new FormData();
    form.dispatchEvent(Object.assign(new Event('formdata'), { formData }));
    return [...formData];
  }

  it('is incomplete where it is required until the text of its room has come, and gives no empty one for it', async () => {
    const room = await undrawnRoom({ ...HOST, room: 'silent' });
    rooms.push(room);
    const form = new EventTarget();
    Object.assign(room, { field: 'code', required: true });
    room.formAssociatedCallback(form as HTMLFormElement);
    assert.deepEqual([room.validationMessage, sentBy(form)], ['Opening the room…', []]);
    await enterPage(room);
    assert.deepEqual([room.validationMessage, sentBy(form)], ['Opening the room…', []]);
    // When what does it in more detail is loaded, too.
    for (let n = 0; !('run' in room.keys) && n < 200; n++) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual([room.validationMessage, sentBy(form)], ['Opening the room…', []]);
    room.setCustomValidity('Use a loop.');
    assert.equal(room.validationMessage, 'Use a loop.');
    room.setCustomValidity('');
    // What the page has set will be the text.
    room.value = 'x = 1';
    assert.deepEqual(sentBy(form), [['code', 'x = 1']]);
  });

  it('is complete as soon as it is ready, and gives an empty text where that is known', async () => {
    const { room } = await open({ code: 'x = 1' });
    const form = new EventTarget();
    Object.assign(room, { field: 'code', required: true });
    room.formAssociatedCallback(form as HTMLFormElement);
    assert.deepEqual([room.validationMessage, sentBy(form)], ['', [['code', 'x = 1']]]);
    room.value = '';
    assert.deepEqual([room.validationMessage !== '', sentBy(form)], [true, [['code', '']]]);
    room.value = 'x = 2';
    assert.deepEqual([room.validationMessage, sentBy(form)], ['', [['code', 'x = 2']]]);
  });
});

describe('focus() of <code-room>', () => {
  after(async () => {
    for (const room of rooms) await leavePage(room);
  });

  it('does nothing on no page, and waits until it has rendered', async () => {
    const room = await undrawnRoom();
    rooms.push(room);
    let focused = 0;
    const editor = { focus: () => focused++ };
    const finds = (name: string) => (name === 'code-room-editor' ? editor : null);
    room.focus();
    const entered = enterPage(room);
    Object.assign(room.renderRoot, { querySelector: finds });
    room.focus();
    assert.equal(focused, 0);
    await entered;
    await room.updateComplete;
    assert.equal(focused, 1);
    room.focus();
    assert.equal(focused, 2);
  });
});

describe('a property of <code-room>', () => {
  after(async () => {
    for (const room of rooms) await leavePage(room);
  });

  it('that is set to undefined changes nothing, and null is what it was', async () => {
    const { room, errors } = await open();
    room.value = 'kept';
    room.language = 'sql';
    room.stdin = 'input';
    for (const name of ['value', 'language', 'file', 'entry', 'selection', 'tests', 'stdin', 'name', 'keys', 'form'])
      Object.assign(room, { [name]: undefined });
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual([room.value, room.language, room.stdin, errors], ['kept', 'sql', 'input', []]);
    assert.equal(room.hasAttribute('form'), false);
    Object.assign(room, { value: null });
    assert.equal(room.value, '');
  });

  it('that has to be given complains in the language of now', async () => {
    const { room } = await open();
    room.required = true;
    const said = async (words: string) => {
      for (let n = 0; room.validationMessage !== words && n < 200; n++)
        await new Promise((resolve) => setTimeout(resolve, 10));
      assert.equal(room.validationMessage, words);
    };
    await said('Write some code first.');
    const latin = spokenBy({ 'Write some code first.': 'Scribe aliquid.' }, 'la');
    speech.adoptLanguageOf = () => {
      speech.now = latin;
    };
    room.requestUpdate();
    await said('Scribe aliquid.');
    delete speech.adoptLanguageOf;
    speech.now = undefined;
  });

  it('that names a file waits until it is known what is in the room', async () => {
    const room = await undrawnRoom();
    rooms.push(room);
    const errors: string[] = [];
    room.addEventListener('code-room-error', (event) => errors.push((event as CodeRoomErrorEvent).sentence));
    room.file = 'main.py';
    room.entry = 'main.py';
    await enterPage(room);
    await room.ready;
    assert.deepEqual([room.file, room.entry, errors], ['main.py', 'main.py', []]);
    room.file = 'none.py';
    assert.equal(errors.length, 1);
  });
});
