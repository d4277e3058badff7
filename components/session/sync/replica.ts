/**
 * Replica: a pure state machine. Given a state and an edit or a message, it returns the next state and the effects, which the
 * session carries out in order.
 *
 * Others' changes are mapped one at a time, never composed first: mapping through a composed deletion and insertion differs from
 * mapping through each, and copies would diverge.
 */
import { ChangeSet, type Text } from '@codemirror/state';
import { PAGE_LIMITS } from '../../../party/shared/page-limits.js';
import { TAKEN_BACK } from '../../../party/shared/protocol.js';
import { splitChange } from '../../../party/shared/split-change.js';
import { applyChange, composeAll } from '../../../party/shared/text-change.js';
import { replacement } from '../../../party/shared/wire/change.js';
import { type ReplicaSnapshot, unpackReplica } from './replica-snapshot.js';
import {
  type ChangeMessage,
  type Effect,
  isSettled,
  pendingEdits,
  type ReplicaMessage,
  type ReplicaState,
  type Step,
  type TextMessage,
} from './replica-state.js';

/** Others edit while a large change is in flight. A change with fewer places than this gets through whatever they do. */
const FEWEST_PLACES = 50;

/** An edit of this person, made on the text. Throws RangeError when the text has another length. */
export function edit(state: ReplicaState, change: ChangeSet): Step {
  const step = new NextReplica(state);
  step.edit(change);
  return step.done();
}

/** Throws RangeError when an earlier change is missing. */
export function receive(state: ReplicaState, message: ReplicaMessage): Step {
  const step = new NextReplica(state);
  if (message.type === 'change') step.change(message);
  else if (message.type === 'ack') step.acknowledge(message.durable);
  else if (message.type === 'document') step.replace(message);
  else if (message.type === 'continue') step.rewind(message.from, message.durable);
  else if (message.type === 'refused') step.refuse(message.sequence, message.revert);
  else if (message.type === 'online') step.resume(message.author, message.sequence);
  else if (message.type === 'hold') step.next.held = message.held;
  else step.next.online = false;
  return step.done();
}

/** Continues from the stored state of an earlier replica. */
export function restore(state: ReplicaState, snapshot: ReplicaSnapshot): Step {
  const step = new NextReplica({ ...state, ...unpackReplica(snapshot) });
  const pending = composeAll(pendingEdits(step.next));
  const { confirmed } = step.next;
  step.showText(pending ? applyChange(pending, confirmed) : confirmed);
  return step.done();
}

/** A step in progress, on a copy of the state. */
class NextReplica {
  readonly next: { -readonly [K in keyof ReplicaState]: ReplicaState[K] };
  readonly #effects: Effect[] = [];
  #shown: Extract<Effect, { type: 'show' }> | null = null;

  constructor(state: ReplicaState) {
    this.next = { ...state };
  }

  /** Effects that show something come before those that send. */
  done(): Step {
    if (this.#shown) this.#effects.push(this.#shown);
    this.#flush();
    return { state: this.next, effects: this.#effects };
  }

  edit(change: ChangeSet): void {
    const { next } = this;
    next.text = applyChange(change, next.text);
    const buffer = next.buffer ? next.buffer.compose(change) : change;
    next.buffer = buffer.empty ? null : buffer;
  }

  change({ version, author, sequence, lag, change: read }: ChangeMessage): void {
    const { next } = this;
    const { inflight } = next;
    if (version !== next.version + 1) throw new RangeError(`Version ${version} came after ${next.version}.`);
    this.acknowledge(version - lag);
    if (inflight && inflight.author === author && inflight.sequence === sequence) {
      next.inflight = null;
      const inverse = this.#confirm(inflight.change, true);
      next.places = PAGE_LIMITS.changePlaces;
      next.undo = next.parts.length > 0 ? [inverse, ...next.undo] : [];
      return;
    }
    if (author === next.author && sequence === TAKEN_BACK && next.undo.length > 0) this.#giveUp([]);
    this.#remote(read(next.confirmed.length), author);
  }

  acknowledge(durable: number): void {
    const { next } = this;
    if (durable <= next.durable) return;
    next.durable = durable;
    const kept = next.tail.findIndex((entry) => entry.version > durable);
    next.tail = kept < 0 ? [] : next.tail.slice(kept);
  }

  /** If this copy is ahead, the room has lost its undurable edits in a crash: others' edits after `from` are removed, mine become pending again. */
  rewind(from: number, durable: number): void {
    const { next } = this;
    const tail = [...next.tail];
    let shown: ChangeSet | null = null;
    if (next.version > from) this.#takeBack();
    while (next.version > from) {
      const entry = tail.pop();
      next.tail = tail;
      if (!entry) {
        const sentence = `The room went back to version ${from}, which had been durable.`;
        this.#effects.push({ type: 'diverged', sentence });
        return;
      }
      if (entry.own) {
        next.parts = [entry.change, ...next.parts];
        if (next.undo.length > 0) next.undo = [entry.change, ...next.undo];
      } else {
        const undone = this.#mapPending(entry.inverse);
        shown = shown ? shown.compose(undone) : undone;
      }
      next.confirmed = applyChange(entry.inverse, next.confirmed);
      next.version--;
    }
    this.acknowledge(durable);
    if (shown) this.#show(shown, 0);
  }

  replace({ text, version, durable, merge }: TextMessage): void {
    const { next } = this;
    const settled = isSettled(next);
    if (!settled && merge) {
      const repair = replacement(next.confirmed, text);
      if (repair) this.#remote(repair, 0, version - next.version);
      next.version = version;
      next.tail = [];
      return this.acknowledge(durable);
    }
    if (!settled) this.#effects.push({ type: 'lost', text: next.text });
    Object.assign(next, {
      confirmed: text,
      version,
      durable,
      inflight: null,
      parts: [],
      undo: [],
      buffer: null,
      tail: [],
    });
    this.showText(text);
  }

  /** Sends pending edits; those in flight are sent again. */
  resume(author: number, sequence: number): void {
    const { next } = this;
    next.sequence = Math.max(author === next.author ? next.sequence : 0, sequence);
    next.author = author;
    next.online = true;
    // A change that was not accepted whole may be accepted in smaller parts.
    if (next.inflight) next.places = Math.max(FEWEST_PLACES, Math.floor(next.places / 2));
    this.#takeBack();
  }

  /** Undoes the whole edit that the submission is part of, here and, as far as it was confirmed, in the room, unless the room accepts no more edits. Later edits are kept. */
  refuse(sequence: number, revert: boolean): void {
    if (this.next.inflight?.sequence === sequence) this.#giveUp(revert ? this.next.undo : []);
  }

  /** Changes the text to this one. */
  showText(text: Text): void {
    const shown = replacement(this.next.text, text);
    if (shown) this.#show(shown, 0);
  }

  /** Removes the edit in flight from the text; `undo` removes its confirmed parts from the room. */
  #giveUp(undo: readonly ChangeSet[]): void {
    const { next } = this;
    this.#effects.push({ type: 'lost', text: next.text });
    this.#takeBack();
    const back = (composeAll(next.parts) ?? ChangeSet.empty(next.confirmed.length)).invert(next.confirmed);
    const whole = composeAll([back, ...undo]) ?? back;
    const shown = next.buffer ? whole.map(next.buffer, true) : whole;
    const buffer = next.buffer?.map(whole);
    next.parts = undo;
    next.undo = [];
    next.buffer = buffer && !buffer.empty ? buffer : null;
    this.#show(shown, 0);
  }

  /** Treats the edit in flight as not sent. */
  #takeBack(): void {
    const { next } = this;
    if (next.inflight) next.parts = [next.inflight.change, ...next.parts];
    next.inflight = null;
  }

  #flush(): void {
    const { next } = this;
    if (!next.online || next.inflight) return;
    next.parts = next.parts.filter((part) => !part.empty);
    if (next.parts.length === 0) {
      next.undo = [];
      if (!next.buffer || next.held) return;
      next.parts = [next.buffer];
      next.buffer = null;
    }
    const [first, ...later] = next.parts as [ChangeSet, ...ChangeSet[]];
    // Others' edits may have split it into more places since.
    const [change, ...rest] = splitChange(first, next.places) as [ChangeSet, ...ChangeSet[]];
    next.parts = rest.concat(later);
    const sequence = ++next.sequence;
    next.inflight = { author: next.author, sequence, change };
    this.#effects.push({ type: 'submit', base: next.version, sequence, change, part: next.parts.length > 0 });
  }

  #remote(change: ChangeSet, author: number, versions = 1): void {
    this.#confirm(change, false, versions);
    this.#show(this.#mapPending(change), author);
  }

  /** Maps pending edits over a confirmed change; returns that change mapped to the visible text. */
  #mapPending(change: ChangeSet): ChangeSet {
    const { next } = this;
    let shown = change;
    const behind = (mine: ChangeSet) => {
      const mapped = mine.map(shown);
      shown = shown.map(mine, true);
      return mapped;
    };
    next.undo = next.undo.map(behind);
    shown = change;
    if (next.inflight) next.inflight = { ...next.inflight, change: behind(next.inflight.change) };
    next.parts = next.parts.map(behind);
    next.buffer &&= behind(next.buffer);
    return shown;
  }

  /** Returns the inverse change. */
  #confirm(change: ChangeSet, own: boolean, versions = 1): ChangeSet {
    const { next } = this;
    const inverse = change.invert(next.confirmed);
    next.confirmed = own && isSettled(next) ? next.text : applyChange(change, next.confirmed);
    next.version += versions;
    this.#effects.push({ type: 'confirmed', version: next.version, change });
    if (next.version > next.durable) next.tail = [...next.tail, { version: next.version, own, change, inverse }];
    return inverse;
  }

  #show(change: ChangeSet, author: number): void {
    const { next } = this;
    next.text = isSettled(next) ? next.confirmed : applyChange(change, next.text);
    const before = this.#shown;
    this.#shown = {
      type: 'show',
      change: before ? before.change.compose(change) : change,
      author: before ? 0 : author,
    };
  }
}
