/** The task in words: what everybody reads, and the draft interviewers write, which they show when it is done. */
import type { OutgoingMessage } from '../../../party/shared/wire/client-message.js';
import type { SessionDocument } from './document.js';

/** Events: `change`, when what was decided about the draft is done, or has yet to be. */
export class Task extends EventTarget {
  /** Whether the draft is to be shown or dropped, until the room has done so. */
  #decided: boolean | null = null;
  #told = false;

  constructor(
    /** What everybody reads; nobody edits it. */
    readonly brief: SessionDocument,
    /** For everybody but interviewers never `synced`. */
    readonly draft: SessionDocument,
    private readonly send: (message: OutgoingMessage) => void,
  ) {
    super();
    for (const document of [brief, draft]) document.addEventListener('change', () => this.#heard(document));
    draft.addEventListener('saved', () => this.#tell());
  }

  /** Something in the draft has been shown to nobody yet. */
  get unshown(): boolean {
    return this.draft.synced && !this.draft.text.eq(this.brief.text);
  }

  /** The draft is about to be shown: the room has not said so yet. */
  get showing(): boolean {
    return this.#decided === true && this.unshown;
  }

  /** Everybody reads the draft from now on, as soon as the room has all of it. */
  show(): void {
    this.#decide(true);
  }

  /** The draft is what everybody reads again. */
  drop(): void {
    this.#decide(false);
  }

  /** The draft is written on: what was decided about it and not done yet does not count. */
  keep(): void {
    this.#decide(null);
  }

  /** The connection is another one: what was said on the last may not have been heard. */
  online(): void {
    this.#told = false;
    this.#tell();
  }

  #decide(show: boolean | null): void {
    this.#decided = show;
    this.#told = false;
    this.#tell();
    this.dispatchEvent(new Event('change'));
  }

  /** What was asked for is done once the text it is about has changed: what comes after was not meant. */
  #heard(document: SessionDocument): void {
    if (this.#told && this.#decided === (document === this.brief)) this.#decide(null);
    else this.#tell();
  }

  #tell(): void {
    if (this.#decided === null) return;
    if (!this.unshown) return this.#decide(null);
    if (this.#told || !this.draft.settled) return;
    this.#told = true;
    this.send({ type: 'draft', show: this.#decided });
  }
}
