// Suspended pages and clocks that jump: nothing is lost or doubled, and pages reconnect.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { Network } from '../fixtures/network.js';
import { becomes, type Person, World } from './world.js';

const HOUR_MS = 3_600_000;
/** Whoever is asked for news of a broken connection, and does not answer, is given up by then. */
const NOTICED_MS = 6_000;
/** A hidden page asks that seldom. */
const HIDDEN_MS = 30_000;

interface Reader {
  get(property: string): Promise<unknown>;
}

const people = (reader: Reader, count: number): Promise<void> =>
  becomes(async () => ((await reader.get('people')) as unknown[]).length, count, 'the number of people');

describe('a suspended page', { timeout: 420_000 }, () => {
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

  const behind = (link: string): string => link.replace(world.url, network.url);

  /** Ada behind a network that may break, Ben in the same room beside it. */
  async function two({ clock = false } = {}): Promise<{ ada: Person; ben: Person }> {
    const { links } = await world.makeRoom({ code: '' });
    const [ada, ben] = [await world.person(), await world.person()];
    if (clock) await ada.page.clock.install();
    await ada.enter(behind(links.candidate));
    await ben.enter(links.interviewer);
    return { ada, ben };
  }

  /** Both see the pieces, each once; all is on disk, and both are there. */
  async function agree(both: [Reader, Reader], ...pieces: string[]): Promise<void> {
    const once = new RegExp(`^${pieces.map((piece) => `(?=.*${piece})`).join('')}.{${pieces.join('').length}}$`);
    for (const person of both) {
      await becomes(() => person.get('value'), once, 'the text');
      await becomes(() => person.get('status'), 'live', 'the status');
      await becomes(() => person.get('saved'), true, 'saved');
    }
    const [one, two] = await Promise.all(both.map((person) => person.get('value')));
    assert.equal(one, two);
    await people(both[0], 2);
  }

  /** One edit, as a script beside the page would make it: the editor's focus would begin to fetch Python. */
  const adds = ({ page }: Person, text: string): Promise<void> =>
    page.locator('code-room').evaluate((room, added) => {
      Object.assign(room, { value: (room as unknown as { value: string }).value + added });
    }, text);

  async function lose(ada: Person): Promise<void> {
    network.roomless = true;
    network.cut();
    await ada.sees('status', 'offline');
  }

  /** Goes to another page and back; true when the page was taken out again as it had been put away. */
  async function away({ page }: Person, meanwhile: () => Promise<void>): Promise<boolean> {
    await page.evaluate(() => Object.assign(window, { same: true }));
    await page.goto(`${network.url}/docs`);
    await meanwhile();
    // Not goBack(): it waits for a load, which a page that is taken out again does not have.
    await page.evaluate(() => void setTimeout(() => history.back()));
    await page.waitForURL('**/r/*', { waitUntil: 'commit' });
    await page.locator('code-room').waitFor();
    return page.evaluate(() => 'same' in window);
  }

  it('from the back/forward cache joins again, with the edits of both sides', async () => {
    const { ada, ben } = await two();
    await adds(ada, 'before;');
    const same = await away(ada, async () => {
      await ben.sees('value', 'before;');
      await people(ben, 1);
      await adds(ben, 'ben;');
    });
    assert.ok(same, 'the page was put away whole');
    await adds(ada, 'after;');
    await agree([ada, ben], 'before;', 'ben;', 'after;');
  });

  it('whose unsaved edits were restored by another page has them only once', async () => {
    const { ada, ben } = await two();
    ada.page.on('dialog', (dialog) => dialog.accept());
    await lose(ada);
    await adds(ada, 'first;');
    await away(ada, async () => {
      await adds(ben, 'ben;');
      network.roomless = false;
    });
    await agree([ada, ben], 'first;', 'ben;');
    await lose(ada);
    await adds(ada, 'second;');
    const url = ada.page.url();
    const twin = await ada.page.context().newPage();
    await away(ada, async () => {
      network.roomless = false;
      // The twin of a tab has what the tab knows of the session.
      await twin.goto(url);
    });
    await agree([ada, ben], 'first;', 'ben;', 'second;');
  });

  it('that was frozen continues, whether its connection lived, broke or was half-open', async () => {
    const { links } = await world.makeRoom({ code: '' });
    const ben = await world.person();
    await ben.enter(links.interviewer);
    const ada = await world.backgroundTab(behind(links.candidate));
    const pieces: string[] = [];
    for (const [name, happens] of [
      ['lives', () => {}],
      ['breaks', () => network.cut()],
      ['half', () => network.halfOpen('up', 'down')],
    ] as const) {
      // Under way as the page stops.
      await ada.adds(`${name} before;`);
      await ada.frozen(async () => {
        happens();
        await adds(ben, `${name} meanwhile;`);
      });
      await ada.adds(`${name} after;`);
      pieces.push(`${name} before;`, `${name} meanwhile;`, `${name} after;`);
      await agree([ben, ada], ...pieces);
    }
  });

  it('whose room was deleted meanwhile says so, though its key had ended before', async () => {
    const { links } = await world.makeRoom({ code: '' });
    const ada = await world.person();
    await ada.page.clock.install();
    await ada.enter(behind(links.candidate));
    await lose(ada);
    const [address = '', secret] = links.interviewer.split('#k=');
    const api = address.replace('/r/', '/api/rooms/');
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ secret }) };
    const { token } = (await (await fetch(`${api}/token`, post)).json()) as { token: string };
    const deleted = await fetch(api, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
    assert.equal(deleted.status, 204);
    await ada.page.clock.fastForward('20:00');
    network.roomless = false;
    for (let n = 0; n < 6; n++) await ada.page.clock.runFor(NOTICED_MS);
    await ada.page.locator('[data-refusal="gone"]').waitFor();
    assert.equal(await ada.page.locator('code-room').count(), 0);
    ada.said.splice(0);
  });

  it('is not disturbed by a clock that jumps or stops, or by a connection that broke while hidden', async () => {
    const { ada, ben } = await two({ clock: true });
    const { clock } = ada.page;
    for (const [piece, jump] of [
      ['forward;', HOUR_MS],
      ['back;', -HOUR_MS],
    ] as const) {
      await clock.setSystemTime(Date.now() + jump);
      network.cut();
      await adds(ada, piece);
    }
    await agree([ada, ben], 'forward;', 'back;');

    // A laptop is closed for 40 minutes: timers are late, and nobody has told it that its connections are no more.
    network.halfOpen('up', 'down');
    await adds(ben, 'asleep;');
    await clock.fastForward('40:00');
    await adds(ada, 'awake;');
    assert.equal(await ada.get('saved'), false);
    for (let n = 0; n < 2; n++) await clock.runFor(NOTICED_MS);
    await agree([ada, ben], 'forward;', 'back;', 'asleep;', 'awake;');

    const show = (state: string) =>
      ada.page.evaluate((value) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, value });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await show('hidden');
    network.halfOpen('up', 'down');
    await adds(ben, 'hidden;');
    await clock.runFor(HIDDEN_MS + NOTICED_MS);
    await ada.sees('value', /hidden;/);
    network.halfOpen('up', 'down');
    await adds(ben, 'shown;');
    await show('visible');
    await clock.runFor(NOTICED_MS);
    await agree([ada, ben], 'forward;', 'back;', 'asleep;', 'awake;', 'hidden;', 'shown;');
  });
});
