/** Rooms on PartyKit's engine: a thin adapter between its server class and `TenantRooms`. */
import type * as Party from 'partykit/server';
import type { DeliveredCommand, RoomAnswer, RoomCommand, RoomDirectory } from './commands/command.js';
import { roomSettings } from './config/room-settings.js';
import { countClosed, countCutOff, countOpened } from './engine/connection-count.js';
import { closedSocket, KeyValueStorage, ObjectClock, ObjectPeer } from './engine/durable-object.js';
import { LateFrames } from './engine/late-frames.js';
import { log, ROOM_PREFIX, reportError } from './engine/log.js';
import { SendQueue } from './engine/send-queue.js';
import { Gateway, type RoomFiles } from './gateway.js';
import { ADDRESS_HEADER } from './rate/address-throttle.js';
import { floodingAddresses } from './rate/flooding-addresses.js';
import { isRoomId } from './shared/clean-names.js';
import { TenantRooms } from './tenants.js';

/** This engine serves local use, so rooms are open by default. */
export const OPEN_BY_DEFAULT = true;

/** Time for the last answers and close frames to leave. */
const RELEASE_FILE_MS = 100;

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

  /** This engine leaves deleted data in its file. The host can clean the file as soon as this object has released it. */
  async #erase(): Promise<boolean> {
    const address = this.room.env.ROOM_FILES;
    if (typeof address !== 'string') return false;
    await fetch(`${address}/${this.room.id}`, { method: 'POST' }).catch(reportError);
    setTimeout(() => this.#releaseFile(), RELEASE_FILE_MS);
    return false;
  }

  #releaseFile(): void {
    // Connected people are in another tenant's room of this name: then the engine releases the file when they have left.
    if (this.#peers.size === 0) this.#endObject('The room is deleted, and lets go of its file.');
  }

  /** Ends this object with all its connections; the next request creates a new one. */
  #endObject(reason: string): void {
    countCutOff(this.room.id);
    const fall = async () => {
      throw new Error(reason);
    };
    this.room.blockConcurrencyWhile(fall).catch(() => {
      // Which is what was wanted.
    });
  }

  /** The engine cannot cut off one connection, only all of the object: the others reconnect within a second and lose nothing. */
  #countLateFrame(address: string | null | undefined): void {
    if (!this.#lateFrames.tooMany()) return;
    floodingAddresses.add(address);
    log('error', 'flood cut off', { room: this.room.id.slice(0, ROOM_PREFIX) });
    this.#endObject('Somebody who was sent away does not stop sending.');
  }

  onConnect(connection: Party.Connection, { request }: Party.ConnectionContext): void {
    const peer = new ObjectPeer(connection, this.#sendQueue, undefined, request.headers.get(ADDRESS_HEADER) || null);
    countOpened(this.room.id);
    this.#peers.set(connection, peer);
    // The engine's own `onClose` has no close code, which is needed to tell a goodbye from a lost connection.
    connection.addEventListener('close', (event) => {
      this.#peers.delete(connection);
      countClosed(this.room.id);
      this.#tenants.leave(peer, event.code === 1000 || event.code === 1001);
      // Otherwise this engine does not answer the client's close frame, and the socket stays half closed.
      peer.close(1000, '');
    });
    this.#tenants.connect(peer);
  }

  onMessage(message: string | ArrayBuffer, connection: Party.Connection): void {
    const peer = this.#peers.get(connection);
    if (!peer || peer.isClosed) return this.#countLateFrame(peer?.address);
    if (typeof message !== 'string') this.#tenants.receive(peer, new Uint8Array(message));
    else peer.answer(message);
  }

  /** While this handler runs, the engine tells no request the room's name; so it returns at once and works in the background. */
  onAlarm(): void {
    setTimeout(() => void this.#tenants.wake().catch(reportError), 0);
  }

  /** Only `roomDirectory` gets here: `onBeforeRequest` rejects everybody else. */
  async onRequest(request: Party.Request): Promise<Response> {
    return Response.json(await this.#tenants.command((await request.json()) as DeliveredCommand));
  }

  /** A name that no room can have creates no object, and costs nothing. */
  static async onBeforeConnect(
    request: Party.Request,
    { id, env, parties }: Party.Lobby,
  ): Promise<Party.Request | Response> {
    const { pathname } = new URL(request.url);
    const exact = pathname === `/parties/main/${id}` || pathname === `/party/${id}`;
    if (!exact || !isRoomId(id)) return new Response('Not found', { status: 404 });
    const gateway = gatewayOf(env, parties);
    const away = await gateway.checkSocket(request, id);
    if (away) return closedSocket(away) as unknown as Response;
    request.headers.set(ADDRESS_HEADER, gateway.addressOf(request) ?? '');
    return request;
  }

  /** Rooms are reached over their socket or through the API; other requests from outside are rejected. */
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

/** One gateway for all requests, because it counts them. */
function gatewayOf(env: Record<string, unknown>, { main }: Parties): Gateway {
  gateway ??= new Gateway(env, OPEN_BY_DEFAULT, roomFiles(env), async (room, command, proven) => {
    if (!main) throw new TypeError('partykit.json names no main party.');
    const response = await main.get(room).fetch({ method: 'POST', body: JSON.stringify({ ...command, proven }) });
    if (!response.ok) throw new Error(`The room did not answer: ${response.status}.`);
    return (await response.json()) as RoomAnswer;
  });
  return gateway;
}

/** The host that starts the engine may answer for its room files, at an address that only it serves (`demo/engine/partykit.mjs`). */
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
