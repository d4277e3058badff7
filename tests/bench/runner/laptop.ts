/** Python on a slow laptop: a processor four times slower and 10 Mbit/s, beside plain Pyodide with the same throttle. */
import { sleep } from '../../../party/shared/time.js';
import { type Effort, type Figure, median, ms, table } from '../figure.js';
import { CpuThrottle, cpuOf, cpuSince, threadsOf } from './cpu-throttle.js';
import { type BenchPage, servePages } from './pages.js';
import { SlowLine } from './traffic.js';
import { UndebuggedChromium } from './undebugged.js';
import { type Page, Visitors } from './visitors.js';

declare const window: BenchPage;

export const TIMES_SLOWER = 4;
export const BYTES_PER_SECOND = 10e6 / 8;
/** As Chromium names the thread of a worker; only the process of such threads counts. */
const WORKER = 'DedicatedWorker';
/** A browser that does nothing uses less than this of a processor, and goes on like that. */
const QUIET_SHARE = 0.03;
const QUIET_MS = 1500;
const IDLE_MS = 5000;
/** Some browsers are never quiet for long. */
const QUIET_TRIES = 8;

interface Round {
  plain: number;
  plainCpu: number;
  first: number;
  again: number;
  spareCpu: number;
  whileTyping: number;
  afterTyping: number;
}

/** `port` is that of our room server. */
export async function slowLaptop(port: number, { rounds, say }: Effort): Promise<Figure[]> {
  const line = new SlowLine(BYTES_PER_SECOND);
  const engine = await line.to(port);
  const served = await servePages(engine.origin, { compressed: true });
  const pages = await line.to(Number(new URL(served.origin).port));
  const browser = await UndebuggedChromium.launch({ ownGroup: true });
  const visitors = new Visitors(browser, { ...served, origin: pages.origin });
  const all: Round[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const one = await measure(browser.pid, visitors);
      all.push(one);
      say(
        `slow laptop, round ${round + 1} of ${rounds}: ${JSON.stringify(one, (_, value) => (typeof value === 'number' ? Math.round(value) : value))}`,
      );
    }
  } finally {
    await browser.close();
    for (const { server } of [engine, pages]) server.close();
    served.close();
  }
  return figures(all);
}

async function measure(group: number, visitors: Visitors): Promise<Round> {
  const [plain, plainCpu] = await throttled(group, await visitors.openAnew('/plain'), async (page) => {
    const before = cpuOf(group);
    const time = await page.evaluate(() => window.first());
    return [time, cpuSince(before, group, WORKER)];
  });
  return throttled(group, await visitors.openAnew('/code-room'), async (page) => {
    const [first = 0, again = 0] = await page.evaluate(async () => [
      await window.first(),
      await window.timeToOutput(window.room),
    ]);
    // The help of the editor has a worker too, begun once somebody has written: from here on only interpreters are.
    await page.evaluate(() => window.type(300));
    await quiet(group);
    await page.evaluate(() => window.timeToOutput(window.room));
    const before = cpuOf(group);
    const began = performance.now();
    await quiet(group);
    const [used, took] = [cpuSince(before, group, WORKER), performance.now() - began];
    const spareCpu = used - (await idleShare(group)) * took;
    const all = threadsOf(group, WORKER);
    await page.evaluate(() => window.timeToOutput(window.room));
    await page.evaluate(() => window.type(3000));
    const whileTyping = threadsOf(group, WORKER) - (all - 1);
    await quiet(group);
    const afterTyping = threadsOf(group, WORKER) - (all - 1);
    return { plain, plainCpu, first, again, spareCpu, whileTyping, afterTyping };
  });
}

async function throttled<T>(group: number, page: Page, action: (page: Page) => Promise<T>): Promise<T> {
  const throttle = new CpuThrottle(group, TIMES_SLOWER);
  try {
    return await action(page);
  } finally {
    await throttle.release();
    await page.close();
  }
}

/** What the process of the interpreters uses of a processor when nothing is to be done. */
async function idleShare(group: number): Promise<number> {
  const before = cpuOf(group);
  await sleep(IDLE_MS);
  return cpuSince(before, group, WORKER) / IDLE_MS;
}

/** Resolves when all that was to be prepared is. */
async function quiet(group: number): Promise<void> {
  for (let before = cpuOf(group), tries = 0; tries < QUIET_TRIES; tries++) {
    await sleep(QUIET_MS);
    if (cpuSince(before, group) <= QUIET_MS * QUIET_SHARE) return;
    before = cpuOf(group);
  }
}

function figures(all: Round[]): Figure[] {
  const of = (key: keyof Round) => median(all.map((round) => round[key]));
  const ratio = (key: keyof Round, to: keyof Round) => median(all.map((round) => round[key] / round[to]));
  const [again, spare] = [ratio('again', 'plain'), ratio('spareCpu', 'plainCpu')];
  const early = Math.max(...all.map(({ whileTyping }) => whileTyping));
  const late = Math.min(...all.map(({ afterTyping }) => afterTyping));
  return [
    {
      what: 'on a slow laptop: Run pressed at once after the very first one, to the first line',
      figure: `${again.toFixed(3)} × plain Pyodide's start`,
      target: 'at most 0.1 ×',
      met: again <= 0.1,
      detail: table([
        ['', 'to the first line', 'of the processor'],
        ['plain Pyodide', ms(of('plain')), ms(of('plainCpu'))],
        ['code-room', ms(of('first')), ''],
        ['the next one', ms(of('again')), ''],
        ['a spare', '', ms(of('spareCpu'))],
      ]),
    },
    {
      what: 'there: the first line of all',
      figure: `${ratio('first', 'plain').toFixed(2)} × plain Pyodide`,
    },
    {
      what: 'there: the processor for a spare',
      figure: `${spare.toFixed(3)} × plain Pyodide's start`,
      target: 'at most 0.05 ×',
      met: spare <= 0.05,
    },
    {
      what: 'there: interpreters begun while somebody types, and after it',
      figure: `${early} and ${late}`,
      target: '0 and 1',
      met: early === 0 && late === 1,
    },
  ];
}
