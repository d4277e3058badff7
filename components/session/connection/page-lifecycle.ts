/** Hears from the browser when the page sleeps, wakes, or the network comes and goes; in Node nothing is ever heard. */

interface PageLifecycleEvents {
  /** What was connected may be so no longer, and what could not be reached may be reached now: look at once. */
  woken?(): void;
  /** The page is put away whole, and may be taken out again or never: whoever is connected leaves. */
  putAway?(): void;
  /** The page is about to sleep or to go: what has to be written down is, now. */
  resting?(): void;
}

/** Until the signal ends. */
export function onPageLifecycle({ woken, putAway, resting }: PageLifecycleEvents, signal: AbortSignal): void {
  const listen = (target: EventTarget | undefined, type: string, then: (event: Event) => void) =>
    target?.addEventListener?.(type, then, { signal });
  const page = globalThis as unknown as EventTarget;
  const sheet = typeof document === 'undefined' ? undefined : document;
  // A browser that knows of the network spares the wait for a heartbeat, whichever way it changed.
  for (const type of ['online', 'offline', 'pageshow']) listen(page, type, () => woken?.());
  listen(sheet, 'resume', () => woken?.());
  listen(sheet, 'visibilitychange', () => (sheet?.visibilityState === 'hidden' ? resting?.() : woken?.()));
  listen(sheet, 'freeze', () => resting?.());
  listen(page, 'pagehide', (event) => {
    resting?.();
    if ((event as PageTransitionEvent).persisted) putAway?.();
  });
}
