// Two people in one room: text, cursors, names, and what happens when the server goes away.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { browsersOf } from './browsers.js';
import { WorldIn } from './world.js';

for (const browser of browsersOf(import.meta.url)) {
  describe(`together in ${browser}`, { timeout: 420_000 }, () => {
    const world = new WorldIn(browser);
    afterEach(() => world.leave());

    it('two people type into the same text and see each other', async () => {
      const { links } = await world.makeRoom({ language: 'python', code: 'x = 1\n' });
      const [ada, ben] = [await world.person(), await world.person()];
      await ada.enter(links.interviewer);
      await ben.enter(links.candidate);
      await ada.sees('value', 'x = 1\n');
      await ben.sees('value', 'x = 1\n');
      await ada.types('y = 2');
      await ben.sees('value', 'x = 1\ny = 2');
      await ben.types('\nz = 3');
      await ada.sees('value', 'x = 1\ny = 2\nz = 3');
      await ben.sees('saved', true);
      const people = (await ada.get('people')) as { role: string; self: boolean }[];
      assert.deepEqual(people.map((person) => person.role).sort(), ['candidate', 'interviewer']);
      // Each sees the other's cursor once, and no cursor of their own.
      for (const person of [ada, ben]) {
        await person.page.locator('code-room-editor .cm-remoteCaret').first().waitFor({ state: 'attached' });
        assert.equal(await person.page.locator('code-room-editor .cm-remoteCaret').count(), 1);
      }
    });

    it('both may type at the same time, and undo affects only one’s own edits', async () => {
      const { links } = await world.makeRoom({ code: '' });
      const [ada, ben] = [await world.person(), await world.person()];
      await ada.enter(links.interviewer);
      await ben.enter(links.candidate);
      await Promise.all([ada.types('aaaaaaaaaaaaaaaaaaaa'), ben.types('bbbbbbbbbbbbbbbbbbbb')]);
      for (const person of [ada, ben]) {
        await person.sees('value', /^(?=(.*a){20})(?=(.*b){20}).{40}$/);
        await person.sees('saved', true);
      }
      assert.equal(await ada.get('value'), await ben.get('value'));
      for (let presses = 0; presses < 30; presses += 1) await ada.page.keyboard.press('Control+z');
      await ben.sees('value', 'b'.repeat(20));
    });

    it('the text is there after the server was restarted, and after it crashed', async () => {
      const { links } = await world.makeRoom({ code: '' });
      const ada = await world.person();
      await ada.enter(links.interviewer);
      await ada.types('before');
      await ada.sees('saved', true);
      await world.restart({ crash: false });
      await ada.types(' between');
      await ada.sees('status', 'live');
      await ada.sees('saved', true);
      await world.restart({ crash: true });
      await ada.sees('status', 'live');
      const ben = await world.person();
      await ben.enter(links.candidate);
      await ben.sees('value', 'before between');
      // A browser itself reports each connection that was refused meanwhile.
      ada.said.splice(0);
    });

    it('a reload brings the same person back', async () => {
      const { links } = await world.makeRoom({ code: 'kept' });
      const ada = await world.person();
      await ada.enter(links.candidate);
      const [before] = (await ada.get('people')) as { id: string; name: string }[];
      assert.ok(!(await ada.page.evaluate(() => location.href)).includes('#'), 'the secret has left the address');
      await ada.page.reload();
      await ada.sees('status', 'live');
      await ada.sees('people', [before]);
      await ada.sees('value', 'kept');
    });
  });
}
