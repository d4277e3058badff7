// Records a stretch of private time: what became of each file while its candidate was alone with it, others' edits included, as they saw it.
import { ChangeSet, Text } from '@codemirror/state';
import { FOCUS_LIMITS, type FocusRecording } from '../../party/shared/focus.js';
import { utf8Length } from '../../party/shared/plain-text.js';
import { replacement } from '../../party/shared/wire/change.js';
import type { SessionDocument } from '../session/sync/document.js';
import type { Files } from '../session/sync/files.js';
import { cutSteps, type RecordedStep } from './cut-steps.js';

interface FileRecording {
  name: string;
  language: string;
  /** The text after the last step. */
  last: Text;
  steps: RecordedStep[];
}

export class FocusRecorder {
  readonly #files = new Map<number, FileRecording>();
  readonly #watched = new Set<SessionDocument>();
  readonly #end = new AbortController();

  /** `now`: milliseconds since the stretch began; `earlier`: the recording of this stretch from before a reload; `recorded`: called after each step. */
  constructor(
    private readonly files: Files,
    private readonly now: () => number,
    private readonly recorded: () => void,
    earlier: FocusRecording | null,
  ) {
    for (const { document, name, language, steps } of earlier?.files ?? []) {
      const read = steps.map(([ms, change]): RecordedStep => [ms, ChangeSet.fromJSON(change)]);
      const last = read.reduce((text, [, change]) => change.apply(text), Text.empty);
      this.#files.set(document, { name, language, last, steps: read });
    }
    files.addEventListener('change', () => this.#watch(), { signal: this.#end.signal });
    this.#watch();
  }

  #watch(): void {
    const { signal } = this.#end;
    for (const { document } of this.files.list) {
      if (this.#watched.has(document)) continue;
      this.#watched.add(document);
      for (const type of ['saved', 'change']) document.addEventListener(type, () => this.#look(document), { signal });
      this.#look(document);
    }
  }

  #look(document: SessionDocument): void {
    const { id, text } = document;
    const file = this.files.list.find((one) => one.document === document);
    const known = this.#files.get(id) ?? { name: '', language: '', last: Text.empty, steps: [] };
    // The first step puts in what was there.
    const ms = this.#files.has(id) ? Math.max(0, Math.round(this.now())) : 0;
    this.#files.set(id, known);
    Object.assign(known, { name: file?.name ?? known.name, language: file?.language ?? known.language });
    const change = known.last === text ? null : replacement(known.last, text);
    known.last = text;
    if (!change && known.steps.length > 0) return;
    known.steps.push([ms, change ?? ChangeSet.empty(text.length)]);
    this.recorded();
  }

  /** Only files in which something happened; where it would be too long, without the lines that nobody came near, and then coarser. Null: nothing did. */
  recording(): FocusRecording | null {
    let files = [...this.#files].filter(([, { steps }]) => steps.length > 1);
    if (files.length === 0) return null;
    for (let whole = true; ; whole = false) {
      const made = {
        files: files.map(([document, { name, language, steps }]) => ({
          ...{ document, name, language },
          steps: steps.map(([ms, change]): [number, unknown] => [ms, change.toJSON()]),
        })),
      };
      if (utf8Length(JSON.stringify(made)) <= FOCUS_LIMITS.recording) return made;
      if (whole) {
        files = files.map(([id, file]) => [id, { ...file, steps: cutSteps(file.steps) }]);
        continue;
      }
      const coarser = files.map(([id, file]): [number, FileRecording] => [id, { ...file, steps: halved(file.steps) }]);
      // A file that is too long even as a whole step is left out.
      files = coarser.some(([, { steps }], at) => steps.length < (files[at]?.[1].steps.length ?? 0))
        ? coarser
        : files.slice(0, -1);
      if (files.length === 0) return null;
    }
  }

  stop(): void {
    this.#end.abort();
  }
}

/** Each two become one; the first, what was there, stays. */
function halved([first, ...steps]: RecordedStep[]): RecordedStep[] {
  const pairs: RecordedStep[] = first ? [first] : [];
  for (let at = 0; at < steps.length; at += 2) {
    const [one, other] = [steps[at], steps[at + 1]];
    if (one) pairs.push(other ? [other[0], one[1].compose(other[1])] : one);
  }
  return pairs;
}
