/**
 * Writes what the real interpreters print for the programs of this folder: `node --import tsx tests/programs/record.ts [part of a name]`.
 * `--ours` writes instead what the sandbox prints for those that `differences.txt` names.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSERS } from './browser.js';
import { folder, Reasons, readPrograms } from './catalogue.js';
import type { Printed } from './comparable.js';
import { recorded } from './interpreters.js';
import { outcomeOf } from './outcome.js';

function write(name: string, { out, err }: Printed): void {
  const path = join(folder, name);
  writeFileSync(`${path}.out`, out);
  if (err === '') rmSync(`${path}.err`, { force: true });
  else writeFileSync(`${path}.err`, err);
}

/** Of what follows an error nothing is compared, so whoever records one reads where its program ends, unless that is its purpose. */
function endingOf(id: string, { err }: Printed): string {
  if (!err.endsWith('[failed]\n') || /\/error-/.test(id)) return '';
  return `: ends in an error, on purpose? ${err.split('\n', 1)[0]}`;
}

const args = process.argv.slice(2);
const parts = args.filter((arg) => !arg.startsWith('--'));
const programs = readPrograms().filter(({ id }) => parts.length === 0 || parts.some((part) => id.includes(part)));
if (args.includes('--ours')) {
  const differences = new Reasons('differences.txt').all;
  for (const [browserName, open] of Object.entries(BROWSERS)) {
    const differing = differences.filter((reason) => (reason.browser ?? 'Chromium') === browserName);
    const own = programs.flatMap((program) =>
      differing.filter(({ id }) => id === program.id).map(({ variant }) => ({ program, variant })),
    );
    if (own.length === 0) continue;
    const browser = await open?.();
    if (!browser) throw new Error(`There is no ${browserName} to run the programs in.`);
    for (const { program, variant } of own) {
      write(
        `${program.id}.${variant}`,
        outcomeOf(program, await browser.run({ ...program, language: program.runsAs })),
      );
      console.log(`${program.id}.${variant}`);
    }
    await browser.close();
  }
} else {
  for (const program of programs) {
    const printed = recorded(program);
    write(program.id, printed);
    console.log(`${program.id}${endingOf(program.id, printed)}`);
  }
}
process.exit();
