// The examples, with the packed package: installed, built for production, and two people in the room of each.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { amount, seed } from '../amount.js';
import { World } from '../journeys/world.js';
import { kinds, packElement, serveProject } from './projects.js';

/** One a run, by the seed, and all in full runs. `PROJECT=vue,next` names them. */
const chosen =
  process.env.PROJECT?.split(',') ??
  Array.from({ length: amount(1, kinds.length) }, (_, nth) => kinds[(seed + nth) % kinds.length] ?? '');

/** Pages that come rendered, and ask for `code-room/placeholder.css`. */
const rendered = ['astro', 'next', 'nuxt', 'sveltekit'];
/** 30rem, as in components/styles/layout.ts. */
const ROOM_HEIGHT = 480;

/** Of a framework's own: on a busy machine it comes to what it has asked for beforehand later than the browser thinks right. */
const LATE = /was preloaded using link preload but not used/;

describe('a project built with', () => {
  const world = new World();
  before(packElement);

  it('all are there', () => {
    assert.ok(kinds.length >= 18);
    for (const kind of chosen) assert.ok(kinds.includes(kind), `there is no project ${kind}`);
  });

  for (const kind of chosen) {
    it(`${kind} has a room in which two people edit and run`, { timeout: 300_000 }, async () => {
      const project = await serveProject(kind, world.url);
      try {
        if (rendered.includes(kind)) {
          // What a server or a build has rendered is as high as the room will be, before any script.
          const still = await world.person({ javaScriptEnabled: false });
          await still.page.goto(project.url);
          const box = await still.page.locator('code-room').boundingBox();
          assert.equal(box?.height, ROOM_HEIGHT);
        }
        const [ada, ben] = [await world.person(), await world.person()];
        await ada.enter(project.url);
        await ada.sees('value', new RegExp(`ran in ${kind}`));
        await ben.enter(project.url);
        await ben.sees('value', new RegExp(`ran in ${kind}`));
        assert.equal(await ada.get('language'), 'javascript');
        if (rendered.includes(kind))
          assert.equal((await ada.page.locator('code-room').boundingBox())?.height, ROOM_HEIGHT);
        await ada.types("\nconsole.log('a key')");
        await ben.sees('value', /a key/);
        await ben.presses(/^run/i);
        await ada.sees('output', `ran in ${kind}\na key\n`, { within: 30_000 });
        // The colours came too: the parts that load later are found where the project has put them.
        await ada.page.locator('code-room-editor .cm-line span[class]', { hasText: 'ran in' }).first().waitFor();
        await world.leave({ saying: LATE });
      } finally {
        project.stop();
      }
    });
  }

  it('other versions of CodeMirror, and a second copy of the element, do no harm', {
    timeout: 300_000,
  }, async () => {
    const project = await serveProject('pinned', world.url, 'tests/package/pinned');
    try {
      for (const [page, said] of [
        ['index.html', 'ran in pinned'],
        ['newer.html', 'ran in pinned-newer'],
      ]) {
        const ada = await world.person();
        await ada.enter(`${project.url}/${page}`);
        await ada.types("\nconsole.log('a key')");
        await ada.sees('value', /a key/);
        await ada.presses(/^run/i);
        await ada.sees('output', `${said}\na key\n`, { within: 30_000 });
        await ada.page.locator('code-room-editor .cm-line span[class]', { hasText: 'ran in' }).first().waitFor();
        await ada.page.locator('#own .cm-content').click();
        await ada.page.keyboard.type('still ');
        await ada.page.locator('#own .cm-line', { hasText: 'still ' }).waitFor();
        const { versions, runnable, strange } = await ada.page.evaluate(async () => {
          const page = window as unknown as {
            copies?: { versions: string[]; runnable: string[][]; strange: string[] };
          };
          while (!page.copies) await new Promise((resolve) => setTimeout(resolve, 20));
          return page.copies;
        });
        assert.match(versions[0] ?? '', /^\d+\.\d+\.\d+/);
        assert.equal(versions[1], versions[0]);
        assert.deepEqual(strange, []);
        for (const known of runnable) assert.ok(known.includes('shout') && known.includes('whisper'), String(known));
        await world.leave();
      }
    } finally {
      project.stop();
    }
  });
});
