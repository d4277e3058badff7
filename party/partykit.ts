/** Rooms on PartyKit's engine: the thin adapter between its server class and a `TenantRooms`. */
import type * as Party from 'partykit/server';
import type { DeliveredCommand, RoomAnswer, RoomCommand, RoomDirectory } from './commands/command.js';
import { roomSettings } from './config/room-settings.js';
import { countClosed, countOpened } from './engine/connection-count.js';
import { closedSocket, KeyValueStorage, ObjectClock, ObjectPeer } from './engine/durable-object.js';
import { LateFrames } from './engine/late-frames.js';
import { log, report } from './engine/log.js';
import { SendQueue } from './engine/send-queue.js';
import { Gateway, type RoomFiles } from './gateway.js';
import { ADDRESS_HEADER } from './rate/address-throttle.js';
import { floodingAddresses } from './rate/flooding-addresses.js';
import { isRoomId } from './shared/clean-names.js';
import { TenantRooms } from './tenants.js';

/** This engine serves local use. */
export const OPEN_BY_DEFAULT = true;

/** For the last words to leave: answers, and connections that are closed. */
const LET_GO_MS = 100;

export default class RoomServer implements Party.Server {
  readonly #tenants: TenantRooms;
  readonly #peers = new Map<Party.Connection, ObjectPeer>();
  readonly #sendQueue = new SendQueue(() => this.#peers.size);

  readonly #lateFrames: LateFrames;

  constructor(private readonly room: Party.Room) {
    const { storage } = room;
    const settings = roomSettings(room.env, OPEN_BY_DEFAULT, 'partykit');
    this.#lateFrames = new LateFrames(settings.limits);
    this.#tenants = new TenantRooms(
      () => room.id,
      new KeyValueStorage(storage, () => this.#erase()),
      new ObjectClock(storage),
      settings,
    );
  }

  /** This engine leaves what was deleted in its file, which others can mend as soon as this object has let go of it. */
  async #erase(): Promise<boolean> {
    const address = this.room.env.ROOM_FILES;
    if (typeof address !== 'string') return false;
    await fetch(`${address}/${this.room.id}`, { method: 'POST' }).catch(report);
    setTimeout(() => this.#letGo(), LET_GO_MS);
    return false;
  }

  #letGo(): void {
    // Whoever is here is in another room of this name: then the engine lets go when they have left.
    if (this.#peers.size === 0) this.#fallOut('The room is deleted, and lets go of its file.');
  }

  /** Ends this object with all its connections; the next request makes a new one. */
  #fallOut(reason: string): void {
    const fall = async () => {
      throw new Error(reason);
    };
    this.room.blockConcurrencyWhile(fall).catch(() => {
      // Which is what was wanted.
    });
  }

  /** The engine cuts nobody off who does not leave, but with all of the room: the others are back within a second, and lose nothing. */
  #late(address: string | null | undefined): void {
    if (!this.#lateFrames.tooMany()) return;
    floodingAddresses.add(address);
    log('error', 'flood cut off', { room: this.room.id });
    this.#fallOut('Somebody who was sent away does not stop sending.');
  }

  onConnect(connection: Party.Connection, { request }: Party.ConnectionContext): void {
    const peer = new ObjectPeer(connection, this.#sendQueue, undefined, request.headers.get(ADDRESS_HEADER) || null);
    countOpened(this.room.id);
    this.#peers.set(connection, peer);
    // The engine's own `onClose` does not tell the code, which tells a goodbye from a loss.
    connection.addEventListener('close', (event) => {
      this.#peers.delete(connection);
      countClosed(this.room.id);
      this.#tenants.leave(peer, event.code === 1000 || event.code === 1001);
      // This engine leaves the other side's goodbye unanswered otherwise, and its socket half closed.
      peer.close(1000, '');
    });
    this.#tenants.connect(peer);
  }

  onMessage(message: string | ArrayBuffer, connection: Party.Connection): void {
    const peer = this.#peers.get(connection);
    if (!peer || peer.isClosed) return this.#late(peer?.address);
    if (typeof message !== 'string') this.#tenants.receive(peer, new Uint8Array(message));
    else peer.answer(message);
  }

  /** While the handler runs this engine tells nobody the room's name, requests that come meanwhile included: so it ends at once. */
  onAlarm(): void {
    setTimeout(() => void this.#tenants.wake().catch(report), 0);
  }

  /** Only `roomDirectory` comes this way: `onBeforeRequest` keeps everybody else out. */
  async onRequest(request: Party.Request): Promise<Response> {
    return Response.json(await this.#tenants.command((await request.json()) as DeliveredCommand));
  }

  /** A name no room can have makes no object, and costs nothing. */
  static async onBeforeConnect(
    request: Party.Request,
    { id, env, parties }: Party.Lobby,
  ): Promise<Party.Request | Response> {
    const { pathname } = new URL(request.url);
    const exact = pathname === `/parties/main/${id}` || pathname === `/party/${id}`;
    if (!exact || !isRoomId(id)) return new Response('Not found', { status: 404 });
    const gateway = gatewayOf(env, parties);
    const away = await gateway.meet(request, id);
    if (away) return closedSocket(away) as unknown as Response;
    request.headers.set(ADDRESS_HEADER, gateway.addressOf(request) ?? '');
    return request;
  }

  /** Rooms are spoken to over their socket or through the API; from outside there is nothing else here. */
  static onBeforeRequest(): Response {
    return new Response('Not found', { status: 404 });
  }
}

type Parties = Party.FetchLobby['parties'];

/** Reaches the rooms from `static onFetch`; `env` and `parties` are those of its lobby. */
export function roomDirectory(env: Record<string, unknown>, parties: Parties): RoomDirectory {
  return {
    send: <C extends RoomCommand>(room: string, command: C) =>
      gatewayOf(env, parties).send(room, command) as Promise<RoomAnswer<C['type']>>,
  };
}

let gateway: Gateway | undefined;

/** One for all requests, since it counts. */
function gatewayOf(env: Record<string, unknown>, { main }: Parties): Gateway {
  gateway ??= new Gateway(env, OPEN_BY_DEFAULT, roomFiles(env), async (room, command, proven) => {
    if (!main) throw new TypeError('partykit.json names no main party.');
    const response = await main.get(room).fetch({ method: 'POST', body: JSON.stringify({ ...command, proven }) });
    if (!response.ok) throw new Error(`The room did not answer: ${response.status}.`);
    return (await response.json()) as RoomAnswer;
  });
  return gateway;
}

/** Whoever starts the engine may answer for its files, under an address that leads nowhere else (`demo/engine/partykit.mjs`). */
function roomFiles({ ROOM_FILES: address }: Record<string, unknown>): RoomFiles {
  return {
    async has(room) {
      if (typeof address !== 'string') return undefined;
      return (await fetch(`${address}/${room}`)).ok;
    },
    async erased(room) {
      if (typeof address === 'string') await fetch(`${address}/${room}`, { method: 'DELETE' });
    },
  };
}
