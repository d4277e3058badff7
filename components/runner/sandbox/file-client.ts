// The frame's end of the file service: asks the loader for files, since the frame itself has no network.
import type { FileMessage, FileRequest } from '../messages.js';

interface Waiting {
  progress(loaded: number, total: number): void;
  resolve(bytes: ArrayBuffer): void;
  reject(error: Error): void;
}

export class FileClient {
  readonly #waiting = new Map<string, Waiting>();

  constructor(private readonly port: MessagePort) {
    port.onmessage = ({ data }: MessageEvent<FileMessage>) => this.#receive(data);
  }

  /** Rejects with a sentence if the file cannot be had; asking again tries again. */
  read(name: string, progress: Waiting['progress']): Promise<ArrayBuffer> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(name, { progress, resolve, reject });
      this.port.postMessage({ type: 'file', name } satisfies FileRequest);
    });
  }

  /** Says that nobody waits for anything any more. */
  rest(): void {
    this.port.postMessage({ type: 'rest' } satisfies FileRequest);
  }

  #receive(message: FileMessage): void {
    const waiting = this.#waiting.get(message.name);
    if (message.type === 'progress') {
      waiting?.progress(message.loaded, message.total);
      return;
    }
    this.#waiting.delete(message.name);
    if (message.type === 'file') waiting?.resolve(message.bytes);
    else waiting?.reject(new Error(message.sentence));
  }
}
