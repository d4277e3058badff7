/** The task on the client: the published text, and the interviewers' draft. */
import type { OutgoingMessage } from '../../../party/shared/wire/client-message.js';
import type { SessionDocument } from './document.js';

/** Events: `change`, when a decision about the draft was made or carried out. */
export class Task extends EventTarget {
  /** Whether the draft is to be published or reset, until the room has done so. */
  #decided: boolean | null = null;
  #told = false;

  constructor(
    /** The published text; nobody edits it. */
    readonly brief: SessionDocument,
    /** Only `synced` for interviewers. */
    readonly draft: SessionDocument,
    private readonly send: (message: OutgoingMessage) => void,
  ) {
    super();
    for (const document of [brief, draft]) document.addEventListener('change', () => this.#heard(document));
    draft.addEventListener('saved', () => this.#tell());
  }

  /** The draft has unpublished changes. */
  get unpublished(): boolean {
    return this.draft.synced && !this.draft.text.eq(this.brief.text);
  }

  /** The draft is being published. */
  get publishing(): boolean {
    return this.#decided === true && this.unpublished;
  }

  /** Publishes the draft, as soon as the room has all of it. */
  publish(): void {
    this.#decide(true);
  }

  /** Resets the draft to the published text. */
  discard(): void {
    this.#decide(false);
  }

  /** The draft was edited: a pending decision is cancelled. */
  cancelDecision(): void {
    this.#decide(null);
  }

  /** Reconnected: what was sent before may not have arrived. */
  online(): void {
    this.#told = false;
    this.#tell();
  }

  #decide(publish: boolean | null): void {
    this.#decided = publish;
    this.#told = false;
    this.#tell();
    this.dispatchEvent(new Event('change'));
  }

  /** The decision is carried out once its text has changed: later changes are not part of it. */
  #heard(document: SessionDocument): void {
    if (this.#told && this.#decided === (document === this.brief)) this.#decide(null);
    else this.#tell();
  }

  #tell(): void {
    if (this.#decided === null) return;
    if (!this.unpublished) return this.#decide(null);
    if (this.#told || !this.draft.settled) return;
    this.#told = true;
    this.send({ type: 'draft', show: this.#decided });
  }
}
