// Answers the opaque frame's requests for runtime files, with the progress of each.
import type { FileMessage, FileRequest } from '../messages.js';
import type { FileStore } from './file-store.js';

/** Progress is for eyes. */
const PROGRESS_INTERVAL_MS = 50;

export function serveFiles(port: MessagePort, store: FileStore): void {
  const post = (message: FileMessage, transfer: Transferable[] = []) => port.postMessage(message, transfer);

  async function serve(name: string): Promise<void> {
    let told = -PROGRESS_INTERVAL_MS;
    try {
      const bytes = await store.read(name, (loaded, total) => {
        if (performance.now() - told < PROGRESS_INTERVAL_MS && loaded < total) return;
        told = performance.now();
        post({ type: 'progress', name, loaded, total });
      });
      post({ type: 'file', name, bytes }, [bytes]);
    } catch (error) {
      post({ type: 'missing', name, sentence: error instanceof Error ? error.message : String(error) });
    }
  }

  port.onmessage = ({ data }: MessageEvent<FileRequest>) =>
    void (data.type === 'file' ? serve(data.name) : store.keep());
}
