export class Limiter {
  limit;
  window;

  constructor(limit, window) {
    this.limit = limit;
    this.window = window;
  }

  allow(caller, now) {
    return true;
  }

  setLimit(caller, limit) {}
}

/** What the limiter says to each request. */
export function answers(limit, window, requests) {
  const limiter = new Limiter(limit, window);
  return requests.map(([caller, now, own]) => {
    if (own !== undefined) limiter.setLimit(caller, own);
    return limiter.allow(caller, now);
  });
}
