// The colours of a replay's text: by author, by origin, or none. Each has a pattern and a title, too, so that nobody needs to tell colours apart.
import { type Range, RangeSet } from '@codemirror/state';
import { Decoration, type DecorationSet } from '@codemirror/view';
import { COLORS } from '../../party/shared/colors.js';
import { translated, type Words } from '../wording/words.js';
import { Authorship } from './authorship.js';
import { ORIGIN_WORDS, type Origin, Origins } from './origins.js';
import type { Recording } from './recording.js';
import type { ReplayFile } from './replay-files.js';

export const COLORINGS = { none: 'none', authors: 'by author', origins: 'by origin' } as const satisfies Words;

export type Coloring = keyof typeof COLORINGS;

/** How a part is marked, and what that means. */
export interface Mark {
  readonly className: string;
  /** In the language that is spoken; a person's name is the same in all. */
  words(): string;
}

const PATTERNS = 4;

export class Colors {
  #origins: Origins | undefined;
  readonly #authors = new Map<number, Mark>();
  readonly #decorations = new Map<string, Decoration>();
  readonly #kept = new Map<string, Authorship<Mark | null>>();

  constructor(private readonly recording: Recording) {}

  /** The marks of a file after so many edits. */
  of(file: ReplayFile, count: number, coloring: Coloring): DecorationSet {
    if (coloring === 'none') return Decoration.none;
    const key = `${coloring} ${file.id}`;
    const kept =
      this.#kept.get(key) ??
      new Authorship<Mark | null>(
        file.history,
        coloring === 'authors'
          ? ({ person }) => (person === null ? null : this.#author(person))
          : (edit) => ORIGIN_MARKS[this.origins.of(edit)],
      );
    this.#kept.set(key, kept);
    const ranges: Range<Decoration>[] = [];
    let at = 0;
    for (const { length, mark } of kept.after(count)) {
      if (mark) ranges.push(this.#decoration(mark).range(at, at + length));
      at += length;
    }
    return RangeSet.of(ranges);
  }

  /** What the colours mean. */
  legend(coloring: Coloring): readonly Mark[] {
    if (coloring === 'authors') return this.recording.people.map((_, index) => this.#author(index));
    return coloring === 'origins' ? this.origins.kinds.map((origin) => ORIGIN_MARKS[origin]) : [];
  }

  get origins(): Origins {
    this.#origins ??= new Origins(this.recording);
    return this.#origins;
  }

  #author(index: number): Mark {
    const person = this.recording.person(index);
    const known = (COLORS as readonly string[]).indexOf(person?.color ?? '');
    const color = known < 0 ? index % COLORS.length : known;
    const className = `by-${color} pattern-${index % PATTERNS}`;
    const mark = this.#authors.get(index) ?? { className, words: () => person?.name ?? '' };
    this.#authors.set(index, mark);
    return mark;
  }

  #decoration({ className, words }: Mark): Decoration {
    const title = words();
    const key = `${className} ${title}`;
    const made = this.#decorations.get(key) ?? Decoration.mark({ class: className, attributes: { title } });
    this.#decorations.set(key, made);
    return made;
  }
}

const ORIGIN_MARKS = Object.fromEntries(
  Object.entries(ORIGIN_WORDS).map(([origin, words]) => [
    origin,
    { className: `origin-${origin}`, words: () => translated(words) },
  ]),
) as Record<Origin, Mark>;
