// The state folder: which process uses it, its format, and consistent backups.

import { createHash, createHmac } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { listFiles } from '../build/files.mjs';
import { livingHolder, thisProcess } from '../build/process-lock.mjs';

/** Raised when an older version can no longer read what a newer one writes. */
const format = 1;
const formatFile = 'format';
const ownerFile = 'server.pid';
/** In a backup: when it was started. A room's file that is older or newer than the rest has one of its own beside it. */
const beganFile = 'begun';

/** Names from which the engines derive file names, with their folders. */
const folders = { 'party/-PartyKitDurable': '-PartyKitDurable', 'rooms/code-room': 'code-room' };

/** How often a copy that a busy room has changed meanwhile is retried. */
const attempts = 50;

/**
 * Locks the folder for this process; returns a function that unlocks it.
 * Throws an Error with a sentence when another server uses it, or a newer version has written to it.
 * @param {string} state
 */
export function claimState(state) {
  makeFolder(state);
  assertUnused(state);
  const found = Number(read(join(state, formatFile)) ?? format);
  if (!(found <= format)) {
    throw new Error(`${state} was written by a newer version (format ${found}). Start that one, or restore a backup.`);
  }
  writeFileSync(join(state, formatFile), `${format}\n`);
  writeFileSync(join(state, ownerFile), `${thisProcess()}\n`);
  return () => rmSync(join(state, ownerFile), { force: true });
}

/** @param {string} state */
function makeFolder(state) {
  try {
    mkdirSync(state, { recursive: true });
    accessSync(state, constants.W_OK);
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new Error(`Rooms cannot be kept in ${state} (${why}). Set CODE_ROOM_STATE to a folder that can be written.`);
  }
}

/** @param {string} state */
export function assertUnused(state) {
  const pid = livingHolder(read(join(state, ownerFile)) ?? '');
  if (pid === 0) return;
  throw new Error(
    `A server (process ${pid}) is using ${state}. Stop it first, or set CODE_ROOM_STATE to another folder.`,
  );
}

/**
 * Copies rooms while a server may be writing to them: each copy is consistent.
 * @param {string} from
 * @param {string} to
 * @param {string} [room] Only this one.
 * @returns {number} The number of files.
 */
export function copyRooms(from, to, room) {
  const began = new Date().toISOString();
  const names = roomsIn(from, room);
  const older = existsSync(to) ? roomsIn(to).filter((name) => !names.includes(name)) : [];
  for (const name of names) copyDatabase(join(from, name), join(to, name));
  const version = read(join(from, formatFile));
  if (names.length === 0) return 0;
  if (version !== undefined) writeFileSync(join(to, formatFile), version);
  if (room !== undefined) for (const name of names) writeFileSync(join(to, ownBegan(name)), `${began}\n`);
  else {
    // What only an earlier backup into this folder has stays as old as it is: it may have been deleted since.
    for (const name of older) writeFileSync(join(to, ownBegan(name)), `${beganAt(to, name)}\n`);
    writeFileSync(join(to, beganFile), `${began}\n`);
    for (const name of names) rmSync(join(to, ownBegan(name)), { force: true });
  }
  return names.length;
}

/** @param {string} name */
function ownBegan(name) {
  return `${name}.${beganFile}`;
}

/** When the copy of a room's file was started. @param {string} backup @param {string} name */
function beganAt(backup, name) {
  return read(join(backup, ownBegan(name))) ?? read(join(backup, beganFile)) ?? '';
}

/**
 * Restores rooms from a backup, except those deleted since.
 * @param {string} backup
 * @param {string} state
 * @param {string} [room] Only this one.
 * @returns {{ restored: number, deleted: string[] }} The number of files, and the marks of rooms that were left out.
 */
export function restoreRooms(backup, state, room) {
  const isDeleted = (/** @type {string} */ name) => (read(join(state, markOf(name))) ?? '') > beganAt(backup, name);
  const names = roomsIn(backup, room);
  const kept = names.filter((name) => !isDeleted(name));
  for (const name of kept) copyDatabase(join(backup, name), join(state, name));
  return { restored: kept.length, deleted: names.filter(isDeleted).map((name) => join(state, markOf(name))) };
}

/** @param {string} folder @param {string} [room] */
function roomsIn(folder, room) {
  const wanted = room === undefined ? () => true : (/** @type {string} */ name) => filesOf(room).includes(name);
  return listFiles(folder).filter((name) => name.endsWith('.sqlite') && wanted(name));
}

/** The file that records when a room was deleted. Nothing else is known of it. @param {string} file */
function markOf(file) {
  return join('deleted', file.replace(/sqlite$/, 'deleted'));
}

/** @param {string} state @param {string} file */
export function noteDeleted(state, file) {
  const mark = join(state, markOf(file));
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, new Date().toISOString());
}

/**
 * SQLite first appends changes to a second file (the WAL), and moves them later. If the WAL was not restarted while both were
 * copied, the copies are consistent: what is missing at their end was never committed.
 * @param {string} source
 * @param {string} target
 */
function copyDatabase(source, target) {
  mkdirSync(dirname(target), { recursive: true });
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = generation(source);
    copyFileSync(source, target);
    rmSync(`${target}-shm`, { force: true });
    rmSync(`${target}-wal`, { force: true });
    if (existsSync(`${source}-wal`)) copyFileSync(`${source}-wal`, `${target}-wal`);
    if (generation(source) === before) return;
  }
  throw new Error(`${source} changes too fast to be copied. Stop the server, then try again.`);
}

/** Changes whenever SQLite restarts its WAL. @param {string} database */
function generation(database) {
  const log = `${database}-wal`;
  if (!existsSync(log) || statSync(log).size === 0) return `none ${statSync(database).mtimeMs}`;
  const header = Buffer.alloc(32);
  const file = openSync(log, 'r');
  readSync(file, header, 0, header.length, 0);
  closeSync(file);
  return header.toString('hex');
}

/** The file of a room in PartyKit's engine. @param {string} room */
export function partyKitFile(room) {
  return /** @type {string} */ (filesOf(room)[0]);
}

/** The files of a room in each engine, named by a hash of the room's name. @param {string} room */
function filesOf(room) {
  return Object.entries(folders).map(([folder, key]) => {
    const secret = createHash('sha256').update(key).digest();
    const hmac = (/** @type {string | Buffer} */ data) =>
      createHmac('sha256', secret).update(data).digest().subarray(0, 16);
    const id = hmac(room);
    return `${folder}/${Buffer.concat([id, hmac(id)]).toString('hex')}.sqlite`;
  });
}

/** @param {string} path */
function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}
