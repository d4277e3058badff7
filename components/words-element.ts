// What brief and notes have in common: a document of words, written in a plain field.
import { html, type PropertyValues, type TemplateResult } from 'lit';
import type { RoomContext } from './context.js';
import { CodeRoomErrorEvent } from './events.js';
import { RoomElement } from './room-element.js';
import type { SessionDocument } from './session/document.js';
import { WordsField } from './words-field.js';

export abstract class WordsElement extends RoomElement {
  #field: WordsField | undefined;

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

  /** The field, wherever the element wants it. */
  protected area(label: string, placeholder: string): TemplateResult {
    return html`<textarea
      aria-label=${label}
      placeholder=${placeholder}
      ?readonly=${!this.words?.editable}
    ></textarea>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const area = this.isConnected ? this.renderRoot.querySelector('textarea') : null;
    if (this.#field?.area === area && this.#field?.document === this.words) return;
    this.left();
    if (!area || !this.words) return;
    this.#field = new WordsField(this.words, area, (sentence) =>
      this.dispatchEvent(new CodeRoomErrorEvent('too-large', sentence)),
    );
  }

  protected override left(): void {
    this.#field?.close();
    this.#field = undefined;
  }
}
