// An editor of one document. It is built from the session's text, and rebuilt from it when the two differ.
import { EditorState, type Extension, type Transaction } from '@codemirror/state';
import { PAGE_LIMITS } from '../../party/shared/page-limits.js';
import { replacement } from '../../party/shared/wire/change.js';
import { idle } from '../page/idle.js';
import type { SessionDocument } from '../session/sync/document.js';
import { refusalText } from '../wording/refusal-text.js';
import { changeFilter } from './change-filter.js';
import { type BindingEvents, documentBinding, safely } from './document-binding.js';
import { changedOptions, code, type EditorOptions, extensions } from './extensions.js';
import { firstKeys, firstLanguage } from './first-keys.js';
import { happened } from './first-undo.js';
import { loadGrammar } from './grammars.js';
import { scrollAnchor } from './scroll-anchor.js';
import { TextView } from './text-view.js';

/** Options that need no loading. */
export type EditorSettings = Omit<EditorOptions, 'language' | 'setup' | 'completion' | 'personal'>;

/** What is specific to one kind of text. */
export interface EditorKind {
  extensions(document: SessionDocument): Extension;
  /** Maximum UTF-8 bytes, and what is said about exceeding it. */
  limit: number;
  tooLarge: () => string;
  /** Set where undo is available from the start; otherwise it is loaded with the standard setup. */
  undoOf?: typeof import('./undo-transfer.js').undoOf;
}

const CODE: EditorKind = {
  extensions: () => code,
  limit: PAGE_LIMITS.fileBytes,
  tooLarge: () => refusalText('file-full'),
};

interface DocumentEditorEvents {
  /** The person has made one edit. */
  edited(): void;
  /** `view` is another one, without what was appended to the one before. */
  rebuilt?(): void;
  /** Something failed; `why` is the sentence that says what, or makes it. */
  failed(reason: 'too-large' | 'language' | 'loading' | 'editor' | 'format', why: string | (() => string)): void;
}

/** Two failures within this time count as permanent. */
const FAILING_MS = 5_000;
const PAUSE_MS = 100;

export class DocumentEditor {
  view: TextView;
  #options: EditorOptions;
  #language = '';
  #closed = false;
  #broken = false;
  /** How often it was rebuilt again soon after it had been. */
  #failures = 0;
  #rebuiltAt = Number.NEGATIVE_INFINITY;
  readonly #binding: BindingEvents;
  /** The scroll position when it was last shown. */
  #left = { top: 0, left: 0 };
  /** Set once there is an undo history that could be lost. */
  #undoOf: typeof import('./undo-transfer.js').undoOf | undefined;

  constructor(
    readonly document: SessionDocument,
    private readonly place: { parent: Element; root: ShadowRoot },
    settings: EditorSettings,
    readonly events: DocumentEditorEvents,
    private readonly kind: EditorKind = CODE,
  ) {
    this.#options = { ...settings, language: [], setup: kind.undoOf ? [] : firstKeys, completion: [], personal: [] };
    this.#binding = { edited: events.edited, broken: (failed) => this.#fail(failed) };
    this.#undoOf = kind.undoOf;
    this.view = this.#view();
    if (!kind.undoOf) void this.#load();
  }

  /** A hidden editor keeps its scroll position. */
  set shown(shown: boolean) {
    const { dom, scrollDOM } = this.view;
    if (shown !== dom.hidden) return;
    if (!shown) this.#left = { top: scrollDOM.scrollTop, left: scrollDOM.scrollLeft };
    dom.hidden = !shown;
    if (!shown) return;
    this.view.requestMeasure();
    scrollDOM.scrollTo(this.#left);
  }

  show(settings: EditorSettings): void {
    this.#change({ ...this.#options, ...settings });
  }

  /** What the person likes, and the help that the room allows. */
  applyPersonal(personal: Extension): void {
    this.#change({ ...this.#options, personal });
  }

  /** Switches highlighting and indentation to this language, once it is loaded. */
  async setLanguage(id: string): Promise<void> {
    const { name } = this.document;
    const wanted = `${id} ${name}`;
    if (wanted === this.#language) return;
    this.#language = wanted;
    // Used until the language is loaded.
    this.#change({ ...this.#options, language: firstLanguage(id, name) });
    try {
      // The grammar is fetched in parallel.
      const [{ loadLanguage }] = await Promise.all([import('./standard-setup.js'), loadGrammar(id)]);
      const language = await loadLanguage(id, name);
      if (this.#language === wanted) this.#change({ ...this.#options, language });
    } catch {
      // Another has been chosen since: what becomes of that one is told then.
      if (this.#language !== wanted) return;
      this.#language = '';
      this.events.failed('language', () => refusalText('highlighting-missing'));
    }
  }

  /** Moves the cursor to a line, counted from 1. */
  async reveal(line: number): Promise<void> {
    try {
      const { revealLine } = await import('./error-line.js');
      if (!this.#closed) revealLine(this.view, line);
    } catch {
      this.events.failed('loading', () => refusalText('editor-part-missing'));
    }
  }

  /** The element has moved to another document, which has none of the previous one's stylesheets and listeners. */
  moved(): void {
    // CodeMirror remembers its stylesheet at the root under a private name; it is only valid in one document.
    const { root } = this.place;
    for (const name of Object.getOwnPropertySymbols(root)) {
      if (name.description === 'styleSet') Reflect.deleteProperty(root, name);
    }
    this.#renew([]);
  }

  close(): void {
    this.#closed = true;
    this.view.destroy();
  }

  async #load(): Promise<void> {
    try {
      const { standardSetup, remoteCursors, undoOf, undoSince } = await import('./standard-setup.js');
      this.#undoOf = undoOf;
      const undo = undoSince(happened(this.view));
      this.#change({ ...this.#options, setup: [standardSetup, undo, remoteCursors(this.document)] });
      await idle();
      const { completionAndSearch } = await import('./completion-and-search.js');
      this.#change({ ...this.#options, completion: completionAndSearch(this.place.parent) });
    } catch {
      this.events.failed('loading', () => refusalText('editor-part-missing'));
    }
  }

  #change(options: EditorOptions): void {
    if (this.#closed) return;
    const effects = changedOptions(this.#options, options);
    this.#options = options;
    if (effects.length > 0) this.view.dispatch({ effects });
  }

  /** Deferred, because the editor may be in the middle of an update. */
  #fail(failed: readonly Transaction[] = []): void {
    if (this.#broken) return;
    this.#broken = true;
    const again = performance.now() - this.#rebuiltAt < FAILING_MS;
    this.#failures = again ? this.#failures + 1 : 0;
    // What fails again and again must leave the page time for everything else.
    if (this.#failures < 2) queueMicrotask(() => this.#rebuild(failed));
    else setTimeout(() => this.#rebuild(failed), Math.min(PAUSE_MS * 2 ** this.#failures, FAILING_MS - PAUSE_MS));
  }

  #view(undo: Extension = []): TextView {
    const dispatchTransactions = safely(this.document, this.#binding);
    const config = { ...this.place, state: this.#state(undo), dispatchTransactions };
    return withObserverOf(this.place.parent, () => new TextView(config));
  }

  #state(undo: Extension): EditorState {
    const { limit, tooLarge } = this.kind;
    return EditorState.create({
      doc: this.document.text,
      extensions: [
        undo, // First: the options have the history of the page's start, and CodeMirror begins with the first one given.
        documentBinding(this.document, this.#binding),
        changeFilter(limit, () => this.events.failed('too-large', tooLarge)),
        scrollAnchor,
        extensions(this.#options, this.kind.extensions(this.document)),
      ],
    });
  }

  /** An editor that fails repeatedly is rebuilt without the optional extensions. */
  #rebuild(failed: readonly Transaction[]): void {
    this.#broken = false;
    if (this.#closed) return;
    if (performance.now() - this.#rebuiltAt < FAILING_MS)
      this.#options = { ...this.#options, language: [], completion: [], personal: [] };
    this.#rebuiltAt = performance.now();
    this.#renew(failed);
    this.events.failed('editor', () => refusalText('editor-restarted'));
  }

  /** Rebuilds from the session's text; keeps focus, selection, scroll position and undo. */
  #renew(failed: readonly Transaction[]): void {
    const { view, document } = this;
    const { hidden } = view.dom;
    // The cursor belongs behind what failed, also where that is the same text as before.
    const last = failed[0]?.startState === view.state ? failed.at(-1) : null;
    const [doc, selection] = last ? [last.newDoc, last.newSelection] : [view.state.doc, view.state.selection];
    const [focused, top, left] = [view.hasFocus, view.scrollDOM.scrollTop, view.scrollDOM.scrollLeft];
    const changes = replacement(doc, document.text);
    // Before the old one goes: if this fails, it is still there.
    const undo = this.#undoOf?.(view.state, failed, document.text);
    view.destroy();
    this.view = this.#view(undo);
    // Behind what was typed and is only now in the text.
    this.view.dispatch({ selection: changes ? selection.map(changes, failed.length > 0 ? 1 : -1) : selection });
    this.view.dom.hidden = hidden;
    if (focused) this.view.focus();
    this.view.scrollDOM.scrollTo({ top, left });
    this.events.rebuilt?.();
  }
}

/** CodeMirror uses the ResizeObserver of the window it was loaded in, which reports errors for elements in another window. */
function withObserverOf<T>({ ownerDocument: { defaultView } }: Element, make: () => T): T {
  if (!defaultView || defaultView === globalThis.window) return make();
  const { ResizeObserver } = globalThis;
  globalThis.ResizeObserver = (defaultView as typeof globalThis & Window).ResizeObserver;
  try {
    return make();
  } finally {
    globalThis.ResizeObserver = ResizeObserver;
  }
}
