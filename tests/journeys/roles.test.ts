// What a link allows, and what not.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { browsersOf } from './browsers.js';
import { WorldIn } from './world.js';

for (const browser of browsersOf(import.meta.url)) {
  describe(`roles in ${browser}`, { timeout: 420_000 }, () => {
    const world = new WorldIn(browser);
    afterEach(() => world.leave());

    it('an observer sees everything and changes nothing', async () => {
      const { links } = await world.makeRoom({ language: 'javascript', code: 'console.log(1)\n' });
      const [ada, eve] = [await world.person(), await world.person()];
      await ada.enter(links.interviewer);
      await eve.enter(links.observer);
      await eve.sees('personRole', 'observer');
      await eve.types('hacked');
      await eve.writes('hacked');
      await ada.types('// mine');
      await eve.sees('value', 'console.log(1)\n// mine');
      assert.equal(await ada.get('value'), 'console.log(1)\n// mine');
      assert.equal(
        await eve.page.locator('code-room').getByRole('button', { name: /^run/i, disabled: false }).count(),
        0,
      );
      await ada.presses(/^run/i);
      await eve.sees('output', /^1\n?$/);
    });

    it('a wrong secret is refused with a sentence', async () => {
      const { links } = await world.makeRoom({ code: 'secret' });
      const eve = await world.person();
      await eve.page.goto(links.candidate.replace(/#k=.*/, `#k=${'A'.repeat(22)}`));
      await eve.page.getByRole('heading', { name: /link/i }).waitFor();
      assert.ok(!(await eve.page.content()).includes('secret'));
      // The browser reports the refused request itself.
      eve.said.splice(0);
    });

    it('a room that nobody created has a page', async () => {
      const eve = await world.person();
      const response = await eve.page.goto(`${world.url}/r/${'x'.repeat(22)}`);
      assert.ok(response);
      await eve.page.getByRole('heading').first().waitFor();
      eve.said.splice(0);
    });
  });
}
