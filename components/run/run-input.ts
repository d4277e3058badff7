// What the last run of this page was given to read: the Input box may say something else by now.
import type { Session } from '../session/session.js';

const inputs = new WeakMap<Session, { id: string; stdin: string }>();

export function keepInput(session: Session, id: string, stdin: string): void {
  inputs.set(session, { id, stdin });
}

/** Empty for runs of others, and of this page before it was reloaded. */
export function inputOf(session: Session, id: string): string {
  const input = inputs.get(session);
  return input?.id === id ? input.stdin : '';
}
