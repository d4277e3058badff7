/** Events of a session and its parts. */
import type { ChangeSet } from '@codemirror/state';
import type { Output } from '../../../party/shared/output.js';
import type { Refusal } from '../../../party/shared/protocol.js';
import {
  asRefused,
  type Refused,
  type SentenceValues,
  type SessionCode,
  SessionRefusal,
} from '../refusal/session-refusal.js';

/** The text has changed by somebody else's hand; `change` is made on what was shown before. */
export class RemoteChangeEvent extends Event {
  constructor(
    readonly change: ChangeSet,
    /** Replica of whoever made it; 0: nobody in particular. */
    readonly author: number,
  ) {
    super('change');
  }
}

/** Something was not accepted. `sentence` says what to do; `lost` is a text that could not be kept in the room. */
export class RefusedEvent extends Event {
  readonly sentence: string;
  /** Of what the session itself says, with its values; `refusalOf()` has those of what a room says. */
  readonly code: SessionCode | undefined;
  readonly values: SentenceValues | undefined;

  constructor(
    readonly reason: Refusal | 'lost' | 'token' | 'connection',
    why: string | Refused,
    readonly lost?: string,
  ) {
    super('refused');
    ({ message: this.sentence, code: this.code, values: this.values } = asRefused(why));
  }
}

export function noToken(error: unknown): RefusedEvent {
  const why = error instanceof SessionRefusal ? error : String(error instanceof Error ? error.message : error);
  return new RefusedEvent('token', why);
}

/** Another run, or its state. `news`: not what was over or on before this session came. */
export class RunEvent extends Event {
  constructor(readonly news: boolean) {
    super('run');
  }
}

/** The run has printed; what this session has heard before is left out. `news` as for runs. */
export class OutputEvent extends Event {
  constructor(
    readonly output: readonly Output[],
    readonly news: boolean,
  ) {
    super('output');
  }
}
