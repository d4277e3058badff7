/** Frame batches: several messages of the room in one frame. PROTOCOL.md, "Frame batches". */
import { Reader, Writer } from './codec.js';

/** First byte of a batch; no message has this number. */
const BATCH = 64;

/** Packs these messages into one frame. */
export function packFrames(messages: readonly Uint8Array[]): Uint8Array {
  const w = new Writer().byte(BATCH);
  for (const message of messages) w.bytes(message);
  return w.finish();
}

/** The messages of a frame, which may also be a single one. Throws FrameError. */
export function unpackFrames(frame: Uint8Array): Uint8Array[] {
  if (frame[0] !== BATCH) return [frame];
  const r = new Reader(frame);
  r.byte();
  const messages: Uint8Array[] = [];
  while (!r.done) messages.push(r.bytes(frame.length));
  return messages;
}
