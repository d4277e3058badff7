/** The room itself: one order of edits, one roster, one run; whoever is in it sees the same. It keeps the state and does the talking; what people send comes in by dispatch.ts. */
import type { Identity } from '../access/tokens.js';
import type { RoomDocument } from '../document/document.js';
import type { Clock, Peer, Storage } from '../engine/platform.js';
import { PersonRates } from '../rate/person-rate.js';
import { FileList, type StoredFiles } from '../shared/file-list.js';
import { DEFAULT_LANGUAGE, defaultFileName } from '../shared/languages.js';
import type { Limits } from '../shared/limits.js';
import type { Refusal } from '../shared/protocol.js';
import { notAllowed, sentenceFor } from '../shared/refusals.js';
import { type Action, isOver, may } from '../shared/roles.js';
import { type ClientMessage, CODES } from '../shared/wire/client-message.js';
import type { OutgoingRoomMessage } from '../shared/wire/room-message.js';
import { encodeRoomMessage } from '../shared/wire/room-message.js';
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
import { type ListedRun, RunArchive } from './run-archive.js';
import { SharedRun, type StoredRun } from './shared-run.js';
import { aboutRoom, type StoredWebhook, Webhooks, type WebhookTarget } from './webhooks.js';

/** What was read of a room from storage. */
export interface StoredRoom {
  documents: Map<number, RoomDocument>;
  files: StoredFiles | null;
  people: Map<string, KnownPerson>;
  /** How their names look, by person. */
  looks: ReadonlyMap<string, string>;
  replicas: Map<number, StoredReplica>;
  run: StoredRun | null;
  runLists: Map<string, ListedRun[]>;
  webhooks: Map<string, StoredWebhook>;
}

/** What the operator of the server has decided. */
interface RoomOptions {
  limits: Limits;
  webhook: WebhookTarget | null;
  report: (error: unknown) => void;
}

/** What a room needs of the life around it. */
export interface RoomServices {
  connections: Connections;
  /** Called when it is needed: not every engine can tell it at every time. */
  id: () => string;
  /** Who a token of this room is of. Throws AccessDenied. */
  verify: (token: string) => Promise<Identity>;
  /** Something may have to happen sooner than the room was to be woken for. */
  rearm: (exactly?: boolean) => void;
  /** Lets in somebody who waits. */
  letIn: (applicant: Applicant) => void;
}

/** A batch costs an engine as much as forty frames: where many write, each holds more of what they wrote. What waits for it is the word "saved" and whoever reads what is stored. */
const PACING_PEOPLE = 10;

export class Room {
  readonly documents: Map<number, RoomDocument>;
  readonly files: FileList;
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
  /** Takes what fails here and is nobody's to mend in the room, for whoever runs the server. */
  readonly report: (error: unknown) => void;

  /** Something is being done about questions, of which one thing is done at a time. */
  turningQuestions = false;
  /** Who has shown a question last, and when; since the room was loaded. */
  lastAsked: { person: string; at: number } | null = null;

  /** Something has come of tests: told to who sees to what follows. */
  onresults: () => void = () => {};
  /** Somebody has gone: told to who sees to what they leave behind. */
  onleave: (connection: RoomConnection) => void = () => {};

  constructor(
    readonly record: RoomRecord,
    stored: StoredRoom,
    readonly storage: Storage,
    readonly clock: Clock,
    { limits, webhook, report }: RoomOptions,
    readonly services: RoomServices,
    /** Its connections outlived the room in memory. */
    awake: boolean,
  ) {
    const now = clock.now();
    this.limits = limits;
    this.report = report;
    this.documents = stored.documents;
    this.writeQueue = new WriteQueue(
      storage,
      clock,
      {
        collect: () => this.#collect(),
        durable: (versions) => this.#durable(versions),
        trouble: (failing) => this.broadcast({ type: 'saving', works: !failing }),
        report,
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
    record.savedBy((saved) => put(STORAGE_KEYS.record, saved));
    const savePerson = (id: string, person: KnownPerson | undefined) => put(STORAGE_KEYS.person + id, person);
    this.roster = new Roster(stored.people, stored.looks, services.connections, limits, clock, savePerson);
    this.news = new RosterNews(this.roster, clock, (news, except) => this.broadcast(news, except));
    this.replicas = new Replicas(
      stored.replicas,
      awake ? Math.max(0, ...stored.replicas.keys()) + 1 : record.replicas,
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
    });
    this.webhooks = new Webhooks(webhook, stored.webhooks, clock, {
      save: (key, webhook) => put(STORAGE_KEYS.webhook + key, webhook),
      rearm: services.rearm,
      report,
    });
    this.rates = new PersonRates(limits, now);
    this.refusalCounter = new RefusalCounter(now);
  }

  get id(): string {
    return this.services.id();
  }

  /** The connection has ended; `goodbye` when its page was closed on purpose. */
  leave(connection: RoomConnection, goodbye: boolean): void {
    if (!this.roster.leave(connection)) return;
    connection.end();
    this.run.replicaLeft(connection.replica, goodbye);
    this.news.changed(connection.person);
    this.onleave(connection);
  }

  /** Sends somebody away: from now on nothing of theirs counts, whether they take notice or not. */
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

  /** A batch is on disk up to these versions. */
  #durable(versions: ReadonlyMap<number, number>): void {
    for (const [id, version] of versions) {
      const document = this.documents.get(id);
      document?.settle(version);
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
    this.writeQueue.put(STORAGE_KEYS.run, stored);
    if (stored.record.state === 'running') return;
    this.archive.keep(stored);
    this.#tellRun(stored);
  }

  /** Neither code nor output leaves the room this way. */
  #tellRun({ record, startedAt, endedAt = startedAt }: StoredRun): void {
    const { run, language, state, person, name } = record;
    const durationMs = endedAt - startedAt;
    this.webhooks.tellRun(person, { room: aboutRoom(this), run, language, state, durationMs, person, name });
  }

  /** What concerns those alone who let people in. */
  tellInterviewers(message: OutgoingRoomMessage): void {
    for (const connection of this.roster.connections) if (may(connection.role, 'admit')) connection.send(message);
  }

  /** Tells everybody; of a document, if the message is about one, only those who may read it. The others get an edit before its author, who sees it already. */
  broadcast(message: OutgoingRoomMessage, except?: RoomConnection): void {
    const speaker = speakerOf(message);
    if (speaker !== null) this.news.before(speaker);
    const frame = encodeRoomMessage(message);
    const document = 'document' in message ? message.document : null;
    const author = message.type === 'change' ? message.author : null;
    let last: Peer | null = null;
    for (const connection of this.roster.connections) {
      if (connection === except) continue;
      if (document !== null && !this.files.mayRead(connection.role, document)) continue;
      if (connection.replica === author) last = connection.peer;
      else connection.peer.send(frame);
    }
    last?.send(frame);
  }

  tellState(): void {
    this.broadcast({ type: 'state', ...this.record.state });
  }

  /** A document somebody may not read is none to them. */
  visibleDocument(connection: RoomConnection, document: number): RoomDocument | undefined {
    return this.files.mayRead(connection.role, document) ? this.documents.get(document) : undefined;
  }

  /** As people read it: a file that was given no name is called as its language has it. */
  fileName(document: number): string {
    const { name, language } = this.documents.get(document) ?? { name: '', language: '' };
    return name || defaultFileName(language || DEFAULT_LANGUAGE);
  }

  /** Name and language of a file, for everybody. */
  setFile(document: RoomDocument, name: string, language: string): void {
    document.describe(name, language, (key, value) => this.writeQueue.put(key, value));
    this.broadcast({ type: 'described', document: document.id, name, language });
  }

  /** True when this role may do it, now; else the sender has been told why not. */
  authorize(connection: RoomConnection, action: Action, message: ClientMessage, key: number): boolean {
    if (!may(connection.role, action)) {
      this.refuse(connection, message, key, 'role', notAllowed(connection.role, action));
      return false;
    }
    if (connection.expiresAt <= this.clock.now()) {
      this.refuse(connection, message, key, 'expired', sentenceFor('access-expired'));
      return false;
    }
    if (!this.record.ended || !isOver(action)) return true;
    this.refuse(connection, message, key, 'ended', sentenceFor('read-only'));
    return false;
  }

  /** A word to one person, about nothing they have sent. */
  notice(connection: RoomConnection, reason: Refusal, sentence: string): void {
    this.refusalCounter.count(reason);
    connection.send({ type: 'refused', about: 0, document: 0, key: 0, reason, sentence });
  }

  refuse(connection: RoomConnection, message: ClientMessage, key: number, reason: Refusal, sentence: string): void {
    this.refusalCounter.count(reason);
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
