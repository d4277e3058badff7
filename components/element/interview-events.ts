// The events of `<code-room>` about the hour of an interview; fetched with what fires them.

const outward: EventInit = { bubbles: true, composed: true };

/** The timer was set, started, paused or changed: `timer` has it. */
export class CodeRoomTimerEvent extends Event {
  constructor() {
    super('code-room-timer', outward);
  }
}

/** Somebody has written in the chat: `chat` has all. */
export class CodeRoomChatEvent extends Event {
  constructor() {
    super('code-room-chat', outward);
  }
}

/** Somebody else is followed, or one was asked to look at a place. */
export class CodeRoomFollowEvent extends Event {
  constructor(
    /** Id of whoever is followed; null: nobody. */
    readonly person: string | null,
  ) {
    super('code-room-follow', outward);
  }
}

/** Private time begins or ends: `privateFocus` has who. */
export class CodeRoomFocusEvent extends Event {
  constructor() {
    super('code-room-focus', outward);
  }
}

/** A line of the activity log has come, or something was said to one: `activity` has all. */
export class CodeRoomActivityEvent extends Event {
  constructor() {
    super('code-room-activity', outward);
  }
}

/** A change was proposed, accepted or declined: `proposals` has all. */
export class CodeRoomProposalEvent extends Event {
  constructor() {
    super('code-room-proposal', outward);
  }
}

declare global {
  interface HTMLElementEventMap {
    'code-room-timer': CodeRoomTimerEvent;
    'code-room-chat': CodeRoomChatEvent;
    'code-room-follow': CodeRoomFollowEvent;
    'code-room-focus': CodeRoomFocusEvent;
    'code-room-activity': CodeRoomActivityEvent;
    'code-room-proposal': CodeRoomProposalEvent;
  }
}
