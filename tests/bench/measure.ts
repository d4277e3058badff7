/** Runs the benches that were asked for, in the order they are listed here, and prints what they found. */
import { cpus, totalmem } from 'node:os';
import { firstBytes } from './bytes.js';
import type { Effort, Figure } from './figure.js';

const benches: Record<string, (effort: Effort) => Promise<Figure[]>> = {
  bytes: async () => [await firstBytes()],
  latency: async (effort) => (await import('./sync/latency.js')).latency(effort),
  join: async () => (await import('./sync/late-join.js')).lateJoin(),
  files: async (effort) => [
    ...(await (await import('./sync/join-files.js')).joinFiles(effort)),
    ...(await (await import('./sync/open-files.js')).openFiles(effort)),
  ],
  idle: async () => (await import('./sync/idle.js')).idleRooms(),
  load: async (effort) => (await import('./sync/load.js')).load(effort),
  attack: async (effort) => (await import('./sync/attacks.js')).attacks(effort),
  places: async (effort) => (await import('./sync/places.js')).places(effort),
  embed: async (effort) => (await import('./embed/embed.js')).embed(effort),
  // Its parts, each alone; only when they are asked for.
  'embed-bytes': async (effort) => (await import('./embed/embed.js')).embed(effort, ['bytes']),
  'embed-keys': async (effort) => (await import('./embed/embed.js')).embed(effort, ['keys']),
  'embed-memory': async (effort) => (await import('./embed/embed.js')).embed(effort, ['memory']),
  'embed-laptop': async (effort) => (await import('./embed/embed.js')).embed(effort, ['laptop']),
  replay: async (effort) => (await import('./replay/replay.js')).replays(effort),
  tests: async (effort) => (await import('./runner/room-tests.js')).roomTests(effort),
  languages: async (effort) => (await import('./runner/languages.js')).languages(effort),
  python: async (effort) => (await import('./runner/python.js')).python(effort),
};

const args = process.argv.slice(2);
const quick = args.includes('--quick');
const asked = args.filter((arg) => !arg.startsWith('--'));
const unknown = asked.find((name) => !(name in benches));
const say = (line: string) => process.stdout.write(`${line}\n`);

if (unknown) {
  say(`There is no bench "${unknown}". There are: ${Object.keys(benches).join(', ')}; and --quick for fewer rounds.`);
  process.exit(2);
}

const effort: Effort = quick ? { rounds: 1, seconds: 2, say } : { rounds: 3, seconds: 4, say };
const [processor] = cpus();
say(
  `${cpus().length} × ${processor?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
);

// Nothing is awaited any more that could come, and Node would end without a word.
let over = false;
process.once('beforeExit', () => {
  if (over) return;
  say('The bench has stopped before its end: what it waited for can never come.');
  process.exit(1);
});

let met = true;
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 ? !asked.includes(name) : name.startsWith('embed-')) continue;
  say(`\n== ${name}`);
  const figures = await bench(effort).catch((error: unknown) => {
    say(`The bench "${name}" could not be run: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  });
  for (const { what, figure, target, met: reached, detail = [] } of figures) {
    const mark = reached === undefined ? '      ' : reached ? 'met   ' : 'missed';
    say(`${mark}  ${what}: ${figure}${target ? ` (target ${target})` : ''}`);
    for (const line of detail) say(`        ${line}`);
    met &&= reached !== false;
  }
}
process.exitCode = met ? 0 : 1;
over = true;
