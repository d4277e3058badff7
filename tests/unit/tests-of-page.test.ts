/** The tests that a page reads of `<code-room>`: those of the room it is in. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TestsOfPage } from '../../components/element/tests-of-page.js';
import type { RunController } from '../../components/run/run-controller.js';
import { Session } from '../../components/session/session.js';
import { testLine } from '../../party/shared/test-lines.js';

function visitOf(tests: string) {
  const session = new Session({});
  if (tests) session.documents.tests.edit({ from: 0, insert: tests });
  return { session, runs: new EventTarget() as RunController, signal: new AbortController().signal };
}

describe('The tests of a page', () => {
  it('are not those of a room that was left while they were loading', async () => {
    let visit = visitOf(`${testLine({ name: 'a', kind: 'io', stdin: '', stdout: '' })}\n`);
    const page = new TestsOfPage(new EventTarget(), () => visit);
    page.enter();
    visit = visitOf('');
    page.enter();
    await import('../../components/tests/panel-modules.js');
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(page.tests, []);
  });

  it('are not those of a room that was left, either, before another is entered', async () => {
    let visit: ReturnType<typeof visitOf> | undefined = visitOf(
      `${testLine({ name: 'a', kind: 'io', stdin: '', stdout: '' })}\n`,
    );
    const page = new TestsOfPage(new EventTarget(), () => visit);
    page.enter();
    await import('../../components/tests/panel-modules.js');
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(page.tests.length, 1);
    visit = undefined;
    assert.deepEqual(page.tests, []);
    visit = visitOf('');
    assert.deepEqual(page.tests, []);
  });
});
