/** Accepts edits: delayed by the rate limit, checked, broadcast at once and then persisted. */

import type { ChangeSet } from '@codemirror/state';
import { EditRefused, type RoomDocument } from '../document/document.js';
import type { LogEntry } from '../document/log-segment-writer.js';
import { documentKind } from '../shared/document-kinds.js';
import { CLOSE, isOptional, RESULTS_DOCUMENT } from '../shared/protocol.js';
import { notAllowed, sentenceFor } from '../shared/refusals.js';
import { editing, may, mayWriteTests } from '../shared/roles.js';
import { type ClientMessage, decodeClientMessage } from '../shared/wire/client-message.js';
import { FrameError } from '../shared/wire/codec.js';
import { changeMessage } from './catch-up.js';
import { moveWithEdit } from './cursors.js';
import { mayWriteResults } from './result-writers.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';

type Submit = Extract<ClientMessage, { type: 'submit' | 'part' }>;

/** An edit that is delayed longer than this causes a notice, at most once a minute. */
const NOTICED_MS = 1_000;
const TOLD_AGAIN_MS = 60_000;

/** An edit that comes too soon is delayed; its session sends the next one only after it was accepted. Refused edits are not delayed, so that they take nobody's turn. */
export function submit(room: Room, connection: RoomConnection, message: Submit, bytes: number): void {
  const { clock } = room;
  const places = permitted(room, connection, message) ? placesOf(room, connection, message) : null;
  if (places === null) return refused(room, connection);
  if (connection.held.has(message.document)) return room.expel(connection, CLOSE.flood, sentenceFor('many-edits'));
  const weight = { bytes, places };
  const wait = connection.rate.edit(weight, clock.now());
  if (wait === 0) return take(room, connection, message);
  const release = clock.after(wait, () => {
    connection.held.delete(message.document);
    take(room, connection, message);
  });
  connection.held.set(message.document, () => {
    release();
    connection.rate.giveBack(weight);
  });
  if (wait > NOTICED_MS) tellSlow(room, connection);
}

/** A frame that is too large. The session must learn which one: an edit would be sent again forever, and a request waits for its answer. */
export function tooLarge(room: Room, connection: RoomConnection, frame: Uint8Array): void {
  const sentence = sentenceFor('message-too-large', { kib: room.limits.frameBytes / 1024 });
  const message = decodeClientMessage(frame);
  const key = 'sequence' in message ? message.sequence : 'request' in message ? message.request : 0;
  room.refuse(connection, message, key, 'too-large', sentence);
}

/** A refused edit costs nothing, but very many of them are a flood. */
function refused(room: Room, connection: RoomConnection): void {
  if (!connection.rate.mayBeRefused(room.clock.now()))
    room.expel(connection, CLOSE.flood, sentenceFor('many-messages'));
}

/** The number of places the edit changes; null when there are too many, and the sender has been told. */
function placesOf(room: Room, connection: RoomConnection, message: Submit): number | null {
  const { changePlaces } = room.limits;
  try {
    let places = 0;
    for (const _ of message.change.places()) if (++places > changePlaces) break;
    if (places <= changePlaces) return places;
    const sentence = sentenceFor('too-many-places', { places: changePlaces });
    room.refuse(connection, message, message.sequence, 'too-large', sentence);
  } catch (error) {
    refuseUnreadable(room, connection, message, error);
  }
  return null;
}

/** Malformed edits are refused, not disconnected: the session would reconnect and send the same edit again. */
function refuseUnreadable(room: Room, connection: RoomConnection, message: Submit, error: unknown): void {
  if (!(error instanceof FrameError)) throw error;
  room.refuse(connection, message, message.sequence, 'invalid', error.message);
}

function tellSlow(room: Room, connection: RoomConnection): void {
  const now = room.clock.now();
  if (now - connection.rate.toldAt < TOLD_AGAIN_MS) return;
  connection.rate.toldAt = now;
  room.notice(connection, 'busy', sentenceFor('saved-slowly'));
}

/** The document, if the sender may edit it; otherwise the sender has been told why not. */
function permitted(room: Room, connection: RoomConnection, message: Submit): RoomDocument | null {
  const { document: id, sequence } = message;
  const document = room.visibleDocument(connection, id);
  const action = editing(connection.role, id);
  if (action === null) {
    room.refuse(connection, message, sequence, 'role', unwritable(connection, id));
    return null;
  }
  if (!room.authorize(connection, action, message, sequence)) return null;
  if (!document) {
    // A file may have been removed while its last edits were on their way.
    const sentence = sentenceFor(room.files.wasRemoved(connection.role, id) ? 'file-removed' : 'no-file');
    room.refuse(connection, message, sequence, 'unknown', sentence);
  } else if (!room.files.mayWrite(connection.role, id))
    room.refuse(connection, message, sequence, 'role', sentenceFor('file-read-only'));
  else if (documentKind(id) === 'tests' && !mayWriteTests(connection.role, room.record.candidateTests))
    room.refuse(connection, message, sequence, 'role', sentenceFor('interviewers-tests'));
  else return document;
  return null;
}

/** Why nobody may edit this document. */
function unwritable({ role }: RoomConnection, document: number): string {
  if (isOptional(document)) return sentenceFor('rooms-text');
  // The sender's page is from a version before drafts existed.
  return may(role, 'edit-brief') ? sentenceFor('task-as-draft') : notAllowed(role, 'edit-brief');
}

function take(room: Room, connection: RoomConnection, message: Submit): void {
  const { clock, writeQueue } = room;
  const { base, sequence, change } = message;
  // Permissions may have changed while the edit was delayed.
  const document = permitted(room, connection, message);
  if (!document) return;
  try {
    const now = clock.now();
    const isPart = message.type === 'part';
    const allows = (change: ChangeSet) =>
      document.id !== RESULTS_DOCUMENT || mayWriteResults(room, connection, change, document.text);
    const taken = document.submit(connection.replica, base, sequence, change.read, now, isPart, allows);
    if (taken) {
      connection.rate.mapped(taken.mapped, now);
      applied(room, document, taken.entry);
      moveWithEdit(connection, document.id, taken.entry);
      if (document.id === RESULTS_DOCUMENT) room.onresults();
    }
    connection.unacked.set(document.id, document.version);
    writeQueue.schedule();
  } catch (error) {
    if (!(error instanceof EditRefused)) return refuseUnreadable(room, connection, message, error);
    if (error.reason === 'stale') room.expel(connection, CLOSE.tryAgain, error.message);
    else room.refuse(connection, message, sequence, error.reason, error.message);
  }
}

/** Broadcasts an accepted edit and queues it for the disk. */
export function applied(room: Room, document: RoomDocument, entry: LogEntry): void {
  room.broadcast(changeMessage(document, entry));
  if (documentKind(document.id) === 'file') room.record.setSeeded();
  if (isOptional(document.id)) room.record.noteWritten(document.id);
  room.writeQueue.schedule();
}
