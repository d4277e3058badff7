/** The reference host on PartyKit's engine: rooms, API and pages in one worker. */
import type { Hono } from 'hono';
import type * as Party from 'partykit/server';
import documents from '../../dist/docs.txt';
import questions from '../../dist/questions.txt';
import RoomServer, { OPEN_BY_DEFAULT, roomDirectory } from '../../party/partykit.js';
import { createHost } from './host.js';

let host: Hono | undefined;

export default class Host extends RoomServer {
  static onFetch(request: Party.Request, lobby: Party.FetchLobby): Response | Promise<Response> {
    host ??= compose(lobby);
    return host.fetch(request as unknown as Request) as Response | Promise<Response>;
  }
}

function compose({ env, parties, assets }: Party.FetchLobby): Hono {
  const readFile = async (path: string) => (await assets.fetch(path)) as Response | null;
  return createHost({
    env,
    rooms: roomDirectory(env, parties),
    openByDefault: OPEN_BY_DEFAULT,
    readFile,
    questions,
    documents,
  });
}
