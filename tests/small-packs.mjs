// Builds the language packs of the tests, into a folder that goes with the process.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPacks, packIds } from '../components/runner/packs/build-packs.mjs';
import { bundleWorkers } from '../components/runner/packs/bundle-workers.mjs';

const sources = join(dirname(fileURLToPath(import.meta.url)), 'fixtures/packs');

/** Answers with the folder of the packs. */
export async function buildSmallPacks() {
  const folder = mkdtempSync(join(tmpdir(), 'code-room-small-packs-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const [workers, out] = [join(folder, 'workers'), join(folder, 'packs')];
  await bundleWorkers(sources, workers);
  await buildPacks(packIds(sources), out, () => {}, sources, workers);
  return out;
}
