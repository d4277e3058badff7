/** Following somebody: it outlasts their reload and a short loss of connection; and a place that one is asked to look at moves with its text. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { Following } from '../../components/element/following.js';
import { placeOf } from '../../components/element/person-place.js';
import type { RunController } from '../../components/run/run-controller.js';
import type { Role } from '../../party/shared/roles.js';
import { World } from './world.js';

// The sessions' timers must not keep the process.
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

const CODE = Array.from({ length: 20 }, (_, n) => `line_${n} = ${n}\n`).join('');

let w: World;
let ada: number;
let ben: number;
let following: Following;
/** Whom Ada has followed, at each change. */
let followed: (string | null)[];

function session(index: number) {
  const found = w.sessions[index];
  assert.ok(found);
  return found;
}

const comes = async (role: Role, name: string) => w.join({ token: await w.token(role, name), name });
const benId = () => session(ada).people.find(({ name }) => name === 'Ben')?.id ?? '';

async function passes(seconds: number): Promise<void> {
  await w.settle();
  mock.timers.tick(seconds * 1_000);
  await w.settle();
}

describe('following somebody', () => {
  beforeEach(async () => {
    Object.defineProperty(globalThis, 'requestAnimationFrame', { value: () => 0, configurable: true });
    w = await World.made({ code: CODE });
    ada = await comes('interviewer', 'Ada');
    ben = await comes('candidate', 'Ben');
    await w.settle();
    // No editor tells of itself.
    following = new Following(session(ada), new EventTarget() as RunController);
    followed = [];
    following.addEventListener('change', () => followed.push(following.person));
    following.follow(benId());
  });
  afterEach(() => Reflect.deleteProperty(globalThis, 'requestAnimationFrame'));

  it('goes on when they load the page again', async () => {
    await w.reload(ben);
    await passes(20);
    assert.deepEqual(followed, [benId()]);
  });

  it('goes on when they are back in time, and is over when they are not', async () => {
    const id = benId();
    w.cut(ben, true);
    await passes(10);
    assert.equal(benId(), '');
    await w.back(ben);
    await passes(10);
    assert.deepEqual([followed, benId()], [[id], id]);
    w.cut(ben, true);
    await passes(10);
    assert.deepEqual(followed, [id]);
    await passes(6);
    assert.deepEqual(followed, [id, null]);
  });

  it('goes on when one’s own connection was lost', async () => {
    w.cut(ada, true);
    await passes(5);
    await w.back(ada);
    await passes(20);
    assert.deepEqual(followed, [benId()]);
  });

  it('is over at once by one’s own wish while they are away', async () => {
    const id = benId();
    w.cut(ben, true);
    await passes(1);
    following.follow(null);
    await w.back(ben);
    await passes(20);
    assert.deepEqual(followed, [id, null]);
  });

  it('knows where somebody looks who has only scrolled, until their cursor says more', async () => {
    const { document, documents } = session(ben);
    assert.equal(placeOf(session(ada), benId()), null);
    const anchor = document.text.line(7).from;
    const view = { type: 'signal', kind: 'view', document: document.id, version: document.version, anchor } as const;
    documents.files.send({ ...view, head: document.text.line(12).to });
    await w.settle();
    const place = () => placeOf(session(ada), benId());
    assert.deepEqual([place()?.line, place()?.here, place()?.file.document], [7, true, session(ada).document]);
    // Nobody else is there.
    assert.equal(placeOf(session(ada), session(ada).self?.id ?? ''), null);
    w.type(ada, '# new\n', 0);
    await w.settle();
    assert.equal(place()?.line, 8);
    const head = document.text.line(3).from;
    document.point(head, head);
    await w.settle();
    assert.equal(place()?.line, 3);
    w.cut(ben, true);
    await passes(1);
    assert.equal(place(), null);
  });

  it('knows the line that one is asked to look at, wherever it is by now', async () => {
    const { document, documents } = session(ben);
    const theirs = new Following(session(ben), new EventTarget() as RunController);
    const { id, version } = session(ada).document;
    const head = document.text.line(10).from;
    session(ada).documents.files.send({ type: 'signal', kind: 'look', document: id, version, anchor: head, head });
    await w.settle();
    assert.deepEqual([theirs.asked?.by.name, theirs.asked?.line], ['Ada', 10]);
    w.type(ben, '# one\n# two\n', 0);
    w.type(ada, '# three\n', 0);
    await w.settle();
    assert.equal(theirs.asked?.line, 13);
    w.cut(ben);
    assert.equal(theirs.asked?.line, 13);
    w.edit(ben, { from: 0, to: documents.files.shown.text.length });
    assert.equal(theirs.asked?.line, 1);
  });
});
