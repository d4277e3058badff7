// The folder that keeps the rooms: whose it is now, in which format it is, and copies of it that are whole.

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
import { isAlive } from '../build/turn.mjs';

/** Raised when an older version could no longer read what a newer one has written. */
const format = 1;
const formatFile = 'format';
const ownerFile = 'server.pid';
/** In a backup: when it was begun. */
const beganFile = 'begun';

/** Names the engines derive the files' names from, with the folder each keeps them in. */
const folders = { 'party/-PartyKitDurable': '-PartyKitDurable', 'rooms/code-room': 'code-room' };

/** How often a copy is tried again that a busy room has spoilt. */
const attempts = 50;

/**
 * Takes the folder for this process; answers how to give it back.
 * Throws an Error with a sentence when another server has it, or a newer version has written there.
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
  writeFileSync(join(state, ownerFile), `${process.pid}\n`);
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
  const pid = Number(read(join(state, ownerFile)) ?? 0);
  if (!pid || pid === process.pid || !isAlive(pid)) return;
  throw new Error(
    `A server (process ${pid}) is using ${state}. Stop it first, or set CODE_ROOM_STATE to another folder.`,
  );
}

/**
 * Copies rooms while a server may be writing them: each comes out as it was at one moment.
 * @param {string} from
 * @param {string} to
 * @param {string} [room] Only this one.
 * @returns {number} How many files there were.
 */
export function copyRooms(from, to, room) {
  const began = new Date().toISOString();
  const names = roomsIn(from, room);
  for (const name of names) copyDatabase(join(from, name), join(to, name));
  const version = read(join(from, formatFile));
  if (version !== undefined && names.length > 0) writeFileSync(join(to, formatFile), version);
  if (names.length > 0) writeFileSync(join(to, beganFile), `${began}\n`);
  return names.length;
}

/**
 * Copies rooms of a backup back, but none that was deleted since.
 * @param {string} backup
 * @param {string} state
 * @param {string} [room] Only this one.
 * @returns {{ restored: number, deleted: string[] }} How many files there were, and the marks of those that were left out.
 */
export function restoreRooms(backup, state, room) {
  const began = read(join(backup, beganFile)) ?? '';
  const isDeleted = (/** @type {string} */ name) => (read(join(state, markOf(name))) ?? '') > began;
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

/** Where the time stands at which a room was deleted. Nothing else is known of it. @param {string} file */
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
 * SQLite first appends what is new to a second file beside the first, and moves it over later. As long as the second was not
 * begun anew while both were copied, the copies belong together: what they lack at the end was never confirmed.
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

/** Changes whenever SQLite begins its second file anew. @param {string} database */
function generation(database) {
  const log = `${database}-wal`;
  if (!existsSync(log) || statSync(log).size === 0) return `none ${statSync(database).mtimeMs}`;
  const header = Buffer.alloc(32);
  const file = openSync(log, 'r');
  readSync(file, header, 0, header.length, 0);
  closeSync(file);
  return header.toString('hex');
}

/** Where PartyKit's engine keeps a room. @param {string} room */
export function partyKitFile(room) {
  return /** @type {string} */ (filesOf(room)[0]);
}

/** Where each engine keeps a room: it names files by a hash of the room's name. @param {string} room */
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
