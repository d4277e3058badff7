/** Send queue: batches the messages to each recipient into one frame. In small rooms it sends at the end of the current turn, in large rooms when the engine is ready. */
import { packFrames } from '../shared/wire/frame-batch.js';

/** A larger message is sent alone. */
const BATCH_BYTES = 64 * 1024;
/** In rooms with fewer people, waiting for the engine costs more than the saved frames. */
const MANY = 16;

export interface Recipient {
  /** Sends a frame. */
  deliver(frame: Uint8Array): void;
}

/**
 * A frame costs an engine the same whatever its size, so everything that the room says to somebody in one turn is one frame.
 * In a room of fifty, each keystroke is fifty messages: there, they are sent after the engine has read the frames that came meanwhile.
 */
export class SendQueue {
  #waiting = new Map<Recipient, Uint8Array[]>();

  /** `people` is the current number of recipients. */
  constructor(private readonly people: () => number) {}

  /** Frames to one recipient arrive in this order. */
  send(to: Recipient, frame: Uint8Array): void {
    if (this.#waiting.size === 0) {
      // The engine's `queueMicrotask` costs ten times as much as a promise.
      if (this.people() < MANY) void Promise.resolve().then(() => this.#deliver());
      else setTimeout(() => this.#deliver(), 0);
    }
    const waiting = this.#waiting.get(to);
    if (waiting) waiting.push(frame);
    else this.#waiting.set(to, [frame]);
  }

  /** Sends what is queued for this recipient at once. */
  flush(to: Recipient): void {
    for (const frame of batches(this.#waiting.get(to) ?? [])) to.deliver(frame);
    // The key stays in the map: an empty map would mean that no flush is scheduled.
    if (this.#waiting.has(to)) this.#waiting.set(to, []);
  }

  #deliver(): void {
    const round = this.#waiting;
    // Messages caused by the sending belong to the next round.
    this.#waiting = new Map();
    let last: Uint8Array[] = [];
    let frames: Uint8Array[] = [];
    for (const [to, waiting] of round) {
      // Most recipients get the same messages, so the last batch is reused.
      if (!sameFrames(last, waiting)) [last, frames] = [waiting, batches(waiting)];
      for (const frame of frames) to.deliver(frame);
    }
  }
}

/** Packs messages into as few frames as possible. */
function batches(messages: readonly Uint8Array[]): Uint8Array[] {
  const frames: Uint8Array[] = [];
  let [together, bytes]: [Uint8Array[], number] = [[], 0];
  const close = () => {
    const [first] = together;
    if (first) frames.push(together.length === 1 ? first : packFrames(together));
    [together, bytes] = [[], 0];
  };
  for (const message of messages) {
    if (bytes + message.length > BATCH_BYTES) close();
    together.push(message);
    bytes += message.length;
  }
  close();
  return frames;
}

function sameFrames(one: readonly Uint8Array[], other: readonly Uint8Array[]): boolean {
  return one.length === other.length && one.every((frame, at) => frame === other[at]);
}
