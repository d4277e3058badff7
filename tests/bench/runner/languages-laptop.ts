/** C++ on a slow laptop: a processor four times slower and 10 Mbit/s, from nothing and once more. */
import { sleep } from '../../../party/shared/time.js';
import { type Effort, type Figure, median, ms } from '../figure.js';
import { CpuThrottle } from './cpu-throttle.js';
import type { LanguagesPage } from './languages-page.js';
import { BYTES_PER_SECOND, TIMES_SLOWER } from './laptop.js';
import { servePages } from './pages.js';
import { SlowLine } from './traffic.js';
import { UndebuggedChromium } from './undebugged.js';
import { Visitors } from './visitors.js';

declare const window: LanguagesPage;

/** Somebody reads the output before they run again. */
const REST_MS = 5_000;
const AT_ONCE_MS = 1_000;
const MINUTE_MS = 60_000;
const SECONDS_MS = 10_000;

/** `port` is that of our room server, `script` the page's. */
export async function cppOnLaptop(port: number, script: string, { rounds, say }: Effort): Promise<Figure[]> {
  const line = new SlowLine(BYTES_PER_SECOND);
  const engine = await line.to(port);
  const served = await servePages(engine.origin, { script, compressed: true });
  const pages = await line.to(Number(new URL(served.origin).port));
  const browser = await UndebuggedChromium.launch({ ownGroup: true });
  const visitors = new Visitors(browser, { ...served, origin: pages.origin });
  const [told, first, again]: [number[], number[], number[]] = [[], [], []];
  try {
    for (let round = 0; round < rounds; round++) {
      const page = await visitors.openAnew('/room-tests');
      const throttle = new CpuThrottle(browser.pid, TIMES_SLOWER);
      try {
        const { time, toldAfter } = await page.evaluate(() => window.helloIn('cpp'));
        told.push(toldAfter);
        first.push(time);
        await sleep(REST_MS);
        again.push(await page.evaluate(() => window.sixtyLines('end')));
      } finally {
        await throttle.release();
      }
      await page.close();
      say(
        `C++ on a slow laptop, round ${round + 1} of ${rounds}: ${[told, first, again].map((all) => ms(all.at(-1) ?? 0)).join(', ')}`,
      );
    }
  } finally {
    await browser.close();
    for (const { server } of [engine, pages]) server.close();
    served.close();
  }
  return [
    figure('C++ on a slow laptop: pressed, until its progress is told', told, 'at once', AT_ONCE_MS),
    figure('there: from nothing to the end of the first program', first, 'under a minute', MINUTE_MS),
    figure('there: 60 lines after it, compiled and run', again, 'seconds', SECONDS_MS),
  ];
}

function figure(what: string, times: readonly number[], target: string, most: number): Figure {
  const time = median(times);
  return { what, figure: ms(time), target: `${target}: ${most / 1000} s`, met: time <= most };
}
