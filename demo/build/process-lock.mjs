// A process lock: of several processes started in one folder, one installs and builds, and the others wait.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Polling interval. */
const lookMs = 100;

/**
 * Does the work unless it is done; waits if another process is doing it. Throws what the work throws.
 * @param {string} file Contains the id of the process that has the lock.
 * @param {{isDone: () => boolean, work: () => void, waits: (pid: number) => void}} task
 */
export function withProcessLock(file, { isDone, work, waits }) {
  let reported = false;
  while (!isDone()) {
    if (takes(file)) {
      try {
        // Another process may have just done it.
        if (!isDone()) work();
      } finally {
        rmSync(file, { force: true });
      }
      return;
    }
    const other = holder(file);
    // The other process was killed; what it has left is done again.
    if (other > 0 && !isAlive(other)) rmSync(file, { force: true });
    else if (other > 0 && !reported) waits(other);
    reported ||= other > 0;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, lookMs);
  }
}

/** @param {string} file */
function takes(file) {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    return false;
  }
}

/** 0 when the lock has just been released, or its owner has not written its id yet. @param {string} file */
function holder(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0; // It is free by now.
  }
}

/** What a lock contains: our process id, and where the system says it, what tells us from a later process of this id. */
export function thisProcess() {
  return [process.pid, ...lifeOf(process.pid)].join(' ');
}

/**
 * The id of the process that has written this, if it still runs and is not this one; else 0. After a power cut, or in the next
 * container, another process has its id.
 * @param {string} lock
 */
export function livingHolder(lock) {
  const [id, ...life] = lock.trim().split(' ');
  const pid = Number(id);
  if (!pid || pid === process.pid || !isAlive(pid)) return 0;
  const now = lifeOf(pid);
  return life.length > 0 && now.length > 0 && life.join() !== now.join() ? 0 : pid;
}

/** The system's start, and the process's after that; empty where the system has no such files. @param {number} pid @returns {string[]} */
function lifeOf(pid) {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const about = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 22; the name, in parentheses before field 3, may contain anything.
    const start = about.slice(about.lastIndexOf(')') + 2).split(' ')[19];
    return start ? [boot, start] : [];
  } catch {
    return []; // Not Linux, or the process has just ended.
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It exists, but belongs to another user.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
