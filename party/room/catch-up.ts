/** Catch-up: what a returning or new session lacks, as changes since it left or as the whole text. */
import type { RoomDocument } from '../document/document.js';
import type { LogEntry } from '../document/log-segment-writer.js';
import { isOptional } from '../shared/protocol.js';
import type { Bookmark } from '../shared/wire/client-message.js';
import type { UnreadLogEntry } from '../shared/wire/log-segment.js';
import type { OutgoingRoomMessage } from '../shared/wire/room-message.js';
import type { RoomRecord } from '../storage/room-record.js';

/** With more changes, or more bytes of them, sending and applying the whole text is faster. */
const CHANGES = 50_000;
const CHANGE_BYTES = 2 * 1024 * 1024;

/** What is sent of an edit; for one read from storage, its change in wire form. */
type MissedLogEntry = Pick<LogEntry | UnreadLogEntry, 'version' | 'author' | 'sequence' | 'change'>;

/** The version from which the session can continue in a document; null when its history is not the room's, or is no longer known. */
export function resumePoint(record: RoomRecord, bookmark: Bookmark | null, document: RoomDocument): number | null {
  const position = bookmark?.positions.find((at) => at.document === document.id);
  if (!bookmark || !position || bookmark.epoch !== record.epoch) return null;
  const cut = record.droppedSince(position.start, document.id);
  if (cut === null) return null;
  const from = Math.min(position.version, cut);
  return from <= document.version ? from : null;
}

/** An empty document that was never written in is not sent, unless the session already has it: everybody who may read it knows that it is empty. */
export function isUntold({ id, version }: RoomDocument, bookmark: Bookmark | null = null): boolean {
  return version === 0 && isOptional(id) && !bookmark?.positions.some(({ document }) => document === id);
}

/** `older` are the entries read from storage; edits may have been made since. */
export function catchUp(
  document: RoomDocument,
  from: number | null,
  older: readonly MissedLogEntry[],
  replica: number,
): OutgoingRoomMessage[] {
  const { id, name, language, durable } = document;
  const sequence = document.sequenceOf(replica);
  const about = { document: id, name, language, durable: durable.version, sequence };
  const entries = from === null ? null : entriesFrom(document, from, older);
  const changes = (since: readonly MissedLogEntry[]) => since.map((entry) => changeMessage(document, entry));
  if (from !== null && entries !== null) return [{ type: 'continue', ...about, from }, ...changes(entries)];
  // Undurable edits are sent as changes: a crash may undo them, and only sessions that got them as changes can undo them too.
  const { version, text } = durable;
  return [{ type: 'document', ...about, version, text: text.toString() }, ...changes(document.since(version))];
}

export function changeMessage(document: RoomDocument, entry: MissedLogEntry): OutgoingRoomMessage {
  const { version, author, sequence, change } = entry;
  const lag = Math.max(0, version - document.durable.version);
  return { type: 'change', document: document.id, version, author, sequence, lag, change };
}

/** Whether the changes are few enough to be read and sent. */
export function worthChanges(document: RoomDocument, from: number): boolean {
  return document.version - from <= CHANGES && document.logBytesSince(from) <= CHANGE_BYTES;
}

/** Null when there is a gap or too much. */
function entriesFrom(
  document: RoomDocument,
  from: number,
  older: readonly MissedLogEntry[],
): readonly MissedLogEntry[] | null {
  if (!worthChanges(document, from)) return null;
  if (from >= document.floor) return document.since(from);
  const reached = older.at(-1)?.version ?? 0;
  if (older[0]?.version !== from + 1 || reached < document.floor) return null;
  return [...older, ...document.since(reached)];
}
