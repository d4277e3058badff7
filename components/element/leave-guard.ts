// Has the browser ask before a page is left on which an edit is not saved; a page with nothing to lose is left in peace.
import type { Session } from '../session/session.js';

/** Until the signal ends. A listener that stays would keep browsers from putting the page away whole. */
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
}
