/** A bar in somebody's hand, while what it shows goes on. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HeldBar } from '../../components/interview/held-bar.js';

const at = (value: string) => ({ currentTarget: { value } }) as unknown as Event;
const later = () => new Promise((resolve) => setTimeout(resolve, 150));

describe('a bar', () => {
  it('stays in the hand, and where it was put until the room has heard of it', async () => {
    let shown = 0;
    const bar = new HeldBar(() => shown++);
    assert.equal(bar.at, null);
    bar.drag(at('300'));
    assert.equal(bar.at, 300);
    let heard = () => {};
    const sent: number[] = [];
    bar.letGo();
    const put = bar.put(at('400'), (to) => {
      sent.push(to);
      return new Promise((resolve) => {
        heard = resolve;
      });
    });
    await later();
    assert.equal(bar.at, 400);
    heard();
    await put;
    assert.deepEqual(sent, [400]);
    assert.equal(bar.at, null);
    assert.ok(shown >= 3);
  });

  it('goes on when it is let go where it was, and stays when it is taken in hand again', async () => {
    const bar = new HeldBar(() => undefined);
    bar.drag(at('300'));
    bar.letGo();
    await later();
    assert.equal(bar.at, null);
    const put = bar.put(at('100'), () => later().then(() => undefined));
    bar.drag(at('200'));
    await put;
    assert.equal(bar.at, 200);
  });
});
