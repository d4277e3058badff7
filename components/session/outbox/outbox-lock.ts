/** Sees to it that a place in the outbox has one holder among all pages, whether the browser has locks or not. */

/** Whoever holds a place answers sooner than this. */
const ANSWER_MS = 200;
/** A page that is being left, this one before its reload as well, or that has crashed lets go within this time. */
const LET_GO_MS = 800;

export interface OutboxLock {
  readonly name: string;
  release(): void;
}

/** The first of these that no other page holds, held until it is released or the page is gone; null when others hold them all. */
export async function lockAny(names: readonly string[]): Promise<OutboxLock | null> {
  if (globalThis.navigator?.locks) return names.length > 0 ? webLock(names) : null;
  for (const name of names) {
    const release = await channelLock(name);
    if (release) return { name, release };
  }
  return null;
}

/** All are asked for at once: other tabs that keep theirs must not use up the time a disk is given. */
function webLock(names: readonly string[]): Promise<OutboxLock | null> {
  return new Promise((resolve, reject) => {
    const late = new AbortController();
    const timer = setTimeout(() => {
      late.abort();
      resolve(null);
    }, LET_GO_MS);
    const granted = (name: string) => {
      if (late.signal.aborted) return; // Another came first: this one is free again at once.
      clearTimeout(timer);
      late.abort();
      return new Promise<void>((release) => resolve({ name, release }));
    };
    for (const name of names)
      navigator.locks
        .request(`code-room ${name}`, { signal: late.signal }, () => granted(name))
        .catch((error) => late.signal.aborted || reject(error));
  });
}

/** Pages on plain http over a network have no locks: the pages that are open are asked. Of two that ask at once the lower number wins. */
function channelLock(name: string): Promise<(() => void) | null> {
  const channel = new BroadcastChannel(`code-room ${name}`);
  const mine = Math.random();
  return new Promise((resolve) => {
    let held = false;
    const timer = setTimeout(() => {
      held = true;
      resolve(() => channel.close());
    }, ANSWER_MS);
    channel.onmessage = ({ data: { asks, taken } }: MessageEvent<{ asks?: number; taken?: number }>) => {
      if (taken === mine && !held) {
        clearTimeout(timer);
        channel.close();
        resolve(null);
      } else if (asks !== undefined && (held || mine < asks)) channel.postMessage({ taken: asks });
    };
    channel.postMessage({ asks: mine });
  });
}
