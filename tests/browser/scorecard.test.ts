// The scorecard in the element: scored with evidence, blind until it is handed in, then side by side.
import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import type { CodeRoom } from '../../components/code-room.js';
import { clear, inside, part, until } from '../fixtures/elements.js';
import { type } from '../fixtures/keyboard.js';
import { type MadeRoom, makeRoom } from '../fixtures/made-room.js';

const PARTS = '<code-room-notes slot="side"></code-room-notes><code-room-scorecard slot="side"></code-room-scorecard>';
const CANARY = 'canary-7c21';

let made: MadeRoom;
let ada: CodeRoom;
let grace: CodeRoom;

const root = (room: CodeRoom) => part(room, 'code-room-scorecard')?.shadowRoot;
const shown = (room: CodeRoom) => root(room)?.textContent?.replace(/\s+/g, ' ') ?? '';
const criteria = (room: CodeRoom) => [...(root(room)?.querySelectorAll<HTMLDetailsElement>('.criterion') ?? [])];
const saved = (room: CodeRoom) => !shown(room).includes('not saved yet');

async function openScorecard(room: CodeRoom): Promise<void> {
  await until(() => inside(room, 'code-room-scorecard', '.card'));
  inside<HTMLDetailsElement>(room, 'code-room-scorecard', '.card').open = true;
}

async function score(room: CodeRoom, index: number, level: number, evidence: string): Promise<void> {
  await until(() => criteria(room)[index]);
  const criterion = criteria(room)[index] as HTMLDetailsElement;
  criterion.open = true;
  criterion.querySelectorAll<HTMLInputElement>('[type=radio]')[level - 1]?.click();
  const field = criterion.querySelector('textarea') as HTMLTextAreaElement;
  field.value = evidence;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

async function handIn(room: CodeRoom): Promise<void> {
  await until(() => !inside<HTMLButtonElement>(room, 'code-room-scorecard', 'button.main').disabled);
  inside(room, 'code-room-scorecard', 'button.main').click();
  await until(() => shown(room).includes('Side by side'), `it was not handed in: ${shown(room)}`);
}

const table = (room: CodeRoom) =>
  [...(root(room)?.querySelectorAll('tbody tr') ?? [])].map((row) => [
    row.querySelector('th')?.childNodes[0]?.parentElement?.textContent?.trim().split('\n')[0]?.trim(),
    ...[...row.querySelectorAll('td')].map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim()),
    row.classList.contains('apart'),
  ]);

describe('a scorecard', () => {
  beforeEach(async () => {
    made = await makeRoom({ title: 'Scores' });
    ada = await made.enter('interviewer', PARTS, { name: 'Ada' });
    grace = await made.enter('interviewer', PARTS, { name: 'Grace' });
    await openScorecard(ada);
    await openScorecard(grace);
  });
  afterEach(() => {
    clear();
    sessionStorage.clear();
  });

  it('is blind until it is handed in, then all stand side by side, and what is far apart is marked', async () => {
    await score(ada, 0, 4, `${CANARY}: asked about empty input`);
    await score(ada, 1, 2, 'needed a hint');
    await until(() => saved(ada));
    await handIn(ada);
    await score(grace, 0, 1, 'began at once');
    await score(grace, 1, 3, 'found it alone');
    await until(() => saved(grace));
    expect(shown(grace)).not.to.contain(CANARY);
    const kept = [localStorage, sessionStorage].map((storage) => JSON.stringify({ ...storage })).join('');
    expect(kept).not.to.contain(CANARY);
    await handIn(grace);
    for (const room of [ada, grace]) {
      await until(() => table(room).length === 2 && table(room)[0]?.length === 4);
      expect(table(room).map(([, ...levels]) => levels)).to.deep.equal([
        ['4', '1', true],
        ['2', '3', false],
      ]);
    }
    expect(shown(grace)).to.contain(CANARY);
    expect(shown(grace)).to.contain('Two levels apart or more');
  });

  it('says that it was changed after it was handed in', async () => {
    await score(ada, 0, 4, 'asked first');
    await handIn(ada);
    await score(ada, 0, 2, 'asked first');
    await until(() => shown(ada).includes('What you have changed since is not handed in.'));
    await until(() => saved(ada));
    inside(ada, 'code-room-scorecard', 'button.main').click();
    await until(() => shown(ada).includes(', changed at '));
    await until(() => table(ada)[0]?.[1] === '2 first 4', `it is ${table(ada)[0]}`);
  });

  it('counts a level only with evidence, and a noted moment is one', async function () {
    // WebKitGTK's own process crashes here about once in six times on a busy machine; why is not known yet.
    if (/AppleWebKit/.test(navigator.userAgent) && !/Chrom/.test(navigator.userAgent)) return this.skip();
    await score(ada, 2, 3, '');
    await until(() => shown(ada).includes('needs evidence'));
    expect(inside<HTMLButtonElement>(ada, 'code-room-scorecard', 'button.main').disabled).to.equal(true);
    inside(ada, 'code-room-notes', '.moments button').click();
    await until(() => criteria(ada)[2]?.querySelector('select'));
    const choice = criteria(ada)[2]?.querySelector('select') as HTMLSelectElement;
    choice.value = '1';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => shown(ada).includes('1 of 5'));
    await handIn(ada);
    expect(shown(ada)).to.contain('Hint given');
  });

  it('is nothing for a candidate', async () => {
    const ben = await made.enter('candidate', PARTS, { name: 'Ben' });
    await until(() => root(ben));
    expect(shown(ben)).to.equal('');
  });

  it('is scored by keys alone', async () => {
    const first = criteria(ada)[0]?.querySelector('summary') as HTMLElement;
    first.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => criteria(ada)[0]?.open);
    criteria(ada)[0]?.querySelector<HTMLInputElement>('[type=radio]')?.focus();
    await sendKeys({ press: 'ArrowDown' });
    criteria(ada)[0]?.querySelector('textarea')?.focus();
    await type('asked');
    await until(() => shown(ada).includes('1 of 5') && saved(ada));
    expect(criteria(ada)[0]?.querySelector('.given')?.textContent).to.equal('2');
  });

  it('has the criteria of the questions that were asked, a group each, and those of the page', async () => {
    const element = part(ada, 'code-room-scorecard');
    element.criteria = [{ criterion: 'Kindness', levels: ['a', 'b', 'c', 'd'] }];
    await until(() => shown(ada).includes('Kindness') && criteria(ada).length === 1);
    await ada.ask('bank-transfers');
    await until(() => criteria(ada).length > 1 && root(ada)?.querySelectorAll('h3').length === 2);
    element.criteria = [];
    await until(() => !shown(ada).includes('Kindness') && criteria(ada).length > 1);
  });

  it('keeps what is written without a connection when another file is shown', async () => {
    const Real = window.WebSocket;
    const sockets: WebSocket[] = [];
    let cut = false;
    window.WebSocket = class extends Real {
      constructor(url: string | URL, protocols?: string | string[]) {
        // Nothing listens on this port.
        super(cut ? 'ws://127.0.0.1:9/' : url, protocols);
        sockets.push(this);
      }
    };
    try {
      const eve = await made.enter('interviewer', PARTS, { name: 'Eve' });
      await openScorecard(eve);
      await eve.addFile({ name: 'other.py', text: '' });
      cut = true;
      for (const socket of sockets) socket.dispatchEvent(new CloseEvent('close', { code: 1006 }));
      await until(() => eve.status === 'offline', `status is ${eve.status}`);
      await score(eve, 0, 3, 'written offline');
      eve.file = 'other.py';
      await until(() => eve.file === 'other.py');
      await part(eve, 'code-room-scorecard').updateComplete;
      expect(criteria(eve)[0]?.querySelector('textarea')?.value).to.equal('written offline');
      cut = false;
      await until(() => eve.status === 'live' && saved(eve));
    } finally {
      window.WebSocket = Real;
    }
  });

  it('keeps what a page has written when the page is left before the room had it', async () => {
    await score(ada, 0, 3, 'kept here');
    const keys = Object.keys(sessionStorage).filter((key) => key.startsWith('code-room:scorecard:'));
    expect(keys.map((key) => sessionStorage.getItem(key)).join()).to.contain('kept here');
    await until(() => saved(ada));
    expect(Object.keys(sessionStorage).some((key) => key.startsWith('code-room:scorecard:'))).to.equal(false);
  });

  it('keeps what is written when it is moved in a browser that stores nothing', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('Denied', 'SecurityError');
    };
    try {
      await score(ada, 0, 3, 'written before the move');
      const element = part(ada, 'code-room-scorecard');
      element.parentElement?.append(element);
      await element.updateComplete;
      expect(criteria(ada)[0]?.querySelector('textarea')?.value).to.equal('written before the move');
      await until(() => saved(ada));
      expect(criteria(ada)[0]?.querySelector('textarea')?.value).to.equal('written before the move');
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });
});
