// With forced colours, everything that the editor shows is visible.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { becomes, World } from './world.js';

const world = new World();

it('carets, selections, matches, the selected completion and error lines are visible with forced colours', async () => {
  const { links } = await world.makeRoom({ code: 'name = 1\nnome\n' });
  const [ada, bob] = [await world.person({ forcedColors: 'active' }), await world.person()];
  await ada.enter(links.candidate);
  await bob.enter(links.interviewer);
  const room = ada.page.locator('code-room');
  /** What is drawn there is told from the ground it is on: by its own ground, or by a line around it. */
  const isSeen = (selector: string) =>
    becomes(
      () =>
        room
          .locator(selector)
          .first()
          .evaluate((element) => {
            const { backgroundColor, outlineStyle } = getComputedStyle(element);
            // The first ground behind it that is one, which is the system's where nobody has any.
            let behind: Element | null = element;
            let around = '';
            do {
              const root: Node = behind.getRootNode();
              behind = behind.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
              around = behind ? getComputedStyle(behind).backgroundColor : '';
            } while (behind && /rgba\(.*, 0\)/.test(around));
            // The system takes away a colour, and leaves how much one sees through it.
            const [own, other] = [backgroundColor, around].map((one) =>
              one.replace(/^rgba\((.*), [\d.]+\)$/, 'rgb($1)'),
            );
            const filled = own !== other && !/rgba\(.*, 0\)/.test(backgroundColor);
            return element.isConnected && (filled || !['', 'none'].includes(outlineStyle));
          }),
      true,
      `${selector} is seen`,
      5_000,
    );

  await bob.page.locator('code-room-editor .cm-content').click();
  await bob.page.keyboard.press('Control+A');
  await isSeen('.cm-remoteCaret');
  await isSeen('.cm-remoteSelection');
  await ada.page.locator('code-room-editor .cm-content').click();
  await ada.page.keyboard.press('Control+A');
  await isSeen('.cm-selectionBackground');
  const caret = room.locator('.cm-cursor').first();
  assert.match(await caret.evaluate((element) => getComputedStyle(element).borderLeft), /^2px solid/);

  await ada.page.waitForFunction(() => {
    const inner = document.querySelector('code-room')?.shadowRoot?.querySelector('code-room-editor')?.shadowRoot;
    return inner?.querySelector('.cm-content')?.hasAttribute('aria-autocomplete');
  });
  await ada.page.keyboard.press('Control+F');
  await ada.page.keyboard.type('n.me');
  await room.locator('.cm-search [name=re]').check();
  await isSeen('.cm-searchMatch');
  await isSeen('.cm-searchMatch:not(.cm-searchMatch-selected)');
  await ada.page.keyboard.press('Escape');

  await ada.page.locator('code-room-editor .cm-content').click();
  await ada.page.keyboard.press('Control+End');
  await ada.page.keyboard.type('conti', { delay: 30 });
  await room.locator('.cm-tooltip-autocomplete li').first().waitFor();
  await ada.page.waitForTimeout(150);
  await ada.page.keyboard.press('ArrowDown');
  await isSeen('.cm-tooltip-autocomplete li[aria-selected]');
  await ada.page.keyboard.press('Escape');

  await ada.page.locator('code-room').getByRole('button', { name: 'Add a file' }).click();
  await ada.page.keyboard.type('other.py\n');
  const tabs = room.getByRole('tab');
  const ground = (nth: number) => tabs.nth(nth).evaluate((tab) => getComputedStyle(tab).backgroundColor);
  await becomes(() => tabs.count(), 2, 'tabs');
  await tabs.first().click();
  await becomes(async () => (await ground(0)) !== (await ground(1)), true, 'the shown tab is told apart');

  await ada.writes('name = 1\nnome\n');
  await ada.presses(/^Run/);
  await isSeen('.cm-problem');

  // Of the list of problems the chosen line, which the arrow keys move.
  await ada.writes('print(nome)\n');
  await room.locator('.cm-lintRange').first().waitFor({ timeout: 60_000 });
  await ada.page.locator('code-room-editor .cm-content').first().click();
  await ada.page.keyboard.press('Shift+Alt+E');
  await isSeen('.cm-panel-lint [aria-selected]');
  await ada.page.keyboard.press('Escape');

  for (const keys of ['vim', 'emacs']) {
    await room.locator('code-room-settings').evaluate((element, chosen) => {
      (element as HTMLElement & { settings: object }).settings = { keys: chosen };
    }, keys);
    await ada.page.locator('code-room-editor .cm-content').first().click();
    await isSeen('.cm-fat-cursor');
  }
  await world.leave();
});
