// The box Input, which is the property `stdin`: given by the page, typed by people, and kept with its room.
import { expect } from '@esm-bundle/chai';
import { clear, inside, make, newRoom, open, roomHost, sandboxUrl, until } from '../fixtures/elements.js';

describe('the box Input', () => {
  afterEach(clear);

  it('is given by the page, before or after the room is there, and stands in the box Input', async () => {
    const room = make({ language: 'javascript', runner: sandboxUrl });
    room.stdin = 'first';
    document.body.append(room);
    await until(() => room.status === 'live');
    expect(room.stdin).to.equal('first');
    await customElements.whenDefined('code-room-output');
    const box = () => inside<HTMLTextAreaElement>(room, 'code-room-output', '[part=stdin]');
    await until(() => box()?.value === 'first');
    room.stdin = 'Ada\nGrace\n';
    await until(() => box().value === 'Ada\nGrace\n');
    room.value = 'console.log(prompt() + ", " + prompt())';
    await room.run();
    expect(room.output).to.include('Ada, Grace');
    box().value = 'typed';
    box().dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect(room.stdin).to.equal('typed');
  });

  it('is there again when the same room is entered again; another room has what the page gave', async () => {
    const room = make({ host: await roomHost(), room: newRoom(), runner: 'off' });
    room.stdin = 'given';
    document.body.append(room);
    const first = room.room ?? '';
    const second = newRoom();
    const box = () => inside<HTMLTextAreaElement>(room, 'code-room-output', '[part=stdin]');
    const type = async (text: string) => {
      await until(() => room.status === 'live' && box());
      box().value = text;
      box().dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    const shows = (text: string) => until(() => room.stdin === text && box()?.value === text);
    await type('typed in the first');
    room.room = second;
    await shows('given');
    await type('typed in the second');
    room.room = first;
    await shows('typed in the first');
    room.room = second;
    await shows('typed in the second');
    room.remove();
    await until(() => room.status === 'offline');
    expect(room.stdin).to.equal('typed in the second');
    document.body.append(room);
    await shows('typed in the second');
    // What the page gives is for all that comes.
    room.stdin = 'given later';
    await shows('given later');
    room.room = first;
    await shows('given later');
  });

  it('of a local room is there again after a room with others', async () => {
    const room = await open({ runner: 'off' });
    await customElements.whenDefined('code-room-output');
    const box = () => inside<HTMLTextAreaElement>(room, 'code-room-output', '[part=stdin]');
    await until(() => box());
    box().value = 'typed';
    box().dispatchEvent(new InputEvent('input', { bubbles: true }));
    room.setAttribute('host', await roomHost());
    room.setAttribute('room', newRoom());
    await until(() => room.status === 'live' && room.stdin === '');
    room.removeAttribute('room');
    await until(() => room.stdin === 'typed' && box()?.value === 'typed');
  });
});
