// Gives the package its next version, by the files in .changeset, wherever it is written: `node demo/build/release.mjs`.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const CHANGES = 'CHANGELOG.md';
const OWN = 'party/shared/version.ts';

/** What was unreleased is this version now, and there is room above it for what comes next. @param {string} changes @param {string} version @param {string} day */
export function withVersion(changes, version, day) {
  if (changes.includes(`\n## ${version}`)) throw new Error(`${CHANGES} has the version ${version} already.`);
  if (!/^## Unreleased\n\n- /m.test(changes)) throw new Error(`${CHANGES} says of nothing that it is unreleased.`);
  return changes.replace('## Unreleased\n', `## Unreleased\n\n## ${version} (${day})\n`);
}

if (import.meta.filename === process.argv[1]) {
  run('npx', '-y', '@changesets/cli@2.29.7', 'version');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(CHANGES, withVersion(readFileSync(CHANGES, 'utf8'), version, day));
  writeFileSync(OWN, readFileSync(OWN, 'utf8').replace(/'\d[^']*'/, `'${version}'`));
  run('npm', 'install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund');
}

/** @param {string} command @param {string[]} args */
function run(command, ...args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed. It says why, above.`);
}
