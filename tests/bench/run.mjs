// `npm run bench`: measures what has a target, beside another system or a floor in the same run, and prints each figure with its target.
// `npm run bench -- bytes latency` measures those alone; `--quick` takes fewer rounds.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, install } from '../../demo/prepare.mjs';
import { installSystems } from './compared-systems.mjs';

process.chdir(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
install();
installSystems();
build();

const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', 'tests/bench/measure.ts', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
