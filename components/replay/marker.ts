// What markers are made of, and what they are found in.
import type { DocumentKind } from '../../party/shared/document-kinds.js';
import type { ReplayHeader } from '../../party/shared/replay-file.js';
import type { ReplayEntry } from './read-replay.js';
import type { ReplayDocument } from './replay-document.js';
import type { ReplayRun } from './replay-runs.js';

export type ReplayPerson = ReplayHeader['people'][number];

/** A moment with a name. */
export interface FoundMarker {
  /** Milliseconds since the start. */
  readonly time: number;
  /** What it says, such as "Hint 2". */
  readonly label: string;
  /** Id of the person; empty where it was nobody. */
  readonly person: string;
}

/** What happened in a recording. */
export interface MarkerSource {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** In milliseconds. */
  readonly duration: number;
  readonly people: readonly ReplayPerson[];
  readonly events: readonly ReplayEntry[];
  readonly runs: readonly ReplayRun[];
  /** The text that is no file of the room, such as the tests; undefined where there is none. */
  text(kind: DocumentKind): ReplayDocument | undefined;
  person(index: number | null): ReplayPerson | undefined;
}
