// What brief and notes have in common: a document of words, edited in an editor that loads when it is first needed.
import type { PropertyValues } from 'lit';
import type { RoomContext } from './context.js';
import type { PlainEditor } from './editor/plain-editor.js';
import { CodeRoomErrorEvent } from './events.js';
import { RoomElement } from './room-element.js';
import type { SessionDocument } from './session/document.js';

export abstract class WordsElement extends RoomElement {
  #editor: PlainEditor | undefined;
  #opening = false;

  /** What the editor is called by a screen reader, and what it shows while it is empty. */
  protected abstract readonly label: string;
  protected abstract readonly placeholder: string;
  protected abstract documentOf(room: RoomContext): SessionDocument;

  protected get words(): SessionDocument | undefined {
    return this.room && this.documentOf(this.room);
  }

  protected override watched(room: RoomContext): [EventTarget, ...string[]][] {
    return [
      [room.session, 'status', 'people', 'saved'],
      [this.documentOf(room), 'editable', 'change'],
    ];
  }

  /** The editor stands in `.editor`, for as long as this is rendered. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const parent = this.renderRoot.querySelector('.editor');
    const wanted = this.isConnected && parent !== null && this.words?.synced;
    if (this.#editor && (!wanted || this.#editor.document !== this.words || !parent?.contains(this.#editor.view.dom)))
      this.#close();
    if (wanted && !this.#editor) void this.#open();
  }

  protected override left(): void {
    this.#close();
  }

  /** Once: another update may come while the editor is being fetched. */
  async #open(): Promise<void> {
    if (this.#opening) return;
    this.#opening = true;
    try {
      const { PlainEditor } = await import('./editor/plain-editor.js');
      const { words: document, renderRoot: root } = this;
      const parent = root.querySelector('.editor');
      if (!this.isConnected || !document?.synced || !parent || !(root instanceof ShadowRoot)) return;
      const { label, placeholder } = this;
      this.#editor = new PlainEditor(document, { parent, root }, { label, placeholder, failed: this.#failed });
    } catch {
      this.#failed(`${this.label}: the editor could not be loaded. Reload the page to try again.`);
    } finally {
      this.#opening = false;
    }
  }

  readonly #failed = (sentence: string): void => {
    this.dispatchEvent(new CodeRoomErrorEvent('words', sentence));
  };

  #close(): void {
    this.#editor?.close();
    this.#editor = undefined;
  }
}
