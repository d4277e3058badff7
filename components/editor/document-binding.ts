// Binds an editor to a document of a session: every local edit is submitted once, and every remote change is shown.
import { Annotation, type ChangeSet, type Extension, Transaction } from '@codemirror/state';
import { EditorView, type PluginValue, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { SessionDocument } from '../session/sync/document.js';
import type { RemoteChangeEvent } from '../session/sync/events.js';
import { HeldChanges } from './held-changes.js';
import { settleScroll } from './scroll-anchor.js';

/** Marks edits that the session knows already: others' edits, and those made in another view of the same document. */
export const remote = Annotation.define<boolean>();
/** Marks edits made by a script of the page: they are this person's, but not typed. */
export const scripted = Annotation.define<boolean>();

/** Open editors of each document: an edit by script, or in another editor, has to be shown in all of them. */
const editors = new WeakMap<SessionDocument, Set<Binding>>();

/** Transactions that the session knows. */
const submitted = new WeakSet<Transaction>();

export interface BindingEvents {
  /** The person has made one edit. */
  edited(): void;
  /** Editor and session differ, so the editor has to be rebuilt. `failed`: edits that the editor did not apply. */
  broken(failed?: readonly Transaction[]): void;
}

export function documentBinding(document: SessionDocument, events: BindingEvents): Extension {
  return [
    ViewPlugin.define((view) => new Binding(view, document, events), {
      eventObservers: {
        pointerdown: touched,
        keydown: touched,
        pointerup(this: Binding) {
          this.point();
        },
      },
    }),
    // Not in the plugin, because a listener may change the editor.
    EditorView.updateListener.of(({ transactions }) => {
      for (const transaction of transactions) {
        if (isTyped(transaction)) events.edited();
      }
    }),
  ];
}

/** Updates the view. If an extension throws, the editor is rebuilt, and the edit is kept. */
export function safely(document: SessionDocument, events: BindingEvents) {
  return (transactions: readonly Transaction[], view: EditorView): void => {
    try {
      settleScroll(view);
      view.update(transactions);
    } catch {
      const editor = [...(editors.get(document) ?? [])].find((each) => each.of(view));
      editor?.rescue(transactions);
      events.broken(transactions.filter(isOwn));
    }
  };
}

/** Makes an edit as this person, whether an editor is open or not. */
export function editByScript(document: SessionDocument, changes: ChangeSet): void {
  const [editor] = editors.get(document) ?? [];
  if (editor) editor.edit(changes);
  else document.edit(changes);
}

/** Keys that only move the focus. */
const PASSING: ReadonlySet<string> = new Set(['Tab', 'Escape', 'Shift', 'Control', 'Alt', 'Meta']);

function touched(this: Binding, event: Event): void {
  // Other events have no key.
  if (!PASSING.has((event as KeyboardEvent).key)) this.touched = true;
}

function isTyped(transaction: Transaction): boolean {
  return isOwn(transaction) && !transaction.annotation(scripted);
}

function isOwn(transaction: Transaction): boolean {
  return transaction.docChanged && !transaction.annotation(remote);
}

class Binding implements PluginValue {
  readonly #end = new AbortController();
  readonly #held: HeldChanges;
  /** The person has typed or clicked here: from then on others see their cursor. A focus alone may come from the page. */
  touched = false;

  constructor(
    private readonly view: EditorView,
    private readonly document: SessionDocument,
    private readonly events: BindingEvents,
  ) {
    const { signal } = this.#end;
    this.#held = new HeldChanges(view, (changes) => this.#show(changes));
    document.addEventListener('change', (event) => this.#hear(event as RemoteChangeEvent), { signal });
    editors.set(document, (editors.get(document) ?? new Set()).add(this));
  }

  of(view: EditorView): boolean {
    return view === this.view;
  }

  /** A script's edit of the session's text. */
  edit(changes: ChangeSet): void {
    this.#held.release();
    this.view.dispatch({ changes, filter: false, annotations: scripted.of(true) });
  }

  update(update: ViewUpdate): void {
    try {
      for (const transaction of update.transactions) {
        if (isOwn(transaction)) this.#submit(transaction);
      }
    } catch {
      // The session refused the edit, so the editor is rebuilt from the session's text.
      this.events.broken();
      return;
    }
    this.touched ||= update.transactions.some(
      (each) => each.annotation(Transaction.userEvent) && !each.annotation(remote),
    );
    const moved = update.selectionSet || update.transactions.some(isTyped);
    if (moved || (update.focusChanged && update.view.hasFocus)) this.point();
  }

  /** Sends the cursor position. */
  point(): void {
    if (!this.touched) return;
    const { anchor, head } = this.view.state.selection.main;
    this.document.point(this.#held.position(anchor), this.#held.position(head));
  }

  /** Submits the edits of an update that failed, so that typed text is not lost with the editor. */
  rescue(transactions: readonly Transaction[]): void {
    for (const transaction of transactions) {
      if (isOwn(transaction) && !submitted.has(transaction)) this.#submit(transaction);
    }
  }

  destroy(): void {
    this.#held.drop();
    this.#end.abort();
    editors.get(this.document)?.delete(this);
  }

  #submit(transaction: Transaction): void {
    submitted.add(transaction);
    const change = this.#held.map(transaction.changes);
    this.document.edit(change);
    for (const other of editors.get(this.document) ?? []) if (other !== this) other.#receive(change);
  }

  /** What this person has accepted is theirs to undo, in one editor of the document. */
  #hear({ change, accepted }: RemoteChangeEvent): void {
    const [first] = editors.get(this.document) ?? [];
    if (!accepted || first !== this) return this.#receive(change);
    this.#held.release();
    this.#show(change, ACCEPTED);
  }

  #receive(change: ChangeSet): void {
    if (!this.#held.take(change)) this.#show(change);
  }

  #show(change: ChangeSet, undoable?: readonly Annotation<unknown>[]): void {
    try {
      showIn(this.view, change, undoable);
      if (!this.#held.any && this.view.state.doc.length !== this.document.text.length) this.events.broken();
    } catch {
      // The change does not fit the shown text, or an extension threw: rebuild from the session's text.
      this.events.broken();
    }
  }
}

/** A step of its own in the undo history: it joins nothing before it, and its time lies too far back for what is typed next to join it. */
const ACCEPTED = [Transaction.userEvent.of('accept'), Transaction.time.of(0)];
const NOT_UNDOABLE = [Transaction.addToHistory.of(false)];

/** Bypasses filters, since the change has happened already, and, if it is not this person's, the undo history. */
function showIn(view: EditorView, changes: ChangeSet, history: readonly Annotation<unknown>[] = NOT_UNDOABLE): void {
  view.dispatch({
    changes,
    filter: false,
    annotations: [remote.of(true), Transaction.remote.of(true), ...history],
  });
}
