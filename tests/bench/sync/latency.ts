/** How long a keystroke takes to somebody else, what it costs the server, and how soon it is on disk. */
import { spawn } from 'node:child_process';
import { type Effort, type Figure, median, ms, table } from '../figure.js';
import { end } from './processes.js';
import { codeRoom, rawSockets, type System, systems } from './systems.js';
import { type Round, TypingRoom } from './typing-room.js';

/** Rounds before those that count: an interview lasts an hour, and an engine compiles what it runs within half a minute. */
const WARM_UPS = 8;

interface Load {
  typists: number;
  busyDisk: boolean;
}

export async function latency(effort: Effort): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const typists of [2, 10, 50]) {
    const rooms: TypingRoom[] = [];
    try {
      for (const system of systems) rooms.push(await TypingRoom.open(system, typists));
      await inTurn(rooms, { ...effort, rounds: effort.rounds === 1 ? 1 : WARM_UPS });
      figures.push(...compare({ typists, busyDisk: false }, await inTurn(rooms, effort)));
      if (typists === 50) figures.push(...compare({ typists, busyDisk: true }, await withBusyDisk(rooms, effort)));
    } finally {
      for (const room of rooms) await room.close();
    }
  }
  return figures;
}

/** One at a time, and in turn: what else the machine does meets all alike. */
async function inTurn(rooms: readonly TypingRoom[], { rounds, seconds }: Effort): Promise<Map<System, Round[]>> {
  const results = new Map<System, Round[]>(rooms.map(({ system }) => [system, []]));
  for (let round = 0; round < rounds; round++) {
    for (const room of rooms) results.get(room.system)?.push(await room.type(seconds));
  }
  return results;
}

async function withBusyDisk(rooms: readonly TypingRoom[], effort: Effort): Promise<Map<System, Round[]>> {
  const disk = spawn(process.execPath, ['tests/bench/sync/busy-disk.mjs'], { stdio: 'ignore' });
  try {
    return await inTurn(rooms, effort);
  } finally {
    await end(disk);
  }
}

function compare({ typists, busyDisk }: Load, results: ReadonlyMap<System, Round[]>): Figure[] {
  const of = (system: System, key: keyof Round) => median((results.get(system) ?? []).map((round) => round[key]));
  const where = `${typists} typing${busyDisk ? ', busy disk' : ''}`;
  const rows = systems.map((system) => [
    system.name,
    Number.isFinite(of(system, 'p50'))
      ? `${of(system, 'p50').toFixed(2)} / ${of(system, 'p99').toFixed(1)} ms`
      : 'did not keep up',
    Number.isNaN(of(system, 'cpu')) ? '' : `${Math.round(of(system, 'cpu'))} µs`,
    Number.isNaN(of(system, 'ack')) ? '' : ms(of(system, 'ack')),
  ]);
  const detail = table([['', 'p50 / p99', 'cpu a key', 'ack p50'], ...rows]);
  const limit = typists >= 50 ? 1.5 : 1.6;
  const ratio = of(codeRoom, 'p50') / of(rawSockets, 'p50');
  const cpu = of(codeRoom, 'cpu') / of(rawSockets, 'cpu');
  const ack = of(codeRoom, 'ack');
  const figures: Figure[] = [
    {
      what: `a keystroke to another client, ${where}`,
      figure: `${ratio.toFixed(2)} × raw ws`,
      detail,
      ...(busyDisk || typists === 2 ? {} : { target: `at most ${limit} ×`, met: ratio <= limit }),
    },
  ];
  if (typists === 50 && !busyDisk) {
    const figure = `${cpu.toFixed(2)} × raw ws`;
    figures.push({
      what: `server processor time a keystroke, ${where}`,
      figure,
      target: 'at most 1.6 ×',
      met: cpu <= 1.6,
    });
  }
  if (!busyDisk) {
    const target = typists === 2 ? { target: 'at most 5 ms', met: ack <= 5 } : {};
    figures.push({ what: `a keystroke on disk, median, ${where}`, figure: ms(ack), ...target });
  }
  return figures;
}
