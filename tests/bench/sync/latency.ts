/** How long a keystroke takes to somebody else, what it costs the server, and how soon it is on disk. */
import { spawn } from 'node:child_process';
import { type Effort, type Figure, median, ms, pause, quantile, table } from '../figure.js';
import { end, processorMs } from './processes.js';
import { codeRoom, rawSockets, type System, systems } from './systems.js';
import { enter, type Typist } from './typist.js';

const KEYS_PER_SECOND = 10;
const WARM_UP_MS = 1000;

interface Round {
  p50: number;
  p99: number;
  /** Microseconds of the server's processor time a keystroke. */
  cpu: number;
  /** Milliseconds from a keystroke to its ack, where there is one. */
  ack: number;
}

interface Load {
  typists: number;
  busyDisk: boolean;
}

const loads: readonly Load[] = [
  { typists: 2, busyDisk: false },
  { typists: 10, busyDisk: false },
  { typists: 50, busyDisk: false },
  { typists: 50, busyDisk: true },
];

export async function latency(effort: Effort): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const load of loads) figures.push(...(await compare(load, effort)));
  return figures;
}

async function compare(load: Load, { rounds, seconds }: Effort): Promise<Figure[]> {
  const results = new Map<System, Round[]>(systems.map((system) => [system, []]));
  // Interleaved: what else the machine does meets all alike.
  for (let round = 0; round < rounds; round++) {
    for (const system of systems) results.get(system)?.push(await measure(system, load, seconds));
  }
  const of = (system: System, key: keyof Round) => median((results.get(system) ?? []).map((round) => round[key]));
  const where = `${load.typists} typing${load.busyDisk ? ', busy disk' : ''}`;
  const rows = systems.map((system) => [
    system.name,
    Number.isFinite(of(system, 'p50'))
      ? `${of(system, 'p50').toFixed(2)} / ${of(system, 'p99').toFixed(1)} ms`
      : 'did not keep up',
    Number.isNaN(of(system, 'cpu')) ? '' : `${Math.round(of(system, 'cpu'))} µs`,
    Number.isNaN(of(system, 'ack')) ? '' : ms(of(system, 'ack')),
  ]);
  const detail = table([['', 'p50 / p99', 'cpu a key', 'ack p50'], ...rows]);
  const limit = load.typists >= 50 ? 1.5 : 1.6;
  const ratio = of(codeRoom, 'p50') / of(rawSockets, 'p50');
  const cpu = of(codeRoom, 'cpu') / of(rawSockets, 'cpu');
  const ack = of(codeRoom, 'ack');
  const figures: Figure[] = [
    {
      what: `a keystroke to another client, ${where}`,
      figure: `${ratio.toFixed(2)} × raw ws`,
      detail,
      ...(load.busyDisk ? {} : { target: `at most ${limit} ×`, met: ratio <= limit }),
    },
  ];
  if (load.typists === 50 && !load.busyDisk) {
    const figure = `${cpu.toFixed(2)} × raw ws`;
    figures.push({
      what: `server processor time a keystroke, ${where}`,
      figure,
      target: 'at most 1.6 ×',
      met: cpu <= 1.6,
    });
  }
  if (!load.busyDisk) {
    const target = load.typists === 2 ? { target: 'at most 5 ms', met: ack <= 5 } : {};
    figures.push({ what: `a keystroke on disk, median, ${where}`, figure: ms(ack), ...target });
  }
  return figures;
}

async function measure(system: System, { typists, busyDisk }: Load, seconds: number): Promise<Round> {
  const server = await system.start();
  const disk = busyDisk ? spawn(process.execPath, ['tests/bench/sync/busy-disk.mjs'], { stdio: 'ignore' }) : null;
  /** When a mark was typed, by author and mark. */
  const typed = new Map<string, number>();
  const [delays, acks]: [number[], number[]] = [[], []];
  let recording = false;
  const people: Typist[] = [];
  try {
    for (let n = 0; n < typists; n++) {
      const since = (times: number[]) => (author: number, mark: number) => {
        const at = typed.get(`${author} ${mark}`);
        if (recording && at !== undefined) times.push(performance.now() - at);
      };
      const address = server.address('bench');
      people.push(await enter(system.speech, { address, arrived: since(delays), saved: since(acks) }));
    }
    let typing = true;
    let keys = 0;
    const typeOn = async (person: Typist, first: number) => {
      await pause(first);
      while (typing) {
        const before = performance.now();
        const mark = person.type();
        if (mark !== null) {
          typed.set(`${person.author} ${mark}`, before);
          if (recording) keys++;
        }
        await pause(1000 / KEYS_PER_SECOND - (performance.now() - before));
      }
    };
    // Spread over the interval, as people are.
    const all = people.map((person, n) => typeOn(person, (n * 1000) / KEYS_PER_SECOND / typists));
    await pause(WARM_UP_MS);
    recording = true;
    const before = processorMs(server.pid);
    await pause(seconds * 1000);
    const used = processorMs(server.pid) - before;
    recording = false;
    typing = false;
    await Promise.all(all);
    if (delays.length < keys * (typists - 1) * 0.9) {
      if (system.speech === 'room')
        throw new Error(`${system.name} lost keystrokes: ${delays.length} of ${keys * (typists - 1)} arrived.`);
      // A peer that this machine is too slow for must not end the measurement of the others.
      return { p50: Number.POSITIVE_INFINITY, p99: Number.POSITIVE_INFINITY, cpu: Number.NaN, ack: Number.NaN };
    }
    const cpu = (used * 1000) / keys;
    return { p50: quantile(delays, 0.5), p99: quantile(delays, 0.99), cpu, ack: quantile(acks, 0.5) };
  } finally {
    for (const person of people) person.close();
    if (disk) await end(disk);
    await server.stop();
  }
}
