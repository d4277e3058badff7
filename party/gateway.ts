/** Stands before the rooms of a server, in whatever takes its requests: turns away at once what no room need be opened for. */

import type { Issuer } from './access/issuers.js';
import { foreignOrigin, originRule } from './access/origins.js';
import { AccessDenied, type Identity, issuerOf, verifyIssued } from './access/tokens.js';
import type { RoomAnswer, RoomCommand, RoomRefusal } from './commands/command.js';
import { readDeployment } from './config/settings-table.js';
import type { TurnedAway } from './engine/durable-object.js';
import { log } from './engine/log.js';
import { Openings } from './engine/openings.js';
import { callerAddress } from './rate/address-throttle.js';
import { floodingAddresses } from './rate/flooding-addresses.js';
import { NewRoomThrottle } from './rate/new-room-throttle.js';
import { isRoomId } from './shared/clean-names.js';
import { CLOSE } from './shared/protocol.js';
import { sentenceFor } from './shared/refusals.js';

/** What lies on the engine's disk. An engine makes a file for each room that is opened, there or not: this tells without opening. */
export interface RoomFiles {
  /** Undefined: nobody can tell. */
  has(room: string): Promise<boolean | undefined>;
  /** Comes back when nothing of a deleted room is left in them, or when that takes too long. */
  erased?(room: string): Promise<void>;
}

const CROWDED: RoomRefusal = {
  ok: false,
  status: 429,
  detail: sentenceFor('many-rooms-made'),
};

/** Different origins that are logged; strangers can make up others without end. */
const ORIGINS_LOGGED = 100;

export class Gateway {
  readonly #mayCome: ReturnType<typeof originRule>;
  readonly #issuers: readonly Issuer[];
  /** Rooms come into being by being entered. */
  readonly #opens: boolean;
  readonly #header: string | undefined;
  /** Whoever runs the server has said that callers reach it without a proxy. */
  readonly #direct: boolean;
  readonly #names = new NewRoomThrottle();
  /** Rooms that somebody has named, and those that somebody may make: neither waits for the others. */
  readonly #entered: Openings;
  readonly #made: Openings;
  /** Rooms that are being opened: whoever comes meanwhile waits for the same. */
  readonly #opening = new Map<string, Promise<RoomAnswer | null>>();
  readonly #refused = new Set<string>();

  /** Throws an Error with a sentence when a setting makes no sense. */
  constructor(
    env: Record<string, unknown>,
    openByDefault: boolean,
    private readonly files: RoomFiles,
    /** `proven`: whose the command's token is, if that has been found. */
    private readonly ask: (room: string, command: RoomCommand, proven?: Identity) => Promise<RoomAnswer>,
  ) {
    const { CODE_ROOM_OPEN: open = openByDefault, ...others } = readDeployment(env);
    this.#mayCome = originRule(env, openByDefault);
    this.#issuers = others.CODE_ROOM_ISSUERS;
    this.#opens = open || this.#issuers.length > 0;
    this.#entered = new Openings(others.CODE_ROOM_LIMITS);
    this.#made = new Openings(others.CODE_ROOM_LIMITS);
    this.#header = others.CODE_ROOM_PROXY_HEADER;
    this.#direct = String(env.CODE_ROOM_PROXY_HEADER ?? '').trim() === 'none';
  }

  /** Null when a socket may go on to its room. A room that is there is never held up by what others ask for. */
  async meet(
    request: { url: string; headers: Pick<Headers, 'get'>; cf?: unknown },
    room: string,
  ): Promise<TurnedAway | null> {
    const address = this.addressOf(request);
    if (floodingAddresses.has(address))
      return { code: CLOSE.flood, sentence: sentenceFor('many-from-address'), unheard: true };
    if (!isRoomId(room)) return { code: CLOSE.unknownRoom, sentence: sentenceFor('no-room') };
    const origin = request.headers.get('Origin');
    if (!this.#mayCome(origin, request.url)) {
      this.#note(origin ?? '');
      return { code: CLOSE.forbidden, sentence: foreignOrigin(origin) };
    }
    const there = await this.files.has(room);
    if (there) return null;
    if (there === false && !this.#opens)
      return { code: CLOSE.forbidden, sentence: sentenceFor('no-room-without-link') };
    if (this.#names.ask(room, address) > 0) {
      if (there === undefined && (await this.ask(room, { type: 'exists' })).ok) return null;
      return { code: CLOSE.tryAgain, sentence: sentenceFor('many-new-from-address') };
    }
    if (there === undefined || (await this.#opened(room))) return null;
    return { code: CLOSE.tryAgain, sentence: sentenceFor('many-new-rooms') };
  }

  /** Null: too many wait for it. */
  #opened(room: string): Promise<RoomAnswer | null> {
    const under = this.#opening.get(room);
    if (under) return under;
    const opened = this.#entered.turn(() => this.ask(room, { type: 'exists' }));
    this.#opening.set(room, opened);
    return opened.finally(() => this.#opening.delete(room));
  }

  /** Where a request comes from: as the proxy says, or, where it is said that there is none, plain workerd. Null: nobody says. */
  addressOf(request: { headers: Pick<Headers, 'get'>; cf?: unknown }): string | null {
    if (this.#header) return callerAddress(request.headers.get(this.#header));
    const { clientIp } = (request.cf ?? {}) as { clientIp?: unknown };
    if (!this.#direct || typeof clientIp !== 'string') return null;
    return callerAddress(clientIp.replace(/^([\d.]+):\d+$/, '$1'));
  }

  /** Asks a room, unless it is plain without opening it that there is none. */
  async send(room: string, command: RoomCommand): Promise<RoomAnswer> {
    if ((await this.files.has(room)) === false) {
      const maker = await this.#maker(room, command);
      if (maker && 'ok' in maker) return maker;
      return (await this.#made.turn(() => this.ask(room, command, maker ?? undefined))) ?? CROWDED;
    }
    const answer = await this.ask(room, command);
    if (answer.ok && command.type === 'delete') await this.files.erased?.(room);
    return answer;
  }

  /** Who makes a room that is not there by asking this of it, or why nobody does; null: it is made without a token. */
  async #maker(room: string, command: RoomCommand): Promise<Identity | RoomRefusal | null> {
    if (command.type === 'create') return null;
    const token = 'token' in command ? command.token : '';
    const issuer = issuerOf(this.#issuers, token);
    if (!issuer) return { ok: false, status: 404, detail: sentenceFor('no-room-check-link') };
    try {
      // A team's good token makes its room; a bad one makes nothing.
      return await verifyIssued(issuer, room, token, Date.now());
    } catch (error) {
      if (error instanceof AccessDenied) return { ok: false, status: 401, detail: error.message };
      throw error;
    }
  }

  /** Once for each: whoever runs the server learns what to set, and no log is flooded. */
  #note(origin: string): void {
    if (this.#refused.has(origin) || this.#refused.size >= ORIGINS_LOGGED) return;
    this.#refused.add(origin);
    log('error', 'origin refused', {
      origin: origin.slice(0, 200),
      change:
        origin === 'null'
          ? 'It is a frame whose sandbox lacks allow-same-origin, or a file opened from a disk: nothing here lets it in.'
          : 'Add it to CODE_ROOM_ORIGINS to let its pages in.',
    });
  }
}
