export class Limiter {
  limit;
  window;
  #ownLimits = new Map();
  // Times of allowed requests; those before `first` do not count any more.
  #allowed = new Map();

  constructor(limit, window) {
    this.limit = limit;
    this.window = window;
  }

  allow(caller, now) {
    const allowed = this.#allowed.get(caller) ?? { times: [], first: 0 };
    this.#allowed.set(caller, allowed);
    while (
      allowed.first < allowed.times.length &&
      allowed.times[allowed.first] + this.window <= now
    )
      allowed.first++;
    // Taking away from the front costs as much as there is: only now and then.
    if (allowed.first > allowed.times.length / 2) {
      allowed.times = allowed.times.slice(allowed.first);
      allowed.first = 0;
    }
    if (allowed.times.length - allowed.first >= (this.#ownLimits.get(caller) ?? this.limit))
      return false;
    allowed.times.push(now);
    return true;
  }

  setLimit(caller, limit) {
    this.#ownLimits.set(caller, limit);
  }
}

/** What the limiter says to each request. */
export function answers(limit, window, requests) {
  const limiter = new Limiter(limit, window);
  return requests.map(([caller, now, own]) => {
    if (own !== undefined) limiter.setLimit(caller, own);
    return limiter.allow(caller, now);
  });
}
