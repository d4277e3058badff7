/** What is the same for all that people post: how often, that it can be read, and that its texts are not too long. */
import { cleanName } from '../shared/clean-names.js';
import { ENTRY_LIMITS } from '../shared/entries.js';
import { plainText } from '../shared/plain-text.js';
import { sentenceFor } from '../shared/refusals.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';

/** The sentence says what is wrong with what was posted. */
export class EntryRefused extends Error {
  override name = 'EntryRefused';
}

/** A post counts as an edit, too; but it is refused rather than held back, since whoever posts waits for the answer. */
export function mayPost({ clock }: Room, { rate }: RoomConnection, bytes: number): boolean {
  const weight = { bytes, places: 1 };
  if (!rate.mayPost(clock.now())) return false;
  if (rate.edit(weight, clock.now()) === 0) return true;
  rate.giveBack(weight);
  return false;
}

/** Null when it is no JSON object. */
export function entryIn(json: string): Record<string, unknown> | null {
  try {
    return objectIn(JSON.parse(json));
  } catch {
    return null; // Refused with a sentence.
  }
}

export function objectIn(value: unknown): Record<string, unknown> | null {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** Throws EntryRefused. */
export function textIn(text: unknown = '', characters: number = ENTRY_LIMITS.text): string {
  if (typeof text !== 'string') throw new EntryRefused(sentenceFor('entry-unreadable'));
  if (text.length > characters) throw new EntryRefused(sentenceFor('entry-too-long', { characters }));
  try {
    return plainText(text);
  } catch {
    throw new EntryRefused(sentenceFor('entry-unreadable'));
  }
}

/** A name in one line, without what cannot be seen; empty when it is none. */
export function nameIn(name: unknown, characters: number = ENTRY_LIMITS.fileName): string {
  return typeof name === 'string' ? cleanName(name, characters) : '';
}

/** A whole number from 0 to `most`. Throws EntryRefused. */
export function countIn(value: unknown, most: number): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most) return value;
  throw new EntryRefused(sentenceFor('entry-unreadable'));
}
