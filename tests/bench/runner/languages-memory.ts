/** The memory that a page takes more for each language, after its first program: that of all processes of a browser which has nothing else open. */
import { sleep } from '../../../party/shared/time.js';
import { type Effort, type Figure, median, table } from '../figure.js';
import { memoryOf } from './cpu-throttle.js';
import type { LanguagesPage } from './languages-page.js';
import type { BenchPage, BenchPages } from './pages.js';
import { UndebuggedChromium } from './undebugged.js';
import { type Page, type PagePath, Visitors } from './visitors.js';

declare const window: LanguagesPage & BenchPage;

/** Until then the interpreter of the next run is ready, and what the first needed is given back. */
const REST_MS = 4_000;

type First = (page: Page) => Promise<unknown>;

/** A page carries out only what needs nothing around it. */
const FIRSTS: readonly [name: string, path: PagePath, first: First][] = [
  ['plain Pyodide', '/plain', (page) => page.evaluate(() => window.first())],
  ['Python', '/room-tests', (page) => page.evaluate(() => window.helloIn('python'))],
  ['JavaScript', '/room-tests', (page) => page.evaluate(() => window.helloIn('javascript'))],
  ['TypeScript', '/room-tests', (page) => page.evaluate(() => window.helloIn('typescript'))],
  ['SQL', '/room-tests', (page) => page.evaluate(() => window.helloIn('sql'))],
  ['Lua', '/room-tests', (page) => page.evaluate(() => window.helloIn('lua'))],
  ['C++', '/room-tests', (page) => page.evaluate(() => window.helloIn('cpp'))],
  ['Postgres', '/room-tests', (page) => page.evaluate(() => window.helloIn('postgres'))],
];

export async function languagesMemory(pages: BenchPages, { rounds, say }: Effort): Promise<Figure> {
  const taken = FIRSTS.map(() => [] as number[]);
  for (let round = 0; round < rounds; round++) {
    for (const [index, [, path, first]] of FIRSTS.entries()) taken[index]?.push(await weigh(pages, path, first));
    say(`memory, round ${round + 1} of ${rounds}: ${taken.map((each) => mebibytes(each.at(-1) ?? 0)).join(', ')}`);
  }
  const rows = FIRSTS.map(([name], index) => [name, mebibytes(median(taken[index] ?? []))]);
  return {
    what: 'memory for a language, after its first program and with the next interpreter ready',
    figure: `${rows.length - 1} languages, beside a worker with plain Pyodide`,
    detail: table([['', 'memory'], ...rows]),
  };
}

async function weigh(pages: BenchPages, path: PagePath, first: First): Promise<number> {
  const browser = await UndebuggedChromium.launch({ ownGroup: true });
  try {
    const page = await new Visitors(browser, pages).openAnew(path);
    await sleep(REST_MS);
    const before = memoryOf(browser.pid);
    await first(page);
    await sleep(REST_MS);
    return memoryOf(browser.pid) - before;
  } finally {
    await browser.close();
  }
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MiB`;
}
