// The events of `<code-room>`: each bubbles, leaves shadow roots, and carries what has changed.
import type { Output, RunState } from '../../party/shared/output.js';
import type { Status } from '../session/options.js';
import type { RoomState } from '../session/room-state.js';
import type { Person } from '../session/sync/people.js';

const outward: EventInit = { bubbles: true, composed: true };

/** The connection's state has changed. `sentence` says why, when the room has refused or ended. */
export class CodeRoomStatusEvent extends Event {
  constructor(
    readonly status: Status,
    readonly sentence: string,
  ) {
    super('code-room-status', outward);
  }
}

/** Somebody has come, left or changed name; or I have. */
export class CodeRoomPeopleEvent extends Event {
  constructor(readonly people: readonly Person[]) {
    super('code-room-people', outward);
  }
}

/** A file came, went, was renamed, moved or protected, or Run runs another one. */
export class CodeRoomFilesEvent extends Event {
  constructor() {
    super('code-room-files', outward);
  }
}

/** Tests or what came of them have changed: `tests` and `testResults` have both. */
export class CodeRoomTestsEvent extends Event {
  constructor() {
    super('code-room-tests', outward);
  }
}

/** A question was put into the room, shown or returned to, or a hint or a part of it given. */
export class CodeRoomQuestionEvent extends Event {
  constructor() {
    super('code-room-question', outward);
  }
}

/** A run has begun or ended. `id` is the same in both; `durationMs` is 0 while it is on. */
export class CodeRoomRunEvent extends Event {
  constructor(
    readonly id: string,
    readonly language: string,
    readonly state: RunState,
    readonly durationMs: number,
    /** Name of whoever started it. */
    readonly by: string,
    /** Id of whoever started it, as in `people`. */
    readonly personId: string,
    /** I have started it, here or in another tab. */
    readonly self: boolean,
    /** False for what had happened before this element came into the room. */
    readonly news: boolean,
  ) {
    super('code-room-run', outward);
  }
}

/** The room was locked, ended or opened again; to interviewers also: who waits to be let in. */
export class CodeRoomStandingEvent extends Event {
  constructor(readonly standing: Pick<RoomState, 'lobby' | 'locked' | 'ended' | 'waiting'>) {
    super('code-room-standing', outward);
  }
}

/** The run has printed; each piece is told once. */
export class CodeRoomOutputEvent extends Event {
  constructor(
    readonly output: readonly Output[],
    /** False for what was printed before this element came into the room. */
    readonly news: boolean,
  ) {
    super('code-room-output', outward);
  }
}

/** Something was asked for that could not be done. `sentence` says what to do about it. */
export class CodeRoomErrorEvent extends Event {
  constructor(
    /** What kind: `role`, `too-large`, `run`, `lost`, `language` and the like. */
    readonly reason: string,
    readonly sentence: string,
    /** Text that could not be kept in the room. */
    readonly lost?: string,
  ) {
    super('code-room-error', outward);
  }
}

/** The token is about to expire and there is no `getToken`: set a new `token`. */
export class CodeRoomTokenEvent extends Event {
  constructor() {
    super('code-room-token', outward);
  }
}

declare global {
  interface HTMLElementEventMap {
    'code-room-status': CodeRoomStatusEvent;
    'code-room-people': CodeRoomPeopleEvent;
    'code-room-standing': CodeRoomStandingEvent;
    'code-room-files': CodeRoomFilesEvent;
    'code-room-question': CodeRoomQuestionEvent;
    'code-room-run': CodeRoomRunEvent;
    'code-room-tests': CodeRoomTestsEvent;
    'code-room-output': CodeRoomOutputEvent;
    'code-room-error': CodeRoomErrorEvent;
    'code-room-token': CodeRoomTokenEvent;
  }
}
