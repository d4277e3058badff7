// A replay as it is played: texts, runs and markers at any time.
import type { DocumentKind } from '../../party/shared/document-kinds.js';
import type { ReplayHeader } from '../../party/shared/replay-file.js';
import { askedQuestions } from './asked-questions.js';
import type { Happened, ReplayPerson } from './marker.js';
import { type Marker, markersOf } from './markers.js';
import type { ReplayContent, ReplayEntry } from './read-replay.js';
import { ReplayDocument } from './replay-document.js';
import { ReplayFiles } from './replay-files.js';
import { type ReplayRun, runsIn } from './replay-runs.js';

export class Recording implements Happened {
  readonly header: ReplayHeader;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** In milliseconds. */
  readonly duration: number;
  readonly files: ReplayFiles;
  readonly runs: readonly ReplayRun[];
  readonly markers: readonly Marker[];
  readonly events: readonly ReplayEntry[];
  readonly #edits: ReplayContent['edits'];
  readonly #texts = new Map<DocumentKind, ReplayDocument>();

  constructor(content: ReplayContent) {
    const { header, edits, events, duration } = content;
    this.header = header;
    this.startedAt = Date.parse(header.startedAt);
    this.duration = duration;
    this.events = events;
    this.#edits = edits;
    for (const [index, { kind }] of header.files.entries())
      if (kind !== 'file') this.#texts.set(kind, new ReplayDocument(edits[index] ?? []));
    this.files = new ReplayFiles(content, askedQuestions(events));
    this.runs = runsIn(events);
    this.markers = markersOf(this);
  }

  text(kind: DocumentKind): ReplayDocument | undefined {
    return this.#texts.get(kind);
  }

  get people(): readonly ReplayPerson[] {
    return this.header.people;
  }

  person(index: number | null): ReplayPerson | undefined {
    return index === null ? undefined : this.header.people[index];
  }

  /** The times at which something happened, in no order. */
  get times(): number[] {
    return [0, ...this.#edits.flat().map(({ time }) => time), ...this.events.map(({ time }) => time)];
  }

  /** The last run that had begun at this time. */
  runAt(time: number): ReplayRun | undefined {
    return this.runs.findLast((run) => run.time <= time);
  }
}
