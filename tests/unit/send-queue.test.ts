// The send queue of a room: everybody hears everything, in order; in one frame what was said in one go among few, and before the
// engine came to send among many.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SendQueue } from '../../party/engine/send-queue.js';
import { FrameError } from '../../party/shared/wire/codec.js';
import { packFrames, unpackFrames } from '../../party/shared/wire/frame-batch.js';
import { seed } from '../amount.js';
import { Dice } from '../room/world.js';

/** Over when what waits now is sent: timers of one length end in the order they were set. */
const round = () => new Promise((resolve) => setTimeout(resolve, 0));
const said = (words: string) => Buffer.from(words);

/** Somebody with a socket: each frame as what it holds. */
class Listener {
  readonly frames: string[][] = [];

  deliver(frame: Uint8Array): void {
    this.frames.push(unpackFrames(frame).map((message) => Buffer.from(message).toString()));
  }

  get messages(): string[] {
    return this.frames.flat();
  }
}

describe('the send queue', () => {
  it('sends at the end of the turn in a small room, in order', async () => {
    let people = 2;
    const [post, ann] = [new SendQueue(() => people), new Listener()];
    for (const words of ['welcome', 'ready']) post.send(ann, said(words));
    await null;
    assert.deepEqual(ann.frames, [['welcome', 'ready']]);
    people = 50;
    post.send(ann, said('b'));
    people = 2;
    post.send(ann, said('c'));
    await null;
    assert.equal(ann.frames.length, 1);
    await round();
    post.send(ann, said('d'));
    await null;
    assert.deepEqual(ann.frames, [['welcome', 'ready'], ['b', 'c'], ['d']]);
  });

  it('batches messages in a large room until the engine is ready, no longer', async () => {
    const [post, ann, bob] = [new SendQueue(() => 50), new Listener(), new Listener()];
    for (const words of ['a', 'b']) {
      for (const listener of [ann, bob]) post.send(listener, said(words));
      await null;
    }
    post.send(bob, said('c'));
    await round();
    post.send(ann, said('d'));
    await round();
    assert.deepEqual(ann.frames, [['a', 'b'], ['d']]);
    assert.deepEqual(bob.frames, [['a', 'b', 'c']]);
  });

  it('sends queued messages before a connection is closed, and others’ too', async () => {
    const [post, ann, bob] = [new SendQueue(() => 50), new Listener(), new Listener()];
    for (const words of ['a', 'b']) for (const listener of [ann, bob]) post.send(listener, said(words));
    post.flush(ann);
    assert.deepEqual(ann.frames, [['a', 'b']]);
    await round();
    assert.deepEqual(ann.frames, [['a', 'b']]);
    assert.deepEqual(bob.frames, [['a', 'b']]);
  });

  it('sends later what is queued while it sends', async () => {
    const [post, bob] = [new SendQueue(() => 50), new Listener()];
    const ann = { deliver: () => post.send(bob, said('ann left')) };
    post.send(bob, said('a'));
    post.send(ann, said('a'));
    await round();
    await round();
    assert.deepEqual(bob.frames, [['a'], ['ann left']]);
  });

  it('puts no more than 64 KiB into a frame batch, and sends a larger message alone', async () => {
    const [post, ann] = [new SendQueue(() => 50), new Listener()];
    for (const length of [10, 100_000, 40_000, 40_000, 10]) post.send(ann, said('x'.repeat(length)));
    await round();
    const lengths = ann.frames.map((frame) => frame.map((words) => words.length));
    assert.deepEqual(lengths, [[10], [100_000], [40_000], [40_000, 10]]);
  });

  it(`sends everything once and in order, whenever it is queued (seed ${seed})`, async () => {
    const dice = new Dice(seed);
    const post = new SendQueue(() => dice.below(32));
    const listeners = Array.from({ length: 5 }, () => new Listener());
    const expected = listeners.map((): string[] => []);
    for (let n = 0; n < 2_000; n++) {
      const frame = said(`${n}`);
      const everybody = dice.chance(60);
      for (const [at, listener] of listeners.entries()) {
        if (!everybody && !dice.chance(30)) continue;
        post.send(listener, frame);
        expected[at]?.push(`${n}`);
      }
      const one = listeners[dice.below(5)];
      if (one && dice.chance(3)) post.flush(one);
      if (dice.chance(30)) await null;
      if (dice.chance(5)) await round();
    }
    await round();
    assert.deepEqual(
      listeners.map(({ messages }) => messages),
      expected,
    );
  });
});

it('a frame batch that ends within a message is refused', () => {
  const batch = packFrames([said('one'), said('two')]);
  assert.deepEqual(unpackFrames(batch).map(String), unpackFrames(packFrames(unpackFrames(batch))).map(String));
  assert.throws(() => unpackFrames(batch.subarray(0, -1)), FrameError);
});
