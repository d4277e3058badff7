/** The room: documents, roster and run, the same for everybody in it. It keeps the state and sends messages; what people send arrives through dispatch.ts. */
import type { Identity } from '../access/tokens.js';
import type { RoomDocument } from '../document/document.js';
import type { Clock, Peer, Storage } from '../engine/platform.js';
import { PersonRates } from '../rate/person-rate.js';
import { FileList } from '../shared/file-list.js';
import { DEFAULT_LANGUAGE, defaultFileName } from '../shared/languages.js';
import type { Limits } from '../shared/limits.js';
import { isScorecard, type Refusal } from '../shared/protocol.js';
import { notAllowed, sentenceFor } from '../shared/refusals.js';
import { type Action, endsWithRoom, may, type Role, readsOwnLines } from '../shared/roles.js';
import type { StoredFiles } from '../shared/stored-files.js';
import { type ClientMessage, numberOfKind } from '../shared/wire/client-message.js';
import { encodeRoomMessage, type OutgoingRoomMessage } from '../shared/wire/room-message.js';
import type { RoomRecord } from '../storage/room-record.js';
import { STORAGE_KEYS } from '../storage/storage-keys.js';
import { WriteQueue } from '../storage/write-queue.js';
import type { Applicant } from './applicant.js';
import type { Connections } from './connections.js';
import { Lobby } from './lobby.js';
import { RefusalCounter } from './refusal-counter.js';
import { Replicas, type StoredReplica } from './replicas.js';
import type { RoomConnection } from './room-connection.js';
import { type KnownPerson, Roster } from './roster.js';
import { RosterNews } from './roster-news.js';
import { type ListedRun, RunArchive, storable } from './run-archive.js';
import { ScorecardReaders } from './scorecard-readers.js';
import { SharedRun, type StoredRun } from './shared-run.js';
import { aboutRoom, type StoredWebhook, Webhooks, type WebhookTarget } from './webhooks.js';

/** What was read from storage when the room was loaded. */
interface StoredRoom {
  documents: Map<number, RoomDocument>;
  files: StoredFiles | null;
  people: Map<string, KnownPerson>;
  /** Skeletons of people's names, by person. */
  skeletons: ReadonlyMap<string, string>;
  replicas: Map<number, StoredReplica>;
  run: StoredRun | null;
  runLists: Map<string, ListedRun[]>;
  webhooks: Map<string, StoredWebhook>;
}

/** The operator's settings for a room. */
interface RoomOptions {
  limits: Limits;
  webhook: WebhookTarget | null;
  reportError: (error: unknown) => void;
}

/** What a room needs from its lifecycle. */
export interface RoomServices {
  connections: Connections;
  /** A function, because not every engine knows the id at all times. */
  id: () => string;
  /** Verifies a token of this room. Throws AccessDenied. */
  verify: (token: string) => Promise<Identity>;
  /** Something may be due before the alarm: sets it anew. */
  rearm: (exactly?: boolean) => void;
  /** Admits an applicant. */
  admit: (applicant: Applicant) => void;
}

/** Writing a batch costs an engine as much as forty frames, so where many people write, each batch covers a longer time. That delays only the word "saved" and reading from storage. */
const PACING_PEOPLE = 10;

export class Room {
  readonly documents: Map<number, RoomDocument>;
  readonly files: FileList;
  readonly scorecards: ScorecardReaders;
  readonly limits: Limits;
  readonly roster: Roster;
  readonly news: RosterNews;
  readonly replicas: Replicas;
  readonly run: SharedRun;
  readonly archive: RunArchive;
  readonly lobby: Lobby;
  readonly webhooks: Webhooks;
  readonly rates: PersonRates;
  readonly refusalCounter: RefusalCounter;
  readonly writeQueue: WriteQueue<Map<number, number>>;
  /** Receives errors that nobody in the room can correct, for the operator's log. */
  readonly reportError: (error: unknown) => void;

  /** An action on questions is in progress; only one runs at a time. */
  questionActionRunning = false;
  /** Who last showed a question, and when; since the room was loaded. */
  lastAsked: { person: string; at: number } | null = null;

  /** Called when test results have changed. */
  onresults: () => void = () => {};
  /** Called when a connection has left. */
  onleave: (connection: RoomConnection) => void = () => {};

  constructor(
    readonly record: RoomRecord,
    stored: StoredRoom,
    readonly storage: Storage,
    readonly clock: Clock,
    { limits, webhook, reportError }: RoomOptions,
    readonly services: RoomServices,
    /** True when connections outlived the room in memory. */
    hibernated: boolean,
  ) {
    const now = clock.now();
    this.limits = limits;
    this.reportError = reportError;
    this.documents = stored.documents;
    this.writeQueue = new WriteQueue(
      storage,
      clock,
      {
        collect: () => this.#collect(),
        durable: (versions) => this.#durable(versions),
        trouble: (failing) => this.broadcast({ type: 'saving', works: !failing }),
        reportError,
      },
      () => limits.batchPaceMs * Math.min(Math.max(1, this.roster.count('candidate')), PACING_PEOPLE),
    );
    const put = (key: string, value: unknown) => this.writeQueue.put(key, value);
    this.files = new FileList(
      stored.files,
      limits,
      (document) => this.fileName(document),
      (saved) => put(STORAGE_KEYS.files, saved),
    );
    this.scorecards = new ScorecardReaders(stored.documents);
    record.savedBy((saved) => put(STORAGE_KEYS.record, saved));
    const savePerson = (id: string, person: KnownPerson | undefined) => put(STORAGE_KEYS.person + id, person);
    this.roster = new Roster(stored.people, stored.skeletons, services.connections, limits, clock, savePerson);
    this.news = new RosterNews(this.roster, clock, (news, except) => this.broadcast(news, except));
    this.replicas = new Replicas(
      stored.replicas,
      hibernated ? Math.max(0, ...stored.replicas.keys()) + 1 : record.replicas,
      (replica, kept) => put(STORAGE_KEYS.replica + replica, kept),
      (replica) => record.reserve(replica),
      now,
    );
    this.archive = new RunArchive(stored.runLists, put);
    this.run = new SharedRun(stored.run, limits, clock, {
      tell: (message) => this.broadcast(message),
      save: (run) => this.#saveRun(run),
    });
    this.lobby = new Lobby(services.connections, limits, clock, services.verify, {
      tell: (message) => this.tellInterviewers(message),
      nameFor: (...asked) => this.roster.nameFor(...asked),
      ai: () => record.ai,
    });
    this.webhooks = new Webhooks(webhook, stored.webhooks, clock, {
      save: (key, webhook) => put(STORAGE_KEYS.webhook + key, webhook),
      rearm: services.rearm,
      reportError,
    });
    this.rates = new PersonRates(limits, now);
    this.refusalCounter = new RefusalCounter(now);
  }

  get id(): string {
    return this.services.id();
  }

  /** Called when a connection has ended; `goodbye` is true when its page was closed on purpose. */
  leave(connection: RoomConnection, goodbye: boolean): void {
    if (!this.roster.leave(connection)) return;
    connection.end();
    this.run.replicaLeft(connection.replica, goodbye);
    this.news.changed(connection.person);
    this.onleave(connection);
  }

  /** Disconnects somebody: from now on their frames are ignored, whether they close the connection or not. */
  expel(connection: RoomConnection, code: number, sentence: string): void {
    this.refusalCounter.count(`closed ${code}`);
    this.leave(connection, false);
    connection.peer.state = null;
    connection.peer.close(code, sentence);
  }

  #collect(): Map<number, number> {
    const put = (key: string, value: unknown) => this.writeQueue.put(key, value);
    return new Map([...this.documents].map(([id, document]) => [id, document.collect(this.clock.now(), put)]));
  }

  /** Called when a batch is on disk, with the version of each document in it. */
  #durable(versions: ReadonlyMap<number, number>): void {
    for (const [id, version] of versions) {
      this.documents.get(id)?.settle(version);
    }
    for (const connection of this.roster.connections) {
      for (const [id, version] of connection.unacked) {
        const document = this.documents.get(id);
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

  #saveRun(stored: StoredRun): void {
    this.writeQueue.put(STORAGE_KEYS.run, storable(stored));
    if (stored.record.state === 'running') return;
    this.archive.keep(stored);
    this.#tellRun(stored);
  }

  /** Sends a webhook about a run, without its code and output. */
  #tellRun({ record, startedAt, endedAt = startedAt }: StoredRun): void {
    const { run, language, state, person, name } = record;
    const durationMs = endedAt - startedAt;
    this.webhooks.tellRun(person, { room: aboutRoom(this), run, language, state, durationMs, person, name });
  }

  /** For messages that concern only those who may admit people. */
  tellInterviewers(message: OutgoingRoomMessage): void {
    for (const connection of this.roster.connections) if (may(connection.role, 'admit')) connection.send(message);
  }

  /** Sends to everybody; a message about a document only to those who may read it. The author of an edit gets it last, having seen it already. */
  broadcast(message: OutgoingRoomMessage, except?: RoomConnection): void {
    const speaker = speakerOf(message);
    if (speaker !== null) this.news.before(speaker);
    const frame = encodeRoomMessage(message);
    const document = 'document' in message ? message.document : null;
    const author = message.type === 'change' ? message.author : null;
    let last: Peer | null = null;
    for (const connection of this.roster.connections) {
      if (connection === except) continue;
      if (document !== null && (!this.mayRead(connection, document) || readsOwnLines(connection.role, document)))
        continue;
      if (connection.replica === author) last = connection.peer;
      else connection.peer.send(frame);
    }
    last?.send(frame);
  }

  tellState(): void {
    this.broadcast({ type: 'state', ...this.record.state });
  }

  /** Whether somebody may know of a document. Everything that leaves the room asks this. */
  mayRead({ person, role }: { person: string; role: Role }, document: number): boolean {
    return this.files.mayRead(role, document) && (!isScorecard(document) || this.scorecards.has(person, document));
  }

  /** Undefined for a document that this connection may not read. */
  visibleDocument(connection: RoomConnection, document: number): RoomDocument | undefined {
    return this.mayRead(connection, document) ? this.documents.get(document) : undefined;
  }

  /** The name as people see it: an unnamed file has its language's default name. */
  fileName(document: number): string {
    const { name, language } = this.documents.get(document) ?? { name: '', language: '' };
    return name || defaultFileName(language || DEFAULT_LANGUAGE);
  }

  /** Sets name and language of a file, for everybody. */
  setFile(document: RoomDocument, name: string, language: string): void {
    document.describe(name, language, (key, value) => this.writeQueue.put(key, value));
    this.broadcast({ type: 'described', document: document.id, name, language });
  }

  /** True when this role may do it now; otherwise the sender has been told why not. */
  authorize(connection: RoomConnection, action: Action, message: ClientMessage, key: number): boolean {
    if (!may(connection.role, action)) {
      this.refuse(connection, message, key, 'role', notAllowed(connection.role, action));
      return false;
    }
    if (connection.expiresAt <= this.clock.now()) {
      this.refuse(connection, message, key, 'expired', sentenceFor('access-expired'));
      return false;
    }
    if (!this.record.ended || !endsWithRoom(action)) return true;
    this.refuse(connection, message, key, 'ended', sentenceFor('read-only'));
    return false;
  }

  /** Tells one person something that is not an answer to a message of theirs. */
  notice(connection: RoomConnection, reason: Refusal, sentence: string): void {
    this.refusalCounter.count(reason);
    connection.send({ type: 'refused', about: 0, document: 0, key: 0, reason, sentence });
  }

  refuse(connection: RoomConnection, message: ClientMessage, key: number, reason: Refusal, sentence: string): void {
    this.refusalCounter.count(reason);
    const document = 'document' in message ? message.document : 0;
    connection.send({ type: 'refused', about: numberOfKind(message.type), document, key, reason, sentence });
  }
}

/** The replica that a message is about. */
function speakerOf(message: OutgoingRoomMessage): number | null {
  if (message.type === 'change') return message.author;
  if (message.type === 'started') return message.record.replica;
  return message.type === 'point' || message.type === 'signal' ? message.replica : null;
}
