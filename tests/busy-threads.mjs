// Counts the threads of this run's WebKit that never rest, as only the system can see once their page let go of them.
import { readdirSync, readFileSync } from 'node:fs';

const LOOKS = 20;
const BETWEEN_LOOKS_MS = 50;

/**
 * Threads that wanted to run at every look of a second, the main ones left out. Their processor time would say less: on a
 * busy machine a thread that spins gets little of it.
 */
export async function busyThreads() {
  let busy = runnable();
  for (let look = 1; look < LOOKS; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
    const now = new Set(runnable());
    busy = busy.filter((thread) => now.has(thread));
  }
  return busy.length;
}

/** Paths of the threads that run, or would if there were a free core. */
function runnable() {
  /** @type {string[]} */
  const found = [];
  const family = new Set([String(process.pid)]);
  // A process is listed after the one that started it: numbers count up.
  for (const pid of numbersIn('/proc')) {
    const about = stat(`/proc/${pid}`);
    if (!about || !(family.has(about.parent) || family.has(pid))) continue;
    family.add(pid);
    if (!about.name.startsWith('WebKitWebProces')) continue;
    for (const thread of numbersIn(`/proc/${pid}/task`).filter((each) => each !== pid)) {
      const path = `/proc/${pid}/task/${thread}`;
      if (stat(path)?.state === 'R') found.push(path);
    }
  }
  return found;
}

/** @param {string} folder */
function numbersIn(folder) {
  try {
    const names = readdirSync(folder).filter((name) => /^\d+$/.test(name));
    return names.sort((one, other) => Number(one) - Number(other));
  } catch {
    return []; // The process has ended since it was listed, or there is no such folder on this system.
  }
}

/** @param {string} folder */
function stat(folder) {
  try {
    const [, name = '', rest = ''] = /\((.*)\) (.*)/s.exec(readFileSync(`${folder}/stat`, 'utf8')) ?? [];
    const [state = '', parent = ''] = rest.split(' ');
    return { name, state, parent };
  } catch {
    return undefined; // As above.
  }
}
