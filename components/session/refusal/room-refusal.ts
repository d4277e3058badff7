/** Refusals by the room, which come as sentences. Their codes and values are found in a table that is fetched at the first refusal: it is too large for the first load. */
import { inTime } from '../../../party/shared/time.js';
import type { KnownCode, Refused, SentenceValues } from './session-refusal.js';

/** Nobody waits longer for the table; later refusals have their codes then. */
const TABLE_MS = 3_000;

type Find = (sentence: string) => { code: KnownCode; values: SentenceValues } | null;

let find: Find | undefined;

/** For programs that have the table from the start: nothing has to be fetched. */
export function findCodesBy(given: Find): void {
  find = given;
}

/** Calls when refusals have their codes: at once if the table is there; or without it, when it cannot be fetched. */
export function withCodes(then: () => void): void {
  if (find) return then();
  const coming = import('./refusal-of.js').then(({ refusalOf }) => findCodesBy(refusalOf));
  void inTime(coming, TABLE_MS, () => {}).then(then, then);
}

/** `code` and `values` are undefined until the table is there (`withCodes`), and for a sentence that is not in it. */
export class RoomRefusal extends Error implements Refused {
  get code(): Refused['code'] {
    return find?.(this.message)?.code;
  }

  get values(): Refused['values'] {
    return find?.(this.message)?.values;
  }
}

/** Rejects with a sentence of the room, and its code. */
export function rejectWith(reject: (reason: RoomRefusal) => void, sentence: string): void {
  withCodes(() => reject(new RoomRefusal(sentence)));
}

/** Wraps a room's sentence, or returns the session's own refusal. */
export function asRefused(reason: string | Refused): Refused {
  return typeof reason === 'string' ? new RoomRefusal(reason) : reason;
}
