/** Languages: C++ from nothing, compiled and run when warm, and again after a change, beside the start of plain Pyodide; on a slow laptop; memory of each. */
import { readFileSync } from 'node:fs';
import { startEngine } from '../../../demo/engine/engine.mjs';
import { sleep } from '../../../party/shared/time.js';
import { type Effort, type Figure, median, ms } from '../figure.js';
import { bundled } from './bundled.js';
import { cppOnLaptop } from './languages-laptop.js';
import { languagesMemory } from './languages-memory.js';
import type { LanguagesPage } from './languages-page.js';
import { servePages } from './pages.js';
import { UndebuggedChromium } from './undebugged.js';
import { Visitors } from './visitors.js';

declare const window: LanguagesPage;

/** Somebody reads the output before they run again. */
const REST_MS = 3_000;
const PACK = 'dist/packs/cpp/manifest.json';

export async function languages({ rounds, say }: Effort): Promise<Figure[]> {
  const engine = await startEngine({ assets: 'dist/site', log: () => undefined });
  const script = await bundled('tests/bench/runner/languages-page.ts');
  const pages = await servePages(engine.url, { script });
  const browser = await UndebuggedChromium.launch();
  const visitors = new Visitors(browser, pages);
  try {
    const [plain, cold, warm, again]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (let round = 0; round < rounds; round++) {
      plain.push((await visitors.start(await browser.newContext(), '/plain')).time);
      const page = await visitors.openAnew('/room-tests');
      cold.push(await page.evaluate(() => window.hello()));
      await sleep(REST_MS);
      warm.push(await page.evaluate(() => window.sixtyLines('end')));
      await sleep(REST_MS);
      again.push(await page.evaluate(() => window.sixtyLines('the end')));
      await page.close();
      say(
        `round ${round + 1} of ${rounds}: plain Pyodide ${ms(plain.at(-1) ?? 0)}; C++ from nothing ${ms(cold.at(-1) ?? 0)}, warm ${ms(warm.at(-1) ?? 0)}, changed ${ms(again.at(-1) ?? 0)}`,
      );
    }
    return [
      { what: 'C++ from nothing to the end of the first program', figure: ms(median(cold)) },
      ratio('60 lines of C++ with containers, compiled and run, warm', median(warm), median(plain), 1.5),
      ratio('the same after a change', median(again), median(plain), 0.5),
      ...(await cppOnLaptop(engine.port, script, { rounds: 1, seconds: 0, say })),
      await languagesMemory(pages, { rounds: 1, seconds: 0, say }),
      { what: 'bytes of the pack of C and C++ as they travel', figure: `${(packBytes() / 1e6).toFixed(1)} MB` },
    ];
  } finally {
    await browser.close();
    pages.close();
    await engine.kill();
  }
}

function ratio(what: string, time: number, plain: number, most: number): Figure {
  const times = time / plain;
  return {
    what,
    figure: `${ms(time)}, ${times.toFixed(2)} × the start of plain Pyodide (${ms(plain)})`,
    target: `at most ${most} ×`,
    met: times <= most,
  };
}

function packBytes(): number {
  const { files } = JSON.parse(readFileSync(PACK, 'utf8')) as { files: { parts: { size: number }[] }[] };
  return files.flatMap(({ parts }) => parts).reduce((bytes, { size }) => bytes + size, 0);
}
