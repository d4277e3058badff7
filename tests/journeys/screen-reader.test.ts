// Screen reader and keyboard: announcements, navigation keys, and the focus.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { becomes, type Person, World } from './world.js';

describe('screen reader and keyboard', { timeout: 420_000 }, () => {
  const world = new World();
  afterEach(() => world.leave());

  /** All that a screen reader is told from now on, and when (milliseconds of the page). */
  async function listens({ page }: Person): Promise<() => Promise<[sentence: string, at: number][]>> {
    await page.evaluate(() => {
      const heard: [string, number][] = [];
      Object.assign(globalThis, { heard });
      const region = document.querySelector('code-room')?.shadowRoot?.querySelector('.unseen[role="status"]');
      if (!region) throw new Error('There is no live region.');
      new MutationObserver(() => heard.push([region.textContent?.trim() ?? '', performance.now()])).observe(region, {
        characterData: true,
        childList: true,
        subtree: true,
      });
    });
    return () => page.evaluate(() => (globalThis as unknown as { heard: [string, number][] }).heard);
  }

  const hears = (heard: () => Promise<[string, number][]>, wanted: string) =>
    becomes(async () => (await heard()).some(([sentence]) => sentence === wanted), true, `“${wanted}” heard`);

  /** Where the focus is, through shadow roots. */
  const focused = ({ page }: Person) =>
    page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.ariaLabel ?? active?.id ?? active?.localName ?? '';
    });

  it('edits, changes, runs, prompts and errors are announced, with names and lines', async () => {
    const { links } = await world.makeRoom({ code: 'a = 1\nb = 2\n', brief: 'Sort.' });
    const [ada, ben] = [await world.person(), await world.person()];
    await ada.enter(links.interviewer);
    await ada.page.locator('code-room').evaluate((room) => Object.assign(room, { name: 'Ada' }));
    await ben.enter(links.candidate);
    await ben.page.locator('code-room').evaluate((room) => Object.assign(room, { name: 'Ben' }));
    await ada.page.getByText('Ben').first().waitFor();
    const [byAda, byBen] = [await listens(ada), await listens(ben)];

    await ben.types('c = 3');
    await hears(byAda, 'Ben edits line 3.');
    await ben.page.keyboard.type('\nd = 4\ne = 5', { delay: 20 });
    await hears(byAda, 'Ben edits line 5.');
    const edits = (await byAda()).filter(([sentence]) => sentence.includes('edits line'));
    const pauses = edits.slice(1).map(([, at], index) => at - (edits[index]?.[1] ?? 0));
    assert.ok(Math.min(...pauses) > 6_000, `too often: ${edits.join('; ')}`);

    await ada.page.getByLabel('Language', { exact: true }).selectOption('javascript');
    await hears(byBen, 'The language is now JavaScript.');
    await ada.page.getByLabel('Language', { exact: true }).selectOption('python');
    await hears(byBen, 'The language is now Python.');
    const fileName = ada.page.locator('code-room').getByRole('textbox', { name: 'File name' });
    // The usual name follows the language; what is filled in between would stand beside it.
    await becomes(() => fileName.inputValue(), 'main.py', 'the name that Ada sees');
    await fileName.fill('sort.py');
    await fileName.press('Enter');
    await hears(byBen, 'The file is now called sort.py.');
    await ada.page.getByRole('button', { name: 'Lock', exact: true }).click();
    await hears(byBen, 'The room is locked: nobody new can join.');
    await ada.page.getByRole('button', { name: 'Make observer: Ben' }).click();
    await hears(byBen, 'You are now observing: you can watch, but not edit or run.');
    // What the notice line shows of it is said.
    await ben.page.locator('code-room').evaluate((room) => Object.assign(room, { value: 'not mine' }));
    await hears(byBen, 'The text was not changed: you may not edit in this room.');
    await ada.page.getByRole('button', { name: 'Make candidate: Ben' }).click();
    await hears(byBen, 'You are now a candidate: you can edit and run.');

    await ben.writes('x = input("Your age? ")\nprint(x)\n\n1 / 0\n');
    await ben.presses(/^Run/);
    await hears(byAda, 'Ben started a run.');
    await hears(byAda, 'The program asks: Your age?');
    await ben.page.locator('code-room').getByRole('textbox', { name: 'Your age?' }).fill('9');
    await ben.page.keyboard.press('Enter');
    await hears(byAda, 'Ben’s run ended with an error in line 4.');
    await hears(byBen, 'Your run ended with an error in line 4.');

    // Keys lead there.
    await ada.page.locator('code-room').evaluate((room) => (room as HTMLElement).focus());
    await ada.page.keyboard.press('F8');
    await hears(byAda, 'Error in line 4.');
    await ada.page.keyboard.type('#');
    await ada.sees('value', /\n#1 \/ 0\n/);
    await ben.page.locator('code-room .cm-line').nth(1).click();
    await ada.page.waitForTimeout(300);
    await ada.page.keyboard.press('Shift+F8');
    await hears(byAda, 'Ben, line 2.');
  });

  it('the focus moves to the next useful place after admitting somebody, and after entering a name', async () => {
    const { links } = await world.makeRoom({ lobby: true });
    const [ada, ben, cat] = [await world.person(), await world.person(), await world.person()];
    await ada.enter(links.interviewer);
    for (const [person, name] of [
      [ben, 'Ben'],
      [cat, 'Cat'],
    ] as const) {
      await person.page.goto(links.candidate);
      await person.page.getByLabel('Your name').fill(name);
      await person.page.keyboard.press('Enter');
      await ada.page.getByRole('button', { name: `Admit ${name}` }).waitFor();
    }
    await ada.page.getByRole('button', { name: 'Admit Ben' }).press('Enter');
    await ben.sees('status', 'live');
    await becomes(() => focused(ada), 'Admit Cat', 'the focus');
    await ada.page.keyboard.press('Enter');
    await cat.sees('status', 'live');
    await becomes(() => focused(ada), /leaves the editor/, 'the focus');
    await ada.page.locator('code-room').getByRole('textbox', { name: 'Your name' }).fill('Ada');
    await ada.page.keyboard.press('Enter');
    await ada.sees('name', 'Ada');
    await becomes(() => focused(ada), /leaves the editor/, 'the focus');
  });

  it('Tab passes through the editor until somebody types, and the front page’s button comes after its options', async () => {
    const ada = await world.person();
    await ada.page.goto(world.url);
    await ada.sees('status', 'live');
    await ada.page.waitForTimeout(500);
    const before = await ada.get('value');
    await ada.page.getByLabel('Title').focus();
    const stops: string[] = [];
    for (let n = 0; n < 60 && !stops.includes('end'); n++) {
      await ada.page.keyboard.press('Tab');
      stops.push(
        (await ada.page.evaluate(() => document.activeElement === document.body)) ? 'end' : await focused(ada),
      );
    }
    assert.ok(stops.filter((stop) => stop.includes('leaves the editor')).length >= 2, 'both editors are reached');
    assert.ok(stops.includes('end'), `and left: ${stops}`);
    assert.equal(await ada.get('value'), before, 'and nothing was typed');

    const order = await ada.page
      .locator('form#make')
      .evaluate((form) =>
        [...form.querySelectorAll('input, select, summary, textarea, button')].map(({ localName }) => localName),
      );
    assert.equal(order.at(-1), 'button');
    await ada.page.locator('code-room').first().locator('.cm-content').focus();
    await ada.page.keyboard.press('Control+Home');
    await ada.page.keyboard.type('y\n');
    await ada.page.keyboard.press('Tab');
    await ada.sees('value', /^y\n {4}/);
  });

  it('no control is smaller than 24 by 24', async () => {
    const { links } = await world.makeRoom({ lobby: true });
    const [ada, ben] = [await world.person(), await world.person()];
    const small = ({ page }: Person) =>
      page.evaluate(`(function find(root) {
        const own = [...root.querySelectorAll('a[href], button, input, select, textarea, summary, [role=separator]')].filter((one) => {
          const box = one.getBoundingClientRect();
          const label = one.closest('label')?.getBoundingClientRect();
          const inText = getComputedStyle(one).display === 'inline' && one.closest('p, dd, li');
          const shown = box.width > 1 && getComputedStyle(one).visibility === 'visible';
          const size = Math.min(Math.max(box.width, label?.width ?? 0), Math.max(box.height, label?.height ?? 0));
          return shown && !inText && size < 24 && one.role !== 'separator';
        });
        const inside = [...root.querySelectorAll('*')].flatMap((one) => (one.shadowRoot ? find(one.shadowRoot) : []));
        return [...own.map((one) => one.outerHTML.slice(0, 120)), ...inside];
      })(document)`);
    await ben.page.goto(links.candidate);
    await ben.sees('status', 'waiting');
    assert.deepEqual(await small(ben), [], 'the waiting room');
    await ada.enter(links.interviewer);
    await ada.page.getByRole('button', { name: /^Admit/ }).waitFor();
    assert.deepEqual(await small(ada), [], 'the room');
    for (const path of ['/', '/embed', '/docs', '/templates']) {
      await ben.page.goto(world.url + path);
      assert.deepEqual(await small(ben), [], path);
    }
  });
});
