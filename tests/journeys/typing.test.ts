// Typing with input methods, clipboard and large files, while somebody else edits.
import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'node:test';
import type { CDPSession } from 'playwright-core';
import { becomes, type Person, World } from './world.js';

const START = 'first line\nabc \nthird line\n';

describe('typing with an input method', { timeout: 420_000 }, () => {
  const world = new World();
  let [ada, bob]: [Person?, Person?] = [];
  let cdp: CDPSession;

  before(async () => {
    const { links } = await world.makeRoom({ code: START });
    [ada, bob] = [await world.person(), await world.person()];
    await ada.enter(links.candidate);
    await bob.enter(links.interviewer);
    cdp = await ada.page.context().newCDPSession(ada.page);
  });
  afterEach(() => assert.deepEqual([...they().ada.said, ...they().bob.said], []));

  function they(): { ada: Person; bob: Person } {
    assert.ok(ada && bob);
    return { ada, bob };
  }

  /** One edit of Bob's. */
  const put = (from: number, to: number, insert: string): Promise<void> =>
    they()
      .bob.page.locator('code-room')
      .evaluate(
        (element, [start, end, text]) => {
          const room = element as unknown as { value: string };
          room.value = room.value.slice(0, start) + text + room.value.slice(end);
        },
        [from, to, insert] as const,
      );

  const compose = (text: string) =>
    cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  const commit = (text: string) => cdp.send('Input.insertText', { text });
  const shown = async () =>
    (await they().ada.page.locator('code-room-editor .cm-line').allTextContents())
      .map((line) => line.trimEnd())
      .join('\n');

  async function composing(): Promise<void> {
    await put(0, String(await they().bob.get('value')).length, START);
    await they().ada.sees('value', START);
    await they().ada.page.locator('code-room-editor .cm-line').nth(1).click();
    await they().ada.page.keyboard.press('End');
    await compose('か');
    await compose('かん');
    await they().bob.sees('value', /かん/);
  }

  for (const [where, edit, expected] of [
    ['elsewhere', () => put(0, 0, 'new\n'), 'new\nfirst line\nabc 漢字!\nthird line\n'],
    ['right before it', () => put(15, 15, 'XY'), /^first line\nabc (XY漢字!|漢字XY!|漢字!XY)\nthird line\n$/],
    ['at the start of its line', () => put(11, 13, ''), 'first line\nc 漢字!\nthird line\n'],
    [
      'over and over',
      async () => {
        for (let n = 0; n < 10; n++) await put(11, 11, 'z');
      },
      `first line\n${'z'.repeat(10)}abc 漢字!\nthird line\n`,
    ],
  ] as const) {
    it(`a composition stays whole when somebody edits ${where}`, async () => {
      const { ada, bob } = they();
      await composing();
      await edit();
      await compose('かんじ');
      await bob.sees('value', /かんじ/);
      await commit('漢字');
      await ada.page.keyboard.type('!');
      await bob.sees('value', expected);
      await ada.sees('value', await bob.get('value'));
      await ada.sees('saved', true);
      assert.equal((await shown()).trimEnd(), String(await ada.get('value')).trimEnd());
    });
  }

  it('others’ edits are shown within a limit during an endless composition', async () => {
    const { ada, bob } = they();
    await composing();
    await put(11, 11, 'late');
    const until = Date.now() + 6_000;
    while (!(await shown()).includes('late')) assert.ok(Date.now() < until, 'it is not shown');
    await commit('漢');
    await bob.sees('value', /late.*漢/);
    await ada.sees('value', await bob.get('value'));
  });

  it('a room that becomes read-only during a composition keeps all copies equal', async () => {
    const { ada, bob } = they();
    await composing();
    const lock = (on: boolean) =>
      ada.page.locator('code-room').evaluate((room, value) => room.toggleAttribute('readonly', value), on);
    await lock(true);
    await compose('かんじ');
    await commit('漢字');
    await lock(false);
    await ada.page.keyboard.type('?');
    await ada.sees('saved', true);
    await bob.sees('value', await ada.get('value'));
    assert.equal((await shown()).trimEnd(), String(await ada.get('value')).trimEnd());
    // Nothing is composed any more: nothing waits.
    await bob.writes('at once');
    await ada.sees('value', 'at once');
    assert.equal(await shown(), 'at once');
  });

  describe('completion during a composition', () => {
    const list = () => they().ada.page.locator('code-room-editor .cm-tooltip-autocomplete li');

    /** Composed letter by letter, as a phone's keyboard does each word, until there is something to choose. */
    async function composingWord(word: string, text = ''): Promise<void> {
      const { ada, bob } = they();
      await bob.writes(text);
      await ada.sees('value', text);
      await ada.page.locator('code-room-editor .cm-content').click();
      await ada.page.keyboard.press('Control+End');
      for (let end = 1; end <= word.length; end += 1) await compose(word.slice(0, end));
      await list().first().waitFor();
    }

    it('accepts nothing automatically: Enter inserts a newline when the composition has ended', async () => {
      const { ada, bob } = they();
      await composingWord('conti');
      await commit('conti');
      await ada.page.waitForTimeout(200);
      await ada.page.keyboard.press('Enter');
      await bob.sees('value', 'conti\n');
      await composingWord('かん', 'かんじ = 1\n');
      await commit('かん');
      await ada.page.keyboard.press('Enter');
      await bob.sees('value', 'かんじ = 1\nかん\n');
    });

    it('closes when the input method deletes its word', async () => {
      const { ada, bob } = they();
      await composingWord('conti');
      await compose('');
      await bob.sees('value', '');
      await ada.page.keyboard.press('Enter');
      await bob.sees('value', '\n');
    });

    it('is accepted completely by a tap during the composition, whatever others write meanwhile', async () => {
      const { ada, bob } = they();
      await composingWord('conti');
      await put(0, 0, '# theirs\n');
      await list().first().click();
      await ada.page.keyboard.type('!');
      await bob.sees('value', '# theirs\ncontinue!');
      await becomes(shown, '# theirs\ncontinue!', 'what is shown');
    });
  });

  it('pasted text has LF and whole characters, and the cursor is at its end', async () => {
    const { ada, bob } = they();
    const pasted = '\ufeffa\r\nb\rc\u2028d\ud83d 👩‍👩‍👧‍👦\u0000e';
    await put(0, String(await bob.get('value')).length, 'xy');
    await ada.sees('value', 'xy');
    const content = ada.page.locator('code-room-editor .cm-content');
    await content.click();
    await ada.page.keyboard.press('Control+Home');
    await ada.page.keyboard.type('>');
    await bob.sees('value', '>xy');
    await content.evaluate((content, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      content.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, pasted);
    await ada.page.keyboard.type('|');
    await bob.sees('value', /\|xy$/);
    const value = String(await bob.get('value'));
    assert.doesNotMatch(value, /\r|\p{Surrogate}/u);
    // The browser makes a replacement character of the lone half, as it may.
    assert.equal(value.replace('\ufffd', ''), '>\ufeffa\nb\nc\u2028d 👩‍👩‍👧‍👦\u0000e|xy');
    await ada.sees('value', value);
  });

  it('3,000 lines inserted at once by a keyboard arrive, and the browser inserts none of them line by line', async () => {
    const { ada, bob } = they();
    await bob.writes('|');
    await ada.sees('value', '|');
    const content = ada.page.locator('code-room-editor .cm-content');
    await content.click();
    await ada.page.keyboard.press('Control+Home');
    await content.evaluate((element) => {
      element.addEventListener('input', () => {
        element.dataset.written = String(Number(element.dataset.written ?? 0) + 1);
      });
    });
    const lines = Array.from({ length: 3_000 }, (_, n) => `print("line ${n}")`).join('\n');
    await commit(lines);
    await ada.page.keyboard.type('!');
    await bob.sees('value', `${lines}!|`);
    assert.equal(await content.evaluate((element) => element.dataset.written), '1');
  });

  it('typing is fast in a file of 512 KiB and in a line of 100,000 characters', async () => {
    const { ada, bob } = they();
    const line = `${'x = 1  # a line of code that is neither long nor short\n'.repeat(7_000)}`;
    for (const text of [line, `${'y'.repeat(100_000)}\n`]) {
      await bob.writes(text);
      await ada.sees('saved', true);
      await ada.sees('value', text);
      await ada.types('0123456789');
      await bob.sees('value', `${text}0123456789`);
    }
  });

  it('the text does not jump when somebody edits above the visible part', async () => {
    const { ada, bob } = they();
    await bob.writes(Array.from({ length: 400 }, (_, n) => `line ${n}`).join('\n'));
    await ada.sees('value', /line 399$/);
    const scroller = ada.page.locator('code-room-editor .cm-scroller');
    // The editor learns only when it next measures itself how much there is to scroll.
    const scrolled = (box: Element) => {
      box.scrollTo({ top: 3_000 });
      return box.scrollTop;
    };
    await becomes(() => scroller.evaluate(scrolled), 3_000, 'the place');
    /** Where a line is below the upper edge; of no name, the first that is. */
    const place = (line?: string) =>
      scroller.evaluate((box, name) => {
        const edge = box.getBoundingClientRect().top;
        const lines = [...box.querySelectorAll('.cm-line')];
        const found = lines.find((each) =>
          name ? each.textContent === name : each.getBoundingClientRect().top >= edge,
        );
        return found && { line: found.textContent ?? '', offset: found.getBoundingClientRect().top - edge };
      }, line);
    await ada.page.waitForTimeout(300); // The editor measures itself after scrolling.
    const before = await place();
    assert.ok(before);
    for (let n = 0; n < 5; n++) await put(0, 0, `above ${n}\n`);
    await ada.sees('value', /^above 4\n/);
    await ada.page.waitForTimeout(300);
    const after = await place(before.line);
    assert.ok(after, `${before.line} is not there any more`);
    assert.ok(Math.abs(after.offset - before.offset) < 6, `it moved from ${before.offset} to ${after.offset}`);
  });
});
