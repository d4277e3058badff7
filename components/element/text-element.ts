// Base class of brief and notes: a shared text document with an editor.

import { html, type PropertyValues, type TemplateResult } from 'lit';
import { DocumentEditor, type EditorSettings } from '../editor/document-editor.js';
import { PROSE } from '../editor/prose.js';
import type { SessionDocument } from '../session/sync/document.js';
import type { RoomContext } from './context.js';
import { refuse } from './refusal-event.js';
import { RoomElement } from './room-element.js';

export abstract class TextElement extends RoomElement {
  #editor: DocumentEditor | undefined;
  #settings: EditorSettings | undefined;

  protected abstract documentOf(room: RoomContext): SessionDocument;

  protected get textDocument(): SessionDocument | undefined {
    return this.room && this.documentOf(this.room);
  }

  /** This person may write here, and the page allows it. */
  protected get writable(): boolean {
    return Boolean(this.textDocument?.editable && !this.room?.readOnly);
  }

  protected override watched(room: RoomContext): [EventTarget, ...string[]][] {
    return [
      [room.session, 'status', 'people', 'saved'],
      [this.documentOf(room), 'editable', 'change'],
    ];
  }

  /** The editor's box, for the element to place. */
  protected area(label: string, placeholder: string): TemplateResult {
    this.#settings = { readOnly: !this.writable, label, placeholder };
    return html`<div class="words"></div>`;
  }

  /** Moves the cursor to the end of the text. */
  protected focusText(): void {
    const { view } = this.#editor ?? {};
    view?.dispatch({ selection: { anchor: view.state.doc.length }, scrollIntoView: true });
    view?.focus();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { textDocument, renderRoot: root } = this;
    const parent = this.isConnected ? root.querySelector('.words') : null;
    const shown = this.#editor?.view.dom.parentElement;
    if (shown !== parent || this.#editor?.document !== textDocument) this.left();
    if (!parent || !textDocument || !this.#settings || !(root instanceof ShadowRoot)) return;
    if (this.#editor) this.#editor.show(this.#settings);
    else this.#editor = new DocumentEditor(textDocument, { parent, root }, this.#settings, this.#events, PROSE);
  }

  protected override moved(): void {
    this.#editor?.moved();
  }

  protected override left(): void {
    this.#editor?.close();
    this.#editor = undefined;
  }

  readonly #events = {
    edited: () => {},
    failed: (reason: string, why: unknown) => refuse(this, reason, why),
  };
}
