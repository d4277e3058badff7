// Answers the opaque frame's requests for runtime files, with progress.
import { sleep } from '../../../party/shared/time.js';
import type { Progress } from '../download.js';
import type { FileMessage, FileRequest } from '../messages.js';
import type { FileStore } from './file-store.js';
import type { PackStore } from './pack-store.js';

/** Minimum interval of progress reports. */
const PROGRESS_INTERVAL_MS = 50;

/** `leaving` says how many milliseconds more the page may be on its way to another: browsers abort then what is being fetched. */
export function serveFiles(port: MessagePort, store: FileStore, packs: PackStore, leaving: () => number): void {
  const post = (message: FileMessage, transfer: Transferable[] = []) => port.postMessage(message, transfer);

  async function serve({ request, name, pack }: Extract<FileRequest, { type: 'file' }>): Promise<void> {
    let reportedAt = -PROGRESS_INTERVAL_MS;
    const progress: Progress = (loaded, total) => {
      if (performance.now() - reportedAt < PROGRESS_INTERVAL_MS && loaded < total) return;
      reportedAt = performance.now();
      post({ type: 'progress', request, loaded, total });
    };
    const read = () => (pack ? packs.read(pack, name, progress) : store.read(name, progress));
    try {
      const bytes = await readStaying(read, leaving);
      post({ type: 'file', request, bytes }, [bytes]);
    } catch (error) {
      post({ type: 'missing', request, sentence: error instanceof Error ? error.message : String(error) });
    }
  }

  port.onmessage = ({ data }: MessageEvent<FileRequest>) => {
    if (data.type === 'file') void serve(data);
    else void Promise.all([store.keep(), packs.keep()]);
  };
}

/** What breaks off while the page is being left is not missing: it is read again if the page stays, and else nobody hears of it. */
async function readStaying(read: () => Promise<ArrayBuffer>, leaving: () => number): Promise<ArrayBuffer> {
  for (;;) {
    try {
      return await read();
    } catch (error) {
      const ms = leaving();
      if (ms <= 0) throw error;
      await sleep(ms);
    }
  }
}
