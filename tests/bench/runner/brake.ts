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

export class Brake {
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

/** Milliseconds of the processor that the processes of a group have used which are still there. */
export function cpuOf(group: number): number {
  return processesOf(group).reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

/** How many threads of a group have this name. */
export function threadsOf(group: number, name: string): number {
  let count = 0;
  for (const { pid } of processesOf(group)) {
    for (const thread of listed(`/proc/${pid}/task`)) {
      if (read(`/proc/${pid}/task/${thread}/comm`).startsWith(name)) count += 1;
    }
  }
  return count;
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
