// Tests of the element in real browsers, with a real room server and the built sandbox beside them.
import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer from 'puppeteer-core';
import { listFiles, readStaticFile } from '../demo/build/files.mjs';
import { startEngine } from '../demo/engine/engine.mjs';
import { chromiumArgs, findBrowsers } from './browsers.mjs';
import { bundleTests } from './bundles.mjs';
import { busyThreads } from './busy-threads.mjs';
import { packageFile } from './fixtures/python-packages.mjs';
import { startSink } from './sink.mjs';
import { buildSmallPacks } from './small-packs.mjs';
import { startWebKit } from './webkit.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const found = findBrowsers();

/** CODE_ROOM_BROWSERS=chromium,webkit leaves the others out. */
const wanted = process.env.CODE_ROOM_BROWSERS?.split(',') ?? ['chromium', 'firefox', 'webkit'];

/** When each session's browser was asked for, and when it was let go. @type {[Map<string, number>, Map<string, number>]} */
const [began, ended] = [new Map(), new Map()];

/** How many of its slowest files a browser is said to have had. */
const SHOWN = 5;

/** @type {import('@web/test-runner-core').BrowserLauncher[]} */
const browsers = [];
// First, because it takes longest and two run at a time.
if (found.webkit && wanted.includes('webkit')) {
  const { renew, capabilities } = await startWebKit(found.webkit);
  /** @type {Parameters<typeof webdriverLauncher>[0]} */
  const options = {
    hostname: '127.0.0.1',
    path: '/',
    logLevel: 'error',
    capabilities: { ...capabilities, 'wdio:enforceWebDriverClassic': true },
  };
  const launcher = webdriverLauncher(options);
  const startSession = launcher.startSession.bind(launcher);
  const stopSession = launcher.stopSession.bind(launcher);
  // A driver and a browser of its own for each file: threads of stopped programs may live on here, and slow down who comes next.
  launcher.startSession = async (...session) => {
    options.port = await renew();
    return startSession(...session);
  };
  launcher.stopSession = async (id) => {
    const result = await stopSession(id);
    await launcher.stop();
    return result;
  };
  browsers.push(named('WebKit', launcher));
}
if (found.chromium && wanted.includes('chromium')) {
  const launchOptions = { executablePath: found.chromium, args: chromiumArgs };
  browsers.push(named('Chromium', chromeLauncher({ puppeteer, launchOptions, concurrency: 1 })));
}
if (found.firefox && wanted.includes('firefox')) {
  /** @type {import('puppeteer-core').LaunchOptions} */
  const launchOptions = { browser: 'firefox', executablePath: found.firefox, headless: true };
  browsers.push(
    named('Firefox', chromeLauncher({ puppeteer, launchOptions, concurrency: 1, createPage: sizedAtLeast })),
  );
}

const engine = await startEngine({ vars: { CODE_ROOM_OPEN: '1', CODE_ROOM_ROOMS_PER_MINUTE: '1000' } });

const sink = await startSink();

const bundles = await bundleTests();

/** The smallest pack, which says what came of its files; those that are served stand in dist/packs. */
const smallPacks = await buildSmallPacks();

const { CODE_ROOM_FULL: full, CODE_ROOM_FILES: some, CODE_ROOM_BROWSERS: asked, CODE_ROOM_SEED: seed } = process.env;
const files =
  some?.split(',') ??
  listFiles('tests/browser')
    .filter(isTest)
    .map((name) => `tests/browser/${name}`);

export default {
  rootDir: project,
  groups: browsers.map((browser, index) => ({
    name: `group ${index}`,
    browsers: [browser],
    files: files.filter((_file, at) => isIn(browser, at)),
  })),
  // WebKit's driver gets its keys wrong with more than one; two browsers are as much as two cores bear.
  concurrency: 1,
  concurrentBrowsers: 2,
  browserStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 40_000, ui: 'bdd' } },
  middleware: [serve],
  plugins: [
    { name: 'room', serverStop: () => engine.stop() },
    { name: 'sink', serverStop: () => sink.stop() },
  ],
  reporters: [defaultReporter({ reportTestProgress: false }), { start: tellEach, onTestRunFinished: count }],
};

/**
 * A slice runs a sixth of the files, each in one browser by the seed, so that eighteen seeds in a row run each in all; all of them when all is asked for, or files or browsers by name.
 * @param {import('@web/test-runner-core').BrowserLauncher} browser @param {number} index
 */
function isIn(browser, index) {
  if (full || some || asked) return true;
  return browsers[(Number(seed ?? 0) + index) % (6 * browsers.length)] === browser;
}

/** @param {string} name */
function isTest(name) {
  return name.endsWith('.test.ts');
}

/**
 * The room server's origin, and the sandbox as the page of another site would have it.
 * @param {import('koa').Context} context
 * @param {() => Promise<void>} next
 */
async function serve(context, next) {
  const bundle = bundles.get(context.path);
  if (bundle) {
    context.type = 'text/javascript';
    // For pages without an origin of their own.
    context.set('Access-Control-Allow-Origin', '*');
    context.body = Buffer.from(bundle);
  } else if (context.path === '/__room-host') {
    context.type = 'text/plain';
    context.body = engine.url;
  } else if (context.path === '/__sink') {
    context.body = { url: sink.url, udp: sink.udp, hits: sink.hits };
  } else if (context.path === '/__busy-threads') {
    context.body = { count: await busyThreads() };
  } else if (context.path.startsWith('/__slow/')) {
    const [, , wait = '', ...path] = context.path.split('/');
    const content = readFileSync(join(project, 'tests/fixtures', ...path));
    context.set({ 'Cache-Control': 'no-store', 'Content-Length': String(content.length) });
    context.body = Readable.from(slowly(content, Number(wait)));
  } else if (context.path.startsWith('/__packages/')) {
    const content = packageFile(context.path.slice('/__packages/'.length));
    if (content !== undefined) context.body = typeof content === 'string' ? content : Buffer.from(content);
  } else if (context.path.startsWith('/__packs/')) {
    await servePack(context);
  } else if (context.path.startsWith('/__sandbox/')) {
    const name = context.path.slice('/__sandbox/'.length) || 'index.html';
    const { body, headers } = await readStaticFile(join(project, 'dist/sandbox'), name);
    context.set(headers);
    context.body = body;
  } else {
    await next();
  }
}

/** The servers of packs that are to be out of reach from now on. @type {Set<string>} */
const gone = new Set();

/**
 * `/__packs/<server>/<small or built>/…`: every name is a server of packs of its own. What is asked of it with `?gone` takes it away,
 * and one whose name begins with `tampered` serves other bytes.
 * @param {import('koa').Context} context
 */
async function servePack(context) {
  const [, , server = '', kind, ...path] = context.path.split('/');
  if (context.search === '?gone') {
    gone.add(server);
    context.body = '';
  } else if (gone.has(server)) {
    context.respond = false;
    context.req.socket.destroy();
  } else {
    const folder = kind === 'small' ? smallPacks : join(project, 'dist/packs');
    const file = await readStaticFile(folder, path.join('/')).catch(() => null);
    if (!file) return;
    const { body, headers } = file;
    context.set({ ...headers, 'cache-control': 'no-store' });
    const changes = server.startsWith('tampered') && context.path.endsWith('.pack');
    context.body = changes ? Buffer.concat([body.subarray(0, -1), Buffer.from([7])]) : body;
  }
}

/**
 * An older Firefox sets the size of a page, but knows nothing of its orientation, which puppeteer sets in the same breath.
 * @param {{ context: import('puppeteer-core').BrowserContext }} launched
 */
async function sizedAtLeast({ context }) {
  const page = await context.newPage();
  const setViewport = page.setViewport.bind(page);
  page.setViewport = (size) =>
    setViewport(size).catch((/** @type {unknown} */ error) => {
      if (!String(error).includes('setScreenOrientationOverride')) throw error;
    });
  return page;
}

/**
 * The launchers name themselves by their driver, and keep the error of a browser that does not start, now and then: it would
 * take all other files with it.
 * @template {import('@web/test-runner-core').BrowserLauncher} T @param {string} name @param {T} launcher
 */
function named(name, launcher) {
  launcher.name = name;
  const initialize = launcher.initialize?.bind(launcher);
  launcher.initialize = async (...args) => {
    await initialize?.(...args);
    launcher.name = name;
  };
  const startSession = launcher.startSession.bind(launcher);
  const stopSession = launcher.stopSession.bind(launcher);
  launcher.stopSession = (id) => {
    ended.set(id, performance.now());
    return stopSession(id);
  };
  launcher.startSession = (...session) => {
    began.set(session[0], performance.now());
    return startSession(...session).catch(() => {
      Object.assign(launcher, { __startBrowserPromise: undefined, browser: undefined });
      Object.assign(launcher, { __managerPromise: undefined, driverManager: undefined, driver: undefined });
      return startSession(...session);
    });
  };
  return launcher;
}

/** Says at once what came of each file: of a run that is ended before its end, too. @param {import('@web/test-runner-core').ReporterArgs} run */
function tellEach({ sessions }) {
  sessions.on('session-status-updated', (session) => {
    if (session.status !== 'FINISHED') return;
    const tests = session.testResults ? leaves(session.testResults) : [];
    const passed = tests.filter((test) => test.passed).length;
    const { name = '' } = session.browser;
    process.stdout.write(`${name} ${relative(project, session.testFile)}: ${passed} of ${tests.length} passed\n`);
    for (const line of complaints(session)) process.stdout.write(`✖ ${name} ${line}\n`);
  });
}

/** Says for each browser what tests/run.mjs adds up. @param {import('@web/test-runner-core').TestRunFinishedArgs} run */
function count({ sessions }) {
  for (const browser of browsers) {
    const own = sessions.filter((session) => session.browser === browser);
    const tests = own.flatMap((session) => (session.testResults ? leaves(session.testResults) : []));
    const passed = tests.filter((test) => test.passed).length;
    // A file that does not even load has no tests to fail.
    const broken = own.filter((session) => !session.passed && session.testResults === undefined).length;
    const failed = tests.filter((test) => !test.passed && !test.skipped).length + broken;
    process.stdout.write(`${browser.name}: ${passed} passed, ${failed} failed\n`);
    process.stdout.write(`${browser.name}, slowest: ${slowest(own)}\n`);
  }
}

/** Where the time of a browser went. @param {import('@web/test-runner-core').TestSession[]} sessions */
function slowest(sessions) {
  const times = sessions.map(({ id, testFile }) => {
    const seconds = ((ended.get(id) ?? 0) - (began.get(id) ?? 0)) / 1000;
    return { seconds, text: `${basename(testFile, '.test.ts')} ${seconds.toFixed(1)} s` };
  });
  times.sort((one, other) => other.seconds - one.seconds);
  const all = times.reduce((sum, { seconds }) => sum + seconds, 0);
  const named = times.slice(0, SHOWN).map(({ text }) => text);
  return `${named.join(', ')}; ${all.toFixed(1)} s in all`;
}

/** A line for each test of a file that failed, or for the file itself. @param {import('@web/test-runner-core').TestSession} session */
function complaints({ testFile, testResults, errors, passed }) {
  const file = relative(project, testFile);
  const tests = (testResults ? leaves(testResults) : []).filter((test) => !test.passed && !test.skipped);
  if (tests.length === 0) return passed ? [] : [`${file}: ${errors.map((error) => error.message).join('; ')}`];
  return tests.map((test) =>
    `${file}: ${test.name}: ${test.error?.message ?? 'no reason given'}`.replaceAll('\n', ' '),
  );
}

/** @param {import('@web/test-runner-core').TestSuiteResult} suite @returns {import('@web/test-runner-core').TestResult[]} */
function leaves(suite) {
  return [...suite.tests, ...suite.suites.flatMap(leaves)];
}

/**
 * Half of it at once, the rest so many milliseconds later.
 * @param {Buffer} content
 * @param {number} wait
 */
async function* slowly(content, wait) {
  const half = Math.floor(content.length / 2);
  yield content.subarray(0, half);
  await setTimeout(wait);
  yield content.subarray(half);
}
