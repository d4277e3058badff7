// `npm run dev`: like `npm start`, but rebuilds and restarts when a source changes.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, watch as watchFolder } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles } from './build/files.mjs';
import { install } from './prepare.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
install();
// rollup.config.js reads it; rollup's own command line sets it, too.
process.env.ROLLUP_WATCH = 'true';

const { watch } = await import('rollup');
const { loadConfigFile } = await import('rollup/loadConfigFile');
const { startEngine } = await import('./engine/engine.mjs');
const { bringQuestions } = await import('./build/questions.mjs');
const { claimState } = await import('./engine/state.mjs');
const { settings, stopOnSignal } = await import('./settings.mjs');

const { options, questions } = await settings();
const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
try {
  process.once('exit', claimState(options.state));
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}

/** @type {Promise<import('./engine/engine.mjs').Engine | undefined>} */
let engine = Promise.resolve(undefined);
let served = '';

/** Says why, when a page of the documents names something that is not there. */
function bringDocuments() {
  const run = (/** @type {string[]} */ ...args) => spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (!existsSync('dist/custom-elements.json'))
    run(
      'node_modules/@custom-elements-manifest/analyzer/cem.js',
      'analyze',
      '--config',
      'components/build/manifest.config.js',
    );
  run('--import', 'tsx', 'demo/build/docs.ts');
}

/** Restarts the server; if it does not build, the reason is printed and the next change is awaited. */
function restart() {
  engine = engine.then(async (running) => {
    await running?.stop();
    served = String(listFiles('dist/site'));
    try {
      await bringQuestions(questions);
      bringDocuments();
      const started = await startEngine(options);
      say(`${running ? 'Restarted' : 'code-room is'} at ${started.url}`);
      return started;
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  });
}

const styles = spawn(
  process.execPath,
  [
    'node_modules/@tailwindcss/cli/dist/index.mjs',
    '-i',
    'demo/site/site.css',
    '-o',
    'dist/site/site.css',
    '--watch=always',
  ],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);

const { options: builds } = await loadConfigFile(fileURLToPath(new URL('../rollup.config.js', import.meta.url)), {});
const builder = watch(builds);
builder.on('event', (event) => {
  if ('result' in event) void event.result?.close();
  if (event.code === 'ERROR') say(`${event.error.id ?? ''} ${event.error.message}`);
  // The server lists its static files at its start, so only added or removed files need a restart.
  if (event.code === 'END' && served !== String(listFiles('dist/site'))) restart();
});

/** @type {NodeJS.Timeout | undefined} */
let pause;
// What the server itself is made of: of the element it has words, Markdown and the table of languages.
const ours = ['party', 'demo/server', 'demo/questions', 'demo/docs'];
for (const folder of [...ours, 'components/wording', 'components/brief', 'components/runner/languages']) {
  watchFolder(folder, { recursive: true }, () => {
    // Editors save a file in several steps.
    clearTimeout(pause);
    pause = setTimeout(restart, 100);
  });
}

stopOnSignal(async () => {
  styles.kill();
  await builder.close();
  await (await engine)?.stop();
});
