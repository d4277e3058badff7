// Waits for a condition that events may change.

interface UntilOptions {
  /** Maximum milliseconds to wait. */
  limit?: number;
  /** Aborting ends the wait. */
  signal: AbortSignal;
}

/** Resolves when `reached` is true, checked now and after each event, or when the wait has ended. */
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
