/** Sees to it that a place in the outbox has one holder among all pages, whether the browser has locks or not. */

/** Whoever holds a place answers sooner than this. */
const ANSWER_MS = 200;
/** A page that is being left, this one before its reload as well, lets go within this time; three other tabs that do not must not use up the time a disk is given. */
const LET_GO_MS = 200;

/** Held until the returned function is called or the page is gone; null when another page holds it. */
export function lock(name: string): Promise<(() => void) | null> {
  return globalThis.navigator?.locks ? webLock(name) : channelLock(name);
}

function webLock(name: string): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), LET_GO_MS);
    navigator.locks
      .request(`code-room ${name}`, { signal: late.signal }, () => {
        clearTimeout(timer);
        return new Promise<void>((release) => resolve(release));
      })
      .catch((error) => (late.signal.aborted ? resolve(null) : reject(error)));
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
