// The code as a page reads and changes it: selection, insertion, keys, and its part in a form. Fetched a moment after the room has opened.

import { EditorSelection, type Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { PAGE_LIMITS } from '../../party/shared/page-limits.js';
import { plainText, utf8Length } from '../../party/shared/plain-text.js';
import { scripted } from '../editor/document-binding.js';
import { until } from '../page/wait.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import { laterText } from '../wording/later-text.js';
import { refusalText } from '../wording/refusal-text.js';
import { CodeRoomError } from '../wording/room-error.js';
import { refusalIn } from '../wording/status-text.js';
import { speech, t } from '../wording/words.js';
import { roomLeft } from './call-refused.js';
import {
  type CommandKeys,
  type KeyChanges,
  keysWith,
  listenForCommandKeys,
  namesOf,
  USUAL_KEYS,
} from './command-keys.js';
import { shownEditor } from './format-shown.js';
import { refuse } from './refusal-event.js';
import { replaceText } from './replace-text.js';
import type { RoomVisit } from './room-visit.js';

export { begin, refused } from './call-refused.js';

/** A part of a file, in characters of `value`; `from` is where the selection began, and may be behind `to`. */
export interface CodeSelection {
  /** Name of the file; by default the shown one. */
  file?: string;
  from: number;
  /** Default: the same as `from`, a cursor. */
  to?: number;
}

type Visit = Pick<RoomVisit, 'session' | 'runs' | 'signal' | 'isLocal'>;

/** What of the element is needed here. */
interface CodeElement extends HTMLElement {
  readonly required: boolean;
  point(look?: boolean): Promise<void>;
}

interface Given {
  /** The room the element is in now. */
  visit(): Visit | undefined;
  /** As the page gave them. */
  keys(): KeyChanges | undefined;
  /** What the page has to complain of; empty when nothing. */
  complaint(): string;
  internals: Partial<ElementInternals>;
  /** To whoever uses a screen reader. */
  say(sentence: string): void;
}

/** The text is kept for a page that is opened again when nothing was written for so long. */
const PAUSE_MS = 500;
/** An editor comes a moment after its file. */
const EDITOR_MS = 2_000;

export class CodeOfPage {
  #visit: Visit | undefined;
  #keys: CommandKeys = keysWith(undefined);
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly #watched = new WeakSet<EventTarget>();

  constructor(
    private readonly element: CodeElement,
    private readonly given: Given,
  ) {}

  /** Follows the room the element is in by now, if it is another. */
  enter(): void {
    const visit = this.given.visit();
    if (!visit || visit === this.#visit) return;
    this.#visit = visit;
    const { session, signal } = visit;
    this.changeKeys();
    listenForCommandKeys(this.element, visit, () => this.#keys, { say: this.given.say, refused: this.#refuse });
    const look = () => this.#changed();
    this.element.addEventListener('input', look, { signal });
    session.addEventListener('status', look, { signal });
    session.documents.files.addEventListener('change', look, { signal });
    signal.addEventListener('abort', () => clearTimeout(this.#pause));
    // Of its label: what is clicked inside has a target of its own.
    const focus = (event: Event) => event.composedPath()[0] === this.element && this.element.focus();
    this.element.addEventListener('click', focus, { signal });
    look();
  }

  get keys(): CommandKeys {
    return this.#keys;
  }

  /** The page has given other keys. */
  changeKeys(): void {
    try {
      this.#keys = keysWith(this.given.keys());
    } catch (error) {
      this.#refuse('keys', error);
    }
    const { runs } = this.#visit ?? {};
    if (!runs) return;
    runs.key = this.#keys.run === USUAL_KEYS.run ? undefined : namesOf(this.#keys.run);
    runs.dispatchEvent(new Event('change'));
  }

  get selection(): Required<CodeSelection> | null {
    const { session, runs } = this.#visit ?? {};
    const view = session && runs && shownEditor(session, runs)?.view;
    if (!view) return null;
    const { anchor, head } = view.state.selection.main;
    return { file: nameOf(session), from: anchor, to: head };
  }

  /** Never throws: a property is set. */
  async select(wanted: unknown): Promise<void> {
    const { file, from, to = from } = (wanted ?? {}) as Partial<CodeSelection>;
    if (!isPlace(from) || !isPlace(to)) return this.#refuse('selection', laterText('selection-not-place'));
    const visit = this.#here;
    const { session, signal } = visit;
    const { files } = session.documents;
    const find = () => (file === undefined ? undefined : files.find(String(file)));
    // The room tells its files when it is entered.
    if (file !== undefined && !find())
      await until(session, 'status', () => session.status === 'live' || isTurnedAway(session), { signal });
    const found = find();
    if (signal.aborted) return;
    speech.adoptLanguageOf?.(this.element);
    if (file !== undefined && !found) return this.#refuse('selection', refusalText('no-file-shown', { name: file }));
    if (found) files.show(found.document);
    const view = await this.#view(visit);
    const clip = (place: number) => Math.min(place, view?.state.doc.length ?? 0);
    const selection = EditorSelection.single(clip(from), clip(to));
    view?.dispatch({ selection, effects: EditorView.scrollIntoView(selection.main, { y: 'nearest', yMargin: 24 }) });
  }

  /** In place of the selection; behind everything where no editor is shown. */
  async insert(given: string): Promise<void> {
    const visit = this.#here;
    const { session } = visit;
    const text = plainText(String(given ?? ''));
    const view = await this.#view(visit);
    speech.adoptLanguageOf?.(this.element);
    if (visit.signal.aborted) throw roomLeft();
    const { document } = session;
    if (!document.synced)
      throw new CodeRoomError('value-not-joined', refusalText('value-not-joined', { why: refusalIn(session) }));
    if (!document.editable) throw new CodeRoomError('value-not-editable', refusalText('value-not-editable'));
    if (!view) return append(document, text);
    const change = { ...view.state.replaceSelection(text), filter: false };
    const size = utf8Length(view.state.update(change).newDoc.toString());
    if (size > PAGE_LIMITS.fileBytes) throw new CodeRoomError('value-too-large', refusalText('value-too-large'));
    view.dispatch({ ...change, annotations: scripted.of(true), scrollIntoView: true });
  }

  /** The text of the starter code again, as an edit that can be undone. */
  async reset(text: string): Promise<void> {
    const { session, signal } = this.#here;
    const { files } = session.documents;
    await until(session, 'status', () => files.entry.synced || isTurnedAway(session), { signal });
    if (signal.aborted) return;
    speech.adoptLanguageOf?.(this.element);
    const refused = replaceText(files.entry, text);
    if (refused) this.#refuse(refused.reason, refused.sentence);
  }

  /** Tells the form whether something is missing. */
  validate(): void {
    const { internals } = this.given;
    const complaint = this.given.complaint();
    // Of the room by now: one that was left says nothing of what is in the next.
    const { session } = this.given.visit() ?? {};
    const entry = session?.documents.files.entry;
    const valueMissing = this.element.required && (!entry?.synced || isEmpty(entry.text));
    speech.adoptLanguageOf?.(this.element);
    const flags = { valueMissing, customError: complaint !== '' };
    const missing = entry?.synced
      ? laterText('field-empty')
      : (session && refusalIn(session)) || t('Opening the room…');
    const sentence = complaint || (valueMissing ? missing : '');
    const anchor = this.#anchor;
    if (!sentence) internals.setValidity?.({});
    else if (anchor) internals.setValidity?.(flags, sentence, anchor);
    else internals.setValidity?.(flags, sentence);
  }

  #changed(): void {
    this.#watchEntry();
    this.validate();
    clearTimeout(this.#pause);
    // In a shared room the room has the text.
    if (this.#visit?.isLocal) this.#pause = setTimeout(() => this.#keep(), PAUSE_MS);
  }

  /** Another file may be the entry by now. */
  #watchEntry(): void {
    const { session, signal } = this.#visit ?? {};
    const entry = session?.documents.files.entry;
    if (!entry || !signal || this.#watched.has(entry)) return;
    this.#watched.add(entry);
    // For own edits only `saved` fires.
    for (const type of ['change', 'saved']) entry.addEventListener(type, () => this.#changed(), { signal });
  }

  /** For a page that is opened again, by Back or after a crash: browsers give it to `formStateRestoreCallback`. */
  #keep(): void {
    this.given.internals.setFormValue?.(null, this.#here.session.documents.files.entry.text.toString());
  }

  /** Where the browser shows what is missing, and puts the focus. */
  get #anchor(): HTMLElement | undefined {
    const { session, runs } = this.#visit ?? {};
    return session && runs && shownEditor(session, runs)?.view.contentDOM;
  }

  async #view({ session, runs, signal }: Visit): Promise<EditorView | undefined> {
    await until(session, 'status', () => session.document.synced || isTurnedAway(session), { signal });
    const end = performance.now() + EDITOR_MS;
    for (;;) {
      const view = shownEditor(session, runs)?.view;
      if (view || signal.aborted || performance.now() > end || !this.#hasEditor) return view;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  get #hasEditor(): boolean {
    return [this.element, this.element.shadowRoot].some((root) => root?.querySelector('code-room-editor'));
  }

  get #here(): Visit {
    this.enter();
    if (!this.#visit) throw new CodeRoomError('not-in-room', laterText('not-in-room'));
    return this.#visit;
  }

  readonly #refuse = (reason: string, why: unknown): void => {
    refuse(this.element, reason, why);
  };
}

function isEmpty(text: Text): boolean {
  for (const line of text.iterLines()) if (line.trim() !== '') return false;
  return true;
}

/** Nothing will come of that room. */
function isTurnedAway({ status }: Session): boolean {
  return status === 'refused' || status === 'ended';
}

function append(document: SessionDocument, text: string): void {
  const refused = replaceText(document, document.text.toString() + text);
  if (refused) throw new CodeRoomError(`value-${refused.reason}`, refused.sentence);
}

function isPlace(place: unknown): place is number {
  return Number.isInteger(place) && Number(place) >= 0;
}

function nameOf({ documents: { files } }: Session): string {
  return files.list.find(({ document }) => document === files.shown)?.name ?? '';
}
