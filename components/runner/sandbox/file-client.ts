// The frame's side of the file service: requests files from the loader, because the frame has no network.
import type { FileMessage, FileRequest, PackAddress } from '../messages.js';

interface PendingFile {
  progress(loaded: number, total: number): void;
  resolve(bytes: ArrayBuffer): void;
  reject(error: Error): void;
}

export class FileClient {
  readonly #waiting = new Map<number, PendingFile>();
  #requests = 0;

  constructor(private readonly port: MessagePort) {
    port.onmessage = ({ data }: MessageEvent<FileMessage>) => this.#receive(data);
  }

  /** A file that the sandbox was built with, or one of a pack. Rejects with a sentence if it cannot be loaded; the next call retries. */
  read(name: string, progress: PendingFile['progress'], pack?: PackAddress): Promise<ArrayBuffer> {
    this.#requests += 1;
    const request = this.#requests;
    return new Promise((resolve, reject) => {
      this.#waiting.set(request, { progress, resolve, reject });
      this.port.postMessage({ type: 'file', request, name, ...(pack && { pack }) } satisfies FileRequest);
    });
  }

  /** Tells the loader that nobody is waiting for files, so it has time to write its cache. */
  writeCache(): void {
    this.port.postMessage({ type: 'write-cache' } satisfies FileRequest);
  }

  #receive(message: FileMessage): void {
    const waiting = this.#waiting.get(message.request);
    if (message.type === 'progress') {
      waiting?.progress(message.loaded, message.total);
      return;
    }
    this.#waiting.delete(message.request);
    if (message.type === 'file') waiting?.resolve(message.bytes);
    else waiting?.reject(new Error(message.sentence));
  }
}
