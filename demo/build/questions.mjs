// Writes the question library into one text for the servers' bundles: rooms have no disk, and in a file of the site everybody could read hidden tests.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readQuestions } from '../settings.mjs';

/** Next to the site, not in it. */
const library = 'dist/questions.txt';

/** Our questions, and those in the folders that CODE_ROOM_QUESTIONS names. Throws an Error with a sentence for each fault. @param {string | undefined} folders */
export async function bringQuestions(folders) {
  const text = JSON.stringify(await readQuestions(folders));
  // A watcher would react to an unchanged file, too.
  if (existsSync(library) && readFileSync(library, 'utf8') === text) return;
  mkdirSync(dirname(library), { recursive: true });
  writeFileSync(library, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (existsSync('.env')) process.loadEnvFile('.env');
  await bringQuestions(process.env.CODE_ROOM_QUESTIONS);
}
