// Reads the server's settings from the environment, and handles signals.
import { existsSync } from 'node:fs';
import { build } from 'esbuild';

/** The settings table. @returns {Promise<typeof import('../party/config/settings-table.js')>} */
export function loadTable() {
  return load('party/config/settings-table.ts');
}

/** Loads a TypeScript module. @param {string} path */
async function load(path) {
  const bundled = await build({ entryPoints: [path], bundle: true, write: false, format: 'esm', platform: 'node' });
  return import(`data:text/javascript,${encodeURIComponent(bundled.outputFiles[0]?.text ?? '')}`);
}

/** Our questions and a team's. Throws an Error with a sentence for each fault. @param {string | undefined} folders */
export async function readQuestions(folders) {
  /** @type {typeof import('./build/read-questions.js')} */
  const { questionFolders, readLibrary } = await load('demo/build/read-questions.ts');
  const { questions, faults } = readLibrary(questionFolders(folders));
  if (faults.length > 0) throw new Error(['CODE_ROOM_QUESTIONS has faults:', ...faults].join('\n  '));
  return questions;
}

/**
 * Options of startEngine from the environment and `.env`, and question folders, with warnings; `faults` prevent a start in production.
 * Throws an Error with a sentence when a value is invalid.
 */
export async function settings() {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { SETTINGS, readSettings, productionFaults, unknownSettings } = await loadTable();
  const values = readSettings(process.env);
  const shared = Object.entries(SETTINGS).filter(([, { local }]) => !local);
  const vars = shared.flatMap(([name]) => {
    const value = process.env[name];
    return value ? [/** @type {const} */ ([name, value])] : [];
  });
  return {
    options: {
      host: values.HOST,
      port: values.PORT,
      state: values.CODE_ROOM_STATE,
      vars: Object.fromEntries(vars),
    },
    questions: values.CODE_ROOM_QUESTIONS,
    faults: productionFaults(process.env, values),
    unknown: unknownSettings(process.env),
  };
}

/**
 * Shuts down on Ctrl-C or SIGTERM, or when the terminal or npm has ended.
 * @param {() => Promise<void>} stop
 */
export function stopOnSignal(stop) {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    // Miniflare's own handlers would end the process while it is shutting down, with an error code.
    process.removeAllListeners(signal);
    process.on(signal, end);
  }
  // A terminated npm does not pass on the signal; then this process gets another parent.
  const parent = process.ppid;
  const underNpm = process.env.npm_lifecycle_event !== undefined;
  if (underNpm) setInterval(() => process.ppid !== parent && end(), 500).unref();
}
