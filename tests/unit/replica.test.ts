/** The replica state machine: next states and effects of edits and messages. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { ChangeSet, type ChangeSpec, Text } from '@codemirror/state';
import { edit, receive, restore } from '../../components/session/sync/replica.js';
import { packReplica } from '../../components/session/sync/replica-snapshot.js';
import {
  type Effect,
  EMPTY_REPLICA,
  isSaved,
  isSettled,
  pendingEdits,
  type ReplicaMessage,
  type ReplicaState,
  type Step,
} from '../../components/session/sync/replica-state.js';
import { LIMITS } from '../../party/shared/limits.js';
import { TAKEN_BACK } from '../../party/shared/protocol.js';
import { composeAll } from '../../party/shared/text-change.js';

const ME = 7;
const OTHER = 8;

let state: ReplicaState;
let effects: readonly Effect[];

/** No step may change the state it began with. */
function take(step: (state: ReplicaState) => Step): readonly Effect[] {
  const before = Object.freeze(state);
  const { parts, undo, tail, inflight } = before;
  for (const part of [parts, undo, tail, inflight]) Object.freeze(part);
  ({ state, effects } = step(before));
  const pending = composeAll(pendingEdits(state));
  const text = pending ? pending.apply(state.confirmed) : state.confirmed;
  assert.equal(state.text.toString(), text.toString(), 'what is shown is what was confirmed and what is pending');
  return effects;
}

const hear = (message: ReplicaMessage) => take((before) => receive(before, message));
const type = (spec: ChangeSpec) => take((before) => edit(before, ChangeSet.of(spec, before.text.length)));
const kinds = () => effects.map((effect) => effect.type);
const text = () => state.text.toString();
const effect = <K extends Effect['type']>(kind: K) =>
  effects.find((each) => each.type === kind) as Extract<Effect, { type: K }>;

/** The room has applied a change of somebody else, made on the confirmed text. */
function remote(spec: ChangeSpec, { author = OTHER, sequence = 1, lag = state.version + 1 - state.durable } = {}) {
  const change = (length: number) => ChangeSet.of(spec, length);
  return hear({ type: 'change', version: state.version + 1, author, sequence, lag, change });
}

/** The room has applied what is on its way. */
function applied(lag = state.version + 1 - state.durable) {
  assert.ok(state.inflight, 'something is on its way');
  const { author, sequence, change } = state.inflight;
  return hear({ type: 'change', version: state.version + 1, author, sequence, lag, change: () => change });
}

/** Text the room has on its disk, and a session that has caught up. */
beforeEach(() => {
  state = EMPTY_REPLICA;
  hear({ type: 'document', text: Text.of(['hello']), version: 3, durable: 3, merge: false });
  hear({ type: 'online', author: ME, sequence: 0 });
});

describe('my edit', () => {
  it('is shown and sent at once, and saved when it is on the room’s disk', () => {
    type({ from: 5, insert: '!' });
    assert.deepEqual([text(), kinds()], ['hello!', ['submit']]);
    const { base, sequence, part } = effect('submit');
    assert.deepEqual([base, sequence, part], [3, 1, false]);
    assert.deepEqual([isSettled(state), isSaved(state)], [false, false]);
    applied();
    assert.deepEqual([kinds(), state.version], [['confirmed'], 4]);
    assert.deepEqual([isSettled(state), isSaved(state)], [true, false]);
    hear({ type: 'ack', durable: 4 });
    assert.deepEqual([kinds(), isSaved(state), state.tail], [[], true, []]);
  });

  it('waits while another is in flight, and is then sent with all later ones', () => {
    type({ from: 5, insert: 'a' });
    type({ from: 6, insert: 'b' });
    assert.deepEqual(kinds(), []);
    type({ from: 7, insert: 'c' });
    applied();
    assert.deepEqual(kinds(), ['confirmed', 'submit']);
    assert.deepEqual([effect('submit').sequence, effect('submit').change.toJSON()], [2, [6, [0, 'bc']]]);
  });

  it('that undoes an unsent one is not sent', () => {
    hear({ type: 'offline' });
    type({ from: 5, insert: '!' });
    type({ from: 5, to: 6 });
    assert.ok(isSettled(state));
    hear({ type: 'online', author: ME, sequence: 0 });
    assert.deepEqual(kinds(), []);
  });

  it('on a text of another length throws and changes nothing', () => {
    const before = state;
    assert.throws(() => edit(state, ChangeSet.of({ from: 0, insert: 'x' }, 99)), RangeError);
    assert.equal(state, before);
  });

  it('of very many places is sent in parts, one after the other', () => {
    const places = LIMITS.changePlaces + 10;
    hear({ type: 'document', text: Text.of(['x'.repeat(places * 2)]), version: 4, durable: 4, merge: false });
    type(Array.from({ length: places }, (_, n) => ({ from: n * 2, to: n * 2 + 1, insert: 'y' })));
    assert.equal(effect('submit').part, true);
    applied();
    assert.deepEqual([kinds(), effect('submit').part], [['confirmed', 'submit'], false]);
    applied();
    assert.deepEqual([isSettled(state), text()], [true, 'yx'.repeat(places)]);
  });
});

describe('somebody else’s edit', () => {
  it('is shown, with its author', () => {
    remote({ from: 0, insert: 'oh ' });
    assert.deepEqual([text(), kinds()], ['oh hello', ['confirmed', 'show']]);
    assert.deepEqual([effect('show').author, effect('show').change.toJSON()], [OTHER, [[0, 'oh '], 5]]);
  });

  it('is applied before my unconfirmed edits, and shown mapped over them', () => {
    type({ from: 0, insert: 'mine ' });
    type({ from: 5, to: 6 });
    remote({ from: 5, insert: '!' });
    assert.equal(text(), 'mine ello!');
    assert.deepEqual(effect('show').change.toJSON(), [9, [0, '!']]);
    assert.equal(state.confirmed.toString(), 'hello!');
    applied();
    assert.deepEqual([effect('submit').base, effect('submit').change.toJSON()], [5, [5, [1], 5]]);
  });

  it('at the same position comes before mine, which the room applies later', () => {
    type({ from: 0, insert: 'mine ' });
    remote({ from: 0, insert: 'theirs ' });
    assert.equal(text(), 'theirs mine hello');
  });

  it('that is not the next one throws and changes nothing', () => {
    const before = state;
    const change = () => ChangeSet.empty(5);
    const late: ReplicaMessage = { type: 'change', version: 6, author: OTHER, sequence: 1, lag: 1, change };
    assert.throws(() => receive(state, late), /Version 6 came after 3/);
    assert.equal(state, before);
  });

  it('says how much is durable', () => {
    remote({ from: 0, insert: 'a' }, { lag: 1 });
    assert.deepEqual([state.durable, state.tail.length], [3, 1]);
    remote({ from: 0, insert: 'b' }, { lag: 1 });
    assert.deepEqual([state.durable, state.tail.map(({ version }) => version)], [4, [5]]);
    hear({ type: 'ack', durable: 2 });
    assert.equal(state.durable, 4, 'what is on the disk stays there');
  });
});

describe('an edit that the room refuses', () => {
  it('is removed from the text, which is offered as a copy; later edits and those of others stay', () => {
    type({ from: 0, insert: 'bad ' });
    type({ from: 9, insert: ' good' });
    remote({ from: 5, insert: '!' });
    const before = text();
    hear({ type: 'refused', sequence: 1, revert: true });
    assert.deepEqual([text(), kinds()], ['hello! good', ['lost', 'show', 'submit']]);
    assert.equal(effect('lost').text.toString(), before);
    assert.equal(effect('show').author, 0);
    applied();
    assert.ok(isSettled(state));
  });

  it('and that is not in flight any more changes nothing', () => {
    type({ from: 5, insert: '!' });
    applied();
    hear({ type: 'refused', sequence: 1, revert: true });
    assert.deepEqual([text(), kinds()], ['hello!', []]);
  });

  /** An edit in three parts, of which the room has one. */
  function halfway() {
    const places = LIMITS.changePlaces * 2 + 10;
    hear({ type: 'document', text: Text.of(['x'.repeat(places * 2)]), version: 4, durable: 4, merge: false });
    type(Array.from({ length: places }, (_, n) => ({ from: n * 2, to: n * 2 + 1, insert: 'y' })));
    applied();
    assert.deepEqual([state.parts.length, state.undo.length], [1, 1]);
    return 'x'.repeat(places * 2);
  }

  it('in its second part is undone in the room as well', () => {
    const whole = halfway();
    type({ from: 0, insert: '# ' });
    hear({ type: 'refused', sequence: 2, revert: true });
    assert.deepEqual([text(), kinds()], [`# ${whole}`, ['lost', 'show', 'submit']]);
    applied();
    assert.equal(state.confirmed.toString(), whole);
    applied();
    assert.deepEqual([isSettled(state), state.confirmed.toString()], [true, `# ${whole}`]);
  });

  it('in its second part, in a room that accepts no more edits, leaves the first part there', () => {
    halfway();
    const { confirmed } = state;
    hear({ type: 'refused', sequence: 2, revert: false });
    assert.deepEqual([text(), isSettled(state)], [confirmed.toString(), true]);
  });

  it('in its first part is undone by the room itself, in one change', () => {
    const whole = halfway();
    const inverse = state.undo[0] as ChangeSet;
    const before = text();
    const taken = { type: 'change' as const, version: state.version + 1, author: ME, sequence: TAKEN_BACK, lag: 2 };
    hear({ ...taken, change: () => inverse });
    assert.deepEqual([text(), kinds(), isSettled(state)], [whole, ['lost', 'confirmed', 'show'], true]);
    assert.equal(effect('lost').text.toString(), before);
    assert.equal(
      effect('show')
        .change.apply(Text.of([before]))
        .toString(),
      whole,
      'one change, of what was shown',
    );
  });
});

describe('a lost connection', () => {
  it('keeps edits until the session is in sync, and sends those in flight again', () => {
    type({ from: 5, insert: '!' });
    hear({ type: 'offline' });
    type({ from: 6, insert: '?' });
    assert.deepEqual(kinds(), []);
    remote({ from: 0, insert: 'oh ' });
    assert.deepEqual(kinds(), ['confirmed', 'show']);
    hear({ type: 'online', author: ME, sequence: 1 });
    const { base, sequence, change } = effect('submit');
    assert.deepEqual([base, sequence, change.toJSON()], [4, 2, [8, [0, '!']]]);
    assert.equal(text(), 'oh hello!?');
  });

  it('does not send again what the room has accepted meanwhile', () => {
    type({ from: 5, insert: '!' });
    hear({ type: 'offline' });
    applied();
    hear({ type: 'online', author: ME, sequence: 1 });
    assert.deepEqual([kinds(), text()], [[], 'hello!']);
  });

  it('numbers from 1 as a new replica, otherwise from what the room knows', () => {
    type({ from: 5, insert: '!' });
    hear({ type: 'offline' });
    hear({ type: 'online', author: 9, sequence: 0 });
    assert.deepEqual([effect('submit').sequence, state.author], [1, 9]);
    hear({ type: 'online', author: 9, sequence: 5 });
    assert.equal(effect('submit').sequence, 6);
  });

  it('splits what was not confirmed into smaller parts', () => {
    const places = LIMITS.changePlaces;
    hear({ type: 'document', text: Text.of(['x'.repeat(places * 2)]), version: 4, durable: 4, merge: false });
    type(Array.from({ length: places }, (_, n) => ({ from: n * 2, to: n * 2 + 1, insert: 'y' })));
    assert.equal(effect('submit').part, false);
    hear({ type: 'online', author: ME, sequence: 0 });
    assert.equal(effect('submit').part, true);
    applied();
    applied();
    assert.deepEqual([isSettled(state), state.places], [true, LIMITS.changePlaces]);
  });
});

describe('a room that went back to its durable state', () => {
  it('removes others’ edits, and makes mine pending again', () => {
    type({ from: 5, insert: '!' });
    applied();
    remote({ from: 0, insert: 'oh ' });
    hear({ type: 'offline' });
    hear({ type: 'continue', from: 3, durable: 3 });
    assert.deepEqual([text(), kinds(), state.version, state.tail], ['hello!', ['show'], 3, []]);
    hear({ type: 'online', author: ME, sequence: 0 });
    assert.deepEqual([effect('submit').base, effect('submit').change.toJSON()], [3, [5, [0, '!']]]);
  });

  it('keeps what was in flight behind what it has lost', () => {
    type({ from: 5, insert: 'a' });
    applied();
    type({ from: 6, insert: 'b' });
    type({ from: 7, insert: 'c' });
    hear({ type: 'offline' });
    hear({ type: 'continue', from: 3, durable: 3 });
    assert.deepEqual([text(), state.inflight, pendingEdits(state).length], ['helloabc', null, 3]);
    hear({ type: 'online', author: ME, sequence: 0 });
    assert.deepEqual(effect('submit').change.toJSON(), [5, [0, 'a']]);
    applied();
    assert.deepEqual(effect('submit').change.toJSON(), [6, [0, 'b']]);
  });

  it('and that has everything of this copy changes nothing', () => {
    hear({ type: 'offline' });
    hear({ type: 'continue', from: 3, durable: 3 });
    assert.deepEqual([kinds(), text(), state.version], [[], 'hello', 3]);
  });

  it('further than it had promised is not followed: mine are pending, for the copy that is offered', () => {
    type({ from: 5, insert: '!' });
    applied();
    hear({ type: 'offline' });
    const { state: after, effects: told } = receive(state, { type: 'continue', from: 2, durable: 2 });
    assert.deepEqual(
      told.map((each) => each.type),
      ['diverged'],
    );
    const whole: ReplicaMessage = { type: 'document', text: Text.of(['hi']), version: 2, durable: 2, merge: false };
    const { state: last, effects: then } = receive(after, whole);
    assert.deepEqual(
      then.map((each) => each.type),
      ['lost', 'show'],
    );
    assert.deepEqual([last.text.toString(), isSettled(last)], ['hi', true]);
  });
});

describe('the room’s whole text', () => {
  it('of the same history is merged with my edits', () => {
    type({ from: 5, insert: '!' });
    hear({ type: 'document', text: Text.of(['hallo']), version: 3, durable: 3, merge: true });
    assert.deepEqual([text(), kinds()], ['hallo!', ['confirmed', 'show']]);
    assert.equal(effect('show').author, 0);
  });

  it('of another history replaces them, and the text with them is offered as a copy', () => {
    type({ from: 5, insert: '!' });
    hear({ type: 'document', text: Text.of(['other']), version: 9, durable: 9, merge: false });
    assert.deepEqual([text(), kinds(), state.version], ['other', ['lost', 'show'], 9]);
    assert.equal(effect('lost').text.toString(), 'hello!');
  });

  it('that is the same shows nothing', () => {
    hear({ type: 'document', text: Text.of(['hello']), version: 3, durable: 3, merge: false });
    assert.deepEqual(kinds(), []);
  });
});

describe('a stored replica', () => {
  it('continues where it was: what was not sent is sent, what was not saved is not', () => {
    type({ from: 5, insert: '!' });
    type({ from: 6, insert: '?' });
    const kept = structuredClone(packReplica(state));
    state = EMPTY_REPLICA;
    take((before) => restore(before, kept));
    assert.deepEqual([text(), kinds(), isSaved(state)], ['hello!?', ['show'], false]);
    hear({ type: 'online', author: ME, sequence: 0 });
    assert.deepEqual([effect('submit').base, effect('submit').sequence], [3, 2]);
    applied();
    applied();
    assert.deepEqual([isSettled(state), text()], [true, 'hello!?']);
  });
});
