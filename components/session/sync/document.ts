/** A document of the room on the client: its text, and this person's edits. */
import { ChangeSet, Text } from '@codemirror/state';
import { isOptional, type Refusal } from '../../../party/shared/protocol.js';
import { hashText } from '../../../party/shared/wire/change.js';
import type { Bookmark, OutgoingMessage } from '../../../party/shared/wire/client-message.js';
import type { RoomMessageOf as Of } from '../../../party/shared/wire/room-message.js';
import { Cursors, type RemoteCursor, type Selection } from './cursors.js';
import { CursorsEvent, RefusedEvent, RemoteChangeEvent } from './events.js';
import { type FileDescription, mergedRequest, unconfirmed } from './file-description.js';
import type { People } from './people.js';
import { type Replacement, toChange } from './replacement.js';
import { edit, receive, restore } from './replica.js';
import { type DocumentSnapshot, type History, packReplica } from './replica-snapshot.js';
import { EMPTY_REPLICA, isSaved, isSettled, isUnsent, NO_TEXT, pendingEdits, type Step } from './replica-state.js';

/** After so long without changes, the text is compared with the room's. */
const CHECK_MS = 3_000;

/** Events: `change` (RemoteChangeEvent), `cursors` (CursorsEvent), `file` (name or language), `editable`, `saved`, `refused` (RefusedEvent: a requested name). */
export class SessionDocument extends EventTarget {
  name = '';
  language = '';
  /** The room has sent its text at least once. */
  synced = false;
  #history: History | null = null;
  #editable = false;
  /** Number of edits since everything was saved. */
  unsaved = 0;
  /** The requested name and language, until the room has confirmed them. */
  wanted: FileDescription | null = null;
  /** The version that a proposal makes which this person is accepting. */
  accepted: number | null = null;
  #lastSequence = 0;
  #check: ReturnType<typeof setTimeout> | undefined;
  #replica = EMPTY_REPLICA;
  readonly #cursors = new Cursors({
    changed: (replica) => this.dispatchEvent(new CursorsEvent(replica)),
    settled: () => this.settled,
    send: ({ anchor, head }) => this.send({ type: 'point', document: this.id, version: this.version, anchor, head }),
  });

  constructor(
    readonly id: number,
    readonly people: People,
    private readonly send: (message: OutgoingMessage) => void,
    private readonly submit: (message: OutgoingMessage) => void,
  ) {
    super();
  }

  get text(): Text {
    return this.#replica.text;
  }

  get version(): number {
    return this.#replica.version;
  }

  /** From where the room can continue this document; kept per document, because a connection may be lost during the greeting. */
  get bookmark(): Bookmark | null {
    if (!this.#history || (this.#untold && this.saved)) return null;
    const { epoch, start } = this.#history;
    return { epoch, positions: [{ document: this.id, version: this.version, start }] };
  }

  /** It is empty, and the room has not sent it. */
  get #untold(): boolean {
    return this.version === 0 && isOptional(this.id);
  }

  get saved(): boolean {
    return isSaved(this.#replica) && !this.wanted;
  }

  /** The room is connected and has confirmed every edit of mine. */
  get settled(): boolean {
    return this.#replica.online && !this.held && isSettled(this.#replica);
  }

  /** New edits of mine stay here for the moment: this person is in private time. */
  get held(): boolean {
    return this.#replica.held;
  }

  /** Some of my edits are not confirmed by the room. */
  get hasPending(): boolean {
    return this.synced && !isSettled(this.#replica);
  }

  /** The role allows it and the room is open; true even while offline. */
  get editable(): boolean {
    return this.#editable && this.synced;
  }

  get cursors(): ReadonlyMap<number, RemoteCursor> {
    return this.#cursors.of(this.people);
  }

  /** Makes an edit of this person on `text`: a change set, or `{ from, to, insert }`. It is shown at once and sent when possible. */
  edit(made: ChangeSet | Replacement): void {
    const change = made instanceof ChangeSet ? made : toChange(made, this.text.length);
    if (change.empty) return;
    const step = edit(this.#replica, change);
    this.unsaved++;
    this.#cursors.shift(change, null);
    this.#take(step);
    this.#changed();
  }

  /** My selection, in positions of `text`. */
  point(anchor: number, head: number): void {
    this.#cursors.point({ anchor, head });
  }

  /** Where a selection at `version` is in `text`; null when that is not known any more. */
  locate(at: Selection & { version: number }): Selection | null {
    return this.#cursors.find(at, this.version, pendingEdits(this.#replica), this.text.length);
  }

  /** Sets the file's name or language, for everybody; the text stays. */
  describe(file: FileDescription): void {
    if (!this.editable) return;
    this.wanted = mergedRequest(this.wanted, file);
    this.unsaved++;
    this.#sendDescription();
    this.dispatchEvent(new Event('saved'));
  }

  snapshot(): DocumentSnapshot | null {
    const [{ name, language, unsaved }, history, wanted] = [this, this.#history, this.wanted];
    return history && { name, language, unsaved, wanted, history, replica: packReplica(this.#replica) };
  }

  /** Before connecting: restores the text of an earlier page, with its unsent edits. */
  restore({ name, language, unsaved, wanted = null, history, replica }: DocumentSnapshot): void {
    this.#take(restore(this.#replica, replica));
    this.#history = history;
    Object.assign(this, { wanted, unsaved, synced: true });
    this.#described({ name, language });
    this.allow(true);
    this.#changed();
  }

  /** This person may not read it any more. Returns text that could not be kept. */
  forget(): string | null {
    if (!this.synced) return null;
    this.synced = false;
    this.#history = null;
    this.wanted = null;
    const lost = this.#take(receive(this.#replica, NO_TEXT));
    this.#changed();
    this.dispatchEvent(new Event('editable'));
    return lost;
  }

  allow(editable: boolean, held = false): void {
    const before = this.editable;
    this.#editable = editable;
    if (this.editable !== before) this.dispatchEvent(new Event('editable'));
    if (held === this.held) return;
    this.#take(receive(this.#replica, { type: 'hold', held }));
    this.#sendDescription();
    this.#changed();
  }

  /** Handles the whole text. Returns text that could not be kept. */
  replaced(message: Of<'document'>, { epoch, start }: History): string | null {
    // Edits made in an empty document before the greeting are kept, on top of the text it has by now.
    const goesOn = this.#replica.online ? message.version === this.version : this.#untold && isUnsent(this.#replica);
    const merge = goesOn && epoch === this.#history?.epoch;
    this.#history = { epoch, start };
    const text = Text.of(message.text.split('\n'));
    const lost = this.#take(receive(this.#replica, { ...message, text, merge }));
    this.#lastSequence = message.sequence;
    this.#described(message);
    if (!this.synced) {
      this.synced = true;
      if (this.#editable) this.dispatchEvent(new Event('editable'));
    }
    this.#changed();
    return lost;
  }

  /** The greeting is complete: a document that was not sent, or belongs to another history, is empty. Returns text that could not be kept. */
  begin({ epoch, start }: History): string | null {
    const lost = epoch === this.#history?.epoch ? null : this.forget();
    this.#history = { epoch, start };
    this.synced = true;
    this.dispatchEvent(new Event('editable'));
    return lost;
  }

  /** Throws RangeError when the room went back further than it had promised: then the whole text is needed. */
  continued(message: Of<'continue'>, { epoch, start }: History): void {
    this.#lastSequence = message.sequence;
    this.#history = null;
    this.#take(receive(this.#replica, message));
    this.#history = { epoch, start };
    this.#described(message);
  }

  receive(message: Of<'ack'> | Of<'described'> | Of<'point'>): void {
    if (message.type === 'described') {
      this.wanted = this.wanted && unconfirmed(this.wanted, message);
      this.#described(message);
      return this.#changed();
    }
    if (message.type !== 'point') return void this.change(message);
    const at = this.locate(message);
    if (at) this.#cursors.place(message.replica, at);
  }

  /** Returns the text with an edit of mine that the room has undone. Throws RangeError when an earlier change is missing. */
  change(message: Of<'change'> | Of<'ack'>): string | null {
    const lost = this.#take(receive(this.#replica, message));
    this.#changed();
    return lost;
  }

  /** Undoes an edit that the room refused; returns the text with it, or null when it was undone before. */
  refused(sequence: number, reason: Refusal): string | null {
    // Somebody who may not edit cannot undo the confirmed parts either.
    const revert = reason === 'too-large' || reason === 'invalid';
    const lost = this.#take(receive(this.#replica, { type: 'refused', sequence, revert }));
    if (lost !== null) this.#changed();
    return lost;
  }

  left(replicas: readonly number[]): void {
    this.#cursors.remove(replicas);
  }

  /** In sync: pending edits are sent. */
  online(replica: number): void {
    this.#take(receive(this.#replica, { type: 'online', author: replica, sequence: this.#lastSequence }));
    this.#sendDescription();
    this.#changed();
  }

  offline(): void {
    this.#take(receive(this.#replica, { type: 'offline' }));
    this.#cursors.clear();
    clearTimeout(this.#check);
  }

  /** The room refused the requested name or language. */
  undescribed(reason: Refusal, sentence: string): void {
    this.wanted = null;
    this.#changed();
    this.dispatchEvent(new RefusedEvent(reason, sentence));
  }

  /** Sends only what was changed, because the rest may have been changed by somebody else. Sent again after a reconnect. */
  #sendDescription(): void {
    if (!this.#replica.online || this.held) return;
    const { name = '', language = '' } = this.wanted ?? {};
    if (name || language) this.send({ type: 'describe', document: this.id, name, language });
    else this.wanted = null;
  }

  #described({ name, language }: { name: string; language: string }): void {
    if (name === this.name && language === this.language) return;
    Object.assign(this, { name, language });
    this.dispatchEvent(new Event('file'));
  }

  #changed(): void {
    if (this.saved) this.unsaved = 0;
    this.dispatchEvent(new Event('saved'));
    this.#cursors.tell();
    clearTimeout(this.#check);
    const compare = () =>
      this.send({ type: 'check', document: this.id, version: this.version, hash: hashText(this.#replica.confirmed) });
    if (this.settled && !this.#untold) this.#check = setTimeout(compare, CHECK_MS);
  }

  /** Applies a step; returns the text with edits of mine that were lost. Throws RangeError when only the whole text can follow. */
  #take({ state, effects }: Step): string | null {
    this.#replica = state;
    let lost: string | null = null;
    for (const effect of effects) {
      if (effect.type === 'confirmed') this.#cursors.confirm(effect.version, effect.change);
      else if (effect.type === 'show') this.#show(effect.change, effect.author);
      else if (effect.type === 'lost') lost = effect.text.toString();
      else if (effect.type === 'diverged') throw new RangeError(effect.sentence);
      else {
        const { part, base, sequence, change } = effect;
        this.submit({ type: part ? 'part' : 'submit', document: this.id, base, sequence, change });
      }
    }
    return lost;
  }

  #show(change: ChangeSet, author: number): void {
    this.#cursors.shift(change, author);
    this.dispatchEvent(new RemoteChangeEvent(change, author, this.version === this.accepted));
    // The author's cursor moves to the end of the edit, which mapping alone would not do.
    if (this.#cursors.others.has(author)) this.dispatchEvent(new CursorsEvent(author));
  }
}
