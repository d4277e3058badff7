/** Sends what a room says: among few when it has finished speaking, among many when the engine comes to send; in one frame each time. */
import { packFrames } from '../shared/wire/frame-batch.js';

/** What is larger travels alone. */
const PARCEL_BYTES = 64 * 1024;
/** Among fewer people the wait for the engine costs more than the frames it saves. */
const MANY = 16;

export interface Recipient {
  /** Puts a frame on the wire. */
  deliver(frame: Uint8Array): void;
}

/**
 * A frame costs an engine the same whatever it holds, so what the room says to somebody in one go, a greeting above all, is one.
 * In a room of fifty each keystroke is fifty of them: there what is said leaves when the engine has heard what has come meanwhile.
 */
export class SendQueue {
  #waiting = new Map<Recipient, Uint8Array[]>();

  /** `people`: how many there are to send to now. */
  constructor(private readonly people: () => number) {}

  /** Frames to the same recipient arrive in this order. */
  send(to: Recipient, frame: Uint8Array): void {
    if (this.#waiting.size === 0) {
      // The engine's `queueMicrotask` costs ten times what a promise does.
      if (this.people() < MANY) void Promise.resolve().then(() => this.#deliver());
      else setTimeout(() => this.#deliver(), 0);
    }
    const waiting = this.#waiting.get(to);
    if (waiting) waiting.push(frame);
    else this.#waiting.set(to, [frame]);
  }

  /** Sends now what waits for this recipient. */
  flush(to: Recipient): void {
    for (const frame of batches(this.#waiting.get(to) ?? [])) to.deliver(frame);
    // The place is kept: with the last of them the round that is planned would be forgotten.
    if (this.#waiting.has(to)) this.#waiting.set(to, []);
  }

  #deliver(): void {
    const round = this.#waiting;
    // What sending makes the room say is of the next round.
    this.#waiting = new Map();
    let last: Uint8Array[] = [];
    let frames: Uint8Array[] = [];
    for (const [to, waiting] of round) {
      // Most are told the same.
      if (!sameFrames(last, waiting)) [last, frames] = [waiting, batches(waiting)];
      for (const frame of frames) to.deliver(frame);
    }
  }
}

/** As few frames as may be. */
function batches(messages: readonly Uint8Array[]): Uint8Array[] {
  const frames: Uint8Array[] = [];
  let [together, bytes]: [Uint8Array[], number] = [[], 0];
  const close = () => {
    const [first] = together;
    if (first) frames.push(together.length === 1 ? first : packFrames(together));
    [together, bytes] = [[], 0];
  };
  for (const message of messages) {
    if (bytes + message.length > PARCEL_BYTES) close();
    together.push(message);
    bytes += message.length;
  }
  close();
  return frames;
}

function sameFrames(one: readonly Uint8Array[], other: readonly Uint8Array[]): boolean {
  return one.length === other.length && one.every((frame, at) => frame === other[at]);
}
