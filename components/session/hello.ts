/** What a session says first: the hello, and the starter code after it; and its state before any room has answered. */

import { SUBMISSION_BYTES } from '../../party/shared/page-limits.js';
import { piecesOf } from '../../party/shared/plain-text.js';
import { MAIN_DOCUMENT, PROTOCOL_VERSION } from '../../party/shared/protocol.js';
import type { Bookmark, Hello, OutgoingMessage } from '../../party/shared/wire/client-message.js';
import type { SessionOptions } from './options.js';

/** UTF-16 units of starter code in one message, at three bytes each. */
const SEED_UNITS = Math.floor(SUBMISSION_BYTES / 3);

/** The state before any room has answered. */
export const NOWHERE = { epoch: '', start: 0, replica: 0, person: '', seeded: true };

export function helloMessage(
  { personKey = '' }: SessionOptions,
  token: string,
  resume: Uint8Array,
  bookmark: Bookmark | null,
): Hello {
  return { type: 'hello', version: PROTOCOL_VERSION, token, name: '', personKey, resume, bookmark };
}

export function* seedMessages({ text, language }: NonNullable<SessionOptions['seed']>): Generator<OutgoingMessage> {
  let left = text.length;
  for (const piece of piecesOf(text, SEED_UNITS)) {
    left -= piece.length;
    yield { type: 'seed', document: MAIN_DOCUMENT, language, text: piece, more: left > 0 };
  }
}
