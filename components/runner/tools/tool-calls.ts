// The page's end of the sandbox's tools: each request is answered once, or fails with a sentence.
import type { FrameMessage, PageMessage, Tool } from '../messages.js';
import { RunnerError } from '../runner-error.js';

interface PendingCall {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export class ToolCalls {
  readonly #waiting = new Map<number, PendingCall>();
  #last = 0;

  /** `url`: of the sandbox; there may be none. */
  constructor(
    private readonly url: string,
    private readonly post: (message: PageMessage) => Promise<void>,
  ) {}

  /** Rejects with a `RunnerError`. */
  async call(tool: Tool, request: unknown): Promise<unknown> {
    if (this.url === '' || this.url === 'off')
      throw new RunnerError(
        'This needs a sandbox, and this page has none: set the attribute `runner` to the address of one.',
      );
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      // First: if the frame has gone, all that waits is lost, and this is for another.
      const posted = this.post({ type: 'tool', id, tool, request });
      this.#waiting.set(id, { resolve, reject });
      posted.catch((error: unknown) => {
        if (this.#waiting.delete(id)) reject(error as Error);
      });
    });
  }

  receive(message: Extract<FrameMessage, { type: 'tooled' }>): void {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if ('sentence' in message) waiting?.reject(new RunnerError(message.sentence));
    else waiting?.resolve(message.value);
  }

  /** The frame is gone, and all that was asked of it. */
  lost(): void {
    for (const { reject } of this.#waiting.values()) reject(new RunnerError('The sandbox has gone. Try again.'));
    this.#waiting.clear();
  }
}
