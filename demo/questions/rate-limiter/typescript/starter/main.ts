export class Limiter {
  limit: number;
  window: number;

  constructor(limit: number, window: number) {
    this.limit = limit;
    this.window = window;
  }

  allow(caller: string, now: number): boolean {
    return true;
  }

  setLimit(caller: string, limit: number): void {}
}

export type Asked = [caller: string, now: number, limit?: number];

/** What the limiter says to each request. */
export function answers(limit: number, window: number, requests: Asked[]): boolean[] {
  const limiter = new Limiter(limit, window);
  return requests.map(([caller, now, own]) => {
    if (own !== undefined) limiter.setLimit(caller, own);
    return limiter.allow(caller, now);
  });
}
