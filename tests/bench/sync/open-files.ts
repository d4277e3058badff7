/** What a key costs whoever has twenty files open, beside somebody with one: the editor, and the way to somebody else. */
import { startEngine } from '../../../demo/engine/engine.mjs';
import { type Effort, type Figure, median, ms } from '../figure.js';
import { bundled } from '../runner/bundled.js';
import { servePages } from '../runner/pages.js';
import { UndebuggedChromium } from '../runner/undebugged.js';
import { type Page, Visitors } from '../runner/visitors.js';
import { FILES } from './file-texts.js';
import type { FilesPage, Key } from './files-page.js';

declare const window: FilesPage;

/** Of some keys each, in turn; the first ones are not counted, while the engine compiles. */
const STRETCHES = 12;
const WARM_UPS = 4;
const TARGET = 1.2;
const SWITCHES = ['--js-flags=--expose-gc', '--enable-precise-memory-info'];

export async function openFiles({ rounds, say }: Effort): Promise<Figure[]> {
  const main = 'tests/bench/sync/partykit-host.ts';
  const engine = await startEngine({ main, assets: 'dist/site', vars: { CODE_ROOM_OPEN: '1' }, log: () => undefined });
  const script = await bundled('tests/bench/sync/files-page.ts');
  const pages = await servePages(engine.url, { script });
  const browser = await UndebuggedChromium.launch({ switches: SWITCHES });
  try {
    const visitors = new Visitors(browser, pages);
    const [one, many] = [await visitors.openAnew('/files'), await visitors.openAnew('/files')];
    await one.evaluate(() => window.enter(1));
    await many.evaluate(() => window.enter(20));
    const weights = [await one.evaluate(() => window.memory()), await many.evaluate(() => window.memory())];
    const keys = new Map<Page, Key[]>([one, many].map((page) => [page, []]));
    for (let n = 0; n < WARM_UPS + STRETCHES * rounds; n++) {
      for (const page of n % 2 === 0 ? [one, many] : [many, one]) {
        const typed = await page.evaluate(() => window.type(25));
        if (n >= WARM_UPS) keys.get(page)?.push(...typed);
      }
      if (n % STRETCHES === 0) say(`${FILES} files open, stretch ${n + 1} of ${WARM_UPS + STRETCHES * rounds}`);
    }
    const figure = (what: string, part: keyof Key): Figure => {
      const [alone = 0, beside = 0] = [one, many].map((page) => median((keys.get(page) ?? []).map((key) => key[part])));
      const times = beside / alone;
      return {
        what: `${what}, ${FILES} files open`,
        figure: `${times.toFixed(2)} × one file (${ms(beside)}, ${ms(alone)})`,
        target: `at most ${TARGET} ×`,
        met: times <= TARGET,
      };
    };
    const [light = 0, heavy = 0] = weights;
    return [
      figure("the editor's time for a key", 'editor'),
      figure('a keystroke to somebody else', 'arrival'),
      {
        what: `memory of the page's scripts, ${FILES} files open, each looked at`,
        figure: `${megabytes(heavy)} beside ${megabytes(light)} with one file`,
      },
    ];
  } finally {
    await browser.close();
    pages.close();
    await engine.kill();
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
