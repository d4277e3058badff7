// `npm start`, `npm run serve`: installs and builds what is missing, then serves host and rooms until it is stopped.
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build, install } from './prepare.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

/** For the public: in Cloudflare's runtime, and only with safe settings. */
const production = process.argv.includes('--production');

try {
  install();
  build();
  // Imported only now, because dependencies may just have been installed.
  const { startEngine } = await import('./engine/engine.mjs');
  const { settings, stopOnSignal } = await import('./settings.mjs');
  const { bringQuestions } = await import('./build/questions.mjs');
  const { claimState } = await import('./engine/state.mjs');
  const { options, questions, faults, unknown } = await settings();
  await bringQuestions(questions);
  const odd = unknown.map((name) => `There is no setting ${name}. README.md lists the settings.`);
  if (production && faults.length + odd.length > 0) {
    throw new Error(['This is not ready for production:', ...faults, ...odd].join('\n  '));
  }
  for (const line of odd) process.stderr.write(`${line}\n`);
  process.once('exit', claimState(options.state));
  const engine = await startEngine({ ...options, ...(production && { engine: 'workerd', log: logLine }) });
  let stopping = false;
  stopOnSignal(() => {
    stopping = true;
    return engine.stop();
  });
  void engine.ended.then(async () => {
    // Ctrl-C reaches the engine too, perhaps earlier.
    await sleep(500);
    if (stopping) return;
    process.stderr.write('The engine stopped unexpectedly. What was saved is kept. Start it again.\n');
    process.exit(1);
  });
  process.stdout.write(`\ncode-room is at ${engine.url}\nRooms are kept in ${options.state}. Ctrl-C stops.\n`);
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

/** One JSON object per line, for log collectors; the engine's own output is wrapped. @param {string} line */
function logLine(line) {
  const wrapped = { time: new Date().toISOString(), level: 'error', event: 'engine', message: line };
  process.stdout.write(`${line.startsWith('{') ? line : JSON.stringify(wrapped)}\n`);
}
