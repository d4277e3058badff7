/** Repeats a request until the server has answered it. */

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;

/** Waits longer each time, but tries at once when the browser is back online. A busy server (429, 5xx) has not answered yet. */
export async function keepTrying(send: () => Promise<Response>): Promise<Response> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      const answer = await send();
      if (answer.status !== 429 && answer.status < 500) return answer;
    } catch {
      // No connection. The element shows that it is connecting, which is all there is to say.
    }
    await pause(wait);
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
