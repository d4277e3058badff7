// The site as a visitor meets it: making an interview through the page, the tag on a page, nothing in the console.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { becomes, type Person, World } from './world.js';

const link = /https?:\/\/[^\s"'<&]+\/r\/[\w-]+#k=[\w-]+/g;

/** The links a page shows, whether as text, in a field or behind a button. */
async function linksOn({ page }: Person): Promise<string[]> {
  const shown = await page
    .locator('input, a, code, [data-copy]')
    .evaluateAll((elements) =>
      elements.map((element) => `${(element as HTMLInputElement).value ?? ''} ${element.outerHTML}`),
    );
  return [...new Set(shown.flatMap((text) => text.match(link) ?? []))];
}

/**
 * Opens a page, and waits until it has loaded and has had no request open for half a second. (Playwright's `networkidle`
 * now and then never comes on a busy machine, though no request is open.)
 */
async function opensWhole({ page }: Person, url: string): Promise<void> {
  const open = new Set<unknown>();
  let since = Date.now();
  const begins = (request: unknown) => open.add(request);
  const ends = (request: unknown) => {
    open.delete(request);
    since = Date.now();
  };
  page.on('request', begins).on('requestfinished', ends).on('requestfailed', ends);
  try {
    await page.goto(url);
    await becomes(async () => open.size === 0 && Date.now() - since > 500, true, `${url} is quiet`);
  } finally {
    page.off('request', begins).off('requestfinished', ends).off('requestfailed', ends);
  }
}

/** Of what one can write in: how it is called, and how large its letters are. */
const small = ({ page }: Person, fewest: number) =>
  becomes(
    () =>
      page
        .evaluate(`(function find(root) {
        const fields = [...root.querySelectorAll('input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable=true]')];
        const own = fields.filter((one) => one.getBoundingClientRect().width > 1);
        return [...root.querySelectorAll('*')].reduce((all, one) => (one.shadowRoot ? all.concat(find(one.shadowRoot)) : all),
          own.map((one) => (one.ariaLabel ?? one.id ?? one.name) + ' ' + getComputedStyle(one).fontSize));
      })(document)`)
        .then((found) => {
          const fields = found as string[];
          return fields.length < fewest
            ? `only ${fields}`
            : fields.filter((one) => Number.parseFloat(one.split(' ').at(-1) ?? '') < 16).join();
        }),
    '',
    'fields below 16 px',
  );

describe('pages', { timeout: 420_000 }, () => {
  const world = new World();
  afterEach(() => world.leave());

  for (const javaScriptEnabled of [true, false]) {
    it(`an interview is created on the front page ${javaScriptEnabled ? 'in place' : 'without JavaScript'}`, async () => {
      const [ada, ben] = [await world.person({ javaScriptEnabled }), await world.person()];
      await ada.page.goto(world.url);
      await ada.page.locator('form[action="/rooms"] button').click();
      await ada.page.getByText('#k=').or(ada.page.locator('[value*="#k="]')).first().waitFor();
      const links = await linksOn(ada);
      assert.equal(links.length, 3, String(links));
      const roles = [];
      for (const url of links) {
        await ben.enter(url);
        roles.push(await ben.get('personRole'));
        await ben.page.goto('about:blank');
        await ben.page.evaluate(() => undefined);
      }
      assert.deepEqual(roles, ['interviewer', 'candidate', 'observer']);
    });
  }

  it('every page loads with an empty console and requests nothing elsewhere', async () => {
    const ada = await world.person();
    const outside: string[] = [];
    ada.page.on('request', (request) => {
      if (!request.url().startsWith(world.url) && /^https?:/.test(request.url())) outside.push(request.url());
    });
    for (const path of ['/', '/embed', '/docs']) {
      await opensWhole(ada, world.url + path);
      assert.notEqual(await ada.page.title(), '', path);
      const wide = await ada.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.ok(!wide, `${path} scrolls sideways`);
    }
    assert.deepEqual(outside, []);
  });

  it('no page has a field that makes a phone zoom, with everything opened', async () => {
    const ada = await world.person({ isMobile: true, hasTouch: true, viewport: { width: 390, height: 800 } });
    const { id, links } = await world.makeRoom();
    for (const [path, fewest] of [
      ['/', 6],
      ['/embed', 1],
      ['/docs', 0],
      ['/templates', 0],
      [links.interviewer.slice(world.url.length), 4],
      [`/r/${id}/replay`, 0],
    ] as const) {
      await opensWhole(ada, world.url + path);
      await ada.page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true;
        for (const one of document.querySelectorAll('[hidden]')) one.hidden = false;`);
      await small(ada, fewest);
    }
  });

  it('a room has no field that makes a phone zoom', async () => {
    const touch = { isMobile: true, hasTouch: true, viewport: { width: 390, height: 800 } };
    const { links } = await world.makeRoom({ lobby: true, brief: 'Sort.', code: 'input("Age? ")' });
    const [ada, ben] = [await world.person(touch), await world.person(touch)];
    await ben.page.goto(links.candidate);
    await ben.sees('status', 'waiting');
    await small(ben, 1);
    await ada.enter(links.interviewer);
    await ada.page.getByRole('button', { name: /^Admit/ }).click();
    await ben.sees('status', 'live');
    await ben.presses(/^Run/);
    await ben.page.locator('code-room').getByRole('textbox', { name: 'Age?' }).waitFor();
    // Code, its name and language, one's own name, the answer.
    await small(ben, 5);
    await ada.page.getByRole('button', { name: 'Edit the task' }).click();
    await ada.page.getByRole('button', { name: 'Interviewer panel' }).click();
    await small(ada, 6);
    await ada.page.locator('code-room-editor .cm-content').focus();
    await ada.page.keyboard.press('Control+F');
    await ada.page.locator('code-room-editor').getByRole('textbox', { name: 'Find' }).waitFor();
    await small(ada, 7);
    await ben.page
      .locator('code-room')
      .evaluate((room) => (room as HTMLElement).style.setProperty('--code-room-code-font-size', '12px'));
    await small(ben, 5);
  });

  it('a server that fails takes nothing away that was typed, and what it is sent again makes the room', async () => {
    const ada = await world.person();
    await ada.page.goto(world.url);
    await ada.page.getByText('Task, starter code and more').click();
    const task = ada.page.locator('#make [name=brief]');
    await task.fill('Sort them.');
    const told = ada.page.locator('#make [data-unreachable]');
    for (const answer of [
      { status: 502, body: '' },
      { status: 500, contentType: 'text/html', body: '<html><title>Broken</title><h1>500</h1></html>' },
    ]) {
      await ada.page.route('**/rooms', (route) => route.fulfill(answer));
      await ada.page.getByRole('button', { name: 'Make a room' }).click();
      await told.waitFor();
      assert.equal(await task.inputValue(), 'Sort them.');
      assert.notEqual(await ada.page.title(), 'Broken');
      await ada.page.unroute('**/rooms');
    }
    await ada.page.getByRole('button', { name: 'Make a room' }).click();
    await ada.page.getByRole('heading', { name: 'Your room is ready' }).waitFor();
    ada.said.splice(0);
  });

  it('a library that is refused after some of it was chosen is asked once more, and the choice stays', async () => {
    const ada = await world.person();
    await ada.page.goto(world.url);
    await ada.page.getByText('Questions from the library').click();
    const list = ada.page.locator('#question-list');
    await list.getByRole('checkbox', { name: /^Word index/ }).check();
    let asked = 0;
    await ada.page.route('**/questions', (route) => {
      asked += 1;
      return route.fulfill({ contentType: 'text/html', body: '<p role="alert">Enter the key.</p>' });
    });
    await ada.page.getByRole('searchbox', { name: 'Search' }).fill('index');
    await list.getByText('Enter the key.').waitFor();
    await ada.page.waitForTimeout(1_500);
    assert.ok(asked <= 2, `asked ${asked} times`);
    await ada.page.unroute('**/questions');
    await ada.page.getByRole('searchbox', { name: 'Search' }).fill('bank');
    const kept = list.getByRole('checkbox', { name: /^Word index/ });
    await kept.waitFor();
    assert.ok(await kept.isChecked());
    await ada.page.getByRole('button', { name: 'Make a room' }).click();
    await ada.page.getByText('One question waits in the interviewer panel').waitFor();
  });

  it('two rooms on one page are independent', async () => {
    const [ada, ben] = [await world.person(), await world.person()];
    for (const [person, rooms] of [
      [ada, ['left', 'right']],
      [ben, ['right']],
    ] as const) {
      await person.enter(world.url);
      await person.page.evaluate((names) => {
        const elements = names.map((name) => Object.assign(document.createElement('code-room'), { id: name }));
        for (const element of elements) element.setAttribute('room', `journey-${element.id}`);
        document.body.replaceChildren(...elements);
      }, rooms);
      for (const nth of rooms.keys()) await person.sees('status', 'live', { nth });
    }
    await ada.types('left', 0);
    await ada.types('right', 1);
    await ben.sees('value', 'right');
    await ada.sees('value', 'left', { nth: 0 });
  });
});
