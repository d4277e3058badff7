// The events of `<code-room>`. All bubble and are composed.
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
    /** Of the refusal, the same in every language, such as `room-full`; undefined when there is none. */
    readonly code?: string,
  ) {
    super('code-room-status', outward);
  }
}

/** Somebody (I, too) has joined, left or changed name. */
export class CodeRoomPeopleEvent extends Event {
  constructor(readonly people: readonly Person[]) {
    super('code-room-people', outward);
  }
}

/** A file was added, removed, renamed, moved or protected, or another one is run by Run. */
export class CodeRoomFilesEvent extends Event {
  constructor() {
    super('code-room-files', outward);
  }
}

/** Tests or their results have changed; see `tests` and `testResults`. */
export class CodeRoomTestsEvent extends Event {
  constructor() {
    super('code-room-tests', outward);
  }
}

/** A question was added, shown or returned to, or a hint or a part of it given. */
export class CodeRoomQuestionEvent extends Event {
  constructor() {
    super('code-room-question', outward);
  }
}

/** A run starts or ends. `id` is the same in both events; `durationMs` is 0 while it is running. */
export class CodeRoomRunEvent extends Event {
  constructor(
    readonly id: string,
    readonly language: string,
    readonly state: RunState,
    readonly durationMs: number,
    /** Name of the person who started it. */
    readonly by: string,
    /** Id of the person who started it, as in `people`. */
    readonly personId: string,
    /** I have started it, here or in another tab. */
    readonly self: boolean,
    /** False for what had happened before this element joined. */
    readonly news: boolean,
  ) {
    super('code-room-run', outward);
  }
}

/** The room was locked, ended or opened again; for interviewers also: the lobby has changed. */
export class CodeRoomStandingEvent extends Event {
  constructor(readonly standing: Pick<RoomState, 'lobby' | 'locked' | 'ended' | 'waiting'>) {
    super('code-room-standing', outward);
  }
}

/** New output of the run; each piece is reported once. */
export class CodeRoomOutputEvent extends Event {
  constructor(
    readonly output: readonly Output[],
    /** False for output from before this element joined. */
    readonly news: boolean,
  ) {
    super('code-room-output', outward);
  }
}

/** A requested action could not be done. `sentence` says what to do about it. */
export class CodeRoomErrorEvent extends Event {
  constructor(
    /** The kind of error: `role`, `too-large`, `run`, `lost`, `language` and others. */
    readonly reason: string,
    readonly sentence: string,
    /** Text that the room did not accept. */
    readonly lost?: string,
    /** What was refused, the same in every language, such as `many-runs`; where there is nothing more exact, the reason. */
    readonly code: string = reason,
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
