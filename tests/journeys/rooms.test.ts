// Rooms that a browser remembers: after a reload, in a second tab, on the front page; and forgetting them.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { becomes, type Person, World } from './world.js';

describe('rooms of this browser', { timeout: 420_000 }, () => {
  const world = new World();
  afterEach(() => world.leave());

  const link = (person: Person, role: string) => person.page.locator(`#link-${role}`);

  /** Makes a room on the front page and answers its links. */
  async function makes(person: Person, title: string): Promise<Record<string, string>> {
    await person.page.goto(world.url);
    await person.page.getByLabel('Title').fill(title);
    await person.page.getByRole('button', { name: 'Make a room' }).click();
    await person.page.getByRole('heading', { name: `“${title}” is ready` }).waitFor();
    const roles = ['interviewer', 'candidate', 'observer'];
    const links = await Promise.all(roles.map(async (role) => [role, await link(person, role).textContent()]));
    return Object.fromEntries(links);
  }

  /** Another tab of the same browser; its console counts as the person's. */
  async function tab(person: Person, url: string): Promise<Person> {
    const PersonOf = person.constructor as new (page: Person['page']) => Person;
    const second = new PersonOf(await person.page.context().newPage());
    await second.page.goto(url);
    return second;
  }

  it('are listed with their links after creation until dismissed, and under “Your rooms” until forgotten', async () => {
    const ada = await world.person();
    const sent: string[] = [];
    const links = await makes(ada, 'Ben');
    const secrets = Object.values(links).map((one) => one.split('#k=')[1] ?? '');
    ada.page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await ada.page.reload();
    for (const role of Object.keys(links)) assert.equal(await link(ada, role).textContent(), links[role]);
    const rooms = ada.page.locator('your-rooms');
    await rooms.getByText('You are the interviewer.').waitFor();
    assert.equal(await rooms.locator('li').count(), 1);
    assert.match((await rooms.textContent()) ?? '', /Made \d+ \w+ \d{4}, \d\d:\d\d\./);
    await ada.page.getByRole('link', { name: 'Make another room' }).click();
    await ada.page.getByRole('button', { name: 'Make a room' }).waitFor();
    assert.equal(await ada.page.locator('room-links').count(), 0);
    assert.ok(!sent.some((request) => secrets.some((secret) => request.includes(secret))), 'no secret was sent');

    await rooms.getByRole('link', { name: 'Ben' }).click();
    await ada.sees('status', 'live');
    assert.equal(await ada.get('personRole'), 'interviewer');
    assert.equal(await link(ada, 'candidate').textContent(), links.candidate, 'the panel knows the links, too');
    await ada.page.getByRole('button', { name: 'What is kept' }).click();
    await ada.page.getByText('This browser remembers your link').waitFor();
    await ada.page.keyboard.press('Escape');
    const second = await tab(ada, ada.page.url());
    await second.sees('status', 'live');
    assert.equal(await second.get('personRole'), 'interviewer');
    assert.equal(((await second.get('people')) as unknown[]).length, 1, 'as the same person');
    await second.page.close();

    await ada.page.goto(world.url);
    await rooms.getByText('Last opened').waitFor();
    ada.page.on('dialog', (dialog) => void dialog.accept());
    await rooms.getByRole('button', { name: 'Forget: Ben' }).click();
    await rooms.waitFor({ state: 'hidden' });
    const [address = ''] = (links.interviewer ?? '').split('#');
    const kept = await ada.page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
    const id = address.split('/r/')[1] ?? '';
    assert.deepEqual(
      kept.filter((name) => name.includes(id)),
      [],
    );
    await ada.page.goto(address);
    await ada.page.getByRole('heading', { name: 'This link is incomplete' }).waitFor();
    ada.said.splice(0);
  });

  it('keep each tab’s role through reloads; a new tab uses the strongest link', async () => {
    const ada = await world.person();
    const links = await makes(ada, 'Two roles');
    await ada.page.getByRole('link', { name: 'Enter the room' }).click();
    await ada.sees('personRole', 'interviewer');
    const trial = await tab(ada, links.candidate ?? '');
    await trial.sees('status', 'live');
    for (const [person, role] of [
      [trial, 'candidate'],
      [ada, 'interviewer'],
      [trial, 'candidate'],
    ] as const) {
      await person.page.reload();
      await person.sees('status', 'live');
      assert.equal(await person.get('personRole'), role);
      assert.ok(!person.page.url().includes('#'));
    }
    const third = await tab(ada, ada.page.url());
    await third.sees('personRole', 'interviewer');

    const ben = await world.person();
    await ben.enter(links.candidate ?? '');
    const again = await tab(ben, ben.page.url());
    await again.sees('status', 'live');
    assert.equal(await again.get('personRole'), 'candidate');
    await again.page.goto(world.url);
    await again.page.getByText('You are the candidate.').waitFor();
    assert.equal(await again.page.getByRole('button', { name: /^Copy candidate link/ }).count(), 0);
    for (const person of [trial, third, again]) assert.deepEqual(person.said, []);
  });

  it('that were deleted leave the list, and whoever deletes one sees that it is deleted', async () => {
    const ada = await world.person();
    const links = await makes(ada, 'Short');
    // A browser that keeps no links knows the secret in the address alone, and who somebody was in the room.
    const eve = await world.person();
    await eve.page.goto(world.url);
    await eve.page.evaluate(() => localStorage.setItem('code-room links', 'no'));
    await eve.page.goto(links.candidate ?? '');
    await becomes(() => eve.page.evaluate(namesIn, PEOPLE).then(({ length }) => length), 1, 'people kept');
    await eve.page.locator('[data-role-words=candidate]').waitFor();
    await eve.page.getByRole('button', { name: 'What is kept' }).click();
    await eve.page.getByRole('button', { name: 'Forget this room' }).waitFor();
    assert.ok(await eve.page.getByText('This browser remembers your link').isHidden());
    await eve.page.evaluate(() => sessionStorage.clear());
    await eve.page.goto(world.url);
    ada.page.on('dialog', (dialog) => void dialog.accept());
    await ada.page.getByRole('link', { name: 'Enter the room' }).click();
    await ada.page.getByRole('button', { name: 'Delete it now' }).click();
    await ada.page.getByRole('heading', { name: 'The room is deleted' }).waitFor();
    const kept = await ada.page.evaluate(() => Object.keys(localStorage));
    assert.deepEqual(kept, []);

    // Deleted from elsewhere: the list learns of it when it is looked at.
    const grace = await world.person();
    const others = await makes(grace, 'Elsewhere');
    const [address = '', secret] = (others.interviewer ?? '').split('#k=');
    const api = address.replace('/r/', '/api/rooms/');
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ secret }) };
    const { token } = await (await fetch(`${api}/token`, post)).json();
    await fetch(api, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
    await grace.page.reload();
    await grace.page.getByRole('button', { name: 'Make a room' }).waitFor();
    await grace.page.locator('your-rooms').waitFor({ state: 'hidden' });

    // What somebody could not save in it goes from their disk at the next look, too, and nothing of another room.
    const id = new URL(links.candidate ?? '').pathname.slice(3);
    await eve.page.evaluate(keepUnsaved, [`${world.url}/${id}/eve#1`, `${world.url}/another/eve#1`]);
    await eve.page.goto(links.candidate ?? '');
    await eve.page.getByRole('heading', { name: 'The room is deleted' }).waitFor();
    for (const end = Date.now() + 10_000; ; ) {
      const unsaved = await eve.page.evaluate(namesIn, UNSAVED);
      if (unsaved.join() === `${world.url}/another/eve#1`) break;
      assert.ok(Date.now() < end, unsaved.join());
    }
    await becomes(() => eve.page.evaluate(namesIn, PEOPLE).then(String), '', 'people kept');
    assert.equal(new URL(eve.page.url()).hash, '');
    const names = await eve.page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
    assert.ok(!names.join().includes(id), names.join());
    for (const person of [ada, grace, eve]) person.said.splice(0);
  });

  it('stay when something before the server finds nothing at their address', async () => {
    const ada = await world.person();
    await makes(ada, 'Kept');
    // As a proxy does while its server is away.
    let asked = 0;
    await ada.page.route('**/r/*', (route) => {
      asked += 1;
      return route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>404 Not Found</h1>' });
    });
    await ada.page.getByRole('link', { name: 'Make another room' }).click();
    const room = ada.page.locator('your-rooms').getByRole('link', { name: 'Kept' });
    await room.waitFor();
    await becomes(async () => asked > 0, true, 'the room is asked for');
    await ada.page.unroute('**/r/*');
    await ada.page.reload();
    await room.click();
    await ada.sees('status', 'live');
    assert.equal(await ada.get('personRole'), 'interviewer');
    ada.said.splice(0);
  });

  it('are found by a new link of the same role that another tab has got', async () => {
    const ada = await world.person();
    const links = await makes(ada, 'Renewed');
    ada.page.on('dialog', (dialog) => void dialog.accept());
    await ada.page.getByRole('link', { name: 'Enter the room' }).click();
    await ada.sees('status', 'live');
    const second = await tab(ada, ada.page.url());
    await second.sees('status', 'live');
    await ada.page.getByRole('button', { name: 'New link: interviewer' }).click();
    await second.sees('status', 'refused');
    await second.page.reload();
    await second.sees('status', 'live');
    assert.equal(await second.get('personRole'), 'interviewer');
    assert.notEqual(await link(second, 'interviewer').textContent(), links.interviewer);
    ada.said.splice(0);
  });

  it('have titles and people of any name, as in the room, and no page scrolls sideways on a phone', async () => {
    const ada = await world.person({ viewport: { width: 390, height: 800 } });
    const another = ada.page.getByRole('link', { name: 'Make another room' });
    await ada.page.goto(world.url);
    const wide = () => ada.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    for (const [typed, title] of [
      ['W'.repeat(120), 'W'.repeat(120)],
      ['abc\u202egnp.exe', 'abcgnp.exe'],
      ['\u0301\u0302abc', 'abc'],
      [`Z${'\u0301\u0302\u0303'.repeat(20)}`, '\u0179\u0302\u0303'],
      ['<b>hi</b> [x](javascript:alert(1))', '<b>hi</b> [x](javascript:alert(1))'],
      [' \u3000 ', ''],
    ] as const) {
      await another.or(ada.page.getByLabel('Title')).waitFor();
      if (await another.isVisible()) await another.click();
      await ada.page.getByLabel('Title').fill(typed);
      await ada.page.getByRole('button', { name: 'Make a room' }).click();
      await ada.page.getByRole('heading', { name: title ? `“${title}” is ready` : 'Your room is ready' }).waitFor();
      await ada.page
        .locator('your-rooms')
        .getByRole('link', { name: title || 'Room without a title', exact: true })
        .waitFor();
      assert.equal(await wide(), false, typed);
    }
    await ada.page.getByRole('link', { name: 'Enter the room' }).click();
    await ada.sees('status', 'live');
    await ada.page.locator('code-room').getByRole('textbox', { name: 'Your name' }).fill('W'.repeat(64));
    await ada.page.keyboard.press('Enter');
    await ada.page.getByRole('button', { name: 'Interviewer panel' }).click();
    const row = ada.page.locator('#desk li', { hasText: 'WWW' });
    await row.waitFor();
    const box = await row.boundingBox();
    assert.ok(box && box.x + box.width <= 390, JSON.stringify(box));
    ada.said.splice(0);
  });

  it('keep the keyboard where it is in their list, whatever other tabs store', async () => {
    const ada = await world.person();
    await makes(ada, 'First');
    await ada.page.getByRole('link', { name: 'Make another room' }).click();
    await ada.page.getByRole('button', { name: 'Make a room' }).waitFor();
    await makes(ada, 'Second');
    await ada.page.reload();
    await ada.page.getByRole('button', { name: 'Forget: First' }).focus();
    const focused = () => ada.page.evaluate(() => document.activeElement?.ariaLabel);
    const second = await tab(ada, world.url);
    const first = ada.page.locator('your-rooms li', { hasText: 'First' });
    await second.page.evaluate(() => localStorage.setItem('something else', '1'));
    await second.page.evaluate(() => {
      for (const [name, text] of Object.entries(localStorage)) {
        const room = name.startsWith('code-room room ') && JSON.parse(text);
        if (room?.title === 'First') localStorage.setItem(name, JSON.stringify({ ...room, ended: true }));
      }
    });
    await first.getByText('Ended').waitFor();
    assert.equal(await focused(), 'Forget: First');
    await second.page.close();
  });

  it('created without HTMX are not created again by a reload', async () => {
    const ada = await world.person();
    await ada.page.goto(world.url);
    // As a browser sends a form that no script has taken over.
    await ada.page
      .locator('form#make')
      .evaluate((form: HTMLFormElement) => HTMLFormElement.prototype.submit.call(form));
    await ada.page.getByRole('heading', { name: 'Your room is ready' }).waitFor();
    const made = await link(ada, 'candidate').textContent();
    await ada.page.waitForURL(`${world.url}/`);
    await ada.page.reload();
    assert.equal(await link(ada, 'candidate').textContent(), made);
    assert.equal(await ada.page.locator('your-rooms li').count(), 1);
  });
});

/** In the browser: as the outbox keeps edits that are not saved. */
function keepUnsaved(names: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('code-room');
    opening.onupgradeneeded = () => opening.result.createObjectStore('outbox');
    opening.onsuccess = () => {
      const work = opening.result.transaction('outbox', 'readwrite');
      for (const name of names) work.objectStore('outbox').put({ at: Date.now() }, name);
      work.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
    opening.onerror = () => reject(opening.error);
  });
}

const UNSAVED = ['code-room', 'outbox'];
const PEOPLE = ['code-room people', 'people'];

function namesIn([database = '', store = '']: string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database);
    opening.onupgradeneeded = () => opening.result.createObjectStore(store);
    opening.onsuccess = () => {
      const keys = opening.result.transaction(store).objectStore(store).getAllKeys();
      keys.onsuccess = () => {
        opening.result.close();
        resolve(keys.result.map(String));
      };
    };
    opening.onerror = () => reject(opening.error);
  });
}
