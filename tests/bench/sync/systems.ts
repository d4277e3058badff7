/** The room servers that are compared, each started anew for a measurement. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import WebSocket from 'ws';
import { startEngine } from '../../../demo/engine/engine.mjs';
import { sleep } from '../../../party/shared/time.js';
import { systemsFolder } from '../compared-systems.mjs';
import { end, firstLine, freePort, launch } from './processes.js';

/** What a client of the system speaks. */
export type Speech = 'frames' | 'room' | 'yjs';

export interface RunningSystem {
  /** Where the room of that name is reached. */
  address(room: string): string;
  /** Of the server's process. */
  pid: number;
  stop(): Promise<void>;
}

export interface System {
  name: string;
  speech: Speech;
  start(): Promise<RunningSystem>;
}

const modules = resolve(systemsFolder, 'node_modules');

export const rawSockets: System = {
  name: 'raw ws',
  speech: 'frames',
  async start() {
    const child = launch(process.execPath, ['tests/bench/sync/relay.mjs']);
    const port = await firstLine(child);
    return { address: (room) => `ws://127.0.0.1:${port}/${room}`, pid: child.pid ?? 0, stop: () => end(child) };
  },
};

/** Something on one of our engines, its state on disk. */
function onEngine(name: string, speech: Speech, engine: 'partykit' | 'workerd', main: string): System {
  return {
    name,
    speech,
    async start() {
      const state = await mkdtemp(join(tmpdir(), 'code-room-bench-'));
      const vars = { CODE_ROOM_OPEN: '1' };
      const running = await startEngine({ engine, main, assets: 'dist/site', state, vars, log: () => undefined });
      return {
        address: (room) => `${running.url.replace('http', 'ws')}/parties/main/${room}`,
        pid: running.pid,
        async stop() {
          await running.kill();
          await rm(state, { recursive: true, force: true });
        },
      };
    },
  };
}

/** The floor of an engine: nothing that runs there can be quicker. */
const engineAlone = onEngine("PartyKit's engine alone", 'frames', 'partykit', 'tests/bench/sync/partykit-relay.ts');
// The limits that keep floods out are lifted: this is one.
export const codeRoom = onEngine('code-room', 'room', 'partykit', 'tests/bench/sync/partykit-host.ts');
export const codeRoomOnWorkerd = onEngine(
  'code-room on workerd',
  'room',
  'workerd',
  'tests/bench/sync/workerd-host.ts',
);

/** The reference server of Yjs, on Node, keeping documents in memory. */
export const yWebsocket: System = {
  name: 'y-websocket',
  speech: 'yjs',
  async start() {
    const port = await freePort();
    const child = launch(process.execPath, [join(modules, 'y-websocket/bin/server.cjs')], {
      HOST: '127.0.0.1',
      PORT: String(port),
    });
    const address = (room: string) => `ws://127.0.0.1:${port}/${room}`;
    await reachable(address('probe'));
    return { address, pid: child.pid ?? 0, stop: () => end(child) };
  },
};

/** Yjs on PartyServer, on plain workerd, without saving. */
export const yPartyserver: System = {
  name: 'y-partyserver',
  speech: 'yjs',
  async start() {
    const folder = await mkdtemp(join(tmpdir(), 'y-partyserver-'));
    await build({
      stdin: { contents: yPartyserverSource, resolveDir: resolve(systemsFolder) },
      bundle: true,
      outfile: join(folder, 'worker.js'),
      format: 'esm',
      target: 'es2022',
      conditions: ['workerd', 'worker'],
      external: ['cloudflare:*', 'node:*'],
      logLevel: 'silent',
    });
    const port = await freePort();
    await writeFile(join(folder, 'config.capnp'), yPartyserverConfig(port));
    // Its own starter script would be the process that is watched and ended, instead of the engine.
    const { default: workerd } = createRequire(import.meta.url)('workerd') as { default: string };
    const child = launch(workerd, ['serve', join(folder, 'config.capnp')]);
    const address = (room: string) => `ws://127.0.0.1:${port}/parties/main/${room}`;
    await reachable(address('probe'));
    return {
      address,
      pid: child.pid ?? 0,
      async stop() {
        await end(child);
        await rm(folder, { recursive: true, force: true });
      },
    };
  },
};

const yPartyserverSource = `
  import { routePartykitRequest } from 'partyserver';
  export { YServer } from 'y-partyserver';
  export default {
    fetch: async (request, env) => (await routePartykitRequest(request, env)) ?? new Response('', { status: 404 }),
  };`;

const yPartyserverConfig = (port: number) => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker), (name = "disk", disk = (path = "/tmp", writable = true))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
);
const worker :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.js")],
  compatibilityDate = "2026-01-01",
  compatibilityFlags = ["nodejs_compat"],
  durableObjectNamespaces = [(className = "YServer", uniqueKey = "y", enableSql = true)],
  durableObjectStorage = (inMemory = void),
  bindings = [(name = "main", durableObjectNamespace = "YServer")]
);
`;

async function reachable(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const socket = new WebSocket(address);
    const open = await new Promise<boolean>((resolve) => {
      socket.once('open', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.terminate();
    if (open) return;
    await sleep(50);
  }
  throw new Error(`${address} did not answer within 5 seconds.`);
}

export const systems: readonly System[] = [
  rawSockets,
  engineAlone,
  codeRoom,
  codeRoomOnWorkerd,
  yWebsocket,
  yPartyserver,
];
