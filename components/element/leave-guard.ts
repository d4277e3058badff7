// Asks before the page is left with an unsaved edit.
import type { Session } from '../session/session.js';

/** Until the signal ends. Only listens while needed, because the listener would disable the back/forward cache. */
export function guardLeaving(session: Session, signal: AbortSignal): void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  let asking: AbortController | null = null;
  const follow = () => {
    if (session.saved || signal.aborted) {
      asking?.abort();
      asking = null;
    } else if (!asking) {
      asking = new AbortController();
      addEventListener('beforeunload', ask, { signal: asking.signal });
    }
  };
  session.addEventListener('saved', follow, { signal });
  signal.addEventListener('abort', follow);
  follow();
}
