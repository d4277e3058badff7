/** What is still unconfirmed of a requested name and language. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unconfirmed } from '../../components/session/sync/file-description.js';

describe('a requested name', () => {
  it('waits until the room says it, also where the file has had none and others choose its language', () => {
    const wanted = { name: 'bank.js', language: 'javascript' };
    assert.deepEqual(unconfirmed(wanted, { name: '', language: 'javascript' }), { name: 'bank.js' });
    assert.deepEqual(unconfirmed(wanted, { name: 'other.js', language: 'ruby' }), wanted);
    assert.equal(unconfirmed(wanted, { name: 'bank.js', language: 'javascript' }), null);
  });

  it('that the room has shortened is confirmed', () => {
    assert.equal(unconfirmed({ name: 'a'.repeat(300) }, { name: 'a'.repeat(64), language: 'python' }), null);
  });
});
