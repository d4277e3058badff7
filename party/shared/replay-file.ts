/** A replay file (`.coderoom`): what stands in its lines, and how large it may be. REPLAY.md describes it. */
import type { DocumentKind } from './document-kinds.js';
import type { Replay } from './replay.js';

/** The first line. */
export interface ReplayHeader {
  format: Replay['format'];
  version: Replay['version'];
  /** The room's id. */
  room: string;
  title: string;
  /** ISO 8601. */
  startedAt: string;
  /** Contains what interviewers alone may read. */
  private: boolean;
  /** Whether an AI may be asked; left out where it may not. */
  ai?: Replay['room']['ai'];
  people: Replay['people'];
  files: ReplayedText[];
}

/** A text that was written in: a file of the room, or another one, such as the task or the tests. */
interface ReplayedText {
  /** The number of its document. */
  id: number;
  kind: DocumentKind;
  name: string;
  language: string;
  /** The question the file belongs to. */
  question?: number;
  /** Interviewers alone may read the file. */
  hidden?: true;
  /** When the file was removed: milliseconds since the start. */
  removed?: number;
  /** Its beginning was compacted: there it changes in larger steps. */
  shortened?: true;
}

/** Any further line: milliseconds since the start, kind, and the data of that kind. */
export type ReplayEvent = [ms: number, kind: string, data: unknown];

/** Data of the kind `edit`: indexes of the file and of the person (null: the room), then each place with its deleted length and inserted text. */
export type EditData = [file: number, person: number | null, ...places: (number | string)[]];

export interface RunData {
  run: number;
  /** Index of the person; null when they are not in the list. */
  person: number | null;
  name: string;
  /** The number of the file's document. */
  file: number;
  language: string;
}

/** Documents told edit by edit. All others consist of lines of JSON, and each new line is an event of the document's kind. */
const TEXTS: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'file',
  'brief',
  'notes',
  'tests',
  'hidden-tests',
  'results',
  'hidden-results',
]);

export function isReplayedText(kind: DocumentKind): boolean {
  return TEXTS.has(kind);
}

/** At least what a room keeps; beyond that a player refuses the file. */
export const REPLAY_LIMITS = {
  bytes: 64 * 1024 * 1024,
  /** A file's history of 8 MiB holds some 700,000 edits. */
  lines: 1_000_000,
  /** UTF-16 units of a line, and of a text at any time. */
  lineLength: 4 * 1024 * 1024,
  textLength: 4 * 1024 * 1024,
  /** Arrays and objects inside of each other. */
  depth: 64,
  files: 500,
  /** Whoever has written, and whoever was there last. */
  people: 6_000,
  /** Places of one edit. */
  places: 20_000,
} as const;
