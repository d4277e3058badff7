/** Loads a room from storage and sees to it that what changes in it is written down. */

import type { RoomSettings } from '../config/room-settings.js';
import { RoomDocument } from '../document/document.js';
import type { Clock, Storage } from '../engine/platform.js';
import { PersonRates } from '../rate/person-rate.js';
import { Lobby } from '../room/lobby.js';
import { RefusalCounter } from '../room/refusal-counter.js';
import { Replicas, type StoredReplica } from '../room/replicas.js';
import { Room, type RoomParts } from '../room/room.js';
import { type KnownPerson, Roster } from '../room/roster.js';
import { RosterNews } from '../room/roster-news.js';
import { type ListedRun, RunArchive, SHELF_PREFIX } from '../room/run-archive.js';
import { SharedRun, type StoredRun } from '../room/shared-run.js';
import { aboutRoom, type StoredWebhook, Webhooks } from '../room/webhooks.js';
import type { Limits } from '../shared/limits.js';
import { BRIEF_DOCUMENT, DRAFT_DOCUMENT, documentKind, MAIN_DOCUMENT, NOTES_DOCUMENT } from '../shared/protocol.js';
import { noteStart, type RoomRecord, reserveReplica } from '../storage/room-record.js';
import { RECORD_KEY } from '../storage/stored-room.js';
import { WriteQueue, type WriteQueueEvents } from '../storage/write-queue.js';
import { migrate } from './migrations.js';

const RUN_KEY = 'run';
/** A batch costs an engine as much as forty frames: where many write, each holds more of what they wrote. What waits for it is the word "saved" and whoever reads what is stored. */
const PACING_PEOPLE = 10;

export interface LoadedRoom {
  room: Room;
  writeQueue: WriteQueue<Map<number, number>>;
}

/** Resolves when this start of the room is on disk: only then may anybody hear of it. */
export async function loadRoom(
  id: () => string,
  record: RoomRecord,
  storage: Storage,
  clock: Clock,
  settings: RoomSettings,
  ties: Pick<RoomParts, 'letIn' | 'verify' | 'rearm'>,
  /** Its connections outlived the room in memory: they go on with the start they know, and nothing can have been lost. */
  awake = false,
): Promise<LoadedRoom> {
  const { limits } = settings;
  const people = await readNumbered<KnownPerson>(storage, 'p/');
  const replicas = await readNumbered<StoredReplica>(storage, 'r/');
  const run = (await storage.read(RUN_KEY)).get(RUN_KEY) as StoredRun | undefined;
  const shelves = await readNumbered<ListedRun[]>(storage, SHELF_PREFIX);
  const news = await readNumbered<StoredWebhook>(storage, 'w/');
  const documents = await loadDocuments(record, storage, clock, limits);

  const events: WriteQueueEvents<Map<number, number>> = {
    collect: () =>
      new Map(
        [...documents].map(([id, document]) => [
          id,
          document.collect(clock.now(), (key, value) => writeQueue.put(key, value)),
        ]),
      ),
    durable: (versions) => room.durable(versions),
    report: settings.report,
    trouble: (failing) => room.broadcast({ type: 'saving', works: !failing }),
  };
  const pace = () => limits.batchPaceMs * Math.min(Math.max(1, roster.count('candidate')), PACING_PEOPLE);
  const writeQueue: LoadedRoom['writeQueue'] = new WriteQueue(storage, clock, events, pace);
  const archive = new RunArchive(shelves, (key, value) => writeQueue.put(key, value));
  const saveRecord = () => writeQueue.put(RECORD_KEY, { ...record });
  const roster = new Roster(people, limits, clock, (id, person) => writeQueue.put(`p/${id}`, person));
  const parts: RoomParts = {
    id,
    record,
    documents,
    roster,
    news: new RosterNews(roster, clock, (news, except) => room.broadcast(news, except)),
    replicas: new Replicas(
      new Map([...replicas].map(([id, stored]) => [Number(id), stored])),
      awake ? Math.max(0, ...[...replicas.keys()].map(Number)) + 1 : record.replicas,
      (id, stored) => writeQueue.put(`r/${id}`, stored),
      (id) => {
        if (reserveReplica(record, id)) saveRecord();
      },
      clock.now(),
    ),
    run: new SharedRun(run ?? null, limits, clock, {
      tell: (message) => room.broadcast(message),
      save: (stored) => {
        writeQueue.put(RUN_KEY, stored);
        if (stored.record.state === 'running') return;
        archive.keep(stored);
        tellRun(room, stored);
      },
    }),
    lobby: new Lobby(limits, clock, ties.verify, {
      tell: (message) => room.tellInterviewers(message),
      nameFor: (...asked) => roster.nameFor(...asked),
    }),
    ...ties,
    webhooks: new Webhooks(settings.webhook, news, clock, {
      save: (key, webhook) => writeQueue.put(`w/${key}`, webhook),
      rearm: ties.rearm,
      report: settings.report,
    }),
    rates: new PersonRates(limits, clock.now()),
    refusalCounter: new RefusalCounter(clock.now()),
    writeQueue,
    limits,
    clock,
    put: (key, value) => (key === undefined ? writeQueue.schedule() : writeQueue.put(key, value)),
    saveRecord,
  };
  const room = new Room(parts);
  migrate(room);
  if (run && !archive.lists) await listRuns(archive, storage);
  if (!awake) {
    roster.lostAll();
    noteStart(record, Object.fromEntries([...documents].map(([id, document]) => [id, document.version])));
    saveRecord();
  }
  await writeQueue.settled();
  return { room, writeQueue };
}

/** Once, in a room of an earlier version. */
async function listRuns(archive: RunArchive, storage: Storage): Promise<void> {
  for (const stored of (await storage.read('g/')).values()) archive.keep(stored as StoredRun);
}

/** Neither code nor output leaves the room this way. */
function tellRun({ parts }: Room, { record, startedAt, endedAt = startedAt }: StoredRun): void {
  const { run, language, state, person, name } = record;
  const durationMs = endedAt - startedAt;
  parts.webhooks.tellRun(person, { room: aboutRoom(parts), run, language, state, durationMs, person, name });
}

/** Brief and notes belong to rooms with interviewers in them. */
async function loadDocuments(
  { kind }: RoomRecord,
  storage: Storage,
  clock: Clock,
  limits: Limits,
): Promise<Map<number, RoomDocument>> {
  const ids = kind === 'open' ? [MAIN_DOCUMENT] : [MAIN_DOCUMENT, BRIEF_DOCUMENT, NOTES_DOCUMENT, DRAFT_DOCUMENT];
  const load = async (id: number): Promise<[number, RoomDocument]> => {
    const fileBytes = documentKind(id) === 'file' ? limits.fileBytes : limits.notesBytes;
    // Notes and brief are small beside the code, and so is their past.
    const historyBytes = documentKind(id) === 'file' ? limits.historyBytes : limits.historyBytes / 4;
    return [id, await RoomDocument.load(id, { ...limits, fileBytes, historyBytes }, storage, clock)];
  };
  // One after the other: beside each other they would share a turn, which each by itself keeps short.
  const documents = new Map<number, RoomDocument>();
  for (const id of ids) documents.set(...(await load(id)));
  return documents;
}

async function readNumbered<T>(storage: Storage, prefix: string): Promise<Map<string, T>> {
  const entries = await storage.read(prefix);
  return new Map([...entries].map(([key, value]) => [key.slice(prefix.length), value as T]));
}
