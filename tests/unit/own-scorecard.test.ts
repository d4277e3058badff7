/** A scorecard goes on where the browser stores nothing, as Node does not, either. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { OwnScorecard } from '../../components/interview/own-scorecard.js';
import { Session } from '../../components/session/session.js';

it('what a scorecard has not sent is handed on to the next, which begins without it in another room', () => {
  const session = new Session({});
  const [moved, next] = [new AbortController(), new AbortController()];
  const first = new OwnScorecard(session, 'r', () => {}, moved.signal);
  assert.equal(first.unsent, null);
  first.change({ scores: [], summary: 'written here' });
  moved.abort();
  const second = new OwnScorecard(session, 'r', () => {}, next.signal, first.unsent);
  assert.deepEqual([second.card.summary, second.saved], ['written here', false]);
  const other = new OwnScorecard(session, 'r', () => {}, next.signal);
  assert.deepEqual([other.card.summary, other.saved], ['', true]);
  next.abort();
});
