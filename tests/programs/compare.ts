/**
 * Runs programs by the real interpreters and in the sandbox, and shows where the two differ:
 * `node --import tsx tests/programs/compare.ts [--browsers=chromium,firefox,webkit] [part of a name, or path of a file]...`
 * Nothing is written down. A program may lie anywhere; without names it is all of this folder.
 */
import { existsSync } from 'node:fs';
import { BROWSERS } from './browser.js';
import { type Program, programAt, readPrograms } from './catalogue.js';
import type { Printed } from './comparable.js';
import { recorded } from './interpreters.js';
import { outcomeOf } from './outcome.js';

const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith('--'));
const asked = args.find((arg) => arg.startsWith('--browsers='))?.slice('--browsers='.length) ?? 'chromium';

const programs = wanted();
const real = new Map(programs.map((program) => [program, recorded(program)]));
let differing = 0;
for (const [browserName, open] of Object.entries(BROWSERS)) {
  if (!asked.split(',').includes(browserName.toLowerCase())) continue;
  const browser = await open?.();
  if (!browser) throw new Error(`There is no ${browserName} to run the programs in.`);
  for (const program of programs) {
    const here = outcomeOf(program, await browser.run({ ...program, language: program.runsAs }));
    const shown = difference(here, real.get(program) ?? { out: '', err: '' });
    if (shown === '') continue;
    differing += 1;
    console.log(`${program.id} in ${browserName}\n${shown}`);
  }
  await browser.close();
}
console.log(`${programs.length} programs, ${differing} differences.`);
process.exit(differing > 0 ? 1 : 0);

function wanted(): Program[] {
  const paths = names.filter((name) => existsSync(name));
  const parts = names.filter((name) => !paths.includes(name));
  const own = paths.length > 0 && parts.length === 0 ? [] : readPrograms();
  return [
    ...paths.map(programAt),
    ...own.filter(({ id }) => parts.length === 0 || parts.some((part) => id.includes(part))),
  ];
}

function difference(here: Printed, there: Printed): string {
  return [...changed('printed', here.out, there.out), ...changed('errors', here.err, there.err)].join('\n');
}

/** Lines of the real interpreter alone begin with `-`, those of the sandbox alone with `+`. */
function changed(what: string, here: string, there: string): string[] {
  if (here === there) return [];
  const [ours, theirs] = [here.split('\n'), there.split('\n')];
  const lines = [`  ${what}:`];
  let [our, their] = [0, 0];
  while (our < ours.length || their < theirs.length) {
    const line = ours[our];
    if (line !== undefined && line === theirs[their]) {
      our += 1;
      their += 1;
      continue;
    }
    // The nearest line that both have goes on.
    const again = line === undefined ? -1 : theirs.indexOf(line, their);
    const other = their < theirs.length ? ours.indexOf(theirs[their] ?? '', our) : -1;
    const theirsIsExtra = again >= 0 && (other < 0 || again - their <= other - our);
    if (their < theirs.length && (theirsIsExtra || other < 0 || line === undefined))
      lines.push(`  ${their + 1} - ${theirs[their++]}`);
    if (our < ours.length && !theirsIsExtra) lines.push(`  ${our + 1} + ${ours[our++]}`);
  }
  return lines;
}
