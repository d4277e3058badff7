// Offline editing: edits are kept, shown as unsaved, and sent after the reconnect.
import { expect } from '@esm-bundle/chai';
import { CodeRoomErrorEvent } from '../../components/element/events.js';
import { clear, editor, inside, make, newRoom, open, part, roomHost, until, write } from '../fixtures/elements.js';

const Real = window.WebSocket;
const sockets: WebSocket[] = [];
let cut = false;

/** A network that can be cut. */
class Cable extends Real {
  constructor(url: string | URL, protocols?: string | string[]) {
    // Nothing listens on this port.
    super(cut ? 'ws://127.0.0.1:9/' : url, protocols);
    sockets.push(this);
  }
}

describe('offline', () => {
  before(() => {
    window.WebSocket = Cable;
  });
  after(() => {
    window.WebSocket = Real;
  });
  afterEach(() => {
    cut = false;
    clear();
  });

  it('keeps what is written, says so, and sends it later', async () => {
    const attributes = { host: await roomHost(), room: newRoom() };
    const [ann, bo] = [await open(attributes), await open(attributes)];
    write(ann, 'one ');
    await until(() => bo.value === 'one ' && ann.saved);
    cut = true;
    // As the browser tells of a connection that broke; closing in order would wait for the other end.
    for (const socket of sockets) socket.dispatchEvent(new CloseEvent('close', { code: 1006 }));
    await until(() => ann.status === 'offline', `status is ${ann.status}`);
    write(ann, 'two ', 4);
    write(ann, 'three', 8);
    expect(ann.saved).to.equal(false);
    expect(ann.matches(':state(unsaved)')).to.equal(true);
    await until(() => ann.status === 'offline');
    const sentence = 'Offline. 2 edits waiting; they are kept and sent when the connection is back.';
    await until(() => inside(ann, 'code-room-notice', 'p')?.textContent === sentence);
    await until(() => ann.shadowRoot?.querySelector('[role=status]')?.textContent?.startsWith('Connection lost'));
    cut = false;
    await until(() => ann.saved && bo.value === 'one two three', `Bo has ${bo.value}`);
    await until(() => part(ann, 'code-room-status').shadowRoot?.textContent?.includes('Saved'));
    expect(inside(ann, 'code-room-notice', 'p')).to.equal(null);
    expect(editor(ann).state.doc.toString()).to.equal('one two three');
  });

  it('does not invite anybody to write before the text is known', async () => {
    cut = true;
    const room = make({ host: await roomHost(), room: newRoom() });
    document.body.append(room);
    const sentence = 'The room cannot be reached. It opens by itself when the connection is back.';
    await until(() => inside(room, 'code-room-notice', 'p')?.textContent === sentence);
    cut = false;
    await until(() => room.status === 'live');
  });

  it('offers a text that the room did not accept as a copy', async () => {
    const room = await open();
    room.dispatchEvent(new CodeRoomErrorEvent('lost', 'The room has moved on.', 'my text'));
    await until(() => inside(room, 'code-room-notice', 'button')?.textContent === 'Copy my text');
    expect(inside(room, 'code-room-notice', 'p').textContent).to.equal('The room has moved on.');
  });

  it('offers all texts that the room did not accept, until they are discarded', async () => {
    const room = await open();
    const notice = part(room, 'code-room-notice');
    const buttons = () => [...(notice.shadowRoot?.querySelectorAll('button') ?? [])];
    const press = (words: string) =>
      buttons()
        .find(({ textContent }) => textContent?.trim() === words)
        ?.click();
    const copied: string[] = [];
    const { writeText } = navigator.clipboard;
    navigator.clipboard.writeText = async (text) => void copied.push(text);
    try {
      for (const text of ['of one file', 'of another'])
        room.dispatchEvent(new CodeRoomErrorEvent('lost', 'The room has moved on.', text));
      await until(() => buttons().length > 0);
      press('Copy my text');
      await until(() => copied.length > 0);
      expect(copied).to.deep.equal(['of one file\n\nof another']);
      press('Discard my text');
      await until(() => buttons().length === 0);
      expect(editor(room).hasFocus).to.equal(true);
      room.dispatchEvent(new CodeRoomErrorEvent('lost', 'The room has moved on.', 'a third'));
      await until(() => buttons().length > 0);
      press('Copy my text');
      await until(() => copied.length > 1);
      expect(copied[1]).to.equal('a third');
    } finally {
      navigator.clipboard.writeText = writeText;
    }
  });
});
