/** The lobby: who waits, what interviewers are told, and who is disconnected. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Identity } from '../../party/access/tokens.js';
import type { Clock, Peer, PeerState } from '../../party/engine/platform.js';
import type { Applicant } from '../../party/room/applicant.js';
import { Connections } from '../../party/room/connections.js';
import { Lobby } from '../../party/room/lobby.js';
import { LIMITS } from '../../party/shared/limits.js';
import { CLOSE } from '../../party/shared/protocol.js';
import { encodeClientMessage, type OutgoingMessage } from '../../party/shared/wire/client-message.js';
import { decodeRoomMessage, type OutgoingRoomMessage } from '../../party/shared/wire/room-message.js';

class TestPeer implements Peer {
  state: PeerState | null = null;
  readonly heard: string[] = [];
  closed: [number, string] | null = null;
  send(frame: Uint8Array): void {
    this.heard.push(decodeRoomMessage(frame).type);
  }
  close(code: number, reason: string): void {
    this.closed = [code, reason];
  }
}

let now: number;
let lobby: Lobby;
let told: OutgoingRoomMessage[];
let verify: (token: string) => Promise<Identity>;

const identity = (person: string, name = person): Identity => ({
  ...{ person, name, role: 'candidate', iss: '', jti: `of ${person}`, link: '', issuedAt: 0 },
  expiresAt: now + 60_000,
});

function enter(person: string, name?: string): TestPeer {
  const peer = new TestPeer();
  lobby.enter(peer, identity(person, name));
  return peer;
}

const applicant = (peer: Peer) => lobby.applicants.find((each) => each.peer === peer) as Applicant;
const says = (peer: Peer, message: OutgoingMessage) => lobby.receive(applicant(peer), encodeClientMessage(message));
const knocks = () => told.flatMap((each) => (each.type === 'knock' ? [[each.person, each.name, each.waits]] : []));

beforeEach(() => {
  now = Date.UTC(2026, 0, 1);
  told = [];
  verify = async () => identity('ann');
  const clock: Clock = { now: () => now, after: () => () => {}, pause: async () => {}, wakeAt: () => {} };
  const limits = { ...LIMITS, waiting: 3, connectionsPerPerson: 2, messageBurst: 3, returnBurst: 1, helloBytes: 200 };
  lobby = new Lobby(new Connections(), limits, clock, (token) => verify(token), {
    tell: (message) => told.push(message),
    nameFor: (_person, name, _role, others) => (others.size > 0 && name === 'Ann' ? 'Ann 2' : name),
    ai: () => 'off',
  });
});

describe('somebody who enters the lobby', () => {
  it('is told to wait and nothing else; interviewers are told of them', () => {
    const peer = enter('ann', 'Ann');
    assert.deepEqual([peer.heard, knocks()], [['wait'], [['ann', 'Ann', true]]]);
    assert.equal(
      peer.state && 'waits' in peer.state && peer.state.person,
      'ann',
      'the engine keeps it through a sleep',
    );
  });

  it('has a name distinct from the others’, and is a guest without one', () => {
    enter('ann', 'Ann');
    enter('eve', 'Ann');
    enter('joe', '');
    assert.deepEqual(
      lobby.knocks.map(({ name }) => name),
      ['Ann', 'Ann 2', 'Guest'],
    );
  });

  it('with two pages is one person to interviewers, until the last page is closed', () => {
    const [one, two] = [enter('ann'), enter('ann')];
    assert.deepEqual([lobby.knocks.length, lobby.of('ann').length], [1, 2]);
    told = [];
    assert.equal(lobby.leave(applicant(one)), true);
    assert.deepEqual(knocks(), []);
    lobby.leave(applicant(two));
    assert.deepEqual(knocks(), [['ann', 'ann', false]]);
  });

  it('is disconnected when too many people, or too many of their pages, wait', () => {
    enter('ann');
    enter('ann');
    assert.equal(enter('ann').closed?.[0], CLOSE.full);
    enter('bob');
    assert.equal(enter('eve').closed?.[0], CLOSE.full);
    assert.equal(lobby.applicants.length, 3);
  });
});

describe('somebody in the lobby', () => {
  it('gets answers to pings, and nothing else has an effect', () => {
    const peer = enter('ann');
    says(peer, { type: 'ping', nonce: 4 });
    says(peer, { type: 'rename', name: 'Eve' });
    assert.deepEqual([peer.heard, peer.closed], [['wait', 'pong'], null]);
    assert.equal(lobby.knocks[0]?.name, 'ann');
  });

  it('is disconnected for a flood, a large frame or a malformed one, without effect on others', () => {
    const [flood, large, broken] = [enter('ann'), enter('bob'), enter('eve')];
    for (let n = 0; n < 4; n++) if (!flood.closed) says(flood, { type: 'ping', nonce: n });
    lobby.receive(applicant(large), new Uint8Array(201));
    lobby.receive(applicant(broken), Uint8Array.of(255));
    assert.deepEqual(
      [flood, large, broken].map(({ closed }) => closed?.[0]),
      [CLOSE.flood, CLOSE.flood, CLOSE.malformed],
    );
    assert.deepEqual([lobby.applicants, broken.state], [[], null]);
  });

  it('stays with a fresh token of their own, and not with somebody else’s or an invalid one', async () => {
    const peer = enter('ann');
    const before = applicant(peer).identity.expiresAt;
    const refresh = async (answer: () => Promise<Identity>) => {
      verify = answer;
      says(peer, { type: 'refresh', token: 't' });
      await new Promise((resolve) => setImmediate(resolve));
      now += 5_000;
      return applicant(peer).identity.expiresAt;
    };
    assert.equal(await refresh(async () => ({ ...identity('eve'), expiresAt: before + 1 })), before);
    assert.equal(await refresh(async () => ({ ...identity('ann'), role: 'observer', expiresAt: before + 2 })), before);
    assert.equal(await refresh(() => Promise.reject(new Error('bad'))), before);
    assert.equal(await refresh(async () => ({ ...identity('ann', 'Other'), expiresAt: before + 4 })), before + 4);
    assert.equal(applicant(peer).identity.name, 'ann', 'the name stays');
    assert.equal(peer.closed, null);
  });

  it('has only some of their tokens verified', async () => {
    let looked = 0;
    verify = async () => identity('ann', String(++looked));
    const peer = enter('ann');
    says(peer, { type: 'refresh', token: 't' });
    says(peer, { type: 'refresh', token: 't' });
    assert.equal(looked, 1);
  });

  it('waits through hibernation of the room, without a new announcement', () => {
    const peer = enter('ann');
    const { state } = peer;
    assert.ok(state && 'waits' in state);
    told = [];
    lobby.leave(applicant(peer));
    told = [];
    lobby.resume(peer, state);
    assert.deepEqual([lobby.of('ann').length, told, peer.heard], [1, [], ['wait']]);
  });

  it('is disconnected by person, by connection or all at once', () => {
    const [ann, bob] = [enter('ann'), enter('bob')];
    const gone = applicant(ann);
    lobby.turnAwayWhere(CLOSE.forbidden, 'No.', ({ person }) => person === 'ann');
    assert.deepEqual([ann.closed, bob.closed], [[CLOSE.forbidden, 'No.'], null]);
    ann.closed = null;
    lobby.turnAway(gone, CLOSE.gone, 'Again.');
    assert.equal(ann.closed, null, 'is not here any more');
    assert.equal(lobby.leave(gone), false);
  });
});
