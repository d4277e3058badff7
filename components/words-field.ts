// Ties a plain text field to a document: what is typed goes there, what others write is shown, and the cursor stays at its words.
import { type ChangeSet, Text } from '@codemirror/state';
import { replacement, utf8Length } from '../party/shared/change.js';
import { LIMITS } from '../party/shared/limits.js';
import { applyChange } from '../party/shared/text-change.js';
import type { SessionDocument } from './session/document.js';
import type { RemoteChangeEvent } from './session/events.js';
import { normalized } from './value.js';

const TOO_LONG = 'This would be longer than 64 KiB, more than a room keeps. Nothing was changed.';

export class WordsField {
  /** What the field and the document last agreed on. */
  #shown: Text;
  /** What others have written since. */
  #missed: ChangeSet | null = null;
  /** An input method must not lose the field's text under its hands. */
  #composing = false;
  readonly #end = new AbortController();

  constructor(
    readonly document: SessionDocument,
    readonly area: HTMLTextAreaElement,
    private readonly failed: (sentence: string) => void,
  ) {
    this.#shown = document.text;
    area.value = document.text.toString();
    const { signal } = this.#end;
    document.addEventListener('change', (event) => this.#remote((event as RemoteChangeEvent).change), { signal });
    area.addEventListener('input', () => this.#typed(), { signal });
    area.addEventListener('compositionstart', () => this.#compose(true), { signal });
    area.addEventListener('compositionend', () => this.#compose(false), { signal });
  }

  close(): void {
    this.#end.abort();
  }

  #compose(composing: boolean): void {
    this.#composing = composing;
    if (!composing) this.#typed();
  }

  #typed(): void {
    if (this.#composing) return;
    const text = normalized(this.area.value);
    const change = replacement(this.#shown, Text.of(text.split('\n')));
    if (!change) return this.#show();
    if (utf8Length(text) > LIMITS.notesBytes && change.newLength > change.length) {
      this.failed(TOO_LONG);
      this.area.value = this.#shown.toString();
      return this.#show();
    }
    const late = this.#missed;
    this.document.edit(late ? change.map(late) : change);
    // Made on the text with mine in it, as the field has it.
    this.#missed = late ? late.map(change, true) : null;
    this.#shown = applyChange(change, this.#shown);
    this.#show();
  }

  #remote(change: ChangeSet): void {
    this.#missed = this.#missed ? this.#missed.compose(change) : change;
    if (!this.#composing) this.#show();
  }

  #show(): void {
    const missed = this.#missed;
    if (!missed) return;
    const { selectionStart, selectionEnd, selectionDirection, scrollTop } = this.area;
    this.#missed = null;
    this.#shown = this.document.text;
    this.area.value = this.#shown.toString();
    const at = (position: number) => missed.mapPos(Math.min(position, missed.length), -1);
    this.area.setSelectionRange(at(selectionStart), at(selectionEnd), selectionDirection);
    this.area.scrollTop = scrollTop;
  }
}
