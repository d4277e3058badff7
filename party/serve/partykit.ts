/** `code-room/party`: all that the tag needs of a server, on PartyKit's engine. `export { default } from 'code-room/party'` is a whole server. */
import type * as Party from 'partykit/server';
import Rooms, { OPEN_BY_DEFAULT, roomDirectory } from '../partykit.js';
import { createRoomSite } from './room-site.js';

let site: ReturnType<typeof createRoomSite> | undefined;

/** Answers API (`/api/…`, `/openapi.json`, `/healthz`) and sandbox (`/sandbox`), in your own `static onFetch`; null for all other addresses, which are your own. Sockets do not come this way. */
export function serveRooms(
  request: Party.Request,
  { env, parties }: Party.FetchLobby,
): Response | Promise<Response> | null {
  site ??= createRoomSite({ env, rooms: roomDirectory(env, parties), openByDefault: OPEN_BY_DEFAULT });
  return site(request as unknown as Request);
}

/** Its type names nothing that only this package has. */
const Base = Rooms as unknown as new (room: Party.Room) => Party.Server;

/** The main party of partykit.json. Files, such as those that `code-room assets` copies, are served by the engine before it. */
export default class RoomServer extends Base {
  static onFetch(request: Party.Request, lobby: Party.FetchLobby): Response | Promise<Response> {
    return serveRooms(request, lobby) ?? new Response('There is nothing at this address.', { status: 404 });
  }
}
