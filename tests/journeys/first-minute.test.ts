// The first forty lines of a beginner, typed at human speed, arrive as typed: in each browser, in one language by the seed; in full in all.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { amount, seed } from '../amount.js';
import { FIRST_MINUTE } from '../fixtures/first-minute.js';
import { type Hands, typists } from './typists.js';
import { becomes, World } from './world.js';

/** Milliseconds from one key to the next. */
const [FASTEST, SLOWEST] = [60, 220];
/** One in so many letters is a wrong one first. */
const TYPO = 30;

const READY = `(() => {
  const room = document.querySelector('code-room');
  const inner = room?.shadowRoot?.querySelector('code-room-editor')?.shadowRoot;
  return room?.status === 'live' && !!inner?.querySelector('.cm-content')?.hasAttribute('aria-autocomplete');
})()`;

describe('text typed in the first minute', { timeout: 900_000, concurrency: true }, () => {
  const world = new World();
  for (const [index, [browser, begin]] of typists().entries()) {
    it(`is complete for others in ${browser}`, async () => {
      const hands = await begin();
      try {
        const all = Object.entries(FIRST_MINUTE);
        const some = [...all, ...all].slice((seed + index) % all.length).slice(0, amount(1, all.length));
        for (const [language, pieces] of some) {
          const many = amount(1, pieces.length);
          const first = (seed + index) % (pieces.length - many + 1);
          await write(hands, language, pieces.slice(0, first), pieces.slice(first, first + many));
        }
      } finally {
        await hands.close();
      }
    });
  }

  /** Goes on behind what is there, as somebody who looks at each new line before they write it. */
  async function write(hands: Hands, language: string, there: readonly string[], pieces: readonly string[]) {
    const { links } = await world.makeRoom({ code: there.join('\n\n'), language });
    const value = async () => String(await hands.read('document.querySelector("code-room").value'));
    await hands.open(links.candidate);
    await becomes(() => hands.read(READY), true, 'the room is there', 30_000);
    await hands.read('document.querySelector("code-room").focus()');
    await hands.toEnd();
    const random = randomOf(seed + language.length);
    let next = performance.now();
    const press = async (key: string) => {
      next = Math.max(next + FASTEST + random() * (SLOWEST - FASTEST), performance.now());
      await new Promise((resolve) => setTimeout(resolve, next - performance.now()));
      await hands.press(key);
    };
    let typed = there.join('\n\n');
    for (const line of pieces.join('\n\n').split('\n')) {
      // A blank line between what was there and what is new.
      for (let n = typed === '' ? 0 : typed === there.join('\n\n') ? 2 : 1; n > 0; n -= 1) {
        await press('Enter');
        typed += '\n';
      }
      await indent(line);
      for (const character of line.trimStart()) {
        if (/[a-z]/.test(character) && random() < 1 / TYPO) {
          await press('x');
          await press('Backspace');
        }
        await press(character);
      }
      typed += line;
    }
    await becomes(value, typed, `${language} (seed ${seed})`, 2_000);

    async function indent(line: string) {
      if (typed === '' || line === '') return;
      const wanted = /^ */.exec(line)?.[0].length ?? 0;
      // Some wait for the editor to move such a line; in SQL it moves what closes a bracket, and nothing else.
      const moves = language === 'sql' ? /^\s*[)\]}]/ : /^\s*([)\]}]|else|elif|except|finally)/;
      if (moves.test(line) && random() < 0.5) return;
      const all = await value();
      const before = typed.replace(/ +$/gm, '');
      assert.ok(all.replace(/ +$/gm, '').startsWith(before), `${language}: ${JSON.stringify({ typed, all })}`);
      const start =
        all
          .split('\n')
          .slice(0, typed.split('\n').length - 1)
          .join('\n').length + 1;
      let column = /^ */.exec(all.slice(start))?.[0].length ?? 0;
      const unit = language === 'python' ? 4 : 2;
      while (column > wanted) {
        await press('Backspace');
        column -= column % unit || unit;
      }
      while (column < wanted) {
        await press(column + unit <= wanted ? 'Tab' : ' ');
        column += column + unit <= wanted ? unit - (column % unit) : 1;
      }
    }
  }
});

/** The same numbers for the same seed, from 0 to 1. */
function randomOf(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
