// Ties an editor to a document of a session: every edit goes there once, and everything from there is shown.
import { Annotation, type ChangeSet, type Extension, Transaction } from '@codemirror/state';
import { EditorView, type PluginValue, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { SessionDocument } from '../session/sync/document.js';
import type { RemoteChangeEvent } from '../session/sync/events.js';
import { HeldChanges } from './held-changes.js';
import { settleScroll } from './scroll-anchor.js';

/** Marks what the session knows already: others' edits, and edits made in another view of the same document. */
export const remote = Annotation.define<boolean>();
/** Marks edits made by a script on this page, which are this person's but not typed. */
const scripted = Annotation.define<boolean>();

/** An edit by script has to be shown by the editors that are open; an edit in one editor, by the others. */
const editors = new WeakMap<SessionDocument, Set<Binding>>();

/** What the session has been told. */
const submitted = new WeakSet<Transaction>();

export interface BindingEvents {
  /** The person has made one edit. */
  edited(): void;
  /** The editor and the session no longer agree; it has to be built again. `failed`: own edits it did not come to show. */
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
    // Not in the plugin: a listener must be free to change the editor.
    EditorView.updateListener.of(({ transactions }) => {
      for (const transaction of transactions) {
        if (isTyped(transaction)) events.edited();
      }
    }),
  ];
}

/** Updates the view; an extension that fails costs the editor, which is built again, and never the edit. */
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

/** Makes an edit for this person as if typed, whether or not an editor is open. */
export function editByScript(document: SessionDocument, changes: ChangeSet): void {
  const [editor] = editors.get(document) ?? [];
  if (editor) editor.edit(changes);
  else document.edit(changes);
}

/** Keys by which one passes through or goes away. */
const PASSING: ReadonlySet<string> = new Set(['Tab', 'Escape', 'Shift', 'Control', 'Alt', 'Meta']);

function touched(this: Binding, event: Event): void {
  if (!(event instanceof KeyboardEvent && PASSING.has(event.key))) this.touched = true;
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
  /** The person has done something here: from then on the others see where their cursor is. A page may give it the focus, too. */
  touched = false;

  constructor(
    private readonly view: EditorView,
    private readonly document: SessionDocument,
    private readonly events: BindingEvents,
  ) {
    const { signal } = this.#end;
    this.#held = new HeldChanges(view, (changes) => this.#show(changes));
    document.addEventListener('change', (event) => this.#receive((event as RemoteChangeEvent).change), { signal });
    editors.set(document, (editors.get(document) ?? new Set()).add(this));
  }

  of(view: EditorView): boolean {
    return view === this.view;
  }

  /** An edit of the session's text by script. */
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
      // The session did not take the edit: its text counts, and the editor is built from it.
      this.events.broken();
      return;
    }
    this.touched ||= update.transactions.some((each) => each.annotation(Transaction.userEvent) !== undefined);
    const moved = update.selectionSet || update.transactions.some(isTyped);
    if (moved || (update.focusChanged && update.view.hasFocus)) this.point();
  }

  /** Tells the others where the cursor is. */
  point(): void {
    if (!this.touched) return;
    const { anchor, head } = this.view.state.selection.main;
    this.document.point(this.#held.position(anchor), this.#held.position(head));
  }

  /** Edits of an update that failed before they came here: what was typed is not lost with the editor that failed. */
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

  #receive(change: ChangeSet): void {
    if (!this.#held.take(change)) this.#show(change);
  }

  #show(change: ChangeSet): void {
    try {
      showIn(this.view, change);
      if (!this.#held.any && this.view.state.doc.length !== this.document.text.length) this.events.broken();
    } catch {
      // Shown text and change do not fit each other, or an extension failed: start again from the session's text.
      this.events.broken();
    }
  }
}

/** Past every filter, since it has happened already; out of the history, since it is not this editor's to undo. */
function showIn(view: EditorView, changes: ChangeSet): void {
  view.dispatch({
    changes,
    filter: false,
    annotations: [remote.of(true), Transaction.addToHistory.of(false), Transaction.remote.of(true)],
  });
}
