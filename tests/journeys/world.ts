// A running host and people with browsers of their own, so that a journey reads as what they do.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import puppeteer, { type Browser as Second } from 'puppeteer-core';
import { type Engine, startEngine } from '../../demo/engine/engine.mjs';
import { chromiumArgs, findBrowsers } from '../browsers.mjs';
import { BackgroundTab } from './background-tab.js';
import type { BrowserName } from './browsers.js';
import { type Browsing, ChromiumBrowsing, FirefoxBrowsing, opened, overheard } from './browsing.js';
import type { Screen } from './screen.js';

export interface Links {
  interviewer: string;
  candidate: string;
  observer: string;
}

/** One host and one browser for a file of journeys; both are gone when it ends. */
abstract class WorldOf<S extends Screen> {
  #second: Second | undefined;
  #engine: Engine | undefined;
  #people: Person<S>[] = [];
  readonly #state = mkdtempSync(join(tmpdir(), 'code-room-'));

  constructor(
    private readonly browsing: Browsing<S>,
    vars: Record<string, string>,
  ) {
    before(async () => {
      this.#engine = await this.#start(0, vars);
      await browsing.start();
    });
    after(async () => {
      await browsing.stop();
      await this.#second?.close();
      await this.#engine?.stop();
      rmSync(this.#state, { recursive: true, force: true });
    });
    this.restart = async ({ crash }) => {
      const { port } = this.#running;
      await (crash ? this.#running.kill() : this.#running.stop());
      this.#engine = await this.#start(port, vars);
    };
  }

  /** Stops the host, or lets it crash, and starts it again on the same address and state. */
  readonly restart: (how: { crash: boolean }) => Promise<void>;

  get url(): string {
    return this.#running.url;
  }

  /** Somebody with a browser of their own. Whatever their console says is kept. */
  async person(options: BrowserContextOptions = {}): Promise<Person<S>> {
    const person = new Person(await this.browsing.open(options));
    this.#people.push(person);
    return person;
  }

  /** A tab that can be hidden and frozen, in a second browser. */
  async backgroundTab(url: string): Promise<BackgroundTab> {
    const { chromium: executablePath } = findBrowsers();
    this.#second ??= await puppeteer.launch({ executablePath, args: chromiumArgs });
    return BackgroundTab.of(this.#second, url);
  }

  /** Makes a room as a program would. */
  async makeRoom(facts: Record<string, unknown> = {}): Promise<{ id: string; links: Links }> {
    const response = await fetch(`${this.url}/api/rooms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(facts),
    });
    assert.equal(response.status, 201, await response.clone().text());
    return (await response.json()) as { id: string; links: Links };
  }

  /** Everybody leaves, and nobody's console may have said anything, except what browsers say of a network that is down. */
  async leave({ saying }: { saying?: RegExp } = {}): Promise<void> {
    const people = this.#people.splice(0);
    const said = people.flatMap((person) => person.said).filter((line) => !saying?.test(line));
    for (const person of people) await this.browsing.leave(person.page);
    assert.deepEqual(said, []);
  }

  get #running(): Engine {
    assert.ok(this.#engine, 'the world has not begun');
    return this.#engine;
  }

  #start(port: number, vars: Record<string, string>): Promise<Engine> {
    // Everybody here comes from one address, and a scenario takes a room of its own.
    const usual = { CODE_ROOM_OPEN: '1', CODE_ROOM_ROOMS_PER_MINUTE: '1000' };
    return startEngine({ port, state: this.#state, vars: { ...usual, ...vars } });
  }
}

/** In Chromium, with all that Playwright can do to a page. */
export class World extends WorldOf<Page> {
  constructor(vars: Record<string, string> = {}) {
    super(new ChromiumBrowsing(), vars);
  }
}

/** In the browser of this name, with what journeys can do in each. */
export class WorldIn extends WorldOf<Screen> {
  constructor(browser: BrowserName, vars: Record<string, string> = {}) {
    super(browser === 'firefox' ? new FirefoxBrowsing() : new ChromiumBrowsing(), vars);
  }
}

/** A person of a journey that runs in each browser. */
export type Somebody = Person<Screen>;

/** A person and the page before them, with one or more rooms on it. */
export class Person<S extends Screen = Page> {
  /** Console messages and errors of the page. */
  readonly said: string[] = [];

  constructor(readonly page: S) {
    page.on('console', (message) => this.said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.said.push(String(error)));
  }

  /** Opens a page and waits until its room is there to work in. */
  async enter(url: string, status = 'live'): Promise<void> {
    await this.page.goto(url);
    await this.sees('status', status);
  }

  /** A property of the element; `nth` tells several on a page apart. */
  async get(property: string, nth = 0): Promise<unknown> {
    const room = this.page.locator('code-room').nth(nth);
    return room.evaluate((element, name) => (element as unknown as Record<string, unknown>)[name], property);
  }

  /** Waits until a property is what it should be, or does what it should. */
  async sees(property: string, expected: unknown, { nth = 0, within = 15_000 } = {}): Promise<void> {
    await becomes(() => this.get(property, nth), expected, property, within);
  }

  /** Clicks into the editor, goes to the end and types. */
  async types(text: string, nth = 0): Promise<void> {
    await this.page.locator('code-room').nth(nth).locator('code-room-editor .cm-content').click();
    await this.page.keyboard.press('Control+End');
    await this.page.keyboard.type(text);
  }

  /** Replaces the whole text. */
  async writes(text: string, nth = 0): Promise<void> {
    const room = this.page.locator('code-room').nth(nth);
    await room.evaluate((element, value) => Object.assign(element, { value }), text);
  }

  async presses(name: RegExp, nth = 0): Promise<void> {
    await this.page.locator('code-room').nth(nth).getByRole('button', { name }).click();
  }

  /** All that reaches the page from now on, by socket or by HTTP. */
  hears(): Promise<string[]> {
    return overheard(this.page);
  }

  /** The page that is opened by this in a tab of its own. */
  opens(by: () => Promise<void>): Promise<Screen> {
    return opened(this.page, by);
  }
}

/** Waits until the value is what it should be, or does what it should. */
export async function becomes(get: () => Promise<unknown>, expected: unknown, what: string, within = 15_000) {
  const fits = (value: unknown): boolean =>
    expected instanceof RegExp ? expected.test(String(value)) : JSON.stringify(value) === JSON.stringify(expected);
  const until = Date.now() + within;
  let value = await get();
  while (!fits(value)) {
    if (Date.now() > until) assert.fail(`${what} is ${JSON.stringify(value)}, not ${expected}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    value = await get();
  }
}
