/** A replay of a made-up hour: how large its file is, how soon it is open in a page, and how long a jump to any moment takes. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import type { CodeRoomReplay } from '../../../components/code-room-replay.js';
import { replayLines } from '../../../party/shared/replay-lines.js';
import { chromiumArgs, findBrowsers } from '../../browsers.mjs';
import { serve } from '../../fixtures/serve.js';
import { type Effort, type Figure, kB, median, ms, quantile } from '../figure.js';
import { madeUpHour } from './hour.js';

const MOST_BYTES = 500_000;
const OPEN_MS = 300;
const SEEK_MS = 30;
/** Moments that are jumped to, in another order each round; what one takes is the median of the rounds. */
const MOMENTS = 60;

const page = `<!doctype html><meta charset="utf-8"><title>Bench</title><code-room-replay></code-room-replay>
<script type="module">
  import { defineReplay } from '/code-room.js';
  await defineReplay();
  window.ready = true;
</script>`;

export async function replays({ rounds, say }: Effort): Promise<Figure[]> {
  const { replay, keys } = madeUpHour();
  const file = [...replayLines(replay, true)].join('');
  const { chromium: executablePath } = findBrowsers();
  if (!executablePath) throw new Error('There is no Chromium.');
  const { server, url } = await serve(async (path) => {
    const type = (name: string) => ({ 'Content-Type': name });
    if (path === '') return { body: page, headers: type('text/html') };
    if (path === 'hour.coderoom') return { body: file, headers: type('application/x-ndjson') };
    return { body: readFileSync(`dist/cdn/${path}`), headers: type('text/javascript') };
  });
  const browser = await chromium.launch({ executablePath, args: chromiumArgs });
  const opens: number[] = [];
  const seeks: number[][] = [];
  try {
    for (let round = 0; round < rounds + 2; round++) {
      const tab = await browser.newPage();
      await tab.goto(url);
      await tab.waitForFunction('window.ready');
      opens.push(await tab.evaluate(open));
      const order = Array.from({ length: MOMENTS }, (_, n) => (n * 37 + round) % MOMENTS);
      const times = await tab.evaluate(
        jump,
        order.map((moment) => (moment + 0.5) / MOMENTS),
      );
      for (const [index, moment] of order.entries()) {
        seeks[moment] ??= [];
        seeks[moment]?.push(times[index] ?? 0);
      }
      await tab.close();
      say(`replay, round ${round + 1} of ${rounds + 2}: open after ${ms(opens.at(-1) ?? 0)}`);
    }
  } finally {
    await browser.close();
    server.close();
  }
  const each = seeks.map(median);
  const bytes = Buffer.byteLength(file);
  return [
    {
      what: `a replay of 60 minutes, two people, ${keys} keys`,
      figure: `${kB(bytes)}, ${kB(gzipSync(file).length)} gzip`,
      target: `at most ${kB(MOST_BYTES)}`,
      met: bytes <= MOST_BYTES,
    },
    {
      what: 'from its address to its code on the page',
      figure: ms(median(opens)),
      target: `at most ${OPEN_MS} ms`,
      met: median(opens) <= OPEN_MS,
    },
    {
      what: `a jump to any of ${MOMENTS} moments, with layout`,
      figure: `${ms(median(each))}, the slowest ${ms(quantile(each, 1))}`,
      target: `at most ${SEEK_MS} ms`,
      met: quantile(each, 1) <= SEEK_MS,
    },
  ];
}

/** In the page: milliseconds until the code is there. */
async function open(): Promise<number> {
  const player = document.querySelector('code-room-replay') as CodeRoomReplay;
  const began = performance.now();
  const opened = new Promise((resolve) =>
    player.addEventListener('code-room-replay-position', resolve, { once: true }),
  );
  player.src = '/hour.coderoom';
  await opened;
  await player.updateComplete;
  const code = player.shadowRoot?.querySelector('.cm-content');
  if (!code?.textContent) throw new Error('No code is shown.');
  code.getBoundingClientRect();
  return performance.now() - began;
}

/** In the page: milliseconds of each jump. */
async function jump(parts: number[]): Promise<number[]> {
  const player = document.querySelector('code-room-replay') as CodeRoomReplay;
  const times: number[] = [];
  for (const part of parts) {
    const began = performance.now();
    player.seek(part * player.duration);
    await player.updateComplete;
    player.shadowRoot?.querySelector('.cm-content')?.getBoundingClientRect();
    times.push(performance.now() - began);
    // The page paints, and somebody looks.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return times;
}
