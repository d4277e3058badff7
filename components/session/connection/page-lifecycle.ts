/** Page lifecycle: reports when the browser suspends or resumes the page, or the network changes. Never fires in Node. */

interface PageLifecycleEvents {
  /** The connection may be lost, or the server may be reachable again: check at once. */
  woken?(): void;
  /** The page goes into the back/forward cache: disconnect. */
  putAway?(): void;
  /** The page is about to be suspended or closed: save now what has to be saved. */
  resting?(): void;
}

/** Until the signal ends. */
export function onPageLifecycle({ woken, putAway, resting }: PageLifecycleEvents, signal: AbortSignal): void {
  const listen = (target: EventTarget | undefined, type: string, then: (event: Event) => void) =>
    target?.addEventListener?.(type, then, { signal });
  const page = globalThis as unknown as EventTarget;
  const sheet = typeof document === 'undefined' ? undefined : document;
  // Browsers report network changes earlier than a heartbeat would notice them.
  for (const type of ['online', 'offline', 'pageshow']) listen(page, type, () => woken?.());
  listen(sheet, 'resume', () => woken?.());
  listen(sheet, 'visibilitychange', () => (sheet?.visibilityState === 'hidden' ? resting?.() : woken?.()));
  listen(sheet, 'freeze', () => resting?.());
  listen(page, 'pagehide', (event) => {
    resting?.();
    if ((event as PageTransitionEvent).persisted) putAway?.();
  });
}
