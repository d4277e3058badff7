/** Somebody who visits the page of a system for the first time, in Chromium, with real keys. */
import type { Browser, BrowserContext, CDPSession, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { sleep } from '../../../party/shared/time.js';
import { chromiumArgs, findBrowsers } from '../../browsers.mjs';

declare const window: {
  counted(): number;
  focusEditor(): void;
  firstKey: Promise<number>;
  pressed: number[];
  painted: [number, number][];
  watch(): void;
  weight(): Promise<number>;
  more(count: number): Promise<void>;
} & Window;

const PRESS_MS = 40;
const LIMIT_MS = 150_000;

export function openBrowser(): Promise<Browser> {
  const { chromium } = findBrowsers();
  if (!chromium) throw new Error('There is no Chromium. Install it, then measure again.');
  const switches = ['--js-flags=--expose-gc', '--enable-precise-memory-info', '--disable-renderer-backgrounding'];
  const background = ['--disable-background-timer-throttling', '--disable-backgrounding-occluded-windows'];
  return puppeteer.launch({
    executablePath: chromium,
    args: [...chromiumArgs, ...switches, ...background],
    protocolTimeout: 400_000,
  });
}

export class Visit {
  /** Requests of the page and its frames. */
  requests = 0;

  private constructor(
    readonly page: Page,
    private readonly session: CDPSession,
    private readonly context: BrowserContext,
  ) {
    page.on('request', (request) => {
      if (/^https?:/.test(request.url())) this.requests += 1;
    });
  }

  /** In a browser that has been nowhere yet, and believes that its window has the focus. */
  static async begin(browser: Browser): Promise<Visit> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    page.setDefaultTimeout(LIMIT_MS);
    const session = await page.createCDPSession();
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    return new Visit(page, session, context);
  }

  /** Presses x until one is shown: milliseconds from the beginning of the page. */
  async untilFirstKey(url: string): Promise<number> {
    let done = false;
    const first = this.page
      .goto(url, { waitUntil: 'domcontentloaded', timeout: LIMIT_MS })
      .then(() => this.page.evaluate(() => window.firstKey))
      .finally(() => {
        done = true;
      });
    while (!done) {
      await this.press();
      await sleep(PRESS_MS);
    }
    return first;
  }

  async press(): Promise<void> {
    const key = { key: 'x', code: 'KeyX', windowsVirtualKeyCode: 88 };
    await this.session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: 'x', ...key });
    await this.session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }

  get shown(): Promise<number> {
    return this.page.evaluate(() => window.counted());
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  /** Nothing has been asked for in so long, or it never ends. */
  async untilQuiet(bytes: () => number): Promise<void> {
    let [before, still] = [-1, 0];
    for (let tries = 0; tries < 60 && still < 6; tries++) {
      const now = bytes() + this.requests;
      still = now === before ? still + 1 : 0;
      before = now;
      await sleep(500);
    }
  }

  async weight(): Promise<number> {
    return this.page.evaluate(() => window.weight());
  }

  async more(count: number): Promise<void> {
    await this.page.evaluate((n) => window.more(n), count);
  }
}

/** Milliseconds from each key on the one page until it is painted on the other. */
export async function keysToPaint(from: Visit, to: Visit, keys: number, pauseMs: number): Promise<number[]> {
  await to.page.evaluate(() => {
    window.painted.length = 0;
    window.watch();
  });
  await from.page.evaluate(() => {
    window.pressed.length = 0;
    window.focusEditor();
  });
  const before = await to.shown;
  for (let n = 0; n < keys; n++) {
    await from.press();
    await sleep(pauseMs);
  }
  for (let tries = 0; tries < 100 && (await to.shown) < before + keys; tries++) await sleep(50);
  const pressed = await from.page.evaluate(() => window.pressed);
  const painted = await to.page.evaluate(() => window.painted);
  return pressed.flatMap((at, n) => {
    const [, seen] = painted.find(([count]) => count >= before + n + 1) ?? [];
    return seen === undefined ? [] : [seen - at];
  });
}
