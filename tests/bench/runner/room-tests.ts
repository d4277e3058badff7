/** Tests of a room: how soon the first has a result, and how long a hundred take, beside plain runs in the same page. */
import { startEngine } from '../../../demo/engine/engine.mjs';
import { sleep } from '../../../party/shared/time.js';
import { type Effort, type Figure, median, ms } from '../figure.js';
import { bundled } from './bundled.js';
import { servePages } from './pages.js';
import type { TestsPage } from './room-tests-page.js';
import { UndebuggedChromium } from './undebugged.js';
import { Visitors } from './visitors.js';

declare const window: TestsPage;

/** After it there is a spare for the next, and nothing else is prepared. */
const REST_MS = 2_500;

export async function roomTests({ rounds, say }: Effort): Promise<Figure[]> {
  const engine = await startEngine({ assets: 'dist/site', log: () => undefined });
  const script = await bundled('tests/bench/runner/room-tests-page.ts');
  const pages = await servePages(engine.url, { script });
  const browser = await UndebuggedChromium.launch();
  try {
    const page = await new Visitors(browser, pages).openAnew('/room-tests');
    await page.evaluate(() => window.plainRun());
    const [runs, firsts, hundreds, allResults]: number[][] = [[], [], [], []];
    for (let round = 0; round < rounds; round++) {
      for (let turn = 0; turn < 3; turn++) {
        await sleep(REST_MS);
        runs?.push(await page.evaluate(() => window.plainRun()));
        await sleep(REST_MS);
        firsts?.push(await page.evaluate(() => window.firstResult()));
      }
      await sleep(REST_MS);
      hundreds?.push(await page.evaluate(() => window.plainRuns(100)));
      await sleep(REST_MS);
      allResults?.push(await page.evaluate(() => window.allResults(100)));
      say(
        `tests, round ${round + 1} of ${rounds}: 100 runs ${ms(hundreds?.at(-1) ?? 0)}, 100 tests ${ms(allResults?.at(-1) ?? 0)}`,
      );
    }
    const [run, first, hundred, all] = [runs, firsts, hundreds, allResults].map((times) => median(times ?? []));
    return [
      ratio('first test result after pressing, warm', first, run, 'a run to its end', 2),
      ratio('100 tests in Python', all, hundred, '100 runs one after the other', 1),
    ];
  } finally {
    await browser.close();
    pages.close();
    await engine.kill();
  }
}

function ratio(what: string, time = 0, beside = 0, other: string, most: number): Figure {
  const times = time / beside;
  return {
    what,
    figure: `${ms(time)}, ${times.toFixed(2)} × ${other} (${ms(beside)})`,
    target: `at most ${most} ×`,
    met: times <= most,
  };
}
