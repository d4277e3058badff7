/** The browsers that programs are run in, each with a page of its own that holds the built sandbox. */
import { join } from 'node:path';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { readStaticFile } from '../../demo/build/files.mjs';
import type { TestRequest, TestResult } from '../../party/shared/test-results.js';
import { chromiumArgs, findBrowsers } from '../browsers.mjs';
import { type Answer, serve } from '../fixtures/serve.js';
import { startWebKit } from '../webkit.mjs';
import type { Order, Outcome } from './page.js';

export interface Browser {
  run(order: Order): Promise<Outcome>;
  /** The tests of a room. */
  test(request: TestRequest): Promise<TestResult[]>;
  close(): Promise<void>;
}

const project = join(import.meta.dirname, '../..');

export const BROWSERS: Readonly<Record<string, (() => Promise<Browser>) | undefined>> = browsers();

function browsers(): Record<string, (() => Promise<Browser>) | undefined> {
  const { chromium, firefox, webkit } = findBrowsers();
  return {
    Chromium: chromium ? () => driven('chrome', chromium, chromiumArgs) : undefined,
    Firefox: firefox ? () => driven('firefox', firefox, []) : undefined,
    WebKit: webkit ? () => inWebKit(webkit) : undefined,
  };
}

async function driven(browser: 'chrome' | 'firefox', executablePath: string, args: string[]): Promise<Browser> {
  const { url, close } = await servePage();
  const driver = await puppeteer.launch({ browser, executablePath, args, headless: true, defaultViewport: null });
  const page = await driver.newPage();
  await page.goto(url);
  return {
    run: (order) => page.evaluate(`runProgram(${JSON.stringify(order)})`) as Promise<Outcome>,
    test: (request) => page.evaluate(`runRoomTests(${JSON.stringify(request)})`) as Promise<TestResult[]>,
    close: async () => {
      await driver.close();
      close();
    },
  };
}

async function inWebKit(found: Parameters<typeof startWebKit>[0]): Promise<Browser> {
  const { url, close } = await servePage();
  const { renew, capabilities } = await startWebKit(found);
  const driver = `http://127.0.0.1:${await renew()}/session`;
  const ask = async (path: string, body?: object): Promise<unknown> => {
    const method = body ? 'POST' : 'DELETE';
    const response = await fetch(driver + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(JSON.stringify(value));
    return value;
  };
  const { sessionId } = (await ask('', { capabilities: { alwaysMatch: capabilities } })) as { sessionId: string };
  await ask(`/${sessionId}/timeouts`, { script: 600_000 });
  await ask(`/${sessionId}/url`, { url });
  const evaluate = async (name: string, order: object) => {
    const script = `const done = arguments[1]; ${name}(arguments[0]).then(done, (error) => done(String(error)))`;
    const outcome = await ask(`/${sessionId}/execute/async`, { script, args: [order] });
    if (typeof outcome === 'string') throw new Error(outcome);
    return outcome;
  };
  return {
    run: async (order) => (await evaluate('runProgram', order)) as Outcome,
    test: async (order) => (await evaluate('runRoomTests', order)) as TestResult[],
    close: async () => {
      await ask(`/${sessionId}`);
      close();
    },
  };
}

async function servePage(): Promise<{ url: string; close(): void }> {
  const entries = ['page.ts', 'room-tests-page.ts'].map((name) => join(import.meta.dirname, name));
  const scripts = await Promise.all(entries.map(bundled));
  const script = scripts.join('\n');
  const html = '<!doctype html><title>Programs</title><body><script src="/page.js"></script></body>';
  const own: Record<string, Answer> = {
    '': { body: html, headers: { 'Content-Type': 'text/html; charset=utf-8' } },
    'page.js': { body: script, headers: { 'Content-Type': 'text/javascript; charset=utf-8' } },
  };
  const { server, url } = await serve(async (path) => own[path] ?? readStaticFile(join(project, 'dist'), path));
  return {
    url,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [entry], write: false, bundle: true, format: 'iife' });
  return outputFiles[0]?.text ?? '';
}
