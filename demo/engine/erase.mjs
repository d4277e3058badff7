// Eraser: removes deleted rooms from the engine's database files, by copying what is left and nothing else.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import initSqlJs from 'sql.js';
import { noteDeleted } from './state.mjs';

/** Has one file per room whose database must be rewritten, so that a crash does not lose the list. */
const listed = 'erasing';
/** A room that was just requested may be about to open its file. */
const quietMs = 400;
const lookMs = 50;
/** An engine closes a file about ten seconds after the last request for the room. */
const closingMs = 12_000;
/** Maximum waiting time: somebody may be in another tenant's room in the same file. */
const patienceMs = 5_000;
/** Bytes in a database header that say whether it has a write-ahead log; without one, the file is complete by itself. */
const [formats, logged, plain] = [[18, 19], 2, 1];

export class Eraser {
  /** When each room was last requested. @type {Map<string, number>} */
  #asked = new Map();
  /** When something in each file was deleted. @type {Map<string, number>} */
  #noted = new Map();
  /** Files that could not be rewritten: tried again when more is deleted in them, at the end, and at the next start. @type {Set<string>} */
  #failed = new Set();
  #timer = /** @type {NodeJS.Timeout | undefined} */ (undefined);
  #sqlite = initSqlJs();

  /**
   * @param {string} state
   * @param {(room: string) => string} fileOf The path of a room below it.
   * @param {(line: string) => void} log Receives errors.
   */
  constructor(state, fileOf, log) {
    this.folder = state;
    this.fileOf = fileOf;
    this.log = log;
    this.list = join(state, listed);
    mkdirSync(this.list, { recursive: true });
  }

  /** Whether a room has a file, which may then be opened. Repeated requests do not keep a file open that has to be rewritten. @param {string} room */
  async has(room) {
    const file = this.fileOf(room);
    const mark = join(this.list, encodeURIComponent(file));
    const end = (this.#noted.get(file) ?? 0) + closingMs;
    while (Date.now() < end && existsSync(mark)) await sleep(lookMs);
    this.#asked.set(file, Date.now());
    if (this.#asked.size > 10_000) this.#asked.delete(/** @type {string} */ (this.#asked.keys().next().value));
    return existsSync(join(this.folder, file));
  }

  /** Records that something in the room's file was deleted. @param {string} room */
  note(room) {
    const file = this.fileOf(room);
    writeFileSync(join(this.list, encodeURIComponent(file)), room);
    noteDeleted(this.folder, file);
    this.#noted.set(file, Date.now());
    this.#failed.delete(file);
    this.begin();
  }

  /** Starts to check regularly. */
  begin() {
    this.#timer ??= setInterval(() => void this.sweep(quietMs), lookMs).unref();
  }

  /** The engine has ended, so no file is open. */
  async end() {
    clearInterval(this.#timer);
    this.#failed.clear();
    await this.sweep();
    clearInterval(this.#timer);
  }

  /** Rooms whose files a crashed engine has left open: it has to open and close them again. @returns {string[]} */
  unclosed() {
    return readdirSync(this.list).map((mark) => readFileSync(join(this.list, mark), 'utf8'));
  }

  /** Resolves when the file contains nothing deleted, or after a timeout. @param {string} room */
  async erased(room) {
    const mark = join(this.list, encodeURIComponent(this.fileOf(room)));
    for (const end = Date.now() + patienceMs; existsSync(mark) && Date.now() < end; ) await sleep(lookMs);
  }

  /** Rewrites the files that are not open. @param {number} [quiet] */
  async sweep(quiet = 0) {
    try {
      this.#sweep((await this.#sqlite).Database, quiet);
    } catch (error) {
      // The list survives: the rest is done at the next start at the latest.
      clearInterval(this.#timer);
      this.#timer = undefined;
      this.#tell(error);
    }
  }

  /** @param {unknown} error @param {string} [file] */
  #tell(error, file) {
    const why = error instanceof Error ? error.message : error;
    this.log(`What was deleted could not be taken off the disk${file ? ` (${file})` : ''}: ${why}`);
  }

  /** @param {import('sql.js').SqlJsStatic['Database']} Database @param {number} quiet */
  #sweep(Database, quiet) {
    const files = readdirSync(this.list).map(decodeURIComponent);
    const left = files.filter((file) => !this.#failed.has(file));
    for (const file of left) {
      const path = join(this.folder, file);
      // Synchronous from here on, so that nobody is told meanwhile that the file exists.
      if (Date.now() - (this.#asked.get(file) ?? 0) < quiet) continue;
      if (existsSync(`${path}-wal`) || existsSync(`${path}-shm`)) continue;
      try {
        if (existsSync(path)) rewrite(path, Database);
        rmSync(join(this.list, encodeURIComponent(file)), { force: true });
      } catch (error) {
        this.#failed.add(file);
        this.#tell(error, file);
      }
      this.#noted.delete(file);
    }
    if (left.length > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

/** @param {string} path @param {import('sql.js').SqlJsStatic['Database']} Database */
function rewrite(path, Database) {
  const before = readFileSync(path);
  for (const at of formats) before[at] = plain;
  const database = new Database(before);
  database.run('PRAGMA secure_delete = ON');
  database.run('VACUUM');
  const after = database.export();
  database.close();
  for (const at of formats) after[at] = logged;
  // A power cut after the renaming must not leave an empty file.
  writeFileSync(`${path}.new`, after, { flush: true });
  renameSync(`${path}.new`, path);
}
