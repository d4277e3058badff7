/** What a room can tell of its past: the replay of an interview, and what one person did in it. */
import type { Text } from '@codemirror/state';
import { readLogChunk } from './log-chunk.js';
import type { Storage } from './platform.js';
import type { Room } from './room.js';
import type { StoredRun } from './run.js';
import { readOutput } from './shared/client-message.js';
import { Reader } from './shared/codec.js';
import { personColor } from './shared/colors.js';
import { documentKind } from './shared/protocol.js';
import type { Replay, ReplayedRun } from './shared/replay.js';
import { mayRead, type Role } from './shared/roles.js';

export type { Replay, ReplayedRun } from './shared/replay.js';

/** One edit of a person's. */
export interface Deed {
  at: number;
  document: number;
  version: number;
  inserted: string;
  /** UTF-16 units taken out. */
  deleted: number;
}

/** Numbers are padded so that keys sort as they count. */
export function runKey(run: number): string {
  return `g/${String(run).padStart(9, '0')}`;
}

/** Of what a role may read. The log has to be on disk. */
export async function replay({ parts }: Room, storage: Storage, role: Role): Promise<Replay> {
  const { record, roster, replicas, documents } = parts;
  const { title, createdAt, ended } = record;
  const shown = [...documents.values()].filter(({ id }) => mayRead(role, id));
  return {
    format: 'code-room-replay',
    version: 1,
    room: { id: parts.id(), title, createdAt, ended },
    people: roster.all().map(({ id, name, role, color }) => ({ id, name, role, color: personColor(color) })),
    authors: replicas.authors,
    documents: await Promise.all(
      shown.map(async (document) => {
        const { id, name, language, version, text } = document;
        const stretches = (await document.stretches()).map(toBase64);
        return { id, name, language, version, text: text.toString(), stretches };
      }),
    ),
    runs: await storedRuns(storage),
  };
}

export async function storedRuns(storage: Storage): Promise<ReplayedRun[]> {
  const stored = [...(await storage.read('g/')).values()] as StoredRun[];
  return stored.map(({ record, startedAt, output }) => {
    const { run, person, name, document, version, language, state, elapsedMs: durationMs } = record;
    const about = { run, person, name, document, version, language, state, startedAt, durationMs };
    return { ...about, output: readOutput(new Reader(output), output.length) };
  });
}

/** The edits a person made in files, in order. */
export async function deedsOf({ parts }: Room, person: string): Promise<Deed[]> {
  const own = new Set(parts.replicas.authors.filter(([, of]) => of === person).map(([replica]) => replica));
  const files = [...parts.documents.values()].filter(({ id }) => documentKind(id) === 'file');
  const deeds: Deed[] = [];
  for (const document of files) {
    for (const { author, time: at, version, change } of (await document.stretches()).flatMap(readLogChunk)) {
      if (!own.has(author)) continue;
      let [inserted, deleted] = ['', 0];
      change.iterChanges((from, to, _from, _to, text: Text) => {
        inserted += text.toString();
        deleted += to - from;
      }, true);
      deeds.push({ at, document: document.id, version, inserted, deleted });
    }
  }
  return deeds.sort((one, other) => one.at - other.at);
}

/** In parts: an engine takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
