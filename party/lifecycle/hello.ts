/** Decodes the first frame of a connection, once: a hello, or the reason why it is not one. */

import { CLOSE, PROTOCOL_VERSION } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import { decodeClientMessage, type Hello } from '../shared/wire/client-message.js';
import { FrameError } from '../shared/wire/codec.js';

/** Not admitted; carries the close code and reason. */
export class TurnedAway extends Error {
  override name = 'TurnedAway';
  constructor(
    readonly code: number,
    sentence: string,
  ) {
    super(sentence);
  }
}

/** Never throws: the caller reads the hello, but others close the connection. */
export function readHello(frame: Uint8Array, helloBytes: number): Hello | TurnedAway {
  if (frame.length > helloBytes) return new TurnedAway(CLOSE.malformed, sentenceFor('hello-too-large'));
  try {
    const message = decodeClientMessage(frame);
    if (message.type !== 'hello') return new TurnedAway(CLOSE.malformed, sentenceFor('hello-first'));
    if (message.version !== PROTOCOL_VERSION) return new TurnedAway(CLOSE.version, sentenceFor('page-out-of-date'));
    return message;
  } catch (error) {
    if (!(error instanceof FrameError)) throw error;
    return new TurnedAway(CLOSE.malformed, error.message);
  }
}
