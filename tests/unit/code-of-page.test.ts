/** What a page writes into the code: it waits for the room it was meant for, and is written in no other. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CodeOfPage } from '../../components/element/code-of-page.js';
import type { RunController } from '../../components/run/run-controller.js';
import { Session } from '../../components/session/session.js';

function visitOf() {
  const end = new AbortController();
  const session = new Session({});
  return { session, runs: new EventTarget() as RunController, signal: end.signal, isLocal: false, end };
}

function pageIn(
  visit: () => ReturnType<typeof visitOf> | undefined,
  errors: Event[] = [],
  internals: Partial<ElementInternals> = {},
): CodeOfPage {
  // There is no editor, so that nothing has to be drawn.
  const element = Object.assign(new EventTarget(), { required: true, shadowRoot: null, querySelector: () => null });
  element.addEventListener('code-room-error', (event) => errors.push(event));
  return new CodeOfPage(element as unknown as ConstructorParameters<typeof CodeOfPage>[0], {
    visit,
    keys: () => undefined,
    complaint: () => '',
    internals,
    say: () => undefined,
  });
}

describe('a field that is required', () => {
  it('is missing until the text of its room is known, also on the way from one to another', async () => {
    const [first, second] = [visitOf(), visitOf()];
    let visit: typeof first | undefined = first;
    let missing = '';
    const page = pageIn(() => visit, [], {
      setValidity: ({ valueMissing }: ValidityStateFlags = {}, sentence = '') => {
        missing = valueMissing ? sentence : '';
      },
    });
    page.validate();
    assert.equal(missing, 'Opening the room…');
    page.enter();
    assert.equal(missing, 'Opening the room…');
    first.session.connect();
    await page.insert('x = 1');
    assert.equal(missing, '');
    await page.reset('');
    assert.equal(missing, 'Write some code first.');
    await page.insert('x = 1');
    visit = undefined;
    page.validate();
    assert.equal(missing, 'Opening the room…');
    visit = second;
    page.validate();
    assert.equal(missing, 'Opening the room…');
    for (const { session } of [first, second]) session.close();
  });
});

describe('the reset of a form', () => {
  it('waits until the room’s text is known', async () => {
    const visit = visitOf();
    const errors: Event[] = [];
    const done = pageIn(() => visit, errors).reset('x = 1');
    await new Promise((resolve) => setTimeout(resolve, 5));
    visit.session.connect();
    await done;
    assert.deepEqual([visit.session.document.text.toString(), errors], ['x = 1', []]);
    visit.session.close();
  });
});

describe('insert()', () => {
  it('waits until the room’s text is known', async () => {
    const visit = visitOf();
    const done = pageIn(() => visit).insert('x = 1');
    await new Promise((resolve) => setTimeout(resolve, 5));
    visit.session.connect();
    await done;
    assert.equal(visit.session.document.text.toString(), 'x = 1');
    visit.session.close();
  });

  it('never writes in another room than it was meant for', async () => {
    const [first, second] = [visitOf(), visitOf()];
    let visit = first;
    const page = pageIn(() => visit);
    const done = page.insert('x = 1');
    second.session.connect();
    visit = second;
    page.enter();
    first.end.abort();
    await assert.rejects(done, { code: 'room-left' });
    assert.equal(second.session.document.text.toString(), '');
    for (const { session } of [first, second]) session.close();
  });
});
