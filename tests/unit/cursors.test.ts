/** Others' cursors mapped to my text, and what is sent of mine. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { ChangeSet, type ChangeSpec } from '@codemirror/state';
import { Cursors, type Selection } from '../../components/session/sync/cursors.js';

const LENGTH = 20;
const BEN = 2;

let cursors: Cursors;
let sent: Selection[];
let changed: number;
let settled: boolean;

const change = (spec: ChangeSpec, length = LENGTH) => ChangeSet.of(spec, length);
/** Shows a cursor that was told of a version, if its place is known. */
function place(replica: number, ...told: Parameters<Cursors['find']>): void {
  const found = cursors.find(...told);
  if (found) cursors.place(replica, found);
}
const at = (anchor: number, head = anchor): Selection => ({ anchor, head });

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  sent = [];
  changed = 0;
  settled = true;
  cursors = new Cursors({
    changed: () => changed++,
    send: (selection) => sent.push(selection),
    settled: () => settled,
  });
});
afterEach(() => mock.timers.reset());

describe('somebody else’s cursor', () => {
  it('of an earlier version is mapped to the visible text', () => {
    cursors.confirm(4, change({ from: 0, insert: 'abc' }));
    const pending = [change({ from: 0, insert: 'de' }, LENGTH + 3)];
    place(BEN, { version: 3, ...at(5, 7) }, 4, pending, LENGTH + 5);
    assert.deepEqual([cursors.others.get(BEN), changed], [at(10, 12), 1]);
  });

  it('of a version that is forgotten, or not known yet, is not shown', () => {
    cursors.confirm(4, change({ from: 0, insert: 'abc' }));
    place(BEN, { version: 2, ...at(5) }, 4, [], LENGTH + 3);
    place(BEN, { version: 5, ...at(5) }, 4, [], LENGTH + 3);
    assert.deepEqual([cursors.others.size, changed], [0, 0]);
  });

  it('beyond the end of the text is shown at the end', () => {
    place(BEN, { version: 4, ...at(500) }, 4, [], LENGTH);
    assert.deepEqual(cursors.others.get(BEN), at(LENGTH));
  });

  it('keeps its place while others type, and moves with its person’s edits', () => {
    place(BEN, { version: 4, ...at(10) }, 4, [], LENGTH);
    cursors.shift(change({ from: 0, insert: 'ab' }), null);
    assert.deepEqual(cursors.others.get(BEN), at(12));
    cursors.shift(change({ from: 12, insert: 'cd' }, LENGTH + 2), 3);
    assert.deepEqual(cursors.others.get(BEN), at(12), 'what is written at it stands behind it');
    cursors.shift(change({ from: 1, insert: 'ef' }, LENGTH + 4), BEN);
    assert.deepEqual(cursors.others.get(BEN), at(3));
  });

  it('that is not shown is removed without a word', () => {
    place(BEN, { version: 4, ...at(1) }, 4, [], LENGTH);
    cursors.remove([9]);
    assert.equal(changed, 1);
    cursors.remove([9, BEN]);
    assert.equal(changed, 2);
  });

  it('is removed with its connection, and all with mine', () => {
    place(BEN, { version: 4, ...at(1) }, 4, [], LENGTH);
    place(3, { version: 4, ...at(2) }, 4, [], LENGTH);
    cursors.remove([BEN]);
    assert.deepEqual([...cursors.others.keys()], [3]);
    cursors.clear();
    assert.equal(cursors.others.size, 0);
  });
});

describe('my cursor', () => {
  it('is sent at once, then at most every 50 ms, always the newest', () => {
    cursors.point(at(1));
    for (let n = 2; n < 9; n++) cursors.point(at(n));
    assert.deepEqual(sent, [at(1)]);
    mock.timers.tick(50);
    assert.deepEqual(sent, [at(1), at(8)]);
    mock.timers.tick(500);
    assert.equal(sent.length, 2, 'and not again while it stands');
  });

  it('waits until my edits are confirmed', () => {
    settled = false;
    cursors.point(at(1));
    assert.deepEqual(sent, []);
    settled = true;
    cursors.tell();
    assert.deepEqual(sent, [at(1)]);
    settled = false;
    cursors.point(at(2));
    mock.timers.tick(50);
    assert.deepEqual(sent, [at(1)], 'also when the pause after the last one is over');
    settled = true;
    cursors.tell();
    assert.deepEqual(sent, [at(1), at(2)]);
  });

  it('is not sent when others know it already, because it moves with edits', () => {
    cursors.point(at(5));
    mock.timers.tick(50);
    cursors.shift(change({ from: 5, insert: 'x' }), null);
    cursors.point(at(6));
    mock.timers.tick(50);
    cursors.shift(change({ from: 0, insert: 'abc' }, LENGTH + 1), BEN);
    cursors.tell();
    assert.deepEqual(sent, [at(5)]);
  });

  it('is sent after a script of the page has edited, which leaves it elsewhere than typing does', () => {
    cursors.point(at(5));
    mock.timers.tick(50);
    cursors.shift(change({ from: 0, insert: 'abc' }), null);
    cursors.tell();
    assert.deepEqual(sent, [at(5), at(8)]);
  });

  it('is sent again on the next connection', () => {
    cursors.point(at(5));
    cursors.clear();
    cursors.tell();
    assert.deepEqual(sent, [at(5), at(5)]);
  });
});
