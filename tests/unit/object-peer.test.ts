// Connection state through hibernation, queued bytes and pings.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ObjectConnection, ObjectPeer } from '../../party/engine/durable-object.js';
import type { PeerState } from '../../party/engine/platform.js';
import { SendQueue } from '../../party/engine/send-queue.js';
import { LIMITS } from '../../party/shared/limits.js';
import { CLOSE, HEARTBEAT } from '../../party/shared/protocol.js';

/** An engine's, which keeps a copy of the state for as long as the socket is open. */
class Connection implements ObjectConnection {
  state: unknown = null;

  setState(state: string | null): void {
    this.state = structuredClone(state);
  }

  bufferedAmount = 0;
  closed: number[] = [];

  sent = 0;

  send(): void {
    this.sent++;
  }

  close(code: number): void {
    this.closed.push(code);
  }
}

const known = { person: 'ann', role: 'candidate', iss: '', jti: 'j', link: 'l', heardAt: 1_700_000_000_000 } as const;
const until = { expiresAt: 1_800_000_000_000 };
const joined: PeerState = {
  ...known,
  ...until,
  replica: 7,
  cursor: { document: 0, version: 4, anchor: 3, head: 5 },
  seeding: false,
};
const applicant: PeerState = { ...known, ...until, waits: true, name: 'Zoë "Z" 🦊' };

describe('connection state through hibernation:', () => {
  const connection = new Connection();
  const awake = (): ObjectPeer => new ObjectPeer(connection, new SendQueue(() => 2));

  for (const [what, state] of Object.entries({
    'a place in the room': joined,
    'a place in front of it': applicant,
    'access to an open room, which does not end': { ...joined, expiresAt: Number.POSITIVE_INFINITY },
    'nothing of somebody who left': null,
  })) {
    it(`${what}`, () => {
      awake().state = state;
      assert.deepEqual(awake().state, state);
    });
  }

  it('nothing before authentication', () => {
    assert.equal(new ObjectPeer(new Connection(), new SendQueue(() => 2)).state, null);
  });
});

describe('a client that does not read', () => {
  it('is disconnected when too much is queued, once, and the room is told at once', () => {
    const connection = new Connection();
    let left = 0;
    const unread = { bytes: 1_000, tooMuch: () => left++ };
    const peer = new ObjectPeer(connection, new SendQueue(() => 2), undefined, null, unread);
    connection.bufferedAmount = 1_000;
    peer.deliver(new Uint8Array(9));
    assert.deepEqual([connection.closed, left], [[], 0]);
    connection.bufferedAmount = 1_001;
    peer.deliver(new Uint8Array(9));
    assert.deepEqual([connection.closed, left], [[CLOSE.tryAgain], 1]);
  });
});

describe('pings', () => {
  const awake = (connection: Connection) => new ObjectPeer(connection, new SendQueue(() => 2));

  it('are answered up to a limit that only floods exceed; more close the connection', (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: known.heardAt });
    const connection = new Connection();
    const peer = awake(connection);
    for (let n = 0; n < LIMITS.messageBurst; n++) peer.answer(HEARTBEAT.ask);
    assert.deepEqual([connection.sent, connection.closed, peer.heardAt], [LIMITS.messageBurst, [], known.heardAt]);
    t.mock.timers.setTime(known.heardAt + 1_000);
    for (let n = 0; n <= LIMITS.messagesPerSecond; n++) peer.answer(HEARTBEAT.ask);
    assert.deepEqual(
      [connection.sent, connection.closed],
      [LIMITS.messageBurst + LIMITS.messagesPerSecond, [CLOSE.flood]],
    );
    assert.equal(peer.heardAt, known.heardAt + 1_000);
  });

  it('are the only text messages', () => {
    const connection = new Connection();
    for (const text of ['', 'pong', 'PING', 'ping ', 'ping'.repeat(100_000)]) awake(connection).answer(text);
    assert.deepEqual([connection.sent, connection.closed], [0, Array(5).fill(CLOSE.malformed)]);
  });
});
