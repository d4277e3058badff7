// One process at a time: of several that are started at once in one folder one installs and builds, and the others wait for it.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** How often it is looked whether the other is done. */
const lookMs = 100;

/**
 * Does it unless it is done, or somebody else is doing it, who is waited for. Throws what the work throws.
 * @param {string} file Holds the process whose turn it is.
 * @param {{isDone: () => boolean, work: () => void, waits: (pid: number) => void}} task
 */
export function inTurn(file, { isDone, work, waits }) {
  let told = false;
  while (!isDone()) {
    if (takes(file)) {
      try {
        // The other may have done it just now.
        if (!isDone()) work();
      } finally {
        rmSync(file, { force: true });
      }
      return;
    }
    const other = holder(file);
    // It was killed in the middle; what it has left is done again.
    if (other > 0 && !isAlive(other)) rmSync(file, { force: true });
    else if (other > 0 && !told) waits(other);
    told ||= other > 0;
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

/** 0 when it has just been given back, or taken by one that has not said so yet. @param {string} file */
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
    // It is there, and somebody else's.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
