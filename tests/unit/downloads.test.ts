/** Download buttons: one that failed says why for a while, and has its own words again, however often it was pressed. */
import assert from 'node:assert/strict';
import { afterEach, it, mock } from 'node:test';
import { offerDownloads } from '../../demo/site/downloads.js';
import { AccessRefused, type RoomAccess } from '../../demo/site/room-access.js';

afterEach(() => mock.timers.reset());

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

it('a button speaks in the words of the page: the room’s reason, and never what a browser says of a broken answer', async () => {
  const THAT_FAILED = 'That did not work. Try again.';
  for (const [asked, said] of [
    [async () => Promise.reject(new TypeError('Failed to fetch')), THAT_FAILED],
    [async () => new Response('<html>', { status: 404 }), THAT_FAILED],
    [async () => Response.json({}, { status: 404 }), THAT_FAILED],
    [async () => Response.json(null, { status: 404 }), THAT_FAILED],
    [
      async () => {
        const broken = new Response('x');
        broken.blob = () => Promise.reject(new TypeError('network error'));
        return broken;
      },
      THAT_FAILED,
    ],
    [async () => Promise.reject(new AccessRefused(404, 'This room is gone.', '')), 'This room is gone.'],
    [async () => Response.json({ detail: 'Not now.' }, { status: 409 }), 'Not now.'],
  ] as const) {
    mock.timers.enable({ apis: ['setTimeout'] });
    const page = new EventTarget();
    Object.assign(globalThis, { document: page });
    offerDownloads({ ask: asked } as unknown as RoomAccess);
    const button = { dataset: { take: 'mine' }, textContent: 'Activity log', disabled: false, closest: () => button };
    page.dispatchEvent(Object.defineProperty(new Event('click'), 'target', { value: button }));
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual([button.textContent, button.disabled], [said, false]);
    mock.timers.reset();
  }
});
