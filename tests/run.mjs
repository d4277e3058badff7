// `npm test`: brings what the tests need, runs every family in order, and says how long each took and what failed.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles } from '../demo/build/files.mjs';
import { build, install } from '../demo/prepare.mjs';
import { installBrowsers } from './browsers.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

/** One of them hanging must not hide the others. A full run tries about a hundred times as much, in each of three browsers. */
const familyMinutes = { slice: 15, full: 120 };
/** A file whose process lives on after its last test, because something was left open, is ended and named; the others go on. */
const fileMinutes = { slice: 8, full: 45 };

/** @type {Record<string, () => string[]>} */
const families = {
  check: () => ['npm', 'run', 'check', '--silent'],
  // No servers and no clocks: they may share the processor.
  unit: () => nodeTests('unit', `--test-concurrency=${availableParallelism()}`),
  // One of its tests computes on one core for long.
  room: () => nodeTests('room', '--test-concurrency=2'),
  browser: () => ['node_modules/.bin/wtr', '--config', 'tests/web-test-runner.config.mjs'],
  // Two browsers at once.
  programs: () => nodeTests('programs', '--test-concurrency=1'),
  // Each has a server and a browser of its own, and waits for much of its time.
  journeys: () => nodeTests('journeys', '--test-concurrency=3').filter(oneOf(5)),
  // One of them only waits for most of its time. Each chooses its engines by the seed.
  servers: () => nodeTests('servers', '--test-concurrency=2'),
  workerd: () => [...nodeTests('journeys', '--test-concurrency=1').filter(onWorkerd), ...onRealServers],
  package: () => nodeTests('package', '--test-concurrency=1').filter(oneOf(2)),
};

/**
 * Families that run at the same time: where one waits or keeps to one core, the other computes. All others have the machine to
 * themselves; in a full run `servers`, too, which attacks them in every way and measures how much slower others become.
 */
const together = {
  slice: [
    ['room', 'servers'],
    ['workerd', 'package'],
  ],
  full: [['workerd', 'package']],
};

/** Tests that `workerd` repeats on the engine of production: of the journeys one by the seed, unless all is asked for. */
const onRealServers = ['real-sockets', 'killed', 'network'].map((name) => `tests/room/${name}.test.ts`);
const onWorkerd = (/** @type {string} */ part) =>
  full || !isTest(part) || part.endsWith(`/${['together', 'roles', 'pages'][Number(seed) % 3]}.test.ts`);

/** Of so many files one, the others with the next seeds; a full run takes all. @param {number} share */
const oneOf = (share) => (/** @type {string} */ part, /** @type {number} */ index) =>
  full || !isTest(part) || (index + Number(seed)) % share === 0;

/** Of the journeys that are taken, and run in each browser, the one that does so this time; a full run has all do so. @param {string[]} command */
function inFirefox(command) {
  const each = command.filter((part) => isTest(part) && readFileSync(part, 'utf8').includes('browsersOf('));
  return basename(each[Math.floor(Number(seed) / 5) % each.length] ?? '');
}

const { full, only, seed, browsers, engine } = parse(process.argv.slice(2));
process.env.CODE_ROOM_SEED = seed;
if (full) process.env.CODE_ROOM_FULL = '1';
if (browsers) process.env.CODE_ROOM_BROWSERS = browsers;
if (engine) process.env.CODE_ROOM_ENGINE = engine;

const began = performance.now();
let passed = 0;
let failed = 0;
/** What failed, said once more at the end: of a long log people keep the last lines. @type {string[]} */
const failures = [];

try {
  install();
  if (only.some((name) => ['browser', 'programs', 'journeys', 'servers', 'workerd', 'package'].includes(name))) {
    await installBrowsers(say);
    build();
  }
  say(`Ready after ${seconds(began)}. Seed ${seed}.`);
  const waiting = new Set(only);
  const pairs = together[full ? 'full' : 'slice'];
  for (const name of only) {
    const group = (pairs.find((names) => names.includes(name)) ?? [name]).filter((one) => waiting.delete(one));
    await Promise.all(group.map((one, index) => run(one, index > 0)));
  }
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  failed += 1;
}
for (const text of failures) say(`\n${text}`);
say(`\n${seconds(began)} in all. To run the same again: npm test -- --seed=${seed}${full ? ' --full' : ''}`);
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/** @param {string} name @param {boolean} later Its output is shown when it has ended: another family is speaking. */
async function run(name, later) {
  if (!later) say(`\n== ${name}`);
  const start = performance.now();
  const command = families[name]?.() ?? [];
  const more = {
    ...(name === 'workerd' && { CODE_ROOM_ENGINE: 'workerd' }),
    ...(name === 'journeys' && { CODE_ROOM_IN_FIREFOX: inFirefox(command) }),
  };
  const env = { ...process.env, ...more };
  const leftOut = ['journeys', 'package'].includes(name)
    ? nodeTests(name).filter((part) => !command.includes(part) && isTest(part))
    : [];
  if (leftOut.length > 0) say(`Left to other seeds and test:full: ${leftOut.map(nameOf).join(', ')}.`);
  const { code, output } = await spawned(command, env, later);
  if (later) say(`\n== ${name}\n${output}`);
  const counts = count(output);
  // A family that counts nothing is one check by itself; one that fails without a failed test still failed.
  if (counts.passed + counts.failed === 0) counts[code === 0 ? 'passed' : 'failed'] += 1;
  if (code !== 0 && counts.failed === 0) counts.failed += 1;
  passed += counts.passed;
  failed += counts.failed;
  if (counts.failed > 0) failures.push(`== what failed in ${name}\n${failedPart(output)}`);
  say(`== ${name}: ${counts.passed} passed, ${counts.failed} failed, ${seconds(start)}`);
}

/** Adds up the summaries of node:test and of our browser tests. @param {string} output */
function count(output) {
  const sum = (/** @type {RegExp[]} */ ...patterns) =>
    patterns.flatMap((pattern) => [...output.matchAll(pattern)]).reduce((all, [, n]) => all + Number(n), 0);
  return {
    passed: sum(/^ℹ pass (\d+)$/gm, /^\w+: (\d+) passed, \d+ failed$/gm),
    failed: sum(/^ℹ (?:fail|cancelled) (\d+)$/gm, /^\w+: \d+ passed, (\d+) failed$/gm),
  };
}

/** The part of a family's output that says what failed: node:test's last section, our browser tests' marked lines, or the end. @param {string} output */
function failedPart(output) {
  const section = output.split('✖ failing tests:')[1]?.split('\n').slice(0, 60);
  const marked = output.split('\n').filter((line) => /^✖ (Chromium|Firefox|WebKit) /.test(line));
  const text = (section ?? (marked.length > 0 ? marked : output.split('\n').slice(-40))).join('\n').trim();
  const hung = /^✖ \S+\.test\.ts .*\n\s+'test timed out/m.test(text);
  return hung
    ? `${text}\nA file of tests did not end: one of its tests hangs, or left a server, browser or timer open.`
    : text;
}

/** @param {string[]} command @param {NodeJS.ProcessEnv} env @param {boolean} silent @returns {Promise<{code: number, output: string}>} */
function spawned([command = '', ...args], env, silent) {
  // A group of its own, so that browsers and servers a broken test leaves behind go with it.
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env });
  const end = () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // The group is already gone.
    }
  };
  const limit = setTimeout(
    () => {
      say('Ended: it took too long.');
      end();
    },
    familyMinutes[full ? 'full' : 'slice'] * 60_000,
  );
  const interrupted = () => {
    end();
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  let output = '';
  for (const [from, to] of /** @type {const} */ ([
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])) {
    from.setEncoding('utf8').on('data', (text) => {
      output += text;
      if (!silent) to.write(text);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(limit);
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      end();
      resolve({ code: code ?? 1, output });
    });
  });
}

/** @param {string} family @param {...string} options Of the test runner. */
function nodeTests(family, ...options) {
  const files = listFiles(`tests/${family}`).filter(isTest);
  // Without a path node:test would look for tests by itself, everywhere.
  if (files.length === 0) throw new Error(`There are no tests in tests/${family}.`);
  const paths = files.map((name) => `tests/${family}/${name}`);
  const limit = `--test-timeout=${fileMinutes[full ? 'full' : 'slice'] * 60_000}`;
  return [process.execPath, '--import', 'tsx', '--test', '--test-reporter=spec', limit, ...options, ...paths];
}

/** @param {string} path */
function isTest(path) {
  return path.endsWith('.test.ts');
}

/** @param {string} path */
function nameOf(path) {
  return basename(path, '.test.ts');
}

/** @param {string[]} args */
function parse(args) {
  const value = (/** @type {string} */ name) =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const known = /^--(full|(only|seed|browsers|engine)=.+)$/;
  const only = value('only')?.split(',') ?? Object.keys(families);
  const wrong = args.find((arg) => !known.test(arg)) ?? only.find((name) => !(name in families));
  if (wrong) {
    say(
      `There is no ${wrong}. Options: --full --only=${Object.keys(families).join(',')} --seed=N --browsers=chromium --engine=workerd`,
    );
    process.exit(2);
  }
  const seed = value('seed') ?? process.env.CODE_ROOM_SEED ?? String(Math.floor(Math.random() * 1e9));
  return { full: args.includes('--full'), only, seed, browsers: value('browsers'), engine: value('engine') };
}

/** @param {number} since */
function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
