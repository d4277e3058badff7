/** What a person copies for whoever helps them says nothing that opens the room. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { RoomContext } from '../../components/element/context.js';
import { supportDetails } from '../../components/element/support-details.js';
import { Session } from '../../components/session/session.js';

// Node has had one only since version 21.
Object.defineProperty(globalThis, 'navigator', { value: { onLine: true, userAgent: 'a test' }, configurable: true });

it('of the id of a room there is a beginning, which is half of it at most', () => {
  const session = new Session({});
  const roomOf = (roomId: string | undefined) =>
    /^room: (.*)$/m.exec(supportDetails({ session, isLocal: false, roomId } as RoomContext))?.[1];
  assert.deepEqual(['a', 'abc', 'abcdef', 'abcdefgh', 'abcdefghijklmnop', undefined].map(roomOf), [
    '…',
    'a…',
    'abc…',
    'abcd…',
    'abcdef…',
    'none',
  ]);
});
