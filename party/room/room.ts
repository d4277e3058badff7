/** The room itself: one order of edits, one roster, one run; whoever is in it sees the same. */
import type { Identity } from '../access/tokens.js';
import type { RoomDocument } from '../document/document.js';
import type { Clock, Peer } from '../engine/platform.js';
import type { PersonRates } from '../rate/person-rate.js';
import { cleanName, isLanguageId } from '../shared/clean-names.js';
import type { Limits } from '../shared/limits.js';
import { CLOSE, documentKind, MAIN_DOCUMENT, type Refusal } from '../shared/protocol.js';
import { type Action, isOver, may, mayRead, notAllowed } from '../shared/roles.js';
import { type ClientMessage, CODES, decodeClientMessage } from '../shared/wire/client-message.js';
import { encodeRoomMessage } from '../shared/wire/room-codec.js';
import type { OutgoingRoomMessage } from '../shared/wire/room-message.js';
import type { RoomRecord } from '../storage/room-record.js';
import type { WriteQueue } from '../storage/write-queue.js';
import { catchUp } from './catch-up.js';
import { relayCursor } from './cursors.js';
import { submit } from './edits.js';
import { refresh } from './join.js';
import type { Applicant, Lobby } from './lobby.js';
import { receiveModeration } from './moderation.js';
import type { RefusalCounter } from './refusal-counter.js';
import type { Replicas } from './replicas.js';
import { LOST_PLACE, type RoomConnection } from './room-connection.js';
import type { Roster } from './roster.js';
import type { RosterNews } from './roster-news.js';
import { answerRun, startRun, stopRun } from './run-requests.js';
import type { SharedRun } from './shared-run.js';
import { receiveSeed } from './starter-code.js';
import { decideDraft } from './task.js';
import { abandon } from './unfinished-edits.js';
import type { Webhooks } from './webhooks.js';

/** What a room is made of; `RoomKeeper` loads it and writes it down. */
export interface RoomParts {
  /** Called when it is needed: not every engine can tell it at every time. */
  id: () => string;
  record: RoomRecord;
  documents: ReadonlyMap<number, RoomDocument>;
  roster: Roster;
  news: RosterNews;
  replicas: Replicas;
  run: SharedRun;
  lobby: Lobby;
  /** Who a token of this room is of. Throws AccessDenied. */
  verify: (token: string) => Promise<Identity>;
  /** Something may have to happen sooner than the room was to be woken for. */
  rearm: (exactly?: boolean) => void;
  /** Lets in somebody who waits. */
  letIn: (applicant: Applicant) => void;
  webhooks: Webhooks;
  rates: PersonRates;
  refusalCounter: RefusalCounter;
  writeQueue: Pick<WriteQueue<unknown>, 'failing'>;
  limits: Limits;
  clock: Clock;
  /** Keeps a value with the next batch; without a key, only has one written. */
  put: (key?: string, value?: unknown) => void;
  /** The record has changed. */
  saveRecord: () => void;
}

/** Sessions compare after a pause of three seconds. */
const CHECK_PAUSE_MS = 2_500;
/** A text that is not the room's is mended by the room's, whole; what differs again so soon is not mended by it. */
const MEND_PAUSE_MS = 60_000;

type Of<T extends ClientMessage['type']> = Extract<ClientMessage, { type: T }>;

export class Room {
  constructor(readonly parts: RoomParts) {}

  /** Handles a frame of somebody who has been let in. Throws FrameError. */
  receive(connection: RoomConnection, frame: Uint8Array): void {
    const message = decodeClientMessage(frame);
    switch (message.type) {
      case 'submit':
      case 'part':
        return submit(this, connection, message, frame.length);
      case 'point':
        if (this.authorize(connection, 'point', message, 0))
          relayCursor(this.parts, connection, message, (told, except) => this.broadcast(told, except));
        return;
      case 'check':
        return this.#check(connection, message);
      case 'seed':
        if (this.authorize(connection, 'seed', message, 0)) receiveSeed(this, connection, message);
        return;
      case 'describe':
        return this.#describe(connection, message);
      case 'rename':
        return this.#rename(connection, message);
      case 'start':
        return startRun(this, connection, message);
      case 'print':
        return this.parts.run.print(connection.replica, message.run, message.output);
      case 'finish':
        return this.parts.run.finish(connection.replica, message.run, message.state, message.durationMs);
      case 'stop':
        return stopRun(this, connection, message);
      case 'answer':
        return answerRun(this, connection, message);
      case 'ping':
        return connection.send({ type: 'pong', nonce: message.nonce });
      case 'draft':
        if (this.authorize(connection, 'edit-brief', message, 0)) decideDraft(this, connection, message.show);
        return;
      case 'refresh':
        // A signature is looked at, as when somebody comes in.
        if (!connection.rate.mayReturn(this.parts.clock.now()))
          return this.expel(connection, CLOSE.flood, 'Too many messages at once.');
        void refresh(this, connection, message.token);
        return;
      case 'hello':
        return this.expel(connection, CLOSE.malformed, 'A hello comes once, and first.');
      default:
        return receiveModeration(this, connection, message);
    }
  }

  /** The connection has ended; `goodbye` when its page was closed on purpose. */
  leave(peer: Peer, goodbye: boolean): void {
    const connection = this.parts.roster.leave(peer);
    if (!connection) return;
    connection.end();
    this.parts.run.replicaLeft(connection.replica, goodbye);
    this.parts.news.changed(connection.person);
    abandon(this, connection.replica);
  }

  /** Sends somebody away: from now on nothing of theirs counts, whether they take notice or not. */
  expel(connection: RoomConnection, code: number, sentence: string): void {
    this.parts.refusalCounter.count(`closed ${code}`);
    this.leave(connection.peer, false);
    connection.peer.state = null;
    connection.peer.close(code, sentence);
  }

  /** A batch is on disk up to these versions. */
  durable(versions: ReadonlyMap<number, number>): void {
    for (const [id, version] of versions) {
      const document = this.parts.documents.get(id);
      document?.settle(version);
    }
    for (const connection of this.parts.roster.connections.values()) {
      for (const [id, version] of connection.unacked) {
        const document = this.parts.documents.get(id);
        if (!document || document.durable.version < version) continue;
        connection.unacked.delete(id);
        connection.send({
          type: 'ack',
          document: id,
          durable: document.durable.version,
          sequence: document.sequenceOf(connection.replica),
        });
      }
    }
  }

  /** What concerns those alone who let people in. */
  tellInterviewers(message: OutgoingRoomMessage): void {
    for (const connection of this.parts.roster.connections.values())
      if (may(connection.role, 'admit')) connection.send(message);
  }

  /** Tells everybody; of a document only those who may read it. Whoever made an edit has it before their eyes: the others hear of it first. */
  broadcast(message: OutgoingRoomMessage, except?: RoomConnection): void {
    const speaker = speakerOf(message);
    if (speaker !== null) this.parts.news.before(speaker);
    const frame = encodeRoomMessage(message);
    const document = 'document' in message ? message.document : MAIN_DOCUMENT;
    const author = message.type === 'change' ? message.author : null;
    let last: Peer | null = null;
    for (const connection of this.parts.roster.connections.values()) {
      if (connection === except || !mayRead(connection.role, document)) continue;
      if (connection.replica === author) last = connection.peer;
      else connection.peer.send(frame);
    }
    last?.send(frame);
  }

  /** A document somebody may not read is none to them. */
  visibleDocument(connection: RoomConnection, document: number): RoomDocument | undefined {
    return mayRead(connection.role, document) ? this.parts.documents.get(document) : undefined;
  }

  #check(connection: RoomConnection, { document: id, version, hash }: Of<'check'>): void {
    const document = this.visibleDocument(connection, id);
    const now = this.parts.clock.now();
    // The answer may be the whole text: a session at rest asks no more often than this.
    // While something is on its way to the disk nobody is at rest.
    const settled = document?.durable.version === version;
    if (document && version > document.version) return this.expel(connection, CLOSE.tryAgain, LOST_PLACE);
    if (!document || !settled || document.version !== version || now - connection.checkedAt < CHECK_PAUSE_MS) return;
    connection.checkedAt = now;
    if (document.hash() === hash) return connection.send({ type: 'agreed', document: id, version });
    // Twenty bytes bring half a megabyte: to somebody who does not read it, it would pile up.
    if (now - connection.mendedAt < MEND_PAUSE_MS) return;
    connection.mendedAt = now;
    for (const message of catchUp(document, null, [], connection.replica)) connection.send(message);
  }

  #describe(connection: RoomConnection, message: Of<'describe'>): void {
    const document = this.parts.documents.get(message.document);
    if (!document || documentKind(document.id) !== 'file' || !this.authorize(connection, 'describe', message, 0))
      return;
    if (message.language !== '' && !isLanguageId(message.language))
      return this.refuse(connection, message, 0, 'invalid', 'A language id is a short word such as python.');
    const name = cleanName(message.name, this.parts.limits.fileNameLength);
    if (message.name !== '' && name === '')
      return this.refuse(
        connection,
        message,
        0,
        'invalid',
        'Choose another file name: with at least one visible character.',
      );
    this.setFile(document, name || document.name, message.language || document.language);
  }

  /** Name and language of a file, for everybody. */
  setFile(document: RoomDocument, name: string, language: string): void {
    document.describe(name, language, (key, value) => this.parts.put(key, value));
    this.broadcast({ type: 'described', document: document.id, name, language });
  }

  #rename(connection: RoomConnection, message: Of<'rename'>): void {
    if (!this.authorize(connection, 'rename', message, 0)) return;
    if (!this.parts.roster.rename(connection.person, message.name)) {
      return this.refuse(
        connection,
        message,
        0,
        'invalid',
        'Choose another name: one with a visible character, and without a word such as Interviewer, You or Room.',
      );
    }
    this.parts.news.changed(connection.person);
  }

  /** True when this role may do it, now; else the sender has been told why not. */
  authorize(connection: RoomConnection, action: Action, message: ClientMessage, key: number): boolean {
    if (!may(connection.role, action)) {
      this.refuse(connection, message, key, 'role', notAllowed(connection.role, action));
      return false;
    }
    if (connection.expiresAt <= this.parts.clock.now()) {
      this.refuse(
        connection,
        message,
        key,
        'expired',
        'Your access has run out. Reload the page or open the link again.',
      );
      return false;
    }
    if (!this.parts.record.ended || !isOver(action)) return true;
    this.refuse(connection, message, key, 'ended', 'This room has ended: it can be read, but not changed any more.');
    return false;
  }

  /** A word to one person, about nothing they have sent. */
  notice(connection: RoomConnection, reason: Refusal, sentence: string): void {
    this.parts.refusalCounter.count(reason);
    connection.send({ type: 'refused', about: 0, document: 0, key: 0, reason, sentence });
  }

  refuse(connection: RoomConnection, message: ClientMessage, key: number, reason: Refusal, sentence: string): void {
    this.parts.refusalCounter.count(reason);
    const document = 'document' in message ? message.document : 0;
    connection.send({ type: 'refused', about: CODES.indexOf(message.type) + 1, document, key, reason, sentence });
  }
}

/** The replica a message is of. */
function speakerOf(message: OutgoingRoomMessage): number | null {
  if (message.type === 'change') return message.author;
  if (message.type === 'started') return message.record.replica;
  return message.type === 'point' ? message.replica : null;
}
