// A replay as it is played: texts, runs and markers at any time.
import { personColor } from '../../party/shared/colors.js';
import type { DocumentKind } from '../../party/shared/document-kinds.js';
import type { ReplayHeader } from '../../party/shared/replay-file.js';
import { type Locale, speech } from '../wording/words.js';
import { askedQuestions } from './asked-questions.js';
import type { MarkerSource, ReplayPerson } from './marker.js';
import { type Marker, markersOf } from './markers.js';
import { type PrivateStretch, privateStretches } from './private-stretches.js';
import type { ReplayContent, ReplayEntry } from './read-replay.js';
import { ReplayDocument } from './replay-document.js';
import { ReplayFiles } from './replay-files.js';
import { type ReplayRun, runsIn } from './replay-runs.js';

const COLOR = /^#[0-9a-f]{6}$/i;

/** A colour may be anything in a file of somebody's, also an address that the page would fetch. */
function inColor(person: ReplayPerson, index: number): ReplayPerson {
  return COLOR.test(person.color) ? person : { ...person, color: personColor(index) };
}

export class Recording implements MarkerSource {
  readonly header: ReplayHeader;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** In milliseconds. */
  readonly duration: number;
  readonly files: ReplayFiles;
  readonly runs: readonly ReplayRun[];
  readonly stretches: readonly PrivateStretch[];
  readonly events: readonly ReplayEntry[];
  /** The times at which something happened, in order. */
  readonly times: readonly number[];
  #markers: { locale: Locale | undefined; found: readonly Marker[] } | undefined;
  readonly #texts = new Map<DocumentKind, ReplayDocument>();

  constructor(content: ReplayContent) {
    const { header, edits, events, duration } = content;
    this.header = { ...header, people: header.people.map(inColor) };
    this.startedAt = Date.parse(header.startedAt);
    this.duration = duration;
    this.events = events;
    this.times = content.times;
    for (const [index, { kind }] of header.files.entries())
      if (kind !== 'file') this.#texts.set(kind, new ReplayDocument(edits[index] ?? []));
    this.files = new ReplayFiles(content, askedQuestions(events));
    this.runs = runsIn(events);
    this.stretches = privateStretches(this);
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

  /** Makes one more keyframe of a text. False: there are all. */
  prepare(): boolean {
    return [...this.files.list.map(({ history }) => history), ...this.#texts.values()].some((one) => one.prepare());
  }

  /** In the language that is spoken. */
  get markers(): readonly Marker[] {
    if (this.#markers?.locale !== speech.now || !this.#markers)
      this.#markers = { locale: speech.now, found: markersOf(this) };
    return this.#markers.found;
  }

  /** The last run that had begun at this time. */
  runAt(time: number): ReplayRun | undefined {
    return this.runs.findLast((run) => run.time <= time);
  }
}
