// An interview from the waiting room to the replay: an interviewer, a candidate and an observer, each with a browser of their own.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, describe, it } from 'node:test';
import { type Person, World } from './world.js';

const CANARY = 'canary-9c4e';
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** All that reaches a page: frames, answers, addresses asked for and who was named as referrer. */
function wiretap({ page }: Person) {
  const heard: string[] = [];
  const asked: string[] = [];
  page.on('websocket', (socket) => {
    asked.push(socket.url());
    socket.on('framereceived', ({ payload }) => heard.push(Buffer.from(payload).toString('latin1')));
  });
  page.on('request', (request) => asked.push(`${request.url()} ${request.headers().referer ?? ''}`));
  page.on('response', async (response) => heard.push(await response.text().catch(() => '')));
  return { heard, asked };
}

/** Everything IndexedDB and sessionStorage hold for a page. */
async function stored({ page }: Person): Promise<string> {
  return page.evaluate(async () => {
    const all: unknown[] = [{ ...sessionStorage }, { ...localStorage }];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of database.objectStoreNames)
        all.push(
          await new Promise((resolve) => {
            const asking = database.transaction(store).objectStore(store).getAll();
            asking.onsuccess = () => resolve(asking.result);
          }),
        );
      database.close();
    }
    return JSON.stringify(all);
  });
}

/** Text of the page, shadow roots and fields included. As a string: the page knows none of the helpers a compiler leaves. */
async function shown({ page }: Person): Promise<string> {
  return page.evaluate(`(function read(root) {
    const inside = [...root.querySelectorAll('*')].map((element) =>
      (element.shadowRoot ? read(element.shadowRoot) : '') + (element.value ?? ''));
    return inside.join(' ') + (root.textContent ?? '');
  })(document)`);
}

async function findings({ page }: Pick<Person, 'page'>): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, {});
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
}

describe('an interview', { timeout: 420_000 }, () => {
  const world = new World();
  afterEach(() => world.leave());

  const press = (person: Person, name: string | RegExp) =>
    person.page.getByRole('button', { name, exact: typeof name === 'string' }).click();
  const accepting = (person: Person) => person.page.on('dialog', (dialog) => void dialog.accept());

  it('starts in the waiting room, is locked, ended, reopened, and can be replayed by interviewers', async () => {
    const { id, links } = await world.makeRoom({ title: 'Ben', lobby: true, language: 'javascript', brief: 'Sort.' });
    const [ada, ben, eve] = [await world.person(), await world.person(), await world.person()];
    accepting(ada);
    const tap = wiretap(ben);
    await ada.enter(links.interviewer);
    await ada.page.locator('#desk h2').first().waitFor();

    await ben.page.goto(links.candidate);
    await ben.sees('status', 'waiting');
    await ben.page.getByLabel('Your name').fill('Ben');
    await ben.page.keyboard.press('Tab');
    await ben.page.locator('[data-check="connection"]').getByText('Ready').waitFor();
    assert.deepEqual(await findings(ben), []);
    await press(ada, 'Admit Ben');
    await ben.sees('status', 'live');
    await ben.page.getByText('Sort.').waitFor();

    const lock = ada.page.getByRole('button', { name: 'Lock', exact: true });
    const before = await lock.elementHandle();
    await lock.press('Enter');
    await ada.page.getByText('Nobody new comes in').waitFor();
    const unlock = ada.page.getByRole('button', { name: 'Unlock' });
    assert.ok(await unlock.evaluate((button, was) => button === was && button === document.activeElement, before));
    await eve.page.goto(links.observer);
    const turnedAway = eve.page.getByRole('heading', { name: 'You are not in the room' });
    await turnedAway.waitFor();
    const turnedAwayAt = Date.now();
    assert.ok(await turnedAway.evaluate((heading) => heading === document.activeElement), 'it is read out');
    assert.ok(!(await shown(eve)).includes('Sort.'));
    assert.deepEqual(await findings(eve), []);
    assert.deepEqual(eve.said, []);

    await ben.types('let a = 1;');
    await ada.sees('value', 'let a = 1;');
    await press(ada, 'Make observer: Ben');
    await ben.sees('personRole', 'observer');
    await ben.writes('hacked');
    await press(ada, 'Make candidate: Ben');
    await ben.sees('personRole', 'candidate');
    assert.equal(await ada.get('value'), 'let a = 1;');
    assert.deepEqual(await findings(ada), []);

    await press(ada, 'Unlock');
    await lock.waitFor();
    const cat = await world.person();
    await cat.enter(links.candidate, 'waiting');
    await cat.page.locator('#waiting').waitFor();
    await press(ada, 'End interview');
    await cat.page.getByRole('heading', { name: 'This interview has ended' }).waitFor();
    assert.deepEqual(
      [await cat.page.locator('#waiting').isHidden(), await cat.page.locator('#ended').isHidden()],
      [true, true],
    );
    await ben.sees('status', 'ended');
    await ben.writes('too late');
    assert.deepEqual(await findings(ben), []);
    // As long as a socket may take to open, and a second: then the page would say that the room is out of reach.
    await eve.page.waitForTimeout(Math.max(0, turnedAwayAt + 13_000 - Date.now()));
    assert.ok(await eve.page.locator('#waiting').isHidden());
    await eve.page.reload();
    await eve.page.getByRole('heading', { name: 'This interview has ended' }).waitFor();
    assert.deepEqual(eve.said, []);
    const download = ben.page.waitForEvent('download');
    await ben.page.locator('#ended').getByRole('button').click();
    assert.match(readFileSync(await (await download).path(), 'utf8'), /let a = 1;/);
    await press(ada, 'Reopen');
    await ben.sees('status', 'live');
    assert.equal(await ben.get('value'), 'let a = 1;');

    const film = ada.page.context().waitForEvent('page');
    await ada.page.getByRole('link', { name: 'Watch the replay' }).click();
    const replay = await film;
    const player = replay.locator('code-room-replay');
    await player.getByRole('slider').focus();
    await replay.keyboard.press('End');
    await player.getByText('let a = 1;').waitFor();
    assert.deepEqual(await findings({ page: replay }), []);
    await ben.page.goto(`${world.url}/r/${id}/replay`);
    await ben.page.getByText('Replays are for interviewers').first().waitFor();
    assert.equal(await ben.page.locator('code-room-replay').count(), 0);

    assert.ok(!tap.asked.some((url) => /desk|code-room-replay/.test(url)), 'a candidate loads nothing of interviewers');
    const secret = links.candidate.split('#k=')[1] ?? '';
    assert.ok(!tap.asked.some((address) => address.includes(secret)), 'the key is in no address and no referrer');
    assert.ok(!(await ben.page.evaluate(() => location.href)).includes(secret));
    for (const person of [ben, eve]) person.said.splice(0);
  });

  it('has notes that only interviewers get', async () => {
    const { id, links } = await world.makeRoom();
    const [ada, grace] = [await world.person(), await world.person()];
    const others = [await world.person(), await world.person()] as const;
    const taps = others.map(wiretap);
    await ada.enter(links.interviewer);
    await ada.page.locator('code-room-notes [role=textbox]').fill(`${CANARY} first`);
    await others[0].enter(links.candidate);
    await others[1].enter(links.observer);
    await grace.enter(links.interviewer);
    const notes = grace.page.locator('code-room-notes [role=textbox]');
    await notes.waitFor();
    await notes.press('End');
    await notes.pressSequentially(' second');
    const written = new RegExp(`${CANARY} first second`);
    await ada.page.waitForFunction(
      (words) =>
        document.querySelector('code-room-notes')?.shadowRoot?.querySelector('.cm-content')?.textContent === words,
      `${CANARY} first second`,
    );
    assert.match(await shown(ada), written);
    for (const [i, person] of others.entries()) {
      await person.page.reload();
      await person.sees('status', 'live');
      const texts = [await shown(person), await stored(person), await person.page.content(), ...(taps[i]?.heard ?? [])];
      assert.ok(!texts.some((text) => text.includes(CANARY)), `${await person.get('personRole')}`);
      assert.equal(await person.page.locator('code-room-notes').count(), 0);
      const secret = Object.values(links)[i + 1]?.split('#k=')[1];
      const post = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ secret }),
      };
      const { token } = await (await fetch(`${world.url}/api/rooms/${id}/token`, post)).json();
      for (const path of ['', '/code', '/mine', '/replay', '/report']) {
        const answer = await fetch(`${world.url}/api/rooms/${id}${path}`, {
          headers: { authorization: `Bearer ${token}` },
        });
        assert.ok(!(await answer.text()).includes(CANARY), path);
      }
    }
  });

  it('replaces a link that has leaked', async () => {
    const { links } = await world.makeRoom();
    const [ada, ben, eve] = [await world.person(), await world.person(), await world.person()];
    accepting(ada);
    await ada.enter(links.interviewer);
    await ben.enter(links.candidate);
    await press(ada, 'New link: candidate');
    await ben.sees('status', 'refused');
    const link = ada.page.locator('#link-candidate', { hasText: '#k=' });
    await link.waitFor();
    await eve.enter((await link.textContent()) ?? '');
    assert.equal(await eve.get('personRole'), 'candidate');
    await ben.page.goto('about:blank');
    await ben.page.goto(links.candidate);
    await ben.page.getByRole('heading', { name: /link/i }).waitFor();
    ben.said.splice(0);

    await press(ada, 'New link: interviewer');
    const own = ada.page.locator('#link-interviewer', { hasText: '#k=' });
    await own.waitFor();
    assert.notEqual(await own.textContent(), links.interviewer);
    await ada.sees('status', 'live');
    await ada.sees('personRole', 'interviewer');
    await press(ada, 'Delete it now');
    await ada.page.getByRole('heading', { name: 'The room is deleted' }).waitFor();
    await eve.page.getByRole('heading', { name: /not any more/ }).waitFor();
    for (const person of [ada, eve]) person.said.splice(0);
  });

  it('goes on where the interviewer panel could not be fetched: its button is there, and fetches it', async () => {
    const { links } = await world.makeRoom();
    const ada = await world.person();
    await ada.page.route('**/desk.js*', (route) => route.abort());
    await ada.enter(links.interviewer);
    const button = ada.page.locator('#desk-button');
    await button.waitFor();
    await ada.page.unroute('**/desk.js*');
    await button.click();
    await ada.page.locator('#desk h2').first().waitFor();
    await ada.sees('status', 'live');
    ada.said.splice(0);
  });

  it('is locked once by a double-click, and a failing server takes nothing of the interviewer panel away', async () => {
    const { links } = await world.makeRoom();
    const ada = await world.person();
    await ada.enter(links.interviewer);
    const locked = ada.page.locator('#desk-state').getByText('Locked.');
    await ada.page.getByRole('button', { name: 'Lock', exact: true }).dblclick();
    await locked.waitFor();
    await ada.page.waitForTimeout(500);
    assert.equal(await ada.page.locator('#desk-lock').textContent(), 'Unlock');

    for (const [told, answer] of [
      ['The server does not answer.', { status: 502, body: '' }],
      ['Slow down.', { status: 429, contentType: 'text/plain; charset=UTF-8', body: 'Slow down.' }],
      ['The server does not answer.', { status: 429, contentType: 'text/html', body: '<h1>429</h1>' }],
    ] as const) {
      await ada.page.route('**/desk/unlock', (route) => route.fulfill(answer));
      await press(ada, 'Unlock');
      await ada.page.locator('#desk-refusal').getByText(told).waitFor();
      assert.ok(await ada.page.locator('#link-candidate').isVisible(), 'the links are there');
      // The panel is shown anew whenever somebody comes or goes.
      const shown = ada.page.waitForResponse(/\/desk$/);
      await ada.page.locator('#desk').dispatchEvent('refresh');
      await shown;
      await ada.page.waitForTimeout(300);
      assert.ok(await ada.page.locator('#desk-refusal').getByText(told).isVisible(), 'the sentence is there');
      await ada.page.unroute('**/desk/unlock');
      await press(ada, 'Unlock');
      await ada.page.getByRole('button', { name: 'Lock', exact: true }).waitFor();
      assert.equal(await ada.page.locator('#side [role=alert]').count(), 0);
      await press(ada, 'Lock');
      await locked.waitFor();
    }
    ada.said.splice(0);
  });

  it('is deleted by another for an interviewer whose own request to delete it was lost', async () => {
    const { links } = await world.makeRoom();
    const [ada, grace] = [await world.person(), await world.person()];
    for (const person of [ada, grace]) {
      accepting(person);
      await person.enter(links.interviewer);
    }
    await ada.page.route(/\/desk(\?|$)/, (route) =>
      route.request().method() === 'DELETE' ? route.abort() : route.continue(),
    );
    await press(ada, 'Delete it now');
    await ada.page.locator('#desk-refusal').getByText('The server does not answer.').waitFor();
    await press(ada, 'Lock');
    await ada.page.locator('#desk-state').getByText('Locked.').waitFor();
    await press(grace, 'Delete it now');
    await grace.page.getByRole('heading', { name: 'The room is deleted' }).waitFor();
    await ada.page.getByRole('heading', { name: /not any more/ }).waitFor();
    for (const person of [ada, grace]) person.said.splice(0);
  });

  it('goes on for an interviewer who replaces the own link in a browser that stores nothing', async () => {
    const { links } = await world.makeRoom();
    const ada = await world.person();
    accepting(ada);
    await ada.page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('Denied', 'SecurityError');
          },
        });
    });
    await ada.enter(links.interviewer);
    await ada.page.evaluate(() => Object.assign(window, { before: true }));
    await press(ada, 'New link: interviewer');
    await ada.page.waitForFunction(() => !('before' in window));
    await ada.sees('status', 'live');
    await ada.sees('personRole', 'interviewer');
    assert.equal(new URL(ada.page.url()).hash, '', 'the key leaves the address');
    await ada.page.locator('#desk h2').first().waitFor();
    ada.said.splice(0);
  });
});
