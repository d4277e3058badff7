/** The reference host on PartyKit's engine: rooms, API and pages in one worker. */
import type { Hono } from 'hono';
import type * as Party from 'partykit/server';
import { createApi } from '../../party/api.js';
import RoomServer, { roomDirectory, roomSettings } from '../../party/partykit.js';
import { sandboxResponse } from '../../party/sandbox.js';
import { siteSettings } from './settings.js';
import { createSite } from './site.js';

/** One for all requests: it counts who makes how many rooms. */
let site: Hono | undefined;

export default class Host extends RoomServer {
  static onFetch(request: Party.Request, lobby: Party.FetchLobby): Response | Promise<Response> {
    site ??= compose(lobby);
    return site.fetch(request as unknown as Request) as Response | Promise<Response>;
  }
}

function compose({ env, parties, assets }: Party.FetchLobby): Hono {
  const { makers, url, ...settings } = siteSettings(env);
  const rooms = roomDirectory(parties);
  // The engine's log is where whoever runs the server looks, and the only place this engine shows errors in.
  const { error: report } = console;
  const api = createApi({ rooms, makers, url, ...settings, report });
  const sandbox = async () => {
    const page = await assets.fetch('/sandbox/index.html');
    return page ? sandboxResponse(await page.text()) : new Response('The sandbox is not built.', { status: 404 });
  };
  return createSite({ api, rooms, sandbox, url, open: roomSettings(env).openRooms, needsKey: !!makers, report });
}
