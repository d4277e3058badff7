// Tells the frame when a program waits for time to pass: silence counts while it computes.
import { post } from './scope.js';

/** Waits no longer than this are told no more often than this: a program may take thousands of them. */
const INTERVAL_MS = 50;

/** The engine's own: programs get others. */
const now = performance.now.bind(performance);

let until = 0;
let toldAt = Number.NEGATIVE_INFINITY;

/** The program waits for so long; 0 says that it goes on, and that it has not been idle until now. */
export function rest(ms: number): void {
  const time = now();
  if (ms < INTERVAL_MS && until <= time && time - toldAt < INTERVAL_MS) return;
  until = time + ms;
  toldAt = time;
  post({ type: 'rests', ms });
}
