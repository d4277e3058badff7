/** The reference host on Cloudflare and on plain workerd: rooms, API and pages in one worker. */
import type { Hono } from 'hono';
import { connectRoom, RoomServer, roomDirectory, roomSettings, type WorkerEnv } from '../../party/worker.js';
import { createHost } from './host.js';

interface HostEnv extends WorkerEnv {
  /** The built site: Cloudflare's assets, or a folder on disk. */
  files: { fetch(request: Request): Promise<Response> };
}

let host: Hono | undefined;

export { RoomServer };

export default {
  fetch(request: Request, env: HostEnv): Response | Promise<Response> {
    const connected = connectRoom(request, env);
    if (connected) return connected;
    host ??= compose(env);
    return host.fetch(request);
  },
};

function compose(env: HostEnv): Hono {
  const readFile = async (path: string) => {
    const response = await env.files.fetch(new Request(`https://files${path}`));
    return response.ok ? response : null;
  };
  return createHost({ env, rooms: roomDirectory(env), settings: roomSettings(env), readFile });
}
