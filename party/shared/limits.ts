/** Every limit of a room that is a setting, with its reason; tests and benchmarks can raise them. Those of one kind of document stand in its file (`…_LIMITS`). */

import { KiB, PAGE_LIMITS } from './page-limits.js';
import { HOUR_MS, SECOND_MS } from './time.js';

export interface Limits {
  /** Bytes of a frame from a client. A larger message is refused; clients split long pastes. */
  frameBytes: number;
  /** Frames above this close the connection: no client of ours sends them. */
  frameBytesFatal: number;
  /** Places that one change may have. Each costs the room, every editor and every later reading of the log; sessions split larger changes. */
  changePlaces: number;
  /** UTF-8 bytes of a file: what an old laptop still edits smoothly. */
  fileBytes: number;
  /** Files that a room has at one time, and over its whole life: a removed file stays in the replay. Interviewers, and questions with them, may have twice as many over its life. */
  files: number;
  filesEver: number;
  /** Questions over a room's whole life; more than anybody asks in an afternoon. */
  questions: number;
  /** Bytes kept of a file's history, many times an evening of typing; beyond that the oldest part is compacted to whole texts. */
  historyBytes: number;
  /** UTF-8 bytes of notes and brief. */
  notesBytes: number;
  /** UTF-8 bytes of each document of tests, results or questions: as much as a file, and a quarter more for the JSON around it. */
  testsBytes: number;
  /** Characters of a person's name, after cleaning. */
  nameLength: number;
  /** How long the name of somebody who left is reserved: the length of an interview, so that nobody can return in their place. */
  nameHeldMs: number;
  /** Characters of a file's name, after cleaning; its UTF-8 bytes have the same bound. */
  fileNameLength: number;
  /** UTF-8 bytes of output that a run shares; the runner cuts the rest and keeps the beginning and the end. */
  runOutputBytes: number;
  /** Runs that a person may start per minute, and at once; people trying something out press Run every few seconds. */
  runsPerMinute: number;
  runBurst: number;
  /** Programs a minute that a room, and a person in it, may have run on a server of whoever runs this one, and how many at once: a test after the other, and two who try something out. */
  serviceRunsPerMinute: number;
  serviceRunsPerMinuteEach: number;
  serviceRunsAtOnce: number;
  serviceRunsAtOnceEach: number;
  /** UTF-8 bytes of such a program with its files and what it reads. */
  serviceProgramBytes: number;
  /** Bytes that such a server may answer, and how long it may take for one program. */
  serviceAnswerBytes: number;
  serviceMs: number;
  /** Questions a minute that a room, and a person in it, may ask the AI of whoever runs this server, how many at once, and over the room's whole life: each costs money. */
  aiQuestionsPerMinute: number;
  aiQuestionsPerMinuteEach: number;
  aiQuestionsAtOnce: number;
  aiQuestionsAtOnceEach: number;
  aiQuestions: number;
  /** How long it may say nothing, and how long an answer may take in all. */
  aiSilenceMs: number;
  aiMs: number;
  /** Messages and bytes per second from one person, and at once. Typing makes about 10. Edits beyond it are delayed. */
  messagesPerSecond: number;
  messageBurst: number;
  bytesPerSecond: number;
  /** Places per second that a person may change, and at once: replacing all in an ordinary file. Edits beyond it are delayed. */
  placesPerSecond: number;
  placeBurst: number;
  /** Bytes of edits per hour that a person may send at full speed: eight whole files. Beyond that edits are delayed. */
  writtenBytesPerHour: number;
  /** Edits per second of all people together; beyond that they are delayed. Twenty people who type make 200. */
  roomEditsPerSecond: number;
  /** Idle timeout: a connection that sends nothing for so long counts as lost. Hidden pages send every 30 s. */
  silenceMs: number;
  /** Cursor moves per second that are relayed; the newest wins. */
  cursorsPerSecond: number;
  /** Entries a minute that a person may post, and how many at once: quicker than anybody writes in a chat. */
  postsPerMinute: number;
  postBurst: number;
  /** Signals a second of one person that are passed on, and how many at once: scrolling, and pointing. */
  signalsPerSecond: number;
  signalBurst: number;
  /** Bytes of the hello (many times those of a token), and how long to wait for it. */
  helloBytes: number;
  helloMs: number;
  editors: number;
  observers: number;
  /** Valid links per role: one, and one for each further interviewer who creates one. */
  linksPerRole: number;
  /** Connections in the lobby. */
  waiting: number;
  /** Connections to a room in all: everybody it has places for, with a page or two more each. */
  connections: number;
  /** Connections to a room from one address, where addresses are known: a classroom behind one, with two pages each. */
  connectionsPerAddress: number;
  /** Connections that have not authenticated yet, per room and per address: a class that enters at the same moment. */
  silentConnections: number;
  silentPerAddress: number;
  /** Connections from one address per second, and at once. */
  arrivalsPerSecond: number;
  arrivalBurst: number;
  /** Hellos per second that resume no replica, and at once: each costs a signature check, and may add a person. */
  strangersPerSecond: number;
  strangerBurst: number;
  /** Joins of one person per second, and at once: four tabs on a train. */
  returnsPerSecond: number;
  returnBurst: number;
  /** Requests of one person for replay, report or own work per minute, and at once: each reads the whole log. */
  pastReadsPerMinute: number;
  pastReadBurst: number;
  /** Requests of one person for the code over HTTP per second, and at once: a page that polls every second. */
  codeReadsPerSecond: number;
  codeReadBurst: number;
  /** Milliseconds per second in which all rooms may be blocked by creating room files; counted apart for rooms entered and rooms created. Five files at 30 ms each; at once twenty, since many interviews begin on the hour. */
  openingMsPerSecond: number;
  openingBurstMs: number;
  /** Connections of one person: two tabs, a phone, and a lost one that has not timed out yet. */
  connectionsPerPerson: number;
  /** Bytes queued for a client that does not read, where the engine tells: several times what somebody who joins is sent. */
  unreadBytes: number;
  /** Frames per second, and at once, from connections that the room has closed: those under way at that time. Beyond that the room drops all of its connections, since no engine can cut off a single one. */
  lateFramesPerSecond: number;
  lateFrameBurst: number;
  /** How long a run continues when its page has disappeared without a goodbye; then it counts as interrupted. */
  runGraceMs: number;
  /** How long the page that carries out a run may take to stop it before the room ends the run itself. */
  stopGraceMs: number;
  retentionMs: number;
  /** Milliseconds between batches of writes, per person who may edit; counted for one person at least and ten at most. A batch costs an engine as much as forty frames. */
  batchPaceMs: number;
}

export const LIMITS: Readonly<Limits> = {
  ...PAGE_LIMITS,
  frameBytesFatal: 256 * KiB,
  testsBytes: 640 * KiB,
  files: 20,
  filesEver: 100,
  questions: 20,
  historyBytes: 8 * 1024 * KiB,
  nameHeldMs: HOUR_MS,
  runsPerMinute: 20,
  runBurst: 40,
  serviceRunsPerMinute: 120,
  serviceRunsPerMinuteEach: 60,
  serviceRunsAtOnce: 6,
  serviceRunsAtOnceEach: 2,
  serviceProgramBytes: 1024 * KiB,
  serviceAnswerBytes: 4 * 1024 * KiB,
  serviceMs: 45 * SECOND_MS,
  aiQuestionsPerMinute: 20,
  aiQuestionsPerMinuteEach: 8,
  aiQuestionsAtOnce: 4,
  aiQuestionsAtOnceEach: 1,
  aiQuestions: 300,
  aiSilenceMs: 45 * SECOND_MS,
  aiMs: 180 * SECOND_MS,
  messagesPerSecond: 60,
  messageBurst: 120,
  bytesPerSecond: 256 * KiB,
  placesPerSecond: 10_000,
  placeBurst: 40_000,
  writtenBytesPerHour: 4 * 1024 * KiB,
  roomEditsPerSecond: 1_000,
  silenceMs: 35 * SECOND_MS,
  cursorsPerSecond: 20,
  postsPerMinute: 60,
  postBurst: 20,
  signalsPerSecond: 10,
  signalBurst: 20,
  helloBytes: 4 * KiB,
  helloMs: 5 * SECOND_MS,
  editors: 20,
  observers: 200,
  linksPerRole: 20,
  waiting: 50,
  connections: 1_000,
  connectionsPerAddress: 500,
  silentConnections: 500,
  silentPerAddress: 250,
  arrivalsPerSecond: 10,
  arrivalBurst: 300,
  strangersPerSecond: 10,
  strangerBurst: 300,
  returnsPerSecond: 1,
  returnBurst: 20,
  pastReadsPerMinute: 6,
  pastReadBurst: 20,
  codeReadsPerSecond: 1,
  codeReadBurst: 20,
  openingMsPerSecond: 150,
  openingBurstMs: 600,
  connectionsPerPerson: 4,
  unreadBytes: 4 * 1024 * KiB,
  lateFramesPerSecond: 2_000,
  lateFrameBurst: 5_000,
  runGraceMs: 10 * SECOND_MS,
  stopGraceMs: 2 * SECOND_MS,
  retentionMs: 30 * 24 * HOUR_MS,
  batchPaceMs: 10,
};

/** For files beside the first: their history is limited to a sixteenth, so that the room's total stays limited. */
export function addedFileLimits(limits: Limits): Limits {
  return { ...limits, historyBytes: limits.historyBytes / 16 };
}
