/** Python from nothing to its first line, and what a person waits for after it, beside plain Pyodide and PyScript. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, connect as dial, type Server } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { startEngine } from '../../../demo/engine.mjs';
import { chromiumArgs, findBrowsers } from '../../browsers.mjs';
import { type Effort, type Figure, kB, median, ms, pause, table } from '../figure.js';
import { servePages } from './pages.js';

/** What the page `code-room` of pages.ts offers. */
interface BenchPage {
  first(): Promise<number>;
  timeToOutput(room: BenchRoom, text?: string): Promise<number>;
  room: BenchRoom;
}
interface BenchRoom extends HTMLElement {
  value: string;
  output: string;
  running: boolean;
  run(): Promise<{ state: string; durationMs: number }>;
  stop(): void;
}
declare const window: BenchPage;

const PEERS = ['/plain', '/pyscript', '/code-room'] as const;
type Peer = (typeof PEERS)[number];

export async function python({ rounds }: Effort): Promise<Figure[]> {
  const engine = await startEngine({ assets: 'dist/site', log: () => undefined });
  const counted = await countBytes(engine.port);
  const { server, origin } = await servePages(counted.origin);
  const { chromium: executablePath } = findBrowsers();
  const browserServer = await chromium.launchServer({ executablePath, args: chromiumArgs });
  const browser = await chromium.connect(browserServer.wsEndpoint());
  try {
    const cold = new Map<Peer, number[]>(PEERS.map((peer) => [peer, []]));
    const again = new Map<Peer, number[]>(PEERS.map((peer) => [peer, []]));
    const traffic: [number, number][] = [];
    for (let round = 0; round < Math.max(3, rounds); round++) {
      for (const peer of PEERS) {
        const context = await browser.newContext();
        const start = counted.bytes();
        cold.get(peer)?.push(await visit(context, origin + peer));
        await pause(1000);
        const first = counted.bytes();
        again.get(peer)?.push(await visit(context, origin + peer));
        if (peer === '/code-room') traffic.push([first - start, counted.bytes() - first]);
        await context.close();
      }
    }
    return [
      ...starts(cold, again, traffic),
      ...(await afterwards(browser, browserServer.process().pid ?? 0, `${origin}/code-room`)),
    ];
  } finally {
    await browserServer.close();
    server.close();
    counted.server.close();
    await engine.kill();
  }
}

async function visit(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(url);
  const time = await page.evaluate(() => window.first());
  await page.close();
  return time;
}

function starts(cold: Map<Peer, number[]>, again: Map<Peer, number[]>, traffic: [number, number][]): Figure[] {
  const of = (times: Map<Peer, number[]>, peer: Peer) => median(times.get(peer) ?? []);
  const plain = of(cold, '/plain');
  const [first, second] = [of(cold, '/code-room') / plain, of(again, '/code-room') / plain];
  const rows = PEERS.map((peer) => [peer.slice(1), ms(of(cold, peer)), ms(of(again, peer))]);
  const bytes = median(traffic.map(([, later]) => later));
  return [
    {
      what: 'Python from nothing to its first line',
      figure: `${first.toFixed(2)} × plain Pyodide`,
      target: 'at most 0.25 ×',
      met: first <= 0.25,
      detail: table([['', 'first visit', 'second visit'], ...rows]),
    },
    {
      what: 'the same on a second visit',
      figure: `${second.toFixed(2)} × plain Pyodide`,
      target: 'at most 0.2 ×',
      met: second <= 0.2,
    },
    {
      what: 'bytes fetched for page and Python, first and second visit',
      figure: `${kB(median(traffic.map(([earlier]) => earlier)))} and ${kB(bytes)}`,
    },
  ];
}

async function afterwards(browser: Browser, pid: number, url: string): Promise<Figure[]> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  const before = memory(pid);
  await page.evaluate(() => window.first());
  await pause(3000);
  const grown = memory(pid) - before;
  const warm = await repeat(7, async () => {
    await pause(1500);
    return page.evaluate(() => window.timeToOutput(window.room));
  });
  const directly = await repeat(3, async () => {
    await pause(1500);
    return page.evaluate(async () => {
      await window.timeToOutput(window.room);
      return window.timeToOutput(window.room);
    });
  });
  const stops = await repeat(3, () => stopAndRun(page));
  const prints = await repeat(3, async () => {
    await pause(1500);
    return millionPrints(page);
  });
  const [stopped, next] = [median(stops.map(([time]) => time)), median(stops.map(([, time]) => time))];
  const [million, gap] = [median(prints.map(([time]) => time)), Math.max(...prints.map(([, longest]) => longest))];
  const again = median(directly);
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
      what: '1,000,000 prints; longest the page was blocked',
      figure: `${ms(million)}; ${ms(gap)}`,
      target: 'at most 600 ms; 100 ms',
      met: million <= 600 && gap <= 100,
    },
    { what: 'memory of a page with Python, one interpreter and its spare', figure: kB(grown) },
  ];
}

async function repeat<T>(times: number, action: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let n = 0; n < times; n++) results.push(await action());
  return results;
}

async function stopAndRun(page: Page): Promise<[number, number]> {
  await pause(1500);
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

/** A proxy in front of the server that counts what is fetched. */
async function countBytes(port: number): Promise<{ server: Server; origin: string; bytes(): number }> {
  let bytes = 0;
  const server = createServer((socket) => {
    const upstream = dial(port, '127.0.0.1');
    upstream.on('data', (chunk) => {
      bytes += chunk.length;
    });
    socket.pipe(upstream).pipe(socket);
    socket.on('error', () => upstream.destroy());
    upstream.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The counting proxy has no port.');
  return { server, origin: `http://127.0.0.1:${address.port}`, bytes: () => bytes };
}
