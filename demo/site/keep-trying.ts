/** Retries a request until the server has answered it. */

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;
/** A half-open connection never answers: timeout of the first attempt; each further one has twice as long. */
const TIMEOUT_MS = 4_000;
const LONGEST_TIMEOUT_MS = 30_000;

/**
 * Exponential backoff, but retries at once when the browser is online again. A busy server (429, 5xx) counts as no answer, and so
 * does whatever `send` rejects with.
 */
export async function keepTrying<A extends { status: number }>(send: (signal: AbortSignal) => Promise<A>): Promise<A> {
  for (let attempt = 0; ; attempt++) {
    try {
      const answer = await answered(send, Math.min(TIMEOUT_MS * 2 ** attempt, LONGEST_TIMEOUT_MS));
      if (answer.status !== 429 && answer.status < 500) return answer;
    } catch {
      // No connection. The element already shows that it is connecting.
    }
    await pause(Math.min(FIRST_WAIT_MS * 2 ** attempt, LONGEST_WAIT_MS));
  }
}

/** For what `send` waits for: mostly only the start of the answer, whose body may be long. */
async function answered<A>(send: (signal: AbortSignal) => Promise<A>, ms: number): Promise<A> {
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
    // With jitter: many pages lost the server at the same moment, and must not return at the same moment.
    setTimeout(done, ms * (0.5 + Math.random()));
    addEventListener('online', done, { once: true });
  });
}
