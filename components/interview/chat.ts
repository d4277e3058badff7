// The chat of a room as this person reads it: what was written to everybody and, for interviewers, among themselves, and how much of it is new.
import { type ChatEntry, hasOlder, readEntries } from '../../party/shared/entries.js';
import type { Session } from '../session/session.js';

export interface ChatMessage extends ChatEntry {
  to: 'all' | 'interviewers';
}

const PREFIX = 'code-room:chat:';

/** In the order in which the room has taken them. */
export function chatMessages({ documents: { chat, interviewerChat } }: Session): ChatMessage[] {
  const read = (text: string, to: ChatMessage['to']) =>
    readEntries<ChatEntry>(text).map((entry): ChatMessage => ({ ...entry, to }));
  const all = [...read(chat.text.toString(), 'all'), ...read(interviewerChat.text.toString(), 'interviewers')];
  return all.sort((one, other) => one.at - other.at || one.id - other.id);
}

/** Whether older messages have left one of the chats. */
export function chatHasOlder(messages: readonly ChatMessage[]): boolean {
  return (['all', 'interviewers'] as const).some((whom) => hasOlder(messages.filter(({ to }) => to === whom)));
}

/** What this person has seen of the chat; the browser's tab remembers, so that a reload brings nothing back as new. */
export class SeenChat {
  #until: number;

  constructor(private readonly room: string | undefined) {
    this.#until = this.#kept();
  }

  /** Of others, and newer than what was seen. */
  unseen(messages: readonly ChatMessage[], self: string | undefined): ChatMessage[] {
    return messages.filter(({ at, by }) => at > this.#until && by !== self);
  }

  see(messages: readonly ChatMessage[]): void {
    const last = messages.at(-1)?.at ?? 0;
    if (last <= this.#until) return;
    this.#until = last;
    try {
      if (this.room !== undefined) sessionStorage.setItem(PREFIX + this.room, String(last));
    } catch {
      // Full or forbidden: after a reload it all counts as new.
    }
  }

  #kept(): number {
    try {
      return this.room === undefined ? 0 : Number(sessionStorage.getItem(PREFIX + this.room)) || 0;
    } catch {
      return 0; // Storage is forbidden here, as in a sandboxed frame.
    }
  }
}
