/** Gateway: rejects requests for which no room needs to be opened. */

import type { Issuer } from './access/issuers.js';
import { foreignOrigin, originRule } from './access/origins.js';
import { AccessDenied, type Identity, issuerOf, verifyIssued } from './access/tokens.js';
import type { CommandRefusal, RoomAnswer, RoomCommand } from './commands/command.js';
import { readSettings } from './config/settings-table.js';
import type { Rejection } from './engine/durable-object.js';
import { log } from './engine/log.js';
import { Openings } from './engine/openings.js';
import { callerAddress } from './rate/address-throttle.js';
import { floodingAddresses } from './rate/flooding-addresses.js';
import { RoomNameThrottle } from './rate/room-name-throttle.js';
import { isRoomId } from './shared/clean-names.js';
import { CLOSE } from './shared/protocol.js';
import { sentenceFor } from './shared/refusals.js';

/** Room files on the engine's disk. An engine creates a file for each room it opens, so this tells whether a room exists without opening it. */
export interface RoomFiles {
  /** Undefined when it cannot be known. */
  has(room: string): Promise<boolean | undefined>;
  /** Resolves when nothing of a deleted room is left in the files, or after a timeout. */
  erased?(room: string): Promise<void>;
}

const CROWDED: CommandRefusal = {
  ok: false,
  status: 429,
  detail: sentenceFor('many-rooms-made'),
};

/** Longer than waiting for a turn and creating a file take. */
const OPENING_MS = 10_000;

/** Different origins that are logged; strangers can invent any number of others. */
const ORIGINS_LOGGED = 100;

export class Gateway {
  readonly #mayCome: ReturnType<typeof originRule>;
  readonly #issuers: readonly Issuer[];
  /** Rooms are created when somebody enters them. */
  readonly #opens: boolean;
  readonly #header: string | undefined;
  /** The operator has said that clients connect without a proxy. */
  readonly #direct: boolean;
  readonly #names = new RoomNameThrottle();
  /** Separate queues for rooms that somebody named and for rooms that somebody may create, so that neither waits for the other. */
  readonly #entered: Openings;
  readonly #made: Openings;
  /** Rooms that are being opened; further requests wait for the same promise, unless it is older than an opening takes. */
  readonly #opening = new Map<string, { opened: Promise<RoomAnswer | null>; since: number }>();
  readonly #refused = new Set<string>();

  /** Throws an Error with a sentence when a setting is invalid. */
  constructor(
    env: Record<string, unknown>,
    openByDefault: boolean,
    private readonly files: RoomFiles,
    /** `proven` is the identity of the command's token if it has been verified. */
    private readonly ask: (room: string, command: RoomCommand, proven?: Identity) => Promise<RoomAnswer>,
  ) {
    const { CODE_ROOM_OPEN: open = openByDefault, ...others } = readSettings(env);
    this.#mayCome = originRule(env, openByDefault);
    this.#issuers = others.CODE_ROOM_ISSUERS;
    this.#opens = open || this.#issuers.length > 0;
    this.#entered = new Openings(others.CODE_ROOM_LIMITS);
    this.#made = new Openings(others.CODE_ROOM_LIMITS);
    this.#header = others.CODE_ROOM_PROXY_HEADER;
    this.#direct = String(env.CODE_ROOM_PROXY_HEADER ?? '').trim() === 'none';
  }

  /** Checks a socket request; null lets it go on to its room. Requests for other rooms never delay a room that exists. */
  async checkSocket(
    request: { url: string; headers: Pick<Headers, 'get'>; cf?: unknown },
    room: string,
  ): Promise<Rejection | null> {
    const address = this.addressOf(request);
    if (floodingAddresses.has(address))
      return { code: CLOSE.flood, sentence: sentenceFor('many-from-address'), refuseUpgrade: true };
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

  /** Null when too many are waiting. */
  #opened(room: string): Promise<RoomAnswer | null> {
    const under = this.#opening.get(room);
    // An engine stops the work of a request whose client has gone away, so that its promise never resolves.
    if (under && Date.now() - under.since < OPENING_MS) return under.opened;
    const opening = { opened: this.#entered.turn(() => this.ask(room, { type: 'exists' })), since: Date.now() };
    this.#opening.set(room, opening);
    return opening.opened.finally(() => {
      if (this.#opening.get(room) === opening) this.#opening.delete(room);
    });
  }

  /** The client's IP address: as the proxy says, or as workerd says where no proxy is configured. Null when unknown. */
  addressOf(request: { headers: Pick<Headers, 'get'>; cf?: unknown }): string | null {
    if (this.#header) return callerAddress(request.headers.get(this.#header));
    const { clientIp } = (request.cf ?? {}) as { clientIp?: unknown };
    if (!this.#direct || typeof clientIp !== 'string') return null;
    return callerAddress(clientIp);
  }

  /** Sends a command to a room, unless it is known without opening the room that it does not exist. */
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

  /** Who creates a missing room with this command, or why nobody may; null when it is created without a token. */
  async #maker(room: string, command: RoomCommand): Promise<Identity | CommandRefusal | null> {
    if (command.type === 'create') return null;
    const token = 'token' in command ? command.token : '';
    const issuer = issuerOf(this.#issuers, token);
    if (!issuer) return { ok: false, status: 404, detail: sentenceFor('no-room-check-link') };
    try {
      // A valid token of a team creates the team's room; an invalid one creates nothing.
      return await verifyIssued(issuer, room, token, Date.now());
    } catch (error) {
      if (error instanceof AccessDenied) return { ok: false, status: 401, detail: error.message };
      throw error;
    }
  }

  /** Logs each disallowed origin once: the operator learns what to set, and the log is not flooded. */
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
