// Hands on a keyboard in each browser: real keys, one at a time, into the room of a page.
import { chromium } from 'playwright-core';
import puppeteer, { type KeyInput } from 'puppeteer-core';
import { chromiumArgs, findBrowsers } from '../browsers.mjs';
import { startWebKit } from '../webkit.mjs';

export interface Hands {
  open(url: string): Promise<void>;
  /** One character, or one of NAMED. */
  press(key: string): Promise<void>;
  /** The end of the text. */
  toEnd(): Promise<void>;
  /** What this expression is in the page. */
  read(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

/** In the words of the protocol that WebKit's driver speaks. */
const NAMED: Readonly<Record<string, string>> = { Enter: '\ue007', Backspace: '\ue003', Tab: '\ue004' };

async function inChromium(executablePath: string): Promise<Hands> {
  const browser = await chromium.launch({ executablePath, args: chromiumArgs });
  const page = await browser.newPage();
  return {
    open: async (url) => void (await page.goto(url)),
    press: (key) => page.keyboard.press(key === ' ' ? 'Space' : key),
    toEnd: () => page.keyboard.press('Control+End'),
    read: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}

async function inFirefox(executablePath: string): Promise<Hands> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true, defaultViewport: null });
  const page = await browser.newPage();
  return {
    open: async (url) => void (await page.goto(url)),
    press: (key) => page.keyboard.press(key as KeyInput),
    toEnd: async () => {
      await page.keyboard.down('Control');
      await page.keyboard.press('End');
      await page.keyboard.up('Control');
    },
    read: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}

async function inWebKit(found: Parameters<typeof startWebKit>[0]): Promise<Hands> {
  const { renew, capabilities } = await startWebKit(found);
  const driver = `http://127.0.0.1:${await renew()}/session`;
  const ask = async (path: string, body?: object): Promise<{ value: unknown }> => {
    const method = body ? 'POST' : 'DELETE';
    const response = await fetch(driver + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const answer = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(JSON.stringify(answer.value));
    return answer;
  };
  const { value } = await ask('', { capabilities: { alwaysMatch: capabilities } });
  const session = `/${(value as { sessionId: string }).sessionId}`;
  const keys = (...actions: [type: 'keyDown' | 'keyUp', value: string][]) =>
    ask(`${session}/actions`, {
      actions: [{ type: 'key', id: 'keyboard', actions: actions.map(([type, value]) => ({ type, value })) }],
    });
  return {
    open: async (url) => void (await ask(`${session}/url`, { url })),
    press: async (key) => void (await keys(['keyDown', NAMED[key] ?? key], ['keyUp', NAMED[key] ?? key])),
    toEnd: async () =>
      void (await keys(['keyDown', '\ue009'], ['keyDown', '\ue010'], ['keyUp', '\ue010'], ['keyUp', '\ue009'])),
    read: async (expression) => {
      const { value } = await ask(`${session}/execute/sync`, { script: `return ${expression}`, args: [] });
      return value;
    },
    close: async () => void (await ask(session)),
  };
}

/** One for each browser that is here; they begin at once. */
export function typists(): [browser: string, begin: () => Promise<Hands>][] {
  const { chromium, firefox, webkit } = findBrowsers();
  return [
    ...(chromium ? [['Chromium', () => inChromium(chromium)] as [string, () => Promise<Hands>]] : []),
    ...(firefox ? [['Firefox', () => inFirefox(firefox)] as [string, () => Promise<Hands>]] : []),
    ...(webkit ? [['WebKit', () => inWebKit(webkit)] as [string, () => Promise<Hands>]] : []),
  ];
}
