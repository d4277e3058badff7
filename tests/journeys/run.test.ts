// One run for everybody in the room.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { browsersOf } from './browsers.js';
import { World, WorldIn } from './world.js';

for (const browser of browsersOf(import.meta.url)) {
  describe(`run in ${browser}`, { timeout: 420_000 }, () => {
    const world = new WorldIn(browser);
    afterEach(() => world.leave());

    it('both see what Python prints, and so does somebody who joins later', async () => {
      const { links } = await world.makeRoom({ language: 'python', code: 'print(sum(range(10)))\n' });
      const [ada, ben] = [await world.person(), await world.person()];
      await ada.enter(links.interviewer);
      await ben.enter(links.candidate);
      await ben.presses(/^run/i);
      await ada.sees('output', /^45\n?$/, { within: 60_000 });
      await ben.sees('output', /^45\n?$/);
      await ada.sees('running', false);
      const cleo = await world.person();
      await cleo.enter(links.observer);
      await cleo.sees('output', /^45\n?$/);
    });

    it('both see what JavaScript prints', async () => {
      const { links } = await world.makeRoom({
        language: 'javascript',
        code: 'console.log([1, 2].map((n) => n * 2))\n',
      });
      const [ada, ben] = [await world.person(), await world.person()];
      await ada.enter(links.interviewer);
      await ben.enter(links.candidate);
      await ada.presses(/^run/i);
      for (const person of [ada, ben]) await person.sees('output', /2, 4/, { within: 30_000 });
    });

    for (const [language, code] of [
      ['python', 'while True:\n    pass\n'],
      ['javascript', 'for (;;) {}\n'],
    ] as const) {
      it(`an endless loop in ${language} leaves the page responsive, and the other person can stop it`, async () => {
        const { links } = await world.makeRoom({ language, code });
        const [ada, ben] = [await world.person(), await world.person()];
        await ada.enter(links.interviewer);
        await ben.enter(links.candidate);
        await ada.presses(/^run/i);
        await ben.sees('running', true);
        await ada.types('# still here');
        await ben.sees('value', `${code}# still here`);
        await ben.presses(/^stop/i);
        await ada.sees('running', false);
        await ben.sees('running', false);
        await ada.writes(language === 'python' ? 'print("again")\n' : 'console.log("again")\n');
        await ada.presses(/^run/i);
        await ben.sees('output', /^again\n?$/, { within: 60_000 });
      });
    }

    it('a run ends as interrupted when the page that runs it is closed', async () => {
      const { links } = await world.makeRoom({ language: 'javascript', code: 'for (;;) {}\n' });
      const [ada, ben] = [await world.person(), await world.person()];
      await ada.enter(links.interviewer);
      await ben.enter(links.candidate);
      await ada.presses(/^run/i);
      await ben.sees('running', true);
      await ada.page.goto('about:blank');
      await ben.sees('running', false, { within: 30_000 });
      await ben.page
        .locator('code-room')
        .getByText(/interrupted/i)
        .first()
        .waitFor();
      assert.equal(await ben.get('status'), 'live');
    });
  });
}

// What a page asks for is turned away by Chromium's driver.
describe('a run with a missing chunk', { timeout: 420_000 }, () => {
  const world = new World();
  afterEach(() => world.leave());

  it('that cannot be loaded says what to do, and the room continues', async () => {
    const { links } = await world.makeRoom({ language: 'javascript', code: 'console.log("here")\n' });
    const ada = await world.person();
    await ada.page.route(/\/carry-out-\w+\.js$/, (route) => route.abort());
    await ada.enter(links.interviewer);
    await ada.presses(/^run/i);
    await ada.page
      .locator('code-room-notice')
      .getByText('A part of this page could not be loaded. Reload the page')
      .waitFor();
    assert.equal(await ada.get('running'), false);
    await ada.types('// still here');
    await ada.sees('saved', true);
    await ada.page.unrouteAll();
    await ada.page.reload();
    await ada.sees('value', /still here/);
    await ada.presses(/^run/i);
    await ada.sees('output', /^here/, { within: 30_000 });
    await world.leave({ saying: /ERR_FAILED/ });
  });

  it('on a page whose host was updated since it was opened says what to do', async () => {
    const { links } = await world.makeRoom({ language: 'javascript', code: '1\n' });
    const ada = await world.person();
    await ada.page.route(/\/runner-[0-9a-f]+\.js$/, (route) => route.fulfill({ status: 404 }));
    await ada.enter(links.interviewer);
    await ada.presses(/^run/i);
    await ada.page.locator('code-room').getByText('Reload the page: your code is kept.').first().waitFor();
    ada.said.length = 0; // The browser speaks of the missing file.
  });
});
