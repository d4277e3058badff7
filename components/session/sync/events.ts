/** Events of a session and its parts. */
import type { ChangeSet } from '@codemirror/state';
import type { Output } from '../../../party/shared/output.js';
import type { Refusal } from '../../../party/shared/protocol.js';
import type { RoomMessageOf as Of } from '../../../party/shared/wire/room-message.js';
import { asRefused, withCodes } from '../refusal/room-refusal.js';
import { type Refused, SessionRefusal } from '../refusal/session-refusal.js';

/** Somebody else has changed the text; `change` applies to the text shown before. */
export class RemoteChangeEvent extends Event {
  constructor(
    readonly change: ChangeSet,
    /** The author's replica; 0 for nobody in particular. */
    readonly author: number,
    /** It was proposed, and accepted by this person in this session. */
    readonly accepted = false,
  ) {
    super('change');
  }
}

/** Something was refused. `sentence` says what to do; `lost` is text that the room did not accept. */
export class RefusedEvent extends Event {
  readonly #why: Refused;

  constructor(
    readonly reason: Refusal | 'lost' | 'token' | 'connection',
    why: string | Refused,
    readonly lost?: string,
  ) {
    super('refused');
    this.#why = asRefused(why);
  }

  get sentence(): string {
    return this.#why.message;
  }

  /** What was refused, the same in every language; undefined for a sentence that is in no table, such as that of a failed `getToken`. */
  get code(): Refused['code'] {
    return this.#why.code;
  }

  /** The values in the sentence. */
  get values(): Refused['values'] {
    return this.#why.values;
  }
}

/** Fires it as soon as it has its code. */
export function fireRefused(target: EventTarget, ...why: ConstructorParameters<typeof RefusedEvent>): void {
  withCodes(() => target.dispatchEvent(new RefusedEvent(...why)));
}

export function noToken(error: unknown): RefusedEvent {
  const why = error instanceof SessionRefusal ? error : String(error instanceof Error ? error.message : error);
  return new RefusedEvent('token', why);
}

/** A cursor has moved, or those of whoever has left are gone. */
export class CursorsEvent extends Event {
  constructor(
    /** Whose it is that has moved. */
    readonly replica?: number,
  ) {
    super('cursors');
  }
}

/** Somebody shows what they see, points, or asks everybody to look. */
export class SignalEvent extends Event {
  constructor(readonly signal: Of<'signal'>) {
    super('signal');
  }
}

/** A new run, or a new state of the run. `news`: it happened after this session joined. */
export class RunEvent extends Event {
  constructor(readonly news: boolean) {
    super('run');
  }
}

/** New output of the run, each piece once. `news` as for runs. */
export class OutputEvent extends Event {
  constructor(
    readonly output: readonly Output[],
    readonly news: boolean,
  ) {
    super('output');
  }
}
