// A process lock: of several processes started in one folder, one installs and builds, and the others wait.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Polling interval. */
const lookMs = 100;
/** A process that has begun a lock has written its id by then. */
const writingMs = 2_000;

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
    const lock = read(file);
    if (lock === undefined) continue;
    const other = livingHolder(lock);
    if (other > 0 && !reported) waits(other);
    reported ||= other > 0;
    // The other process was killed; what it has left is done again.
    if (other === 0 && (lock !== '' || isOld(file))) breakLock(file, lock);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, lookMs);
  }
}

/** @param {string} file */
function takes(file) {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, thisProcess(), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    return false;
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
    return undefined; // It is free by now.
  }
}

/** An empty lock is being written, or its process was killed before. @param {string} file */
function isOld(file) {
  const { mtimeMs = Date.now() } = statSync(file, { throwIfNoEntry: false }) ?? {};
  return Date.now() - mtimeMs > writingMs;
}

/**
 * Takes away a lock whose process has ended. Another process may have done that and taken the lock meanwhile: then it gets it back.
 * @param {string} file @param {string} lock What was in it.
 */
function breakLock(file, lock) {
  const taken = `${file}.${process.pid}`;
  try {
    renameSync(file, taken);
  } catch {
    return; // Another process was faster.
  }
  const found = read(taken) ?? '';
  rmSync(taken, { force: true });
  if (found === lock) return;
  try {
    writeFileSync(file, found, { flag: 'wx' });
  } catch {
    return; // A third one has it.
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
