// Undo history of a field that is removed and shown again, since browsers lose theirs.
import { inComposition } from '../page/composition.js';
import { latinLetter } from './keyboard.js';

/** The field's text and cursor. */
type Field = Pick<HTMLInputElement, 'value' | 'selectionStart' | 'selectionEnd' | 'setSelectionRange'>;

interface FieldStep {
  value: string;
  start: number;
  end: number;
  /** Equal for characters that are undone together. */
  kind: string;
}

const EMPTY: FieldStep = { value: '', start: 0, end: 0, kind: '' };

export class FieldHistory {
  #steps: FieldStep[] = [EMPTY];
  #at = 0;

  /** The current text; empty before anything is typed. */
  get value(): string {
    return this.#now.value;
  }

  get #now(): FieldStep {
    return this.#steps[this.#at] ?? EMPTY;
  }

  clear(): void {
    this.#steps = [EMPTY];
    this.#at = 0;
  }

  /** Call after each change; `kind` is the input event's type. Undo works word by word. */
  record(field: Field, kind: string): void {
    const { value } = field;
    const [start, end] = [field.selectionStart ?? value.length, field.selectionEnd ?? value.length];
    const before = this.#now;
    const written = value.slice(0, start);
    const joins = kind === before.kind && /^(insert(Composition)?Text|delete)/.test(kind) && !/\s\S$/.test(written);
    this.#steps.splice(joins ? this.#at : this.#at + 1, this.#steps.length, { value, start, end, kind });
    this.#at = this.#steps.length - 1;
  }

  /** Handles undo and redo; true when the event was one of these. */
  handleUndo(event: KeyboardEvent | InputEvent, field: Field): boolean {
    const step = 'key' in event ? stepOfKey(event) : stepOfInput(event);
    if (step === 0) return false;
    event.preventDefault();
    const next = this.#at + step;
    if (next < 0 || next >= this.#steps.length) return true;
    this.#at = next;
    const { value, start, end } = this.#now;
    field.value = value;
    field.setSelectionRange(start, end);
    return true;
  }
}

function stepOfKey(event: KeyboardEvent): number {
  if (event.ctrlKey === event.metaKey || event.altKey || inComposition(event)) return 0;
  const letter = latinLetter(event);
  if (letter === 'z') return event.shiftKey ? 1 : -1;
  return letter === 'y' && event.ctrlKey ? 1 : 0;
}

function stepOfInput({ inputType }: InputEvent): number {
  return inputType === 'historyUndo' ? -1 : inputType === 'historyRedo' ? 1 : 0;
}
