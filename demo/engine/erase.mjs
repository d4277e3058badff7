// Takes deleted rooms off the disk where the engine leaves them in its files: what is left of a room is copied, and nothing else.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import initSqlJs from 'sql.js';
import { noteDeleted } from './state.mjs';

/** Holds a file with its name for each room whose file has something to lose, so that no crash forgets it. */
const listed = 'erasing';
/** A room that was just asked for may be about to open its file. */
const quietMs = 400;
const lookMs = 50;
/** An engine closes a file some ten seconds after the room was last asked for. */
const closingMs = 12_000;
/** Whoever waits is not kept for longer: somebody may be in another room of the same file. */
const patienceMs = 5_000;
/** Where a database says that it keeps a log beside it, and what it says then; without the log it is whole by itself. */
const [formats, logged, plain] = [[18, 19], 2, 1];

export class Eraser {
  /** When each room was last asked for. @type {Map<string, number>} */
  #asked = new Map();
  /** When something in each file was deleted. @type {Map<string, number>} */
  #noted = new Map();
  #timer = /** @type {NodeJS.Timeout | undefined} */ (undefined);
  #sqlite = initSqlJs();

  /**
   * @param {string} state
   * @param {(room: string) => string} fileOf Where a room lies below it.
   * @param {(line: string) => void} log Takes what went wrong.
   */
  constructor(state, fileOf, log) {
    this.folder = state;
    this.fileOf = fileOf;
    this.log = log;
    this.list = join(state, listed);
    mkdirSync(this.list, { recursive: true });
  }

  /** Whether a room has a file; it may be opened then. Whoever asks again and again does not keep open what is to be mended. @param {string} room */
  async has(room) {
    const file = this.fileOf(room);
    const mark = join(this.list, encodeURIComponent(file));
    const end = (this.#noted.get(file) ?? 0) + closingMs;
    while (Date.now() < end && existsSync(mark)) await sleep(lookMs);
    this.#asked.set(file, Date.now());
    if (this.#asked.size > 10_000) this.#asked.delete(/** @type {string} */ (this.#asked.keys().next().value));
    return existsSync(join(this.folder, file));
  }

  /** Something in its file was deleted. @param {string} room */
  note(room) {
    const file = this.fileOf(room);
    writeFileSync(join(this.list, encodeURIComponent(file)), room);
    noteDeleted(this.folder, file);
    this.#noted.set(file, Date.now());
    this.begin();
  }

  /** Looks again and again for what can be done. */
  begin() {
    this.#timer ??= setInterval(() => void this.sweep(quietMs), lookMs).unref();
  }

  /** The engine has ended: nobody has a file open. */
  async end() {
    clearInterval(this.#timer);
    await this.sweep();
    clearInterval(this.#timer);
  }

  /** Rooms whose files an engine that crashed has left open: it has to close them once more. @returns {string[]} */
  unclosed() {
    return readdirSync(this.list).map((mark) => readFileSync(join(this.list, mark), 'utf8'));
  }

  /** Comes back when its file holds no more than it should, or after some seconds. @param {string} room */
  async erased(room) {
    const mark = join(this.list, encodeURIComponent(this.fileOf(room)));
    for (const end = Date.now() + patienceMs; existsSync(mark) && Date.now() < end; ) await sleep(lookMs);
  }

  /** Mends the files that nobody has open. @param {number} [quiet] */
  async sweep(quiet = 0) {
    try {
      this.#sweep((await this.#sqlite).Database, quiet);
    } catch (error) {
      // The list says what is still to do: at the next start at the latest.
      clearInterval(this.#timer);
      this.#timer = undefined;
      this.log(`What was deleted could not be taken off the disk: ${error instanceof Error ? error.message : error}`);
    }
  }

  /** @param {import('sql.js').SqlJsStatic['Database']} Database @param {number} quiet */
  #sweep(Database, quiet) {
    const marks = readdirSync(this.list);
    for (const mark of marks) {
      const file = decodeURIComponent(mark);
      const path = join(this.folder, file);
      // From here on without a pause: nobody is told meanwhile that the file is there.
      if (Date.now() - (this.#asked.get(file) ?? 0) < quiet) continue;
      if (existsSync(`${path}-wal`) || existsSync(`${path}-shm`)) continue;
      if (existsSync(path)) rewrite(path, Database);
      rmSync(join(this.list, mark), { force: true });
      this.#noted.delete(file);
    }
    if (marks.length > 0) return;
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
  writeFileSync(`${path}.new`, after);
  renameSync(`${path}.new`, path);
}
