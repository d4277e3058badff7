/** Python from nothing to its first line, and what a person waits for after it, beside plain Pyodide and PyScript. */

import { readdirSync, readFileSync } from 'node:fs';
import { startEngine } from '../../../demo/engine/engine.mjs';
import { sleep } from '../../../party/shared/time.js';
import { type Effort, type Figure, kB, median, ms, table } from '../figure.js';
import { slowLaptop } from './laptop.js';
import { type BenchPage, type BenchPages, servePages } from './pages.js';
import { countBytes } from './traffic.js';
import { UndebuggedChromium } from './undebugged.js';
import { COMPARED_PAGES, type Page, type PagePath, Visitors } from './visitors.js';

declare const window: BenchPage;

export async function python(effort: Effort): Promise<Figure[]> {
  const { rounds, say } = effort;
  const engine = await startEngine({ assets: 'dist/site', log: () => undefined });
  const pages = await servePages(engine.url);
  const browser = await UndebuggedChromium.launch();
  const visitors = new Visitors(browser, pages);
  try {
    const cold = new Map<PagePath, number[]>(COMPARED_PAGES.map((path) => [path, []]));
    const again = new Map<PagePath, number[]>(COMPARED_PAGES.map((path) => [path, []]));
    const frames: [first: number, second: number][] = [];
    for (let round = 0; round < rounds + 2; round++) {
      const told: string[] = [];
      for (const path of COMPARED_PAGES) {
        const context = await browser.newContext();
        const once = await visitors.start(context, path);
        cold.get(path)?.push(once.time);
        const twice = await visitors.start(context, path);
        again.get(path)?.push(twice.time);
        if (path === '/code-room') frames.push([once.sinceFrame, twice.sinceFrame]);
        told.push(`${path.slice(1)} ${ms(once.time)}, ${ms(twice.time)}`);
        await browser.closeContext(context);
      }
      say(`round ${round + 1} of ${rounds + 2}, first line on a first and second visit: ${told.join('; ')}`);
    }
    return [
      ...starts(cold, again, frames),
      await traffic(browser, engine.port),
      ...(await afterwards(pages)),
      ...(await slowLaptop(engine.port, effort)),
    ];
  } finally {
    await browser.close();
    pages.close();
    await engine.kill();
  }
}

/** Visits of their own: to pass on what is counted takes a processor time, too. */
async function traffic(browser: UndebuggedChromium, port: number): Promise<Figure> {
  const counted = await countBytes(port);
  const pages = await servePages(counted.origin);
  const visitors = new Visitors(browser, pages);
  try {
    const context = await browser.newContext();
    await visitors.start(context, '/code-room');
    const first = counted.bytes();
    await visitors.start(context, '/code-room');
    const second = counted.bytes() - first;
    await browser.closeContext(context);
    return {
      what: 'bytes fetched for page and Python, first and second visit',
      figure: `${kB(first)} and ${kB(second)}`,
    };
  } finally {
    pages.close();
    counted.server.close();
  }
}

function starts(cold: Map<PagePath, number[]>, again: Map<PagePath, number[]>, frames: [number, number][]): Figure[] {
  const of = (times: Map<PagePath, number[]>, path: PagePath) => median(times.get(path) ?? []);
  const plain = of(cold, '/plain');
  const [first, second] = [median(frames.map(([once]) => once)), median(frames.map(([, twice]) => twice))];
  const rows = COMPARED_PAGES.map((path) => [path.slice(1), ms(of(cold, path)), ms(of(again, path))]);
  rows.push(['of which since the frame', ms(first), ms(second)]);
  return [
    {
      what: 'Python from a cold frame to its first line',
      figure: `${(first / plain).toFixed(2)} × plain Pyodide`,
      target: 'at most 0.25 ×',
      met: first / plain <= 0.25,
      detail: table([['', 'first visit', 'second visit'], ...rows]),
    },
    {
      what: 'the same on a second visit',
      figure: `${(second / plain).toFixed(2)} × plain Pyodide`,
      target: 'at most 0.2 ×',
      met: second / plain <= 0.2,
    },
  ];
}

async function afterwards(pages: BenchPages): Promise<Figure[]> {
  // One of its own: what other pages leave behind comes back bit by bit.
  const browser = await UndebuggedChromium.launch();
  try {
    const visitors = new Visitors(browser, pages);
    const page = await visitors.openAnew('/code-room');
    const before = memory(browser.pid);
    await page.evaluate(() => window.first());
    await sleep(3000);
    const grown = memory(browser.pid) - before;
    return [
      ...(await reactions(page, visitors)),
      { what: 'memory of a page with Python, one interpreter and its spare', figure: kB(grown) },
    ];
  } finally {
    await browser.close();
  }
}

async function reactions(page: Page, visitors: Visitors): Promise<Figure[]> {
  const warm = await repeat(7, async () => {
    await sleep(1500);
    return page.evaluate(() => window.timeToOutput(window.room));
  });
  const directly = await repeat(3, async () => {
    await sleep(1500);
    return page.evaluate(async () => {
      await window.timeToOutput(window.room);
      return window.timeToOutput(window.room);
    });
  });
  const stops = await repeat(3, () => stopAndRun(page));
  const prints = await repeat(3, async () => {
    await sleep(1500);
    return millionPrints(page);
  });
  const [stopped, next] = [median(stops.map(([time]) => time)), median(stops.map(([, time]) => time))];
  const [million, gap] = [median(prints.map(([time]) => time)), Math.max(...prints.map(([, longest]) => longest))];
  const again = median(directly);
  const plainMillion = await plainPrints(visitors);
  return [
    {
      what: 'Run to the first line, interpreter ready',
      figure: ms(median(warm)),
      target: 'at most 5 ms',
      met: median(warm) <= 5,
    },
    {
      what: 'Run pressed again at once: a fresh interpreter',
      figure: ms(again),
      target: 'at most 15 ms',
      met: again <= 15,
    },
    { what: 'Stop of an endless loop', figure: ms(stopped), target: 'at most 50 ms', met: stopped <= 50 },
    { what: 'Run after it, to the first line', figure: ms(next), target: 'at most 100 ms', met: next <= 100 },
    {
      what: '1,000,000 prints',
      figure: `${ms(million)}, ${(million / plainMillion).toFixed(2)} × plain Pyodide`,
      target: 'at most 0.18 ×, 600 ms where plain Pyodide takes 3.3 s',
      met: million / plainMillion <= 0.18,
    },
    {
      what: 'the longest that the page was blocked meanwhile',
      figure: ms(gap),
      target: 'at most 100 ms',
      met: gap <= 100,
    },
  ];
}

async function repeat<T>(times: number, action: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let n = 0; n < times; n++) results.push(await action());
  return results;
}

async function stopAndRun(page: Page): Promise<[number, number]> {
  await sleep(1500);
  return page.evaluate(async () => {
    const { room } = window;
    room.value = 'print("on")\nwhile True: pass';
    const run = room.run();
    while (!room.output.includes('on')) await new Promise((resolve) => setTimeout(resolve, 5));
    const began = performance.now();
    room.stop();
    await run;
    const stopped = performance.now() - began;
    room.value = 'print("first")';
    return [stopped, await window.timeToOutput(room)] as [number, number];
  });
}

async function plainPrints(visitors: Visitors): Promise<number> {
  const page = await visitors.openAnew('/plain');
  await page.evaluate(() => window.first());
  const times = await repeat(3, () => page.evaluate(() => window.prints()));
  await page.close();
  return median(times);
}

async function millionPrints(page: Page): Promise<[number, number]> {
  return page.evaluate(async () => {
    const { room } = window;
    room.value = 'for i in range(1_000_000): print(i)';
    let last = performance.now();
    let longest = 0;
    // No function with a name: the compiler would call a helper that the page lacks.
    const timer = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 5);
    const began = performance.now();
    await room.run();
    clearInterval(timer);
    room.value = 'print("first")';
    return [performance.now() - began, longest] as [number, number];
  });
}

/** Bytes of a process and all it has started, shared ones counted in part. */
function memory(root: number): number {
  const family = new Set([root]);
  let sum = 0;
  // A process is listed after the one that started it: numbers count up.
  for (const pid of readdirSync('/proc')
    .map(Number)
    .filter(Boolean)
    .sort((a, b) => a - b)) {
    try {
      const parent = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
      if (pid !== root && !family.has(parent)) continue;
      family.add(pid);
      const pss = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
      sum += Number(pss?.[1] ?? 0) * 1024;
    } catch {
      // The process has ended since it was listed.
    }
  }
  return sum;
}
