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

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It exists, but belongs to another user.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
