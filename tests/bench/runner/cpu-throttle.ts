/** A processor that is so many times slower for a group of processes: they are stopped and go on in turns, all their threads at once. */
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

const TURN_MS = 3;
/** Linux counts in hundredths of a second, whatever the machine. */
const TICK_MS = 10;

/** In a thread of its own, which nothing else holds up. */
const TURNS = `
  const { workerData: { group, turnMs, stoppedMs, released } } = require('node:worker_threads');
  const wait = (ms) => Atomics.wait(released, 0, 0, ms);
  while (Atomics.load(released, 0) === 0) {
    process.kill(-group, 'SIGSTOP');
    wait(stoppedMs);
    process.kill(-group, 'SIGCONT');
    wait(turnMs);
  }`;

export class CpuThrottle {
  readonly #released = new Int32Array(new SharedArrayBuffer(4));
  readonly #thread: Worker;

  /** `group` is one of processes that were started here. */
  constructor(group: number, times: number) {
    const workerData = { group, turnMs: TURN_MS, stoppedMs: TURN_MS * (times - 1), released: this.#released };
    this.#thread = new Worker(TURNS, { eval: true, workerData });
  }

  /** Resolves when all go on undisturbed. */
  async release(): Promise<void> {
    const ended = once(this.#thread, 'exit');
    Atomics.store(this.#released, 0, 1);
    Atomics.notify(this.#released, 0);
    await ended;
  }
}

interface Process {
  pid: number;
  cpuMs: number;
}

/** Milliseconds of the processor that each process of a group has used. */
export function cpuOf(group: number): Map<number, number> {
  return new Map(processesOf(group).map(({ pid, cpuMs }) => [pid, cpuMs]));
}

/** What those processes have used since then which have a thread of this name now; of all if no name is given. */
export function cpuSince(before: Map<number, number>, group: number, thread?: string): number {
  let sum = 0;
  for (const { pid, cpuMs } of processesOf(group)) {
    if (thread === undefined || threadNames(pid).includes(thread)) sum += cpuMs - (before.get(pid) ?? 0);
  }
  return sum;
}

/** How many threads of a group have this name. */
export function threadsOf(group: number, name: string): number {
  const names = processesOf(group).flatMap(({ pid }) => threadNames(pid));
  return names.filter((each) => each === name).length;
}

/** Bytes of memory of a group's processes; what several share is counted once, by its parts. */
export function memoryOf(group: number): number {
  const kilobytes = processesOf(group).map(
    ({ pid }) => /^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1],
  );
  return kilobytes.reduce((sum, each) => sum + Number(each ?? 0) * 1024, 0);
}

/** Linux keeps 15 characters of each. */
function threadNames(pid: number): string[] {
  return listed(`/proc/${pid}/task`).map((thread) => read(`/proc/${pid}/task/${thread}/comm`).trim());
}

function processesOf(group: number): Process[] {
  return listed('/proc').flatMap((entry) => {
    // After the name, which may hold anything: state, parent, group; eleven and twelve fields on the times.
    const fields =
      read(`/proc/${Number(entry) || 0}/stat`)
        .split(') ')[1]
        ?.split(' ') ?? [];
    if (Number(fields[2]) !== group) return [];
    return [{ pid: Number(entry), cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS }];
  });
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // The process has ended since it was listed.
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // The process has ended since it was listed.
  }
}
