/** Visitors of the pages that are compared: each does on its page what it is told. */
import { sleep } from '../../../party/shared/time.js';
import type { BenchPage, BenchPages } from './pages.js';
import type { UndebuggedChromium } from './undebugged.js';

declare const window: BenchPage;

/** A new window loads pages of the browser's own first, which would take half of two cores from what is measured. */
const SETTLE_MS = 2000;

export const COMPARED_PAGES = ['/plain', '/pyscript', '/code-room'] as const;
export type PagePath = (typeof COMPARED_PAGES)[number] | '/room-tests' | '/files';

/** A page that does what it is told. */
export interface Page {
  evaluate<T>(action: () => T): Promise<Awaited<T>>;
  close(): Promise<void>;
}

export class Visitors {
  #visits = 0;

  constructor(
    private readonly browser: UndebuggedChromium,
    private readonly pages: BenchPages,
  ) {}

  /** A page that nothing has been done on. */
  async open(context: string, path: PagePath): Promise<Page> {
    this.#visits += 1;
    const id = String(this.#visits);
    const target = await this.browser.open(context, `${this.pages.origin}${path}#${id}`);
    await sleep(SETTLE_MS);
    return {
      evaluate: (action) => this.pages.orders.give(id, action),
      close: () => this.browser.closePage(target),
    };
  }

  async openAnew(path: PagePath): Promise<Page> {
    return this.open(await this.browser.newContext(), path);
  }

  /** `time` begins with nothing, `sinceFrame` when the sandbox is asked for. */
  async start(context: string, path: PagePath): Promise<{ time: number; sinceFrame: number }> {
    const page = await this.open(context, path);
    const time = await page.evaluate(() => window.first());
    const sinceFrame = time - (await page.evaluate(() => window.beforeFrame ?? 0));
    // Nobody leaves at the first line: what a page does after it for the next visit is part of this one.
    await sleep(3000);
    await page.close();
    return { time, sinceFrame };
  }
}
