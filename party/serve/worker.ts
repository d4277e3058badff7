/** `code-room/worker`: all that the tag needs of a server, on Cloudflare and plain workerd. `export { default, RoomServer } from 'code-room/worker'` is a whole server. */
import {
  connectRoom as connect,
  OPEN_BY_DEFAULT,
  RoomServer as Rooms,
  roomDirectory,
  type WorkerEnv,
} from '../worker.js';
import { createRoomSite } from './room-site.js';

/** The worker's bindings: the class `RoomServer` as `rooms` (`durable_objects`); settings such as `CODE_ROOM_ORIGINS` are beside it. */
export interface RoomEnv {
  rooms: object;
  [setting: string]: unknown;
}

/** The request's context, as the engine gives it. */
export interface RoomRequestContext {
  abort?(reason?: unknown): void;
}

/** The class of the Durable Object, one for each room. The worker's main module has to export it under this name. */
export const RoomServer = Rooms as unknown as new (context: never, env: never) => object;

/** Answers sockets (`/parties/…`) alone; null for all other addresses. */
export function connectRoom(request: Request, env: RoomEnv, context?: RoomRequestContext): Promise<Response> | null {
  return connect(request, env as WorkerEnv, context);
}

let site: ReturnType<typeof createRoomSite> | undefined;

/** Answers sockets, API (`/api/…`, `/openapi.json`, `/healthz`) and sandbox (`/sandbox`); null for all other addresses, which are your own. */
export function serveRooms(
  request: Request,
  env: RoomEnv,
  context?: RoomRequestContext,
): Response | Promise<Response> | null {
  site ??= createRoomSite({ env, rooms: roomDirectory(env as WorkerEnv), openByDefault: OPEN_BY_DEFAULT });
  return connectRoom(request, env, context) ?? site(request);
}

/** A server of rooms and nothing else; files, such as those that `code-room assets` copies, are served by the engine before it. */
export default {
  fetch: (request: Request, env: RoomEnv, context?: RoomRequestContext): Response | Promise<Response> =>
    serveRooms(request, env, context) ?? new Response('There is nothing at this address.', { status: 404 }),
};
