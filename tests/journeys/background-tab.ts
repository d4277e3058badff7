// A tab behind another one, which the browser hides and freezes in earnest: Playwright keeps every page in sight.
import type { Browser, CDPSession, Page } from 'puppeteer-core';

export class BackgroundTab {
  private constructor(
    private readonly page: Page,
    private readonly front: Page,
    private readonly browser: CDPSession,
  ) {}

  static async of(browser: Browser, url: string): Promise<BackgroundTab> {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForFunction(() => document.querySelector('code-room')?.matches(':state(live)'));
    const front = await browser.newPage();
    await page.bringToFront();
    return new BackgroundTab(page, front, await page.createCDPSession());
  }

  get(property: string): Promise<unknown> {
    return this.page.$eval('code-room', (room, name) => (room as unknown as Record<string, unknown>)[name], property);
  }

  /** Adds to the end, as a script beside the page would. */
  async adds(text: string): Promise<void> {
    await this.page.$eval(
      'code-room',
      (room, added) => Object.assign(room, { value: (room as unknown as { value: string }).value + added }),
      text,
    );
  }

  async hidden(meanwhile: () => Promise<void>): Promise<void> {
    await this.front.bringToFront();
    await meanwhile();
    await this.page.bringToFront();
  }

  /** The browser stops the hidden page whole. */
  async frozen(meanwhile: () => Promise<void>): Promise<void> {
    await this.hidden(async () => {
      await this.browser.send('Page.setWebLifecycleState', { state: 'frozen' });
      await meanwhile();
      await this.browser.send('Page.setWebLifecycleState', { state: 'active' });
    });
  }
}
