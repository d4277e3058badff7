/** A slider that somebody drags, while what it shows goes on. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DraggedSlider } from '../../components/interview/dragged-slider.js';

const at = (value: string) => ({ currentTarget: { value } }) as unknown as Event;
const later = () => new Promise((resolve) => setTimeout(resolve, 150));

describe('a slider', () => {
  it('stays where it is held, and then where it was put until the room has heard of it', async () => {
    let shown = 0;
    const slider = new DraggedSlider(() => shown++);
    assert.equal(slider.at, null);
    slider.drag(at('300'));
    assert.equal(slider.at, 300);
    let heard = () => {};
    const sent: number[] = [];
    slider.letGo();
    const put = slider.put(at('400'), (to) => {
      sent.push(to);
      return new Promise((resolve) => {
        heard = resolve;
      });
    });
    await later();
    assert.equal(slider.at, 400);
    heard();
    await put;
    assert.deepEqual(sent, [400]);
    assert.equal(slider.at, null);
    assert.ok(shown >= 3);
  });

  it('goes on when it is let go where it was, and stays when it is dragged again', async () => {
    const slider = new DraggedSlider(() => undefined);
    slider.drag(at('300'));
    slider.letGo();
    await later();
    assert.equal(slider.at, null);
    const put = slider.put(at('100'), () => later().then(() => undefined));
    slider.drag(at('200'));
    await put;
    assert.equal(slider.at, 200);
  });
});
