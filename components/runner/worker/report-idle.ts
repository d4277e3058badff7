// Tells the frame when a program is idle on purpose: the time limit counts only while it computes.
import { post } from './scope.js';

/** Shorter waits are not reported more often than this: a program may have thousands of them. */
const INTERVAL_MS = 50;

/** The original: programs get others. */
const now = performance.now.bind(performance);

let until = 0;
let toldAt = Number.NEGATIVE_INFINITY;

/** The program waits for so long; 0 means that it continues, and was not idle until now. */
export function reportIdle(ms: number): void {
  const time = now();
  if (ms < INTERVAL_MS && until <= time && time - toldAt < INTERVAL_MS) return;
  until = time + ms;
  toldAt = time;
  post({ type: 'rests', ms });
}
