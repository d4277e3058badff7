// The code on `<code-room>`: selection, insertion, keys, and its part in a form. What does it is loaded after the first frame.

import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { speech, t } from '../wording/words.js';
import type { CodeOfPage, CodeSelection } from './code-of-page.js';
import type { CommandKeys, KeyChanges } from './command-keys.js';
import { FileHost } from './file-host.js';
import { refuse } from './refusal-event.js';
import type { RoomVisit } from './room-visit.js';

/**
 * What a page does with the code of a `<code-room>`.
 *
 * @fires {CodeRoomBeforeRunEvent} code-room-before-run - A run asked for on this page is about to begin; `preventDefault()` keeps it from doing so.
 * @fires {CodeRoomRunEvent} code-room-run - A run starts or ends.
 * @fires {CodeRoomOutputEvent} code-room-output - The run has printed.
 * @fires {InputEvent} input - This person has made one edit.
 */
export abstract class CodeHost extends FileHost {
  static readonly formAssociated: boolean = true;

  /** Name of this field in a form, which gets the text of the file that Run runs; `name` is the person's. */
  @property({ reflect: true }) field = '';
  /** In a form: something has to be written. */
  @property({ type: Boolean, reflect: true }) required = false;
  /** In a form: nobody can write here, and the field is not sent; so it is in a disabled `<fieldset>`. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  #customError = '';
  #code: CodeOfPage | undefined;
  #form: HTMLFormElement | null = null;
  /** What the page has given for all rooms; and by room, what stood in the box Input when it was left. */
  #stdin = '';
  readonly #left = new Map<string, string>();
  /** It was given on the way from one room to another, and is for the one before as well. */
  #unheard = false;

  /** Resolves as soon as this element is live: joined and up to date, or, without a room, ready to be written in. Never rejects; `status` says why it waits. */
  get ready(): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        // A changed attribute may mean another room.
        if (this.isConnected && this.isUpdatePending) return void this.updateComplete.then(look);
        if (this.visit?.session.status !== 'live') return;
        this.removeEventListener('code-room-status', look);
        resolve();
      };
      this.addEventListener('code-room-status', look);
      look();
    });
  }

  /** What is selected in the shown file, as `{file, from, to}` in characters of `value`; null without an editor. Setting it shows the file, and never throws. */
  get selection(): Required<CodeSelection> | null {
    return this.#code?.selection ?? null;
  }
  set selection(selection: CodeSelection) {
    if (selection === undefined) return;
    void this.#call((code) => code.select(selection)).catch((error) => refuse(this, 'selection', error));
  }

  /** Writes in place of the selection, in one step of undo. Rejects with a `CodeRoomError`. */
  insert(text: string): Promise<void> {
    return this.#call((code) => code.insert(text));
  }

  /** What the next runs of this page read, before they ask; the same as the box Input. */
  get stdin(): string {
    return this.visit?.runs.stdin ?? this.#left.get(this.address) ?? this.#stdin;
  }
  set stdin(text: string) {
    if (text === undefined) return;
    this.#stdin = String(text ?? '');
    this.#left.clear();
    const { runs } = this.visit ?? {};
    this.#unheard = !runs;
    if (!runs) return;
    runs.stdin = this.#stdin;
    runs.dispatchEvent(new Event('change'));
  }

  /** The key of each command: `run`, `error`, `person`, `point`, `look`, `format`, `problems`. Set those that differ: `{run: 'Shift-Enter', format: 'none'}`, as attribute `run: Shift-Enter, format: none`. */
  get keys(): CommandKeys | Record<string, never> {
    return this.#code?.keys ?? {};
  }
  set keys(keys: KeyChanges) {
    this.givenKeys = keys;
  }

  /** The form around this element, or the one its attribute `form` names; templates that set a property by the attribute's name set that. */
  get form(): HTMLFormElement | null {
    return this.#form;
  }
  set form(id: string | null) {
    if (id === null) this.removeAttribute('form');
    else if (id !== undefined) this.setAttribute('form', id);
  }

  /** As of any field of a form. */
  get validity(): ValidityState | undefined {
    return this.internals.validity;
  }

  /** What the form has to complain of; empty when nothing. */
  get validationMessage(): string {
    return this.internals.validationMessage ?? '';
  }

  /** Whether the form can be sent as far as this field is concerned. */
  checkValidity(): boolean {
    return this.internals.checkValidity?.() ?? true;
  }

  /** The same, and shows what is wrong. */
  reportValidity(): boolean {
    return this.internals.reportValidity?.() ?? true;
  }

  /** Makes the field invalid with this sentence, until it is set to ''. */
  setCustomValidity(sentence: string): void {
    this.#customError = String(sentence ?? '');
    this.#validate();
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#form?.removeEventListener('formdata', this.#give);
    this.#form = form;
    form?.addEventListener('formdata', this.#give);
    this.#validate();
  }

  formDisabledCallback(): void {
    this.provide();
  }

  formResetCallback(): void {
    void this.#call((code) => code.reset(this.initialText)).catch((error) => refuse(this, 'value', error));
  }

  /** In a shared room the room has the text, also where a script of the page names the room only now. */
  formStateRestoreCallback(text: unknown): void {
    if (typeof text !== 'string') return;
    void this.ready.then(() => {
      if (!this.room) this.value = text;
    });
  }

  abstract point(look?: boolean): Promise<void>;

  protected override entered(visit: RoomVisit): void {
    super.entered(visit);
    const { runs, session, signal } = visit;
    const { address } = this;
    session.addEventListener('status', () => this.#validate(), { signal });
    // Where nothing more can be loaded, somebody may still write what was missing.
    session.addEventListener('saved', () => this.#code ?? this.#validate(), { signal });
    this.#unheard = false;
    runs.stdin = this.#left.get(address) ?? this.#stdin;
    signal.addEventListener('abort', () => this.#unheard || this.#left.set(address, runs.stdin));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Its sentence is in the language of this update.
    this.#validate();
    if (changed.has('givenKeys')) this.#code?.changeKeys();
  }

  protected override startPageFeatures(): void {
    void this.#call((code) => code.enter()).catch(() => undefined); // The next call tries again.
  }

  /** Asked for when the form is sent, so that writing costs nothing. Before the room has told its text, nothing is sent but what waits for it: an empty text would take the place of another. */
  readonly #give = ({ formData }: FormDataEvent): void => {
    const text = this.#written ?? (this.value || undefined);
    if (text !== undefined && this.field && !this.matches(':disabled')) formData.append(this.field, text);
  };

  /** What the form gets; undefined until the room has told it. In a new room starter code comes a moment after an empty text. */
  get #written(): string | undefined {
    const { status, documents } = this.visit?.session ?? {};
    const entry = documents?.files.entry;
    if (!entry?.synced) return undefined;
    return entry.text.toString() || (status === 'syncing' ? undefined : '');
  }

  /** At once, and in more detail when what does it is loaded. */
  #validate(): void {
    if (this.#code) return this.#code.validate();
    speech.adoptLanguageOf?.(this);
    const valueMissing = this.required && !this.#written?.trim();
    const sentence = this.#customError || (valueMissing ? t('Opening the room…') : '');
    this.internals.setValidity?.({ valueMissing, customError: this.#customError !== '' }, sentence);
  }

  #call<T>(call: (code: CodeOfPage) => T): Promise<Awaited<T>> {
    return this.calling(import('./code-of-page.js'), ({ CodeOfPage }) => {
      this.#code ??= new CodeOfPage(this, {
        visit: () => this.visit,
        keys: () => this.givenKeys,
        complaint: () => this.#customError,
        internals: this.internals,
        say: (sentence) => this.announcer?.say(sentence),
      });
      return call(this.#code);
    });
  }
}
