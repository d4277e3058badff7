/** Programs as candidates write them print in the sandbox what the real interpreters print: a slice by the seed, or all of them. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { seed } from '../amount.js';
import { BROWSERS, type Browser } from './browser.js';
import { expected, type Program, Reasons, readPrograms } from './catalogue.js';
import { outcomeOf } from './outcome.js';
import type { Outcome } from './page.js';

/** One of so many runs in each browser, others in each. */
const SLICES = 12;
/** Of WebKit this is enough, and only when all is asked for: its threads are slow to end. */
const WEBKIT_SLICES = 4;

const full = Boolean(process.env.CODE_ROOM_FULL);
const wanted = process.env.CODE_ROOM_BROWSERS?.split(',') ?? ['chromium', 'firefox', ...(full ? ['webkit'] : [])];
/** Those whose name holds this. */
const named = process.env.CODE_ROOM_PROGRAMS;
const programs = readPrograms();
const differences = new Reasons('differences.txt');
/** Not yet as it should be: told, and no failure. */
const known = new Reasons('known-failures.txt');

function sliceFor(browserName: string, browserIndex: number): Program[] {
  if (named) return programs.filter(({ id }) => id.includes(named));
  if (full && browserName !== 'WebKit') return programs;
  const slices = browserName === 'WebKit' ? WEBKIT_SLICES : SLICES;
  return programs.filter((_, index) => (index + browserIndex * 2 + seed) % slices === 0);
}

describe('The list of programs', () => {
  it('names with a reason only programs that are there', () => {
    const ids = new Set(programs.map(({ id }) => id));
    const gone = [...differences.all, ...known.all].filter(({ id }) => !ids.has(id));
    assert.deepEqual(gone, []);
  });

  it('knows for each what the real interpreter printed', () => {
    for (const { id } of programs) assert.ok(expected(id));
  });
});

describe('Programs', { concurrency: true }, () => {
  for (const [browserIndex, browserName] of ['Chromium', 'Firefox', 'WebKit'].entries()) {
    const open = BROWSERS[browserName];
    if (open && wanted.includes(browserName.toLowerCase()))
      inBrowser(browserName, open, sliceFor(browserName, browserIndex));
  }
});

function inBrowser(browserName: string, open: () => Promise<Browser>, slice: Program[]): void {
  describe(`in ${browserName}`, { timeout: 900_000, concurrency: 1 }, () => {
    const spent = new Map<string, { count: number; ms: number }>();
    let began = 0;
    let browser: Browser | undefined;
    before(async () => {
      began = performance.now();
      browser = await open();
    });
    after(async () => {
      await browser?.close();
      const parts = [...spent].map(([language, { count, ms }]) => `${count} ${language} ${(ms / 1000).toFixed(1)} s`);
      console.log(`${browserName}: ${parts.join(', ')}; ${((performance.now() - began) / 1000).toFixed(1)} s in all`);
    });

    for (const program of slice) {
      it(program.id, async (test) => {
        const start = performance.now();
        const printed = outcomeOf(program, await running(browser, program));
        const { count, ms } = spent.get(program.language) ?? { count: 0, ms: 0 };
        spent.set(program.language, { count: count + 1, ms: ms + performance.now() - start });
        const right = expected(program.id, differences.find(program.id, browserName)?.variant);
        const wrong =
          firstDifference('printed', printed.out, right.out) ?? firstDifference('errors', printed.err, right.err);
        const reason = known.find(program.id, browserName)?.text;
        if (reason) test.todo(wrong ? reason : 'It is right now: take it out of known-failures.txt.');
        else if (wrong) assert.fail(wrong);
      });
    }
  });
}

function running(browser: Browser | undefined, program: Program): Promise<Outcome> {
  if (!browser) throw new Error('The browser did not start.');
  return browser.run({ ...program, language: program.runsAs });
}

/** The first line that is another, with the two after it. */
function firstDifference(what: string, text: string, right: string): string | undefined {
  if (text === right) return undefined;
  const [lines, wanted] = [text.split('\n'), right.split('\n')];
  const at = lines.findIndex((line, index) => line !== wanted[index]);
  const place = at < 0 ? lines.length : at;
  const part = (all: string[]) =>
    JSON.stringify(
      all
        .slice(place, place + 3)
        .join('\n')
        .slice(0, 500),
    );
  return `${what}, line ${place + 1}: ${part(lines)} instead of ${part(wanted)}`;
}
