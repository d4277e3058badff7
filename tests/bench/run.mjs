// `npm run bench`: measures what design targets speak of, and prints each figure beside its target.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, install } from '../../demo/prepare.mjs';
import { firstBytes } from './bytes.mjs';

process.chdir(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
install();
build();

const results = [await firstBytes()];
for (const { what, figure, target, met, detail } of results) {
  process.stdout.write(`${met ? 'met   ' : 'missed'}  ${what}: ${figure} (target ${target})\n`);
  for (const line of detail) process.stdout.write(`        ${line}\n`);
}
process.exitCode = results.every(({ met }) => met) ? 0 : 1;
