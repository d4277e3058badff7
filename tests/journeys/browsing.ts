// A browser whose people have nothing in common, in each of the two.
import assert from 'node:assert/strict';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Browser as Firefox } from 'puppeteer-core';
import { chromiumArgs, findBrowsers } from '../browsers.mjs';
import { FirefoxScreen, startFirefox } from './firefox.js';
import type { Screen } from './screen.js';

const SIZE = { width: 1280, height: 800 };

export interface Browsing<S extends Screen> {
  start(): Promise<void>;
  /** A page of somebody new. */
  open(options: BrowserContextOptions): Promise<S>;
  /** Ends the page, and all that its person opened besides. */
  leave(page: S): Promise<void>;
  stop(): Promise<void>;
}

export class ChromiumBrowsing implements Browsing<Page> {
  #browser: Browser | undefined;

  async start(): Promise<void> {
    const { chromium: executablePath } = findBrowsers();
    this.#browser = await chromium.launch({
      executablePath,
      args: chromiumArgs,
      // People's browsers have it.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
  }

  async open(options: BrowserContextOptions): Promise<Page> {
    assert.ok(this.#browser, 'the world has not begun');
    const context = await this.#browser.newContext({ viewport: SIZE, ...options });
    return context.newPage();
  }

  leave(page: Page): Promise<void> {
    return page.context().close();
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
  }
}

export class FirefoxBrowsing implements Browsing<FirefoxScreen> {
  #browser: Firefox | undefined;

  async start(): Promise<void> {
    const { firefox } = findBrowsers();
    assert.ok(firefox, 'there is no Firefox');
    this.#browser = await startFirefox(firefox);
  }

  async open(): Promise<FirefoxScreen> {
    assert.ok(this.#browser, 'the world has not begun');
    const context = await this.#browser.createBrowserContext();
    // A tab behind another would be hidden, and slow.
    const page = await context.newPage({ type: 'window' });
    // An older Firefox knows nothing of the orientation, which puppeteer sets in the same breath.
    await page.setViewport(SIZE).catch((error: unknown) => {
      if (!String(error).includes('setScreenOrientationOverride')) throw error;
    });
    return FirefoxScreen.of(page);
  }

  leave({ page }: FirefoxScreen): Promise<void> {
    return page.browserContext().close();
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
  }
}

/** All that reaches a page from now on, by socket or by HTTP. */
export async function overheard(screen: Screen): Promise<string[]> {
  if (screen instanceof FirefoxScreen) return screen.overhear();
  const heard: string[] = [];
  const page = screen as Page;
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => heard.push(Buffer.from(payload).toString('latin1'))),
  );
  // Not what the page has made itself, such as a program that it runs.
  page.on('response', async (response) => {
    if (!response.url().startsWith('blob:')) heard.push(await response.text().catch(() => ''));
  });
  return heard;
}

/** The page that is opened by this in a tab of its own. */
export async function opened(screen: Screen, by: () => Promise<void>): Promise<Screen> {
  if (screen instanceof FirefoxScreen) return screen.opened(by);
  const [popup] = await Promise.all([(screen as Page).waitForEvent('popup'), by()]);
  return popup;
}
