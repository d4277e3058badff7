/** Rooms on PartyServer, for Cloudflare and plain workerd: a thin adapter between its server class and `TenantRooms`. */
import { type Connection, type ConnectionContext, Server, type WSMessage } from 'partyserver';
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
import { CLOSE, HEARTBEAT } from './shared/protocol.js';
import { TenantRooms } from './tenants.js';

/** These engines serve production, so rooms need a token by default. */
export const OPEN_BY_DEFAULT = false;

/** The bindings of wrangler.jsonc; settings are beside them. */
export interface WorkerEnv {
  rooms: DurableObjectNamespace;
  /** On plain workerd: the folder with one file per room. */
  roomFiles?: { fetch(request: Request): Promise<Response> };
  /** The folder that records when each room was deleted, so that no backup restores it. */
  deletedRooms?: { fetch(request: Request): Promise<Response> };
  [setting: string]: unknown;
}

/** In which PartyServer looks for the room's name where the engine does not tell an object its own, as before 2026. */
const NAME_HEADER = 'x-partykit-room';

const PATH = /^\/parties\/main\/([^/]+)$/;

export class RoomServer extends Server<WorkerEnv> {
  /** Hibernation: the room leaves memory while nobody sends anything, and only connections cost. Not used on PartyKit's engine, where each heartbeat would load the room again. */
  static override options = { hibernate: true };

  readonly #tenants: TenantRooms;
  readonly #peers = new Map<Connection, ObjectPeer>();
  readonly #sendQueue = new SendQueue(() => this.#peers.size);
  readonly #unreadBytes: number;
  readonly #lateFrames: LateFrames;

  constructor(ctx: DurableObjectState, env: WorkerEnv) {
    super(ctx, env);
    const settings = roomSettings(env, OPEN_BY_DEFAULT, 'partyserver');
    this.#unreadBytes = settings.limits.unreadBytes;
    this.#lateFrames = new LateFrames(settings.limits);
    this.#tenants = new TenantRooms(
      () => this.name,
      new KeyValueStorage(ctx.storage, async () => {
        const mark = new Request(`https://files/${ctx.id}.deleted`, { method: 'PUT', body: new Date().toISOString() });
        await env.deletedRooms?.fetch(mark).catch(reportError);
        return true;
      }),
      new ObjectClock(ctx.storage),
      settings,
    );
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(HEARTBEAT.ask, HEARTBEAT.answer));
    for (const connection of this.getConnections()) this.#peers.set(connection, this.#peer(connection));
    this.#tenants.resume(this.#peers.values());
  }

  /** The engine keeps tags with the connection, through hibernation too. */
  override getConnectionTags(_: Connection, { request }: ConnectionContext): string[] {
    const address = request.headers.get(ADDRESS_HEADER);
    return address ? [address] : [];
  }

  override onConnect(connection: Connection): void {
    const peer = this.#peer(connection);
    this.#peers.set(connection, peer);
    countOpened(this.name);
    this.#tenants.connect(peer);
  }

  override onMessage(connection: Connection, message: WSMessage): void {
    const peer = this.#peers.get(connection);
    if (!peer || peer.isClosed) return this.#countLateFrame(connection);
    if (message instanceof ArrayBuffer) this.#tenants.receive(peer, new Uint8Array(message));
    else if (typeof message === 'string') peer.answer(message);
  }

  /** The engine cannot cut off one connection, only all of the object: the others reconnect within a second and lose nothing. */
  #countLateFrame(connection: Connection): void {
    if (!this.#lateFrames.tooMany()) return;
    floodingAddresses.add(addressOf(connection));
    log('error', 'flood cut off', { room: this.name.slice(0, ROOM_PREFIX) });
    countCutOff(this.name);
    this.ctx.abort('Somebody who was sent away does not stop sending.');
  }

  override onClose(connection: Connection, code: number): void {
    this.#left(connection, code === 1000 || code === 1001);
  }

  #left(connection: Connection, goodbye: boolean): void {
    const peer = this.#peers.get(connection);
    if (!peer) return;
    this.#peers.delete(connection);
    countClosed(this.name);
    this.#tenants.leave(peer, goodbye);
  }

  /** The engine answers heartbeats for the room, and remembers when. */
  #peer(connection: Connection): ObjectPeer {
    const answered = () => this.ctx.getWebSocketAutoResponseTimestamp(connection)?.getTime() ?? 0;
    return new ObjectPeer(connection, this.#sendQueue, answered, addressOf(connection), {
      bytes: this.#unreadBytes,
      // Deferred, because this is noticed while the room is sending.
      tooMuch: () => void Promise.resolve().then(() => this.#left(connection, false)),
    });
  }

  override onError(): void {
    // A broken connection: its close event follows, and removes the person from the room.
  }

  override onAlarm(): Promise<void> {
    return this.#tenants.wake();
  }

  /** Only `roomDirectory` gets here: `connectRoom` passes on nothing but sockets. */
  override async onRequest(request: Request): Promise<Response> {
    return Response.json(await this.#tenants.command((await request.json()) as DeliveredCommand));
  }
}

function addressOf({ id, tags }: Connection): string | undefined {
  return tags.find((tag) => tag !== id);
}

/** The part of a request's context that is used: the newest engines can abort the request, with its socket. */
interface RequestContext {
  abort?(reason?: unknown): void;
}

/**
 * Answers requests to `/parties/…`, where rooms are reached over their socket; null for every other path. With the request's
 * `context`, a client that keeps sending after it was disconnected is cut off.
 */
export function connectRoom(request: Request, env: WorkerEnv, context?: RequestContext): Promise<Response> | null {
  const { pathname } = new URL(request.url);
  return pathname.startsWith('/parties/') ? connect(request, env, context) : null;
}

async function connect(request: Request, env: WorkerEnv, context?: RequestContext): Promise<Response> {
  const { origin, pathname } = new URL(request.url);
  const id = PATH.exec(pathname)?.[1];
  const socket = request.headers.get('Upgrade')?.toLowerCase() === 'websocket';
  // A name that no room can have creates no object, and costs nothing.
  if (!socket || !id || !isRoomId(id)) return new Response('Not found', { status: 404 });
  const fault = bindingFault(env);
  if (fault) {
    reportError(new Error(fault));
    return closedSocket({ code: CLOSE.forbidden, sentence: fault });
  }
  const gateway = gatewayOf(env);
  const away = await gateway.checkSocket(request, id);
  if (away)
    return closedSocket(away, () => {
      floodingAddresses.add(gateway.addressOf(request));
      context?.abort?.();
    });
  // The address header and PartyServer's own headers are trusted further on, so those of the client are removed.
  const headers = new Headers([...request.headers].filter(([name]) => !name.startsWith('x-partykit-')));
  headers.set(ADDRESS_HEADER, gateway.addressOf(request) ?? '');
  headers.set(NAME_HEADER, id);
  return stub(env, id).fetch(new Request(origin + pathname, { headers }));
}

export function roomDirectory(env: WorkerEnv): RoomDirectory {
  return {
    send: <C extends RoomCommand>(room: string, command: C) =>
      gatewayOf(env).send(room, command) as Promise<RoomAnswer<C['type']>>,
  };
}

let gateway: Gateway | undefined;

/** One gateway for all requests, because it counts them. */
function gatewayOf(env: WorkerEnv): Gateway {
  gateway ??= new Gateway(env, OPEN_BY_DEFAULT, roomFiles(env), async (room, command, proven) => {
    const fault = bindingFault(env);
    if (fault) throw new Error(fault);
    const body = JSON.stringify({ ...command, proven });
    const request = new Request('https://room/', { method: 'POST', body, headers: { [NAME_HEADER]: room } });
    const response = await stub(env, room).fetch(request);
    if (!response.ok) throw new Error(`The room did not answer: ${response.status}.`);
    return (await response.json()) as RoomAnswer;
  });
  return gateway;
}

/** On Cloudflare there is no such folder, and an object that stores nothing costs nothing. */
function roomFiles(env: WorkerEnv): RoomFiles {
  return {
    async has(room) {
      const { rooms, roomFiles } = env;
      if (!roomFiles || bindingFault(env)) return undefined;
      const url = `https://files/${rooms.idFromName(room)}.sqlite`;
      return (await roomFiles.fetch(new Request(url, { method: 'HEAD' }))).ok;
    },
  };
}

/** Null when the bindings are as this file expects. */
function bindingFault({ rooms }: WorkerEnv): string | null {
  return typeof rooms?.idFromName === 'function'
    ? null
    : 'This server is not set up: its configuration has to bind the class RoomServer as "rooms" (durable_objects).';
}

function stub({ rooms }: WorkerEnv, room: string) {
  return rooms.get(rooms.idFromName(room));
}
