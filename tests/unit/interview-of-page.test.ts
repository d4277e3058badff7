/** The interview that a page reads of `<code-room>`: that of the room it is in. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { InterviewOfPage } from '../../components/element/interview-of-page.js';
import type { RunController } from '../../components/run/run-controller.js';
import { Session } from '../../components/session/session.js';

const TIMER = { phases: [{ name: 'code', minutes: 5 }], startedAt: 1, pausedAt: null, extraMinutes: 0, extraFor: {} };

// Of a browser; nothing is drawn here.
globalThis.requestAnimationFrame ??= () => 0;

function visitOf(timer = '') {
  const session = new Session({});
  if (timer) session.documents.timer.edit({ from: 0, insert: timer });
  return { session, runs: new EventTarget() as RunController, signal: new AbortController().signal, alone: false };
}

describe('The interview of a page', () => {
  it('is not that of a room that was left', () => {
    let visit: ReturnType<typeof visitOf> | undefined = visitOf(JSON.stringify(TIMER));
    const element = Object.assign(new EventTarget(), { room: 'one', ownerDocument: new EventTarget() });
    const page = new InterviewOfPage(
      element as unknown as HTMLElement,
      () => visit,
      () => undefined,
    );
    page.enter();
    assert.equal(page.timer?.phases[0]?.name, 'code');
    visit = visitOf();
    assert.equal(page.timer, null);
    visit = undefined;
    assert.deepEqual([page.timer, page.chat, page.focus, page.activity, page.proposals], [null, [], null, [], []]);
    assert.throws(() => page.write('Hello'), { code: 'not-in-room' });
  });
});
