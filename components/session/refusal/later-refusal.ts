/** Creates refusals from later-sentences.ts. */
import type { ValuesOf } from '../../../party/shared/sentence.js';
import { LATER_SENTENCES, type LaterCode } from './later-sentences.js';
import { SessionRefusal } from './session-refusal.js';

export function laterRefusal<C extends LaterCode>(
  code: C,
  ...[values]: ValuesOf<(typeof LATER_SENTENCES)[C]>
): SessionRefusal {
  return new SessionRefusal(code, LATER_SENTENCES[code], values);
}
