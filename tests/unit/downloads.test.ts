/** Download buttons: one that failed says why for a while, and has its own words again, however often it was pressed. */
import assert from 'node:assert/strict';
import { it, mock } from 'node:test';
import { offerDownloads } from '../../demo/site/downloads.js';
import type { RoomAccess } from '../../demo/site/room-access.js';

it('a button that is pressed again while it says what went wrong gets its own words back', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const page = new EventTarget();
  Object.assign(globalThis, { document: page });
  const refused = { ask: async () => Response.json({ detail: 'Not now.' }, { status: 409 }) };
  offerDownloads(refused as unknown as RoomAccess);
  const button = { dataset: { take: 'mine' }, textContent: 'Activity log', disabled: false, closest: () => button };
  const press = async () => {
    const click = Object.defineProperty(new Event('click'), 'target', { value: button });
    page.dispatchEvent(click);
    await new Promise((resolve) => setImmediate(resolve));
  };
  await press();
  assert.equal(button.textContent, 'Not now.');
  mock.timers.tick(2_000);
  await press();
  mock.timers.tick(2_000);
  assert.equal(button.textContent, 'Not now.', 'as long as it takes to read it');
  mock.timers.tick(2_000);
  assert.deepEqual([button.textContent, button.disabled], ['Activity log', false]);
});
