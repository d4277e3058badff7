// What a page does around the element: hides it, makes it inert, puts it into a dialog or popover, morphs or moves it. The room stays.
import { expect } from '@esm-bundle/chai';
import { sendMouse } from '@web/test-runner-commands';
import type { CodeRoom } from '../../components/code-room.js';
import { clear, editor, newRoom, open, roomHost, until, write } from '../fixtures/elements.js';

interface Place {
  /** Puts the room there, and takes it out of sight. */
  away(room: CodeRoom): unknown;
  back(room: CodeRoom): unknown;
}

const boxed = (room: CodeRoom, tag: string): HTMLElement => {
  const box = document.createElement(tag);
  room.replaceWith(box);
  box.append(room);
  return box;
};
const around = (room: CodeRoom): HTMLElement => room.parentElement as HTMLElement;

const places: Record<string, Place> = {
  'hidden by its attribute': {
    away: (room) => {
      room.hidden = true;
    },
    back: (room) => {
      room.hidden = false;
    },
  },
  'in a box that is not shown': {
    away: (room) => {
      boxed(room, 'div').style.display = 'none';
    },
    back: (room) => {
      around(room).style.display = '';
    },
  },
  inert: {
    away: (room) => {
      room.inert = true;
    },
    back: (room) => {
      room.inert = false;
    },
  },
  'in a closed dialog': {
    away: (room) => {
      const dialog = boxed(room, 'dialog') as HTMLDialogElement;
      dialog.showModal();
      dialog.close();
    },
    back: (room) => (around(room) as HTMLDialogElement).showModal(),
  },
  'in folded details': {
    away: (room) => {
      (boxed(room, 'details') as HTMLDetailsElement).open = false;
    },
    back: (room) => {
      (around(room) as HTMLDetailsElement).open = true;
    },
  },
  'moved by a view transition': {
    away: (room) => transition(() => boxed(room, 'section')),
    back: (room) => transition(() => document.body.append(room)),
  },
};
if ('popover' in HTMLElement.prototype) {
  places['in a closed popover'] = {
    away: (room) => {
      const box = boxed(room, 'div');
      box.popover = 'auto';
      box.showPopover();
      box.hidePopover();
    },
    back: (room) => around(room).showPopover(),
  };
}

/** Where a browser has none, the change is made at once, as pages do. */
async function transition(change: () => void): Promise<void> {
  if ('startViewTransition' in document) await document.startViewTransition(change).updateCallbackDone;
  else change();
}

describe('a room that is out of sight', () => {
  afterEach(clear);

  for (const [where, { away, back }] of Object.entries(places)) {
    it(`stays joined, and is complete when it is back: ${where}`, async () => {
      const address = { host: await roomHost(), room: newRoom() };
      const [mine, theirs] = [await open(address), await open(address)];
      write(mine, 'mine\n', 0);
      await until(() => theirs.value === 'mine\n');
      const view = editor(mine);
      const statuses: string[] = [];
      mine.addEventListener('code-room-status', ({ status }) => statuses.push(status));
      await away(mine);
      write(theirs, 'theirs\n', 5);
      await until(() => mine.value === 'mine\ntheirs\n');
      await back(mine);
      await until(() => editor(mine).contentDOM.textContent === 'minetheirs');
      expect([editor(mine) === view, statuses]).to.deep.equal([true, []]);
      mine.focus();
      await until(() => view.hasFocus);
      write(mine, 'again', 12);
      await until(() => theirs.value === 'mine\ntheirs\nagain');
    });
  }
});

describe('in full screen', () => {
  afterEach(async () => {
    if (document.fullscreenElement) await document.exitFullscreen();
    clear();
  });

  it('the room fills the screen, and goes on as it was', async function () {
    const room = await open();
    write(room, 'kept', 0);
    const view = editor(room);
    const button = document.createElement('button');
    button.textContent = 'Full screen';
    document.body.prepend(button);
    const asked = new Promise<string>((resolve) => {
      button.addEventListener('click', () => {
        room.requestFullscreen().then(
          () => resolve(''),
          (error: unknown) => resolve(String(error)),
        );
      });
    });
    const { left, top, width, height } = button.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    const refused = await Promise.race([
      asked,
      new Promise<string>((resolve) => setTimeout(resolve, 5_000, 'no answer')),
    ]);
    // A browser without a screen may refuse.
    if (refused) this.skip();
    await until(() => room.getBoundingClientRect().height === window.innerHeight);
    expect([room.value, room.status, editor(room) === view]).to.deep.equal(['kept', 'live', true]);
    await document.exitFullscreen();
    await until(() => room.getBoundingClientRect().height < window.innerHeight || window.innerHeight <= 480);
    write(room, '!', 4);
    expect(room.value).to.equal('kept!');
  });
});

describe('a page that is swapped or morphed around the element', () => {
  afterEach(clear);

  it('keeps the room when the same tag comes with other attributes and other starter code', async () => {
    const address = { host: await roomHost(), room: newRoom() };
    const room = await open({ ...address, class: 'old' }, '<pre slot="code">first</pre>');
    write(room, 'written ', 0);
    const view = editor(room);
    const statuses: string[] = [];
    room.addEventListener('code-room-status', ({ status }) => statuses.push(status));
    // As a morph does: attributes and children become those of the new page, one by one.
    const fresh = { ...address, class: 'new', theme: 'dark', layout: 'stacked', density: 'compact' };
    for (const { name } of [...room.attributes]) if (!(name in fresh)) room.removeAttribute(name);
    for (const [name, value] of Object.entries(fresh)) room.setAttribute(name, value);
    room.querySelector('[slot=code]')?.remove();
    room.insertAdjacentHTML('beforeend', '<pre slot="code">second</pre>');
    await room.updateComplete;
    expect([room.value, editor(room) === view, statuses]).to.deep.equal(['written first\n', true, []]);
    expect(getComputedStyle(room).colorScheme).to.equal('dark');
  });

  it('joins again, as the same person, when the tag is replaced by another', async () => {
    const address = { host: await roomHost(), room: newRoom() };
    const [stays, goes] = [await open(address), await open(address)];
    write(goes, 'kept', 0);
    await until(() => stays.value === 'kept' && stays.people.length === 2 && goes.saved);
    const id = goes.people.find(({ self }) => self)?.id;
    goes.outerHTML = `<code-room id="new" host="${address.host}" room="${address.room}"></code-room>`;
    const fresh = document.querySelector('#new') as CodeRoom;
    await fresh.ready;
    await until(() => fresh.value === 'kept' && stays.people.length === 2);
    expect(fresh.people.find(({ self }) => self)?.id).to.equal(id);
  });
});
