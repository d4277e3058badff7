/** What a session that comes (back) lacks: the changes since it left, or the whole text. */
import type { RoomDocument } from '../document/document.js';
import type { Entry } from '../document/log-segment-writer.js';
import { isOptional } from '../shared/protocol.js';
import type { Bookmark } from '../shared/wire/client-message.js';
import type { UnreadEntry } from '../shared/wire/log-segment.js';
import type { OutgoingRoomMessage } from '../shared/wire/room-message.js';
import type { RoomRecord } from '../storage/room-record.js';

/** More changes than this, or more bytes of them, are slower to send and apply than the text. */
const CHANGES = 50_000;
const CHANGE_BYTES = 2 * 1024 * 1024;

/** What is passed on of an edit; of one that was read from storage, its change as it is on the wire. */
type Told = Pick<Entry | UnreadEntry, 'version' | 'author' | 'sequence' | 'change'>;

/** Where the session can go on in a document; null when its history is not the room's, or not known any more. */
export function resumePoint(record: RoomRecord, bookmark: Bookmark | null, document: RoomDocument): number | null {
  const position = bookmark?.positions.find((at) => at.document === document.id);
  if (!bookmark || !position || bookmark.epoch !== record.epoch) return null;
  const cut = record.droppedSince(position.start, document.id);
  if (cut === null) return null;
  const from = Math.min(position.version, cut);
  return from <= document.version ? from : null;
}

/** Nobody has written in it, and nobody but a session that has counts with it: whoever may read it knows that it is empty. */
export function isUntold({ id, version }: RoomDocument, bookmark: Bookmark | null = null): boolean {
  return version === 0 && isOptional(id) && !bookmark?.positions.some(({ document }) => document === id);
}

/** `older` are the entries that had to be read from storage; edits may have come since. */
export function catchUp(
  document: RoomDocument,
  from: number | null,
  older: readonly Told[],
  replica: number,
): OutgoingRoomMessage[] {
  const { id, name, language, durable } = document;
  const sequence = document.sequenceOf(replica);
  const about = { document: id, name, language, durable: durable.version, sequence };
  const entries = from === null ? null : entriesFrom(document, from, older);
  const changes = (since: readonly Told[]) => since.map((entry) => changeMessage(document, entry));
  if (from !== null && entries !== null) return [{ type: 'continue', ...about, from }, ...changes(entries)];
  // What a crash may still take back comes as changes: only those can be taken back by whoever was told.
  const { version, text } = durable;
  return [{ type: 'document', ...about, version, text: text.toString() }, ...changes(document.since(version))];
}

export function changeMessage(document: RoomDocument, entry: Told): OutgoingRoomMessage {
  const { version, author, sequence, change } = entry;
  const lag = Math.max(0, version - document.durable.version);
  return { type: 'change', document: document.id, version, author, sequence, lag, change };
}

/** Whether changes from there on are worth being read and sent. */
export function worthChanges(document: RoomDocument, from: number): boolean {
  return document.version - from <= CHANGES && document.logBytesSince(from) <= CHANGE_BYTES;
}

/** Null when there is a gap or too much. */
function entriesFrom(document: RoomDocument, from: number, older: readonly Told[]): readonly Told[] | null {
  if (!worthChanges(document, from)) return null;
  if (from >= document.floor) return document.since(from);
  const reached = older.at(-1)?.version ?? 0;
  if (older[0]?.version !== from + 1 || reached < document.floor) return null;
  return [...older, ...document.since(reached)];
}
