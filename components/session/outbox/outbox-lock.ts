/** Locks an outbox entry for one page, whether the browser has the Web Locks API or not. */

/** The holder of a lock answers within this time. */
const ANSWER_MS = 200;
/** A page that is being closed (such as this one before its reload) or has crashed releases its locks within this time. */
const LET_GO_MS = 800;

export interface OutboxLock {
  readonly name: string;
  release(): void;
}

/** Locks the first of these names that no other page holds, until released or the page is gone; null when all are held. */
export async function lockAny(names: readonly string[]): Promise<OutboxLock | null> {
  if (globalThis.navigator?.locks) return names.length > 0 ? webLock(names) : null;
  for (const name of names) {
    const release = await channelLock(name);
    if (release) return { name, release };
  }
  return null;
}

/** Requests all in parallel, so that locks held by other tabs do not cost waiting time. */
function webLock(names: readonly string[]): Promise<OutboxLock | null> {
  return new Promise((resolve, reject) => {
    const late = new AbortController();
    const timer = setTimeout(() => {
      late.abort();
      resolve(null);
    }, LET_GO_MS);
    const granted = (name: string) => {
      if (late.signal.aborted) return; // Another name was granted first: this one is released at once.
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

/** Pages on plain http have no Web Locks: open pages are asked by BroadcastChannel. When two ask at the same time, the lower number wins. */
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
