/** Events of a session and its parts. */
import type { ChangeSet } from '@codemirror/state';
import type { Output } from '../../../party/shared/output.js';
import type { Refusal } from '../../../party/shared/protocol.js';

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
  constructor(
    readonly reason: Refusal | 'lost' | 'token' | 'connection',
    readonly sentence: string,
    readonly lost?: string,
  ) {
    super('refused');
  }
}

export function noToken(error: unknown): RefusedEvent {
  return new RefusedEvent('token', String(error instanceof Error ? error.message : error));
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

export const TAKEN_OUT =
  'Only a part of your last edit had reached the room, so the room has taken it back. Your text is kept here as a copy.';
export const LOST =
  'Your last edits could not be added to the room, because it has changed too much. Your text is kept here as a copy.';
