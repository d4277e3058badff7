/** The history of a room: the replay of an interview, and the edits of one person. */

import type { Clock, Storage } from '../engine/platform.js';
import { isUntold } from '../room/catch-up.js';
import type { Room } from '../room/room.js';
import type { StoredRun } from '../room/shared-run.js';
import { toBase64 } from '../shared/bytes.js';
import { personColor } from '../shared/colors.js';
import { documentKind } from '../shared/document-kinds.js';
import type { Replay, ReplayedDocument, ReplayedRun } from '../shared/replay.js';
import { may, type Role } from '../shared/roles.js';
import { readPlaces } from '../shared/wire/change.js';
import { decodeText, Reader } from '../shared/wire/codec.js';
import { readUnread, type UnreadLogEntry } from '../shared/wire/log-segment.js';
import { unpackOutput } from '../shared/wire/output.js';
import { STORAGE_KEYS } from '../storage/storage-keys.js';

export type { Replay, ReplayedRun } from '../shared/replay.js';

/** Bytes of a log that are read or written without a pause. */
const UNBROKEN_BYTES = 64 * 1024;

/** Whoever asks. */
export interface Asker {
  person: string;
  role: Role;
}

/** What anybody in the room may read is what a replay to be passed on contains. */
export const ANYBODY: Asker = { person: '', role: 'observer' };

/** What is asked of the history. */
export type HistoryCommand =
  | { type: 'mine' }
  | { type: 'report'; for?: 'candidate' | undefined }
  | { type: 'replay'; shared?: boolean };

/** One edit of a person. */
export interface PastEdit {
  at: number;
  document: number;
  version: number;
  inserted: string;
  /** Number of UTF-16 units deleted. */
  deleted: number;
}

/** Contains what the person may read, files that were removed included. The log must be on disk already. */
export async function buildReplay(room: Room, storage: Storage, reader: Asker): Promise<Replay> {
  const { record, roster, replicas, documents } = room;
  const { title, createdAt, ended } = record;
  // A draft was never shown to candidates, so the replay shows the published task.
  const shown = [...documents.values()].filter(
    (document) => mayReadPast(room, reader, document.id) && !isUntold(document),
  );
  return {
    format: 'code-room-replay',
    version: 1,
    room: { id: room.id, title, createdAt, ended, ...(record.ai !== 'off' && { ai: record.ai }) },
    people: roster.all().map(({ id, name, role, color }) => ({ id, name, role, color: personColor(color) })),
    authors: replicas.authors,
    documents: await Promise.all(
      shown.map(async (document) => {
        const { id, language, version, text } = document;
        const stretches: string[] = [];
        for await (const segment of unhurried(await document.segments(), room.clock)) stretches.push(toBase64(segment));
        const isFile = documentKind(id) === 'file';
        const question = isFile ? room.files.questionOf(id) : 0;
        const about = { id, name: isFile ? room.fileName(id) : '', language, ...(question > 0 && { question }) };
        return { ...about, ...(isFile && standing(room, id)), version, text: text.toString(), stretches };
      }),
    ),
    runs: await storedRuns(storage),
  };
}

function mayReadPast(room: Room, reader: Asker, document: number): boolean {
  const kind = documentKind(document);
  if (kind !== 'file') return kind !== 'draft' && room.mayRead(reader, document);
  // Roles that may see protected files may also see removed ones.
  return may(reader.role, 'protect') || room.mayRead(reader, document) || room.files.wasRemoved(reader.role, document);
}

/** What became of a file: whether interviewers alone may read it, and when it was removed. */
function standing({ files }: Room, id: number): Pick<ReplayedDocument, 'hidden' | 'removedAt'> {
  const removedAt = files.removedAt(id);
  const open = files.mayRead(ANYBODY.role, id) || files.wasRemoved(ANYBODY.role, id);
  return { ...(!open && { hidden: true }), ...(removedAt !== undefined && { removedAt }) };
}

export async function storedRuns(storage: Storage): Promise<ReplayedRun[]> {
  const stored = [...(await storage.read(STORAGE_KEYS.pastRun)).values()] as StoredRun[];
  return stored.map(({ record, startedAt, endedAt, output, outputTimes }) => {
    const { run, person, name, document, version, language, state, elapsedMs } = record;
    // Measured by the room's clock: the duration that the page reports is not trusted.
    const durationMs = endedAt === undefined ? elapsedMs : Math.max(0, endedAt - startedAt);
    const about = { run, person, name, document, version, language, state, startedAt, durationMs };
    return { ...about, output: unpackOutput(output), ...(outputTimes && { outputTimes }) };
  });
}

/** The edits of one person in files, in order. */
export async function pastEditsOf(room: Room, person: string): Promise<PastEdit[]> {
  const edits: PastEdit[] = [];
  for await (const [author, document, { time: at, version, change }] of editsOf(room)) {
    if (author !== person) continue;
    let deleted = 0;
    const inserted: string[] = [];
    for (const place of readPlaces(new Reader(change), change.length)) {
      inserted.push(decodeText(place.inserted));
      deleted += place.deleted;
    }
    edits.push({ at, document, version, inserted: inserted.join(''), deleted });
  }
  return edits.sort((one, other) => one.at - other.at);
}

/** For each person: the number of edits in files, and the times of the first and last. Reads the log once for all people. */
export async function sharesOf(room: Room): Promise<Map<string, { edits: number; first: number; last: number }>> {
  const shares = new Map<string, { edits: number; first: number; last: number }>();
  for await (const [author, , { time }] of editsOf(room)) {
    const share = shares.get(author) ?? { edits: 0, first: time, last: time };
    shares.set(author, {
      edits: share.edits + 1,
      first: Math.min(share.first, time),
      last: Math.max(share.last, time),
    });
  }
  return shares;
}

/** Yields each edit in a file: author, document and change. Pauses, so that a long history does not block others. */
async function* editsOf({
  replicas,
  documents,
  clock,
}: Room): AsyncGenerator<[person: string, document: number, UnreadLogEntry]> {
  const people = new Map(replicas.authors);
  const files = [...documents.values()].filter(({ id }) => documentKind(id) === 'file');
  for (const document of files) {
    for await (const segment of unhurried(await document.segments(), clock)) {
      for (const entry of readUnread(segment).entries) {
        const person = people.get(entry.author);
        if (person !== undefined) yield [person, document.id, entry];
      }
    }
  }
}

/** Yields the log segments, with a pause after every so many bytes. */
async function* unhurried(values: readonly Uint8Array[], clock: Clock): AsyncGenerator<Uint8Array> {
  let unbroken = 0;
  for (const value of values) {
    if (unbroken > UNBROKEN_BYTES) await clock.pause();
    unbroken = unbroken > UNBROKEN_BYTES ? value.length : unbroken + value.length;
    yield value;
  }
}
