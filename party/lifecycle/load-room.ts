/** Loads a room from storage. */

import type { RoomSettings } from '../config/room-settings.js';
import { RoomDocument } from '../document/document.js';
import { type Clock, pausing, type Storage } from '../engine/platform.js';
import { showStagesWhenPassed } from '../room/question-steps.js';
import { QuestionRefused } from '../room/questions.js';
import type { StoredReplica } from '../room/replicas.js';
import { Room, type RoomServices } from '../room/room.js';
import type { KnownPerson } from '../room/roster.js';
import type { ListedRun } from '../room/run-archive.js';
import type { StoredRun } from '../room/shared-run.js';
import { skeletonsOf } from '../room/taken-names.js';
import { abandon } from '../room/unfinished-edits.js';
import type { StoredWebhook } from '../room/webhooks.js';
import { documentKind } from '../shared/document-kinds.js';
import { FileList, FileRefused } from '../shared/file-list.js';
import { addedFileLimits, type Limits } from '../shared/limits.js';
import {
  ACTIVITY_DOCUMENT,
  ADDED_DOCUMENTS,
  BRIEF_DOCUMENT,
  CHAT_DOCUMENT,
  DRAFT_DOCUMENT,
  FOCUS_DOCUMENT,
  HELP_DOCUMENT,
  HIDDEN_RESULTS_DOCUMENT,
  HIDDEN_TESTS_DOCUMENT,
  INTERVIEWER_CHAT_DOCUMENT,
  isOptional,
  MAIN_DOCUMENT,
  MOMENTS_DOCUMENT,
  NOTES_DOCUMENT,
  OPEN_SCORECARDS,
  PROPOSALS_DOCUMENT,
  QUESTION_DESK_DOCUMENT,
  QUESTIONS_DOCUMENT,
  RESULTS_DOCUMENT,
  SCORES_DOCUMENT,
  TALK_DOCUMENT,
  TESTS_DOCUMENT,
  TIMER_DOCUMENT,
} from '../shared/protocol.js';
import type { StoredFiles } from '../shared/stored-files.js';
import type { RoomRecord } from '../storage/room-record.js';
import { STORAGE_KEYS } from '../storage/storage-keys.js';
import { migrate, migrateRuns } from './migrations.js';

/** Resolves when this start of the room is on disk: nobody may be told of it earlier. */
export async function loadRoom(
  record: RoomRecord,
  storage: Storage,
  clock: Clock,
  settings: RoomSettings,
  services: RoomServices,
  /** True when connections outlived the room in memory: then nothing can have been lost, and they continue with the start they know. */
  hibernated = false,
): Promise<Room> {
  const run = (await storage.read(STORAGE_KEYS.run)).get(STORAGE_KEYS.run) as StoredRun | undefined;
  const replicas = await readByKey<StoredReplica>(storage, STORAGE_KEYS.replica);
  const people = await readByKey<KnownPerson>(storage, STORAGE_KEYS.person);
  const files = ((await storage.read(STORAGE_KEYS.files)).get(STORAGE_KEYS.files) as StoredFiles | undefined) ?? null;
  const stored = {
    files,
    run: run ?? null,
    people,
    skeletons: await pausing(skeletonsOf(people), clock),
    replicas: new Map([...replicas].map(([id, replica]) => [Number(id), replica])),
    runLists: await readByKey<ListedRun[]>(storage, STORAGE_KEYS.runList),
    webhooks: await readByKey<StoredWebhook>(storage, STORAGE_KEYS.webhook),
    documents: await loadDocuments(record, files, storage, clock, settings.limits),
  };
  const room = new Room(record, stored, storage, clock, settings, services, hibernated);
  room.onleave = ({ replica }) => abandon(room, replica);
  room.onresults = showStagesWhenPassed(room, (error) => noteFailure(error, settings));
  migrate(room);
  if (run && !room.archive.lists) await migrateRuns(room.archive, storage);
  // Only a real start is recorded.
  if (!hibernated) {
    room.roster.lostAll();
    const begun = [...room.documents].filter(([id, { version }]) => version > 0 || !isOptional(id));
    record.noteStart(Object.fromEntries(begun.map(([id, { version }]) => [id, version])));
  }
  await room.writeQueue.settled();
  return room;
}

/** When scheduled work is refused, interviewers can do it by hand and then see why. */
function noteFailure(error: unknown, { reportError }: RoomSettings): void {
  if (!(error instanceof QuestionRefused || error instanceof FileRefused)) reportError(error);
}

/** Documents of every room; and those of rooms with interviewers. */
const OPEN = [MAIN_DOCUMENT, TESTS_DOCUMENT, RESULTS_DOCUMENT, CHAT_DOCUMENT, FOCUS_DOCUMENT, PROPOSALS_DOCUMENT];
const GUARDED = [
  ...[MAIN_DOCUMENT, BRIEF_DOCUMENT, NOTES_DOCUMENT, DRAFT_DOCUMENT],
  ...[TESTS_DOCUMENT, HIDDEN_TESTS_DOCUMENT, RESULTS_DOCUMENT, HIDDEN_RESULTS_DOCUMENT],
  ...[QUESTIONS_DOCUMENT, QUESTION_DESK_DOCUMENT, HELP_DOCUMENT, TIMER_DOCUMENT],
  ...[CHAT_DOCUMENT, INTERVIEWER_CHAT_DOCUMENT, MOMENTS_DOCUMENT, FOCUS_DOCUMENT, ACTIVITY_DOCUMENT],
  ...[TALK_DOCUMENT, PROPOSALS_DOCUMENT],
  ...Array.from({ length: 1 + OPEN_SCORECARDS }, (_, index) => SCORES_DOCUMENT + index),
];

async function loadDocuments(
  { kind, written }: RoomRecord,
  files: StoredFiles | null,
  storage: Storage,
  clock: Clock,
  limits: Limits,
): Promise<Map<number, RoomDocument>> {
  const ids = [...(kind === 'open' ? OPEN : GUARDED), ...FileList.documentsOf(files)];
  // Read in parallel, because the disk takes its time for each; parsed one after the other, because in parallel they would share one long turn.
  const loading: Promise<RoomDocument>[] = [];
  for (const id of ids) {
    const stored = !isOptional(id) || written.includes(id);
    loading.push(RoomDocument.load(id, limitsOf(id, limits), storage, clock, stored, loading.at(-1)));
  }
  const documents = await Promise.all(loading);
  return new Map(documents.map((document) => [document.id, document]));
}

/** A word, and another where two wrote at the same time. */
const HELP_BYTES = 1024;

/** Documents that are not files are small beside the code, and so is their history. */
function limitsOf(id: number, limits: Limits): Limits {
  if (id >= ADDED_DOCUMENTS) return addedFileLimits(limits);
  if (documentKind(id) === 'file') return limits;
  if (id === HELP_DOCUMENT) return { ...limits, fileBytes: HELP_BYTES, historyBytes: limits.historyBytes / 4 };
  const fileBytes = isOptional(id) ? limits.testsBytes : limits.notesBytes;
  return { ...limits, fileBytes, historyBytes: limits.historyBytes / 4 };
}

/** By what is behind the prefix in their keys. */
async function readByKey<T>(storage: Storage, prefix: string): Promise<Map<string, T>> {
  const entries = await storage.read(prefix);
  return new Map([...entries].map(([key, value]) => [key.slice(prefix.length), value as T]));
}
