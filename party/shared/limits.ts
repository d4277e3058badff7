/** Every limit a room enforces, with its reason; one place, and all are settings so that tests and benches may raise them. */
import { PAGE_LIMITS } from './page-limits.js';

const KiB = 1024;
const SECOND = 1000;
const HOUR = 3600 * SECOND;

export interface Limits {
  /** Bytes of a frame a client may send. Above it the message is refused; clients cut long pastes. */
  frameBytes: number;
  /** Bytes above which the connection is closed: no client of ours sends that. */
  frameBytesFatal: number;
  /** Places that one change may touch. Each costs the room, everybody's editor and every later reading of the log some work; sessions send what touches more in parts. */
  changePlaces: number;
  /** UTF-8 bytes of a file: what an old laptop still edits fluently. */
  fileBytes: number;
  /** Files a room has at the same time, and in its whole life: one that was removed stays in the replay. */
  files: number;
  filesEver: number;
  /** Questions a room has in its whole life: more than anybody asks in an afternoon. */
  questions: number;
  /** Bytes of a file's past that are kept, an evening of typing many times over; then the oldest is compacted to whole texts. */
  historyBytes: number;
  /** UTF-8 bytes of notes and brief. */
  notesBytes: number;
  /** UTF-8 bytes of all tests, of what came of them, and of the questions asked: a file's, and what stands between them. */
  testsBytes: number;
  /** Characters of a person's name, after cleaning. */
  nameLength: number;
  /** How long the name of somebody who has left is kept for them: as long as an interview, so that nobody comes back in their place. */
  nameHeldMs: number;
  /** Characters of a file's name, after cleaning; its UTF-8 bytes have the same bound. */
  fileNameLength: number;
  /** UTF-8 bytes of output that a run shares; the rest is cut by the runner, head and tail kept. */
  runOutputBytes: number;
  /** Runs a minute a person may start, and how many at once; whoever tries something out presses Run every few seconds. */
  runsPerMinute: number;
  runBurst: number;
  /** Messages and bytes a second a person may send, and how many at once. Typing makes about 10. Edits beyond it wait. */
  messagesPerSecond: number;
  messageBurst: number;
  bytesPerSecond: number;
  /** Places a second a person may change, and how many at once: replacing all in an ordinary file. Edits beyond it wait. */
  placesPerSecond: number;
  placeBurst: number;
  /** Bytes of edits a person may send in an hour at full speed: eight files, whole. Then edits wait until the hour has passed. */
  writtenBytesPerHour: number;
  /** Edits a second of everybody together; those beyond it wait. Twenty people who type make 200. */
  roomEditsPerSecond: number;
  /** How long somebody may be silent before the room takes their connection for dead: hidden pages speak every 30 s. */
  silenceMs: number;
  /** Cursor moves a second that are passed on; the newest wins. */
  cursorsPerSecond: number;
  /** Before the hello is accepted: its bytes (a token fits many times) and how long to wait for it. */
  helloBytes: number;
  helloMs: number;
  editors: number;
  observers: number;
  /** Links of one role that are good at the same time: one, and one for each further interviewer who sends it. */
  linksPerRole: number;
  /** Connections that wait to be let in. */
  waiting: number;
  /** Connections to a room, whoever they are of: everybody it has places for, with a page or two more each. */
  connections: number;
  /** Of these from one address, where addresses are known: a classroom behind one, with two pages each. */
  connectionsPerAddress: number;
  /** Connections that have not said yet who they are, to a room and from one address of it: a class that comes in at the same moment. */
  silentConnections: number;
  silentPerAddress: number;
  /** Connections from one address a second, and how many at once. */
  arrivalsPerSecond: number;
  arrivalBurst: number;
  /** Hellos to a room that take up no earlier connection, a second and at once: each costs a signature, and may bring somebody new. */
  strangersPerSecond: number;
  strangerBurst: number;
  /** How often one person may come (back) in, a second and at once: four tabs on a train. */
  returnsPerSecond: number;
  returnBurst: number;
  /** How often one person may ask for replay, report or their own work, a minute and at once: each reads the whole log. */
  pastReadsPerMinute: number;
  pastReadBurst: number;
  /** How often one person may ask for the code over HTTP, a second and at once: a page that looks each second whether it has changed. */
  codeReadsPerSecond: number;
  codeReadBurst: number;
  /** Milliseconds a second that making rooms' files may hold up all rooms, of names entered and of rooms made each: five files, where each takes a disk 30 ms; and at once: those of twenty, as many interviews begin on the hour. */
  openingMsPerSecond: number;
  openingBurstMs: number;
  /** Connections of one person: two tabs, a phone and one that has not noticed its death. */
  connectionsPerPerson: number;
  /** Bytes that wait for somebody who does not read them, where the engine tells: what somebody who joins is told, several times over. */
  unreadBytes: number;
  /** Frames that still come from connections a room has closed, a second and at once: what is under way when it closes them. Beyond that the room lets go of all its connections, since no engine closes one that does not want to. */
  lateFramesPerSecond: number;
  lateFrameBurst: number;
  /** How long a run whose page vanished without a goodbye may come back before it counts as interrupted. */
  runGraceMs: number;
  /** How long a runner may take to obey a stop before the room ends the run itself. */
  stopGraceMs: number;
  retentionMs: number;
  /** From the beginning of one batch of writes to that of the next, for each person there who may edit: one at least, ten at most. A batch costs an engine as much as forty frames. */
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
  nameHeldMs: HOUR,
  runsPerMinute: 20,
  runBurst: 40,
  messagesPerSecond: 60,
  messageBurst: 120,
  bytesPerSecond: 256 * KiB,
  placesPerSecond: 10_000,
  placeBurst: 40_000,
  writtenBytesPerHour: 4 * 1024 * KiB,
  roomEditsPerSecond: 1_000,
  silenceMs: 35 * SECOND,
  cursorsPerSecond: 20,
  helloBytes: 4 * KiB,
  helloMs: 5 * SECOND,
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
  lateFramesPerSecond: 100,
  lateFrameBurst: 1_000,
  runGraceMs: 10 * SECOND,
  stopGraceMs: 2 * SECOND,
  retentionMs: 30 * 24 * HOUR,
  batchPaceMs: 10,
};

/** For a file beside the first one: its past is bounded to a sixteenth, so that a room stays a room. */
export function addedFileLimits(limits: Limits): Limits {
  return { ...limits, historyBytes: limits.historyBytes / 16 };
}
