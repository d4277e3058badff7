/** Handshakes: connections that have not authenticated yet; each has a few seconds to do so. */
import { AccessDenied, type Identity, personId } from '../access/tokens.js';
import type { Peer } from '../engine/platform.js';
import { TokenBucket } from '../rate/token-bucket.js';
import type { Handshaking } from '../room/connections.js';
import { isRoomId } from '../shared/clean-names.js';
import { CLOSE } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import type { Hello } from '../shared/wire/client-message.js';
import { GONE } from '../storage/room-record.js';
import { ensureRoom } from './ensure-room.js';
import type { RoomLife } from './existence.js';
import { TurnedAway } from './hello.js';

export class Handshakes {
  readonly #strangers: TokenBucket;

  constructor(private readonly life: RoomLife) {
    const { settings, clock } = life;
    const { strangersPerSecond, strangerBurst } = settings.limits;
    this.#strangers = new TokenBucket(strangersPerSecond, strangerBurst, clock.now());
  }

  connect(peer: Peer): void {
    const { clock, settings, connections } = this.life;
    const { silentConnections, silentPerAddress } = settings.limits;
    const silent = connections.peersIn('handshaking');
    const near = peer.address ? silent.filter(({ address }) => address === peer.address) : [];
    if (silent.length >= silentConnections || near.length >= silentPerAddress)
      return peer.close(CLOSE.flood, sentenceFor('many-arrivals'));
    const cancelTimeout = clock.after(settings.limits.helloMs, () => {
      // A hello that has come waits for the room, not for its sender.
      if (handshake.heard) this.#turnAway(peer, CLOSE.tryAgain, sentenceFor('not-loaded'));
      else this.#turnAway(peer, CLOSE.helloTimeout, sentenceFor('no-hello'));
    });
    const handshake: Handshaking = { phase: 'handshaking', cancelTimeout, heard: false };
    connections.set(peer, handshake);
  }

  /** Handles the first frame. A second frame before the answer is a protocol error. */
  receive(peer: Peer, handshake: Handshaking, hello: Hello | TurnedAway): void {
    if (handshake.heard) return this.#turnAway(peer, CLOSE.malformed, sentenceFor('hello-unanswered'));
    handshake.heard = true;
    if (hello instanceof TurnedAway) this.#turnAway(peer, hello.code, hello.message);
    else void this.#answer(peer, hello);
  }

  /** False when the peer had no handshake in progress. */
  leave(peer: Peer): boolean {
    const handshake = this.life.connections.find(peer, 'handshaking');
    if (!handshake) return false;
    handshake.cancelTimeout();
    this.life.connections.delete(peer);
    return true;
  }

  async #answer(peer: Peer, hello: Hello): Promise<void> {
    try {
      const identity = await this.#identify(hello);
      if (!(await this.life.decideAdmission(peer, identity, hello))) throw new TurnedAway(CLOSE.gone, GONE.deleted);
    } catch (error) {
      if (error instanceof TurnedAway) this.#turnAway(peer, error.code, error.message);
      else if (error instanceof AccessDenied) this.#turnAway(peer, CLOSE.unauthorized, error.message);
      else {
        this.#turnAway(peer, CLOSE.tryAgain, sentenceFor('not-loaded'));
        this.life.settings.reportError(error);
      }
    }
  }

  async #identify(hello: Hello): Promise<Identity> {
    const { life } = this;
    if (!isRoomId(life.id)) throw new TurnedAway(CLOSE.unknownRoom, sentenceFor('no-room'));
    if (!(await this.#mayAsk(hello))) throw new TurnedAway(CLOSE.flood, sentenceFor('many-arrivals'));
    const { existence, proven } = await ensureRoom(life, hello.token);
    if (existence.kind === 'kept' && existence.room.record.kind !== 'open') {
      if (hello.token === '') throw new AccessDenied(sentenceFor('link-needed'));
      return life.verify(existence.room.record, hello.token, proven);
    }
    if (existence.kind === 'gone') throw new TurnedAway(CLOSE.gone, GONE[existence.tombstone.reason]);
    if (hello.token !== '') throw new TurnedAway(CLOSE.unknownRoom, sentenceFor('no-room'));
    return this.#guest(hello, existence.kind !== 'kept');
  }

  /** Verifying a hello costs something: a flood of newcomers must not delay returning people. */
  async #mayAsk({ resume }: Hello): Promise<boolean> {
    const existence = await this.life.exist();
    if (existence.kind === 'kept' && existence.room.replicas.knows(resume)) return true;
    return this.#strangers.take(1, this.life.clock.now());
  }

  /** In an open room everybody is a candidate. */
  async #guest(hello: Hello, unopened: boolean): Promise<Identity> {
    const { id, settings } = this.life;
    if (!settings.openRooms) throw new TurnedAway(CLOSE.forbidden, sentenceFor('link-or-token-needed'));
    if (unopened) await this.life.make({ kind: 'open', retentionMs: settings.limits.retentionMs });
    // Somebody may have made a room of this name meanwhile, which needs a token.
    const existence = await this.life.exist();
    if (existence.kind === 'kept' && existence.room.record.kind !== 'open')
      throw new AccessDenied(sentenceFor('link-needed'));
    const person = await personId(id, hello.personKey || crypto.randomUUID());
    return {
      person,
      role: 'candidate',
      name: '',
      expiresAt: Number.POSITIVE_INFINITY,
      issuedAt: 0,
      iss: '',
      jti: '',
      link: '',
    };
  }

  #turnAway(peer: Peer, code: number, sentence: string): void {
    if (this.leave(peer)) peer.close(code, sentence);
  }
}
