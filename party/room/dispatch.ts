/** Dispatches frames: decodes what a connection sends and calls one function for each kind of message. Oversized, excessive and malformed frames are refused here. */

import { cleanName, isLanguageId } from '../shared/clean-names.js';
import { documentKind } from '../shared/document-kinds.js';
import { CLOSE, isScorecard } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import { readsOwnLines } from '../shared/roles.js';
import { type ClientMessage, decodeClientMessage } from '../shared/wire/client-message.js';
import { FrameError } from '../shared/wire/codec.js';
import { catchUp } from './catch-up.js';
import { relayCursor } from './cursors.js';
import { submit, tooLarge } from './edits.js';
import { addFile, changeFile } from './file-requests.js';
import { refresh } from './join.js';
import { receiveModeration } from './moderation.js';
import { post } from './post.js';
import { judge, propose } from './proposals.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';
import { answerRun, startRun, stopRun } from './run-requests.js';
import { postScorecard } from './scorecards.js';
import { relaySignal } from './signals.js';
import { receiveSeed } from './starter-code.js';
import { decideDraft } from './task.js';

/** Sessions compare after three idle seconds. */
const CHECK_PAUSE_MS = 2_500;
/** A text that differs is replaced by the room's whole text; if it differs again so soon, that does not help. */
const MEND_PAUSE_MS = 60_000;

type Of<T extends ClientMessage['type']> = Extract<ClientMessage, { type: T }>;

/** Disconnects whoever sends frames that cannot be decoded. */
export function receiveFrame(room: Room, connection: RoomConnection, frame: Uint8Array): void {
  const { limits, clock } = room;
  if (frame.length > limits.frameBytesFatal)
    return room.expel(connection, CLOSE.tooLarge, sentenceFor('frame-too-large'));
  if (!connection.mayReceive(frame, clock.now()))
    return room.expel(connection, CLOSE.flood, sentenceFor('many-messages'));
  try {
    if (frame.length > limits.frameBytes) tooLarge(room, connection, frame);
    else dispatch(room, connection, decodeClientMessage(frame), frame.length);
  } catch (error) {
    if (!(error instanceof FrameError)) throw error;
    room.expel(connection, CLOSE.malformed, error.message);
  }
}

/** `bytes` is the size of the message's frame. */
function dispatch(room: Room, connection: RoomConnection, message: ClientMessage, bytes: number): void {
  switch (message.type) {
    case 'submit':
    case 'part':
      return submit(room, connection, message, bytes);
    case 'point':
      return void (room.authorize(connection, 'point', message, 0) && relayCursor(room, connection, message));
    case 'check':
      return check(room, connection, message);
    case 'seed':
      return void (room.authorize(connection, 'seed', message, 0) && receiveSeed(room, connection, message));
    case 'describe':
      return describe(room, connection, message);
    case 'rename':
      return rename(room, connection, message);
    case 'start':
      return startRun(room, connection, message);
    case 'print':
      return room.run.print(connection.replica, message.run, message.output);
    case 'finish':
      return room.run.finish(connection.replica, message.run, message.state, message.durationMs);
    case 'stop':
      return stopRun(room, connection, message);
    case 'answer':
      return answerRun(room, connection, message);
    case 'ping':
      return connection.send({ type: 'pong', nonce: message.nonce });
    case 'draft':
      return void (room.authorize(connection, 'edit-brief', message, 0) && decideDraft(room, connection, message.show));
    case 'refresh':
      // Verifying a token costs a signature check, so it is limited like joining.
      if (!connection.rate.mayReturn(room.clock.now()))
        return room.expel(connection, CLOSE.flood, sentenceFor('many-messages'));
      return void refresh(room, connection, message.token);
    case 'add-file':
      return void addFile(room, connection, message);
    case 'remove-file':
    case 'restore-file':
    case 'move-file':
    case 'choose-entry':
    case 'protect-file':
      return changeFile(room, connection, message);
    case 'post':
      return isScorecard(message.document) ? postScorecard(room, connection, message) : post(room, connection, message);
    case 'propose':
      return propose(room, connection, message);
    case 'judge':
      return void judge(room, connection, message);
    case 'signal':
      return relaySignal(room, connection, message);
    case 'hello':
      return room.expel(connection, CLOSE.malformed, sentenceFor('hello-once'));
    default:
      return receiveModeration(room, connection, message);
  }
}

function check(room: Room, connection: RoomConnection, { document: id, version, hash }: Of<'check'>): void {
  const document = room.visibleDocument(connection, id);
  const now = room.clock.now();
  // The answer may be the whole text, and idle sessions ask no more often than this.
  // While edits are being written to disk, no session is idle.
  const settled = document?.durable.version === version;
  // It is another text by intention.
  if (readsOwnLines(connection.role, id)) return;
  if (document && version > document.version) return room.expel(connection, CLOSE.tryAgain, sentenceFor('lost-place'));
  if (!document || !settled || document.version !== version) return;
  // A clock that was ahead may have been set back meanwhile.
  if (Math.abs(now - connection.checkedAt) < CHECK_PAUSE_MS) return;
  connection.checkedAt = now;
  if (document.hash() === hash) return connection.send({ type: 'agreed', document: id, version });
  // A check of twenty bytes may bring half a megabyte, which would pile up for somebody who does not read.
  if (Math.abs(now - connection.mendedAt) < MEND_PAUSE_MS) return;
  connection.mendedAt = now;
  for (const message of catchUp(document, null, [], connection.replica)) connection.send(message);
}

function describe(room: Room, connection: RoomConnection, message: Of<'describe'>): void {
  const document = room.visibleDocument(connection, message.document);
  if (documentKind(message.document) !== 'file') return;
  const gone = document ? room.files.isAside(document.id) : room.files.wasRemoved(connection.role, message.document);
  // The file may have been removed meanwhile; the sender waits for an answer.
  if (gone) return room.refuse(connection, message, 0, 'unknown', sentenceFor('no-file'));
  if (!document) return;
  if (!room.authorize(connection, 'describe', message, 0)) return;
  if (message.language !== '' && !isLanguageId(message.language))
    return room.refuse(connection, message, 0, 'invalid', sentenceFor('language-id'));
  const name = cleanName(message.name, room.limits.fileNameLength);
  if (message.name !== '' && name === '')
    return room.refuse(connection, message, 0, 'invalid', sentenceFor('file-name'));
  if (!room.files.mayWrite(connection.role, document.id))
    return room.refuse(connection, message, 0, 'role', sentenceFor('file-read-only'));
  const fault = name ? room.files.nameFault(name, connection.role, document.id) : null;
  if (fault) return room.refuse(connection, message, 0, 'invalid', fault);
  room.setFile(document, name || document.name, message.language || document.language);
}

function rename(room: Room, connection: RoomConnection, message: Of<'rename'>): void {
  if (!room.authorize(connection, 'rename', message, 0)) return;
  // Each is compared with the names of all others, told to all and written down.
  if (!connection.rate.mayPost(room.clock.now()))
    return room.refuse(connection, message, 0, 'busy', sentenceFor('posted-often'));
  if (!room.roster.rename(connection.person, message.name)) {
    return room.refuse(connection, message, 0, 'invalid', sentenceFor('person-name'));
  }
  room.news.changed(connection.person);
}
