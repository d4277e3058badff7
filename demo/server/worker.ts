/** The reference host on Cloudflare and on plain workerd: rooms, API and pages in one worker. */
import type { Hono } from 'hono';
import documents from '../../dist/docs.txt';
import questions from '../../dist/questions.txt';
import { connectRoom, OPEN_BY_DEFAULT, RoomServer, roomDirectory, type WorkerEnv } from '../../party/worker.js';
import { createHost } from './host.js';
import { createStaticFiles, type StaticFiles } from './static-files.js';

interface HostEnv extends WorkerEnv {
  /** The built site: Cloudflare's assets, or a folder on disk. */
  files: Folder;
  /** On plain workerd: the list of `files`, which only Cloudflare serves itself, and their compressed copies. */
  fileList?: StaticFiles;
  compressedFiles?: Folder;
}

interface Folder {
  fetch(request: Request): Promise<Response>;
}

const EXTENSIONS: Record<string, string> = { br: '.br', gzip: '.gz' };

let host: { site: Hono; files: ReturnType<typeof createStaticFiles> } | undefined;

export { RoomServer };

export default {
  fetch(request: Request, env: HostEnv, context?: Parameters<typeof connectRoom>[2]): Response | Promise<Response> {
    const connected = connectRoom(request, env, context);
    if (connected) return connected;
    host ??= compose(env);
    return host.files(request) ?? host.site.fetch(request);
  },
};

function compose(env: HostEnv) {
  const read = (folder: Folder, path: string) => folder.fetch(new Request(`https://files/${path}`));
  const readFile = async (path: string) => {
    const response = await read(env.files, path.slice(1));
    return response.ok ? response : null;
  };
  const { compressedFiles = env.files, fileList = {} } = env;
  return {
    site: createHost({
      env,
      rooms: roomDirectory(env),
      openByDefault: OPEN_BY_DEFAULT,
      readFile,
      questions,
      documents,
    }),
    files: createStaticFiles(fileList, (name, encoding) =>
      encoding ? read(compressedFiles, name + EXTENSIONS[encoding]) : read(env.files, name),
    ),
  };
}
