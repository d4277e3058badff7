// Unsaved edits reach the room once, whatever happens to page and network; and the page shows the state.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import { amount, seed } from '../amount.js';
import { Network } from '../fixtures/network.js';
import { Dice } from '../room/world.js';
import { Person, World } from './world.js';

const CRASHES = amount(2, 50);

describe('unsaved edits', { timeout: 600_000 }, () => {
  const world = new World();
  let network: Network;
  before(async () => {
    network = await Network.to(Number(new URL(world.url).port));
  });
  afterEach(async () => {
    network.roomless = false;
    await world.leave({ saying: /WebSocket|Failed to load|ERR_/ });
  });
  after(() => network.close());

  /** A room, somebody in it behind the network, and the address that leads there. What is missing cannot be loaded. */
  async function behind(missing = /^$/): Promise<{ ada: Person; url: string }> {
    const { links } = await world.makeRoom({ code: '' });
    const url = links.candidate.replace(world.url, network.url);
    const ada = await world.person();
    await ada.page.route(missing, (route) => route.abort());
    await ada.enter(url);
    return { ada, url };
  }

  const lose = (): void => {
    network.roomless = true;
    network.cut();
  };

  /** One edit each, as a script beside the page would make them. */
  const edits = (person: Person, ...texts: string[]) =>
    person.page.locator('code-room').evaluate((room, all) => {
      for (const text of all) Object.assign(room, { value: (room as unknown as { value: string }).value + text });
    }, texts);

  /** Another tab of the same browser. */
  async function tab(context: BrowserContext, url: string): Promise<Person> {
    const person = new Person(await context.newPage());
    await person.page.goto(url);
    return person;
  }

  /** The tab dies as if it had run out of memory. */
  async function crash({ page }: Person): Promise<void> {
    const crashed = page.waitForEvent('crash');
    const session = await page.context().newCDPSession(page);
    void session.send('Page.crash').catch(() => {}); // Nobody is left to answer.
    await crashed;
    await page.close();
  }

  it('a page that is reloaded offline shows them, and sends them later', async () => {
    const { ada } = await behind();
    lose();
    await ada.sees('status', 'offline');
    await ada.types('one');
    await ada.sees('saved', false);
    ada.page.on('dialog', (dialog) => dialog.accept());
    await ada.page.reload();
    await ada.sees('value', 'one');
    await ada.types(' two');
    await ada.sees('value', 'one two');
    await ada.page.reload();
    await ada.sees('value', 'one two');
    network.roomless = false;
    await ada.sees('saved', true);
    await ada.sees('status', 'live');
    assert.equal(await ada.get('value'), 'one two');
  });

  it('made right before the page was closed are restored', async () => {
    const { ada } = await behind();
    ada.page.on('dialog', (dialog) => dialog.accept());
    lose();
    await ada.sees('status', 'offline');
    let text = '';
    for (let round = 0; round < 5; round++) {
      const gone = ada.page.waitForEvent('load');
      await ada.page.locator('code-room').evaluate((room, mark) => {
        Object.assign(room, { value: (room as unknown as { value: string }).value + mark });
        location.reload();
      }, `${round} `);
      await gone;
      text += `${round} `;
      await ada.sees('value', text, { within: 5_000 });
    }
    network.roomless = false;
    await ada.sees('saved', true);
    assert.equal(await ada.get('value'), text);
  });

  it(`a tab that crashes while it sends loses and doubles nothing, ${CRASHES} times (seed ${seed})`, async () => {
    const dice = new Dice(seed);
    const { ada, url } = await behind();
    const context = ada.page.context();
    let [now, marks] = [ada, 0];
    for (let round = 0; round < CRASHES; round++) {
      lose();
      await now.sees('status', 'offline');
      const written = Array.from({ length: 5 }, () => `<${marks++}>`);
      await edits(now, ...written, 'x'.repeat(dice.below(2) * 40_000));
      await new Promise((resolve) => setTimeout(resolve, 200)); // Written down here by then.
      network.roomless = false;
      await now.page.evaluate(() => dispatchEvent(new Event('online')));
      await new Promise((resolve) => setTimeout(resolve, dice.below(60)));
      await crash(now);
      now = await tab(context, url);
      await now.sees('status', 'live');
      await now.sees('saved', true);
    }
    // What a slow disk did not give in time is there for the next page.
    await now.page.reload();
    await now.sees('status', 'live');
    await now.sees('saved', true);
    const text = String(await now.get('value'));
    for (let mark = 0; mark < marks; mark++) {
      assert.equal(text.split(`<${mark}>`).length - 1, 1, `<${mark}> is there once`);
    }
    await now.page.close();
  });

  it('two duplicated tabs of one person each keep their own', async () => {
    const { ada, url } = await behind();
    const [opened] = await Promise.all([
      ada.page.context().waitForEvent('page'),
      ada.page.evaluate((address) => void open(address), url),
    ]);
    const twin = new Person(opened);
    await twin.sees('status', 'live');
    lose();
    await Promise.all([ada.sees('status', 'offline'), twin.sees('status', 'offline')]);
    await edits(ada, 'a1 ', 'a2 ');
    await edits(twin, 'b1 ', 'b2 ');
    for (const { page } of [ada, twin]) {
      page.on('dialog', (dialog) => dialog.accept());
      await page.reload();
    }
    network.roomless = false;
    for (const person of [ada, twin]) await person.sees('value', /^(?=.*a1 a2 )(?=.*b1 b2 ).{12}$/);
    for (const person of [ada, twin]) await person.sees('saved', true);
    assert.equal(((await ada.get('people')) as unknown[]).length, 1);
  });

  for (const [what, script] of [
    ['may keep nothing', `indexedDB.open = () => { throw new DOMException('no', 'SecurityError'); };`],
    ['never hears from the disk', `indexedDB.open = () => ({ addEventListener() {} });`],
    ['has a full disk', `IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError'); };`],
  ] as const) {
    it(`a page that ${what} works all the same`, async () => {
      const { links } = await world.makeRoom({ code: '' });
      const ada = await world.person();
      await ada.page.addInitScript(script);
      await ada.enter(links.candidate.replace(world.url, network.url));
      lose();
      await ada.sees('status', 'offline');
      await edits(ada, 'kept in the page');
      network.roomless = false;
      await ada.sees('saved', true);
      assert.equal(await ada.get('value'), 'kept in the page');
    });
  }

  it('the bar shows the state, on a phone too, and leaving the page is only delayed while something is unsaved', async () => {
    // Also of somebody who loses the connection before the last parts have come.
    const { ada } = await behind(/\/late-features-\w+\.js$/);
    await ada.page.setViewportSize({ width: 390, height: 700 });
    const word = ada.page.locator('code-room-status [part=status]');
    lose();
    await ada.sees('status', 'offline');
    await edits(ada, 'a', 'b');
    await word.filter({ hasText: 'Offline, 2 edits waiting' }).waitFor();
    const box = await word.boundingBox();
    assert.ok(box && box.x >= 0 && box.x + box.width <= 390, `the word is on the screen: ${JSON.stringify(box)}`);
    const asks = () => ada.page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
    assert.equal(await asks(), true);
    network.roomless = false;
    await word.filter({ hasText: /^Saved$/ }).waitFor();
    assert.equal(await asks(), false);
  });
});
