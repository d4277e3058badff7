/** Repeats a request until the server has answered it. */

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;
/** A connection that broke unnoticed never answers: the first attempt waits so long, each further one twice as long. */
const TIMEOUT_MS = 4_000;
const LONGEST_TIMEOUT_MS = 30_000;

/** Waits longer each time, but tries at once when the browser is back online. A busy server (429, 5xx) has not answered yet. */
export async function keepTrying(send: (signal: AbortSignal) => Promise<Response>): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    try {
      const answer = await inTime(send, Math.min(TIMEOUT_MS * 2 ** attempt, LONGEST_TIMEOUT_MS));
      if (answer.status !== 429 && answer.status < 500) return answer;
    } catch {
      // No connection. The element shows that it is connecting, which is all there is to say.
    }
    await pause(Math.min(FIRST_WAIT_MS * 2 ** attempt, LONGEST_WAIT_MS));
  }
}

/** Until the answer begins: what follows may be long. */
async function inTime(send: (signal: AbortSignal) => Promise<Response>, ms: number): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), ms);
  try {
    return await send(late.signal);
  } finally {
    clearTimeout(timer);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      removeEventListener('online', done);
      resolve();
    };
    // Many pages lost the same server at the same moment: they must not all come back at once.
    setTimeout(done, ms * (0.5 + Math.random()));
    addEventListener('online', done, { once: true });
  });
}
