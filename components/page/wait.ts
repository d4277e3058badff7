// Waiting for an event after which something holds.

interface UntilOptions {
  /** Waits no longer than this many milliseconds. */
  limit?: number;
  /** Waits no longer once this is aborted. */
  signal: AbortSignal;
}

/** Resolves when `reached` holds, at once or after an event, or when there is no use in waiting any more. */
export function until(
  target: EventTarget,
  type: string,
  reached: () => boolean,
  { limit, signal }: UntilOptions,
): Promise<void> {
  if (reached() || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const over = new AbortController();
    const end = () => {
      over.abort();
      resolve();
    };
    const check = () => {
      if (reached() || signal.aborted) end();
    };
    target.addEventListener(type, check, { signal: over.signal });
    signal.addEventListener('abort', check, { signal: over.signal });
    if (limit !== undefined) setTimeout(end, limit);
  });
}
