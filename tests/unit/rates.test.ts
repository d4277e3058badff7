/** Rate limits: what is allowed, what is delayed and for how long, and what is refused. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PersonRate, PersonRates } from '../../party/rate/person-rate.js';
import { TokenBucket } from '../../party/rate/token-bucket.js';
import { LIMITS } from '../../party/shared/limits.js';
import { CLIENT_MESSAGE_KINDS } from '../../party/shared/wire/client-message.js';

const START = Date.UTC(2026, 0, 1);

describe('a token bucket', () => {
  it('allows a burst, then a rate, and never saves more than the burst', () => {
    const bucket = new TokenBucket(2, 5, START);
    for (let n = 0; n < 5; n++) assert.ok(bucket.take(1, START), `${n}`);
    assert.equal(bucket.take(1, START), false);
    assert.equal(bucket.take(1, START + 499), false);
    assert.equal(bucket.take(1, START + 500), true);
    const later = START + 3_600_000;
    assert.equal(bucket.take(6, later), false);
    assert.equal(bucket.take(5, later), true);
  });

  it('takes nothing for what it refuses', () => {
    const bucket = new TokenBucket(1, 3, START);
    assert.equal(bucket.take(4, START), false);
    assert.equal(bucket.take(3, START), true);
  });

  it('lends what is not there yet, and returns the milliseconds until it is', () => {
    const bucket = new TokenBucket(2, 2, START);
    assert.deepEqual([bucket.borrow(2, START), bucket.borrow(1, START), bucket.borrow(1, START)], [0, 500, 1000]);
    bucket.giveBack(1);
    assert.equal(bucket.borrow(1, START), 1000);
    assert.equal(bucket.borrow(1, START + 10_000), 0);
  });

  it('changes nothing when the clock is set back', () => {
    const bucket = new TokenBucket(1, 1, START);
    assert.equal(bucket.take(1, START), true);
    assert.equal(bucket.take(1, START - 3_600_000), false);
    assert.equal(bucket.take(1, START - 3_600_000 + 1_000), true);
  });
});

describe('one person', () => {
  const limits = { ...LIMITS, messagesPerSecond: 2, messageBurst: 3, bytesPerSecond: 1_000, frameBytes: 500 };
  const frame = (type: (typeof CLIENT_MESSAGE_KINDS)[number], bytes = 4) => {
    const data = new Uint8Array(bytes);
    data[0] = CLIENT_MESSAGE_KINDS.indexOf(type) + 1;
    return data;
  };
  const rate = (changed: Partial<typeof limits> = {}) => {
    const everybody = new TokenBucket(1_000, 1_000, START);
    return new PersonRate({ ...limits, ...changed }, everybody, START);
  };

  it('may send so many messages at once, and further ones are refused', () => {
    const person = rate();
    for (let n = 0; n < 3; n++) assert.ok(person.mayReceive(frame('ping'), START));
    assert.equal(person.mayReceive(frame('ping'), START), false);
    assert.equal(person.mayReceive(frame('ping'), START + 500), true);
  });

  it('may send so many bytes, in few messages too', () => {
    const person = rate({ messageBurst: 100 });
    assert.equal(person.mayReceive(frame('ping', 3_900), START), true);
    assert.equal(person.mayReceive(frame('ping', 10), START), false);
  });

  it('moves a cursor as often as the bytes allow: it does not count as a message', () => {
    const person = rate();
    for (let n = 0; n < 20; n++) assert.ok(person.mayReceive(frame('point'), START), `${n}`);
    assert.ok(person.mayReceive(frame('ping'), START));
  });

  it('has no edit refused for the number of edits; they are delayed by the tightest limit', () => {
    const person = rate({ placesPerSecond: 10, placeBurst: 10 });
    for (let n = 0; n < 50; n++) assert.ok(person.mayReceive(frame('submit'), START), `${n}`);
    const waits = Array.from({ length: 4 }, () => person.edit({ bytes: 1, places: 1 }, START));
    assert.deepEqual(waits, [0, 0, 0, 500]);
    assert.equal(person.edit({ bytes: 1, places: 26 }, START), 2_000);
    person.giveBack({ bytes: 1, places: 26 });
    assert.equal(person.edit({ bytes: 1, places: 1 }, START), 1_000);
  });

  it('has an edit larger than a frame counted like any message', () => {
    const person = rate();
    for (let n = 0; n < 3; n++) assert.ok(person.mayReceive(frame('submit', 501), START));
    assert.equal(person.mayReceive(frame('submit', 501), START), false);
  });

  it('waits for the next run, and a refused run does not count', () => {
    const person = rate({ runsPerMinute: 6, runBurst: 1 });
    assert.deepEqual([person.run(START), person.run(START), person.run(START)], [0, 10_000, 10_000]);
    assert.equal(person.run(START + 10_000), 0);
  });

  it('may join, read the history and read the code so often, each with its own limit', () => {
    const person = rate({ returnBurst: 1, pastReadBurst: 2, codeReadBurst: 1 });
    const all = () => [person.mayReturn(START), person.mayReadPast(START), person.mayReadCode(START)];
    assert.deepEqual(
      [all(), all(), all()],
      [
        [true, true, true],
        [false, true, false],
        [false, false, false],
      ],
    );
  });
});

describe('people of one room', () => {
  it('have a rate each, kept through a reconnect, and one of all edits together', () => {
    const rates = new PersonRates({ ...LIMITS, roomEditsPerSecond: 2, messageBurst: 100 }, START);
    assert.equal(rates.of('ann', START), rates.of('ann', START));
    const edit = (person: string) => rates.of(person, START).edit({ bytes: 1, places: 1 }, START);
    assert.deepEqual([edit('ann'), edit('bob'), edit('eve')], [0, 0, 500]);
  });

  it('are forgotten when 500 others have come since', () => {
    const rates = new PersonRates(LIMITS, START);
    const [bob, ann] = [rates.of('bob', START), rates.of('ann', START)];
    for (let n = 0; n < 499; n++) {
      rates.of(`${n}`, START);
      assert.equal(rates.of('bob', START), bob);
    }
    assert.notEqual(rates.of('ann', START), ann);
  });
});
