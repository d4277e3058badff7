/** The first frame of a connection, read once: a hello, or why it is none. */

import { CLOSE, PROTOCOL_VERSION } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import { decodeClientMessage, type Hello } from '../shared/wire/client-message.js';
import { FrameError } from '../shared/wire/codec.js';

/** Not let in, with the reason the connection is closed with. */
export class TurnedAway extends Error {
  override name = 'TurnedAway';
  constructor(
    readonly code: number,
    sentence: string,
  ) {
    super(sentence);
  }
}

/** Never throws: who the connection is sent away by is not who reads its hello. */
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
