/** Replay: a whole interview as one value. PROTOCOL.md, "Replay". */
import type { AiRule } from './ai-rule.js';
import type { Output } from './output.js';
import type { OutputTimes } from './output-times.js';
import type { Role } from './roles.js';
import type { RunRecord } from './wire/room-message.js';

/** Times are milliseconds since 1970. */
export interface Replay {
  format: 'code-room-replay';
  version: 1;
  room: { id: string; title: string; createdAt: number; ended: boolean; ai?: AiRule };
  people: { id: string; name: string; role: Role; color: string }[];
  /** The person of each author number in the logs. */
  authors: [author: number, person: string][];
  documents: ReplayedDocument[];
  runs: ReplayedRun[];
}

export interface ReplayedDocument {
  id: number;
  name: string;
  language: string;
  /** For a file of a question: the question's number. */
  question?: number;
  /** A file that interviewers alone may read. */
  hidden?: true;
  /** For a file that was removed: when. */
  removedAt?: number;
  version: number;
  text: string;
  stretches: string[];
}

export interface ReplayedRun
  extends Pick<RunRecord, 'run' | 'person' | 'name' | 'document' | 'version' | 'language' | 'state'> {
  startedAt: number;
  durationMs: number;
  output: Output[];
  /** When the output came; left out where all of it came at the end, or nobody knows. */
  outputTimes?: OutputTimes;
}
