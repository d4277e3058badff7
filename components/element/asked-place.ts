// A place that an interviewer asks to look at: it moves with the text around it.
import type { SessionDocument } from '../session/sync/document.js';
import type { SignalEvent } from '../session/sync/events.js';
import type { Person } from '../session/sync/people.js';

export class AskedPlace {
  #line = 1;

  constructor(
    readonly by: Person,
    readonly document: SessionDocument,
    private readonly signal: SignalEvent['signal'],
  ) {
    void this.line;
  }

  /** By now; where that is not known any more, as after a loss of connection, it is the last one known. */
  get line(): number {
    const { document, signal } = this;
    const head = document.locate(signal)?.head;
    if (head !== undefined) this.#line = document.text.lineAt(head).number;
    return Math.min(this.#line, document.text.lines);
  }
}
