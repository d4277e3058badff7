/** A whole interview as one value: PROTOCOL.md, "Replay". */
import type { Output } from './output.js';
import type { Role } from './roles.js';
import type { RunRecord } from './wire/room-message.js';

/** Everything of an interview in one value: PROTOCOL.md, "Replay". Times are milliseconds since 1970. */
export interface Replay {
  format: 'code-room-replay';
  version: 1;
  room: { id: string; title: string; createdAt: number; ended: boolean };
  people: { id: string; name: string; role: Role; color: string }[];
  /** Author numbers of the log, and the person each stands for. */
  authors: [author: number, person: string][];
  documents: ReplayedDocument[];
  runs: ReplayedRun[];
}

export interface ReplayedDocument {
  id: number;
  name: string;
  language: string;
  /** Of a file: the question it is of; left out for what is of none. */
  question?: number;
  version: number;
  text: string;
  stretches: string[];
}

export interface ReplayedRun
  extends Pick<RunRecord, 'run' | 'person' | 'name' | 'document' | 'version' | 'language' | 'state'> {
  startedAt: number;
  durationMs: number;
  output: Output[];
}
