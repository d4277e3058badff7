/** The interview that a page reads of `<code-room>`: that of the room it is in. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeRoomFollowEvent } from '../../components/element/interview-events.js';
import { InterviewOfPage } from '../../components/element/interview-of-page.js';
import type { RunController } from '../../components/run/run-controller.js';
import { Session } from '../../components/session/session.js';
import { ADDED_DOCUMENTS, MAIN_DOCUMENT } from '../../party/shared/protocol.js';

const TIMER = { phases: [{ name: 'code', minutes: 5 }], startedAt: 1, pausedAt: null, extraMinutes: 0, extraFor: {} };

// Of a browser; nothing is drawn here.
globalThis.requestAnimationFrame ??= () => 0;

function visitOf(timer = '') {
  const session = new Session({});
  if (timer) session.documents.timer.edit({ from: 0, insert: timer });
  return { session, runs: new EventTarget() as RunController, signal: new AbortController().signal, isLocal: false };
}

describe('The interview of a page', () => {
  it('shows the file of a proposal that is accepted, where it is seen and can be undone; of one that is declined it does not', async () => {
    const visit = visitOf();
    const { files, proposals } = visit.session.documents;
    const second = ADDED_DOCUMENTS;
    const record = (document: number) => ({ document, readonly: false, hidden: false });
    files.receive({ entry: MAIN_DOCUMENT, files: [record(MAIN_DOCUMENT), record(second)] });
    const line = { id: 1, by: 'b', name: 'Bot', at: 1, kind: 'proposed', document: second, file: 'b.py', places: [] };
    proposals.edit({ from: 0, insert: JSON.stringify(line) });
    const element = Object.assign(new EventTarget(), { room: 'one', ownerDocument: new EventTarget() });
    const page = new InterviewOfPage(
      element as unknown as HTMLElement,
      () => visit,
      () => undefined,
    );
    const isNot = { code: 'files-not-connected' };
    for (const [id, accept, shown] of [
      [1, false, MAIN_DOCUMENT],
      [2, true, MAIN_DOCUMENT],
      [1, true, second],
    ] as const) {
      await assert.rejects(page.judge(id, accept), isNot);
      assert.equal(files.shown.id, shown);
    }
  });

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
    for (const call of [() => page.write('Hello'), () => page.point(false), () => page.follow('ben')])
      assert.throws(call, { code: 'not-in-room' });
    // Nobody is followed in any case.
    page.follow(null);
  });

  it('refuses to follow oneself and who is not there, and goes on with whom one follows', () => {
    const visit = visitOf();
    const person = { name: 'Ada', role: 'candidate', color: '#000000' };
    const people = ['ada', 'ben'].map((id) => ({ ...person, id, self: id === 'ada' }));
    Object.defineProperty(visit.session, 'people', { value: people });
    const element = Object.assign(new EventTarget(), { room: 'one', ownerDocument: new EventTarget() });
    const followed: unknown[] = [];
    element.addEventListener('code-room-follow', (event) => followed.push((event as CodeRoomFollowEvent).person));
    const page = new InterviewOfPage(
      element as unknown as HTMLElement,
      () => visit,
      () => undefined,
    );
    page.follow('ben');
    // A page without types may say the others.
    for (const nobody of ['ada', 'cy', '', undefined as unknown as string])
      assert.throws(() => page.follow(nobody), { code: 'nobody-to-follow' });
    assert.deepEqual(followed, ['ben']);
    page.follow(null);
    assert.deepEqual(followed, ['ben', null]);
  });
});
