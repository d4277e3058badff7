// Random compositions of an input method while somebody else edits: all copies are equal afterwards.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { CDPSession } from 'playwright-core';
import { amount, seed as first } from '../amount.js';
import { Dice } from '../room/world.js';
import { becomes, type Person, World } from './world.js';

const LINES = ['def f():', '    return 1', '', 'x = [1, 2]', '# 漢字', 'print("a 😀 b")'];
const WORDS = ['か', 'かん', '漢字', 'ni', 'nih', '你好', 'é', '하', '한', '😀', 'conti', ' ', 'for'];
const KEYS = ['ArrowUp', 'ArrowDown', 'Home', 'End', 'Enter', 'Backspace', 'Tab', 'PageUp', 'PageDown'];
const COMMANDS = ['Control+Z', 'Control+A', 'Control+Home', 'Control+End'];
const STEPS = 25;

describe('compositions', { timeout: 1_200_000 }, () => {
  const world = new World();
  let [ada, bob]: [Person?, Person?] = [];
  let cdp: CDPSession;

  before(async () => {
    const { links } = await world.makeRoom({ code: 'x' });
    [ada, bob] = [await world.person(), await world.person()];
    await ada.enter(links.candidate);
    await bob.enter(links.interviewer);
    cdp = await ada.page.context().newCDPSession(ada.page);
  });

  const compose = (text: string) =>
    cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  const commit = (text: string) => cdp.send('Input.insertText', { text });

  for (let seed = first; seed < first + amount(3, 20); seed++) {
    it(`leave all copies equal, seed ${seed}`, async () => {
      assert.ok(ada && bob);
      const { page } = ada;
      const random = new Dice(seed);
      const pick = <T>(all: readonly T[]) => all[random.below(all.length)] as T;
      const word = () => pick(WORDS);
      const lines = (count: number, line: () => string) => Array.from({ length: count }, line).join('\n');
      const start = lines(400, () => pick(LINES));
      await bob.writes(start);
      await ada.sees('value', start);
      await page.locator('code-room-editor .cm-content').click();
      const theirs = (at: number, insert: string, gone: number) =>
        bob?.page.locator('code-room').evaluate(
          (element, [place, text, length]) => {
            const room = element as unknown as { value: string };
            const characters = [...room.value];
            characters.splice(Math.floor(place * characters.length), length, text);
            room.value = characters.join('');
          },
          [at, insert, gone] as const,
        );
      const steps: (() => Promise<unknown> | undefined)[] = [
        () => compose(lines(random.below(400), word)),
        () => compose(word()),
        () => compose(word()),
        () => compose(word()),
        () => commit(word()),
        () => commit(lines(random.below(400), word)),
        () => page.keyboard.press(pick(KEYS)),
        () => page.keyboard.press(pick(COMMANDS)),
        () => theirs(random.below(1_000) / 1_000, pick(['b', '\n', 'bob\nbob\n', '', '漢']), random.below(30)),
        () => page.waitForTimeout(random.below(120)),
      ];
      for (let step = 0; step < STEPS; step++) await pick(steps)();
      await compose('');
      if (random.below(2) === 0) await commit('終');
      await page.keyboard.press('End');
      await ada.sees('saved', true);
      await bob.sees('saved', true);
      const value = String(await bob.get('value'));
      await ada.sees('value', value);
      const shown = () =>
        page.locator('code-room-editor .cm-line').evaluateAll((lines) =>
          lines.map((line) => {
            // What an empty file invites to is in no text.
            const hint = line.querySelector('.cm-placeholder')?.textContent ?? '';
            return line.textContent?.replace(hint, '') ?? '';
          }),
        );
      const whole = new Set(value.split('\n'));
      const strange = async () => (await shown()).filter((line) => !whole.has(line.replaceAll('\u200b', '')));
      await becomes(strange, [], 'what is shown and not in the text');
      // Chromium tries to write styles into what it makes one line of, which the page's policy forbids.
      const said = [...ada.said.splice(0), ...bob.said.splice(0)].filter((line) => !/inline style/.test(line));
      assert.deepEqual(said, []);
    });
  }
});
