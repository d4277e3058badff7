// Firefox as Debian has it, which only WebDriver BiDi drives: each person has a window of their own, and a Screen as in Chromium.
import assert from 'node:assert/strict';
import puppeteer, { type Browser, type KeyInput, type Page } from 'puppeteer-core';
import { landed, look, point, type Step, type Words } from './find-elements.js';
import type { Locator, Named, Role, Screen } from './screen.js';

/** How long what is done to an element waits for it. */
const PATIENCE_MS = 30_000;
const PAUSE_MS = 40;
/** What evaluation says while a page goes and another comes. */
const BETWEEN_PAGES = /context|frame|realm|navigat|discarded|destroyed|aborted|can't access dead object/i;

/** What Firefox itself reports, of nothing that a page could hear or catch, when a worker is ended in which a promising WebAssembly function computes, as Python does. */
const ENDED_WORKER = /^uncaught exception: undefined$/;

/** Of several windows one has the focus, but each person looks at their own. */
const FOCUSED = 'Document.prototype.hasFocus = () => true;';

/** Every frame the page's sockets bring, as Playwright would report it. */
const OVERHEARD = `WebSocket = new Proxy(WebSocket, {
  construct(Real, args) {
    const socket = new Real(...args);
    socket.addEventListener('message', async ({ data }) => {
      if (typeof data === 'string') return overheard(data);
      const bytes = new Uint8Array(data instanceof Blob ? await data.arrayBuffer() : data);
      overheard(new TextDecoder('latin1').decode(bytes));
    });
    return socket;
  },
});`;

const words = (text: string | RegExp, exact = false): Words => {
  if (text instanceof RegExp) return { pattern: text.source, flags: text.flags };
  return exact ? { whole: text } : { part: text };
};

/** A function as an expression, without what a compiler left in it for others to have. */
const sent = (what: (...all: never[]) => unknown, ...args: string[]) =>
  `((__name) => (${what})(${args.join(', ')}))((one) => one)`;

export class FirefoxScreen implements Screen {
  readonly keyboard = {
    press: async (key: string) => {
      const keys = key.split('+') as KeyInput[];
      const last = keys.pop() ?? 'Enter';
      for (const held of keys) await this.page.keyboard.down(held);
      await this.page.keyboard.press(last);
      for (const held of keys.reverse()) await this.page.keyboard.up(held);
    },
    type: (text: string) => this.page.keyboard.type(text),
  };

  private constructor(readonly page: Page) {}

  static async of(page: Page): Promise<FirefoxScreen> {
    await page.evaluateOnNewDocument(FOCUSED);
    // As Playwright does where nobody listens: a page that asks before it is left, for an edit on its way, is left.
    page.on('dialog', (dialog) => void (dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()));
    return new FirefoxScreen(page);
  }

  goto(url: string): Promise<unknown> {
    return this.#load(() => this.page.goto(url));
  }

  reload(): Promise<unknown> {
    return this.#load(() => this.page.reload());
  }

  /** Firefox sometimes reports the end of what the left page was still loading as the failure of the new one. */
  #load(start: () => Promise<unknown>): Promise<unknown> {
    return start().catch((error: unknown) => {
      if (!String(error).includes('NS_BINDING_ABORTED')) throw error;
      return start();
    });
  }

  content(): Promise<string> {
    return this.page.content();
  }

  close(): Promise<void> {
    return this.page.close();
  }

  evaluate<R>(what: string | (() => R)): Promise<R> {
    return this.page.evaluate(typeof what === 'string' ? what : sent(what)) as Promise<R>;
  }

  on(event: 'console' | 'pageerror', listener: (news: never) => void): unknown {
    return this.page.on(event, (news: unknown) => {
      if (!(news instanceof Error && ENDED_WORKER.test(news.message))) listener(news as never);
    });
  }

  /** The page that this opens. */
  async opened(by: () => Promise<void>): Promise<Screen> {
    const popup = new Promise<Page | null>((resolve) => this.page.once('popup', resolve));
    await by();
    const page = await popup;
    assert.ok(page, 'nothing was opened');
    return FirefoxScreen.of(page);
  }

  /** All that reaches the page from now on, by socket or by HTTP. */
  async overhear(): Promise<string[]> {
    const heard: string[] = [];
    await this.page.exposeFunction('overheard', (text: string) => void heard.push(text));
    await this.page.evaluateOnNewDocument(OVERHEARD);
    this.page.on('response', async (response) => {
      if (!response.url().startsWith('blob:')) heard.push(await response.text().catch(() => ''));
    });
    return heard;
  }

  locator(selector: string, options: { hasText?: string | RegExp } = {}): Locator {
    return new FirefoxLocator(this, []).locator(selector, options);
  }

  getByRole(role: Role, named?: Named): Locator {
    return new FirefoxLocator(this, []).getByRole(role, named);
  }

  getByText(text: string | RegExp): Locator {
    return new FirefoxLocator(this, []).getByText(text);
  }
}

class FirefoxLocator implements Locator {
  constructor(
    private readonly screen: FirefoxScreen,
    private readonly steps: readonly Step[],
  ) {}

  locator(css: string, { hasText }: { hasText?: string | RegExp } = {}): Locator {
    return this.#then({ css }, ...(hasText === undefined ? [] : [{ having: words(hasText) }]));
  }

  getByRole(role: Role, { name, exact, disabled }: Named = {}): Locator {
    return this.#then({
      role,
      ...(name !== undefined && { name: words(name, exact) }),
      ...(disabled !== undefined && { disabled }),
    });
  }

  getByText(text: string | RegExp): Locator {
    return this.#then({ text: words(text) });
  }

  first(): Locator {
    return this.nth(0);
  }

  nth(nth: number): Locator {
    return this.#then({ nth });
  }

  async click(): Promise<void> {
    await this.#until('clicked', async () => {
      const where = await this.#all(point);
      assert.ok(typeof where !== 'string', String(where));
      await this.screen.page.mouse.click(where.x, where.y);
      assert.ok(await this.#landed(), 'something else came in its place');
    });
  }

  /** A page that goes by the click is not asked. */
  async #landed(): Promise<boolean> {
    try {
      return await this.screen.evaluate(landed);
    } catch (error) {
      if (BETWEEN_PAGES.test(String(error))) return true;
      throw error;
    }
  }

  /** In one piece, as it is pasted: characters one by one would each be an answer of the page. */
  fill(text: string): Promise<void> {
    return this.evaluate((field, value) => {
      field.focus();
      (field as HTMLInputElement).select();
      document.execCommand('insertText', false, value);
    }, text);
  }

  async check(): Promise<void> {
    const isChecked = () => this.evaluate((box) => (box as HTMLInputElement).checked);
    if (!(await isChecked())) await this.click();
    assert.ok(await isChecked(), 'it is checked');
  }

  focus(): Promise<void> {
    return this.evaluate((element) => element.focus());
  }

  async waitFor({ state = 'visible' }: { state?: 'attached' | 'visible' } = {}): Promise<void> {
    await this.#until(state, async () => {
      const shown = await this.#all((elements) =>
        elements.map((one) => one.checkVisibility({ visibilityProperty: true })),
      );
      assert.equal(shown.length, 1, `there are ${shown.length}`);
      if (state === 'visible') assert.ok(shown[0], 'it is not visible');
    });
  }

  count(): Promise<number> {
    return this.evaluateAll((elements) => elements.length);
  }

  textContent(): Promise<string | null> {
    return this.evaluate((element) => element.textContent);
  }

  allTextContents(): Promise<string[]> {
    return this.evaluateAll((elements) => elements.map((one) => one.textContent ?? ''));
  }

  getAttribute(name: string): Promise<string | null> {
    return this.evaluate((element, attribute) => element.getAttribute(attribute), name);
  }

  async evaluate<R>(what: (element: HTMLElement, argument: string) => R, argument = ''): Promise<R> {
    const script = `(([one, ...more]) => {
      if (!one || more.length > 0) return { count: more.length + (one ? 1 : 0) };
      return Promise.resolve(${sent(what, 'one', JSON.stringify(argument))}).then((value) => ({ value }));
    })(${this.#found})`;
    return this.#until('there', async () => {
      const { count, value } = (await this.screen.evaluate(script)) as { count?: number; value: R };
      assert.equal(count, undefined, `there are ${count}`);
      return value;
    });
  }

  evaluateAll<R>(what: (elements: HTMLElement[]) => R): Promise<R> {
    return this.#until('read', () => this.#all(what), false);
  }

  #all<R>(what: (elements: HTMLElement[]) => R): Promise<Awaited<R>> {
    return this.screen.evaluate(sent(what, this.#found)) as Promise<Awaited<R>>;
  }

  get #found(): string {
    return sent(look, JSON.stringify(this.steps));
  }

  #then(...steps: Step[]): FirefoxLocator {
    return new FirefoxLocator(this.screen, [...this.steps, ...steps]);
  }

  /** Until it is so, or for too long; a page that goes meanwhile is no answer. */
  async #until<R>(state: string, get: () => Promise<R>, patient = true): Promise<R> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await get();
      } catch (error) {
        const goesOn = error instanceof assert.AssertionError ? patient : BETWEEN_PAGES.test(String(error));
        if (!goesOn) throw error;
        if (Date.now() > until) {
          const why = error instanceof Error ? error.message : String(error);
          assert.fail(`${JSON.stringify(this.steps)} is not ${state}: ${why}`);
        }
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

export function startFirefox(executablePath: string): Promise<Browser> {
  return puppeteer.launch({ browser: 'firefox', executablePath, headless: true, defaultViewport: null });
}
