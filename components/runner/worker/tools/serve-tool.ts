// The worker of a tool: has its files once, then answers one request after the other.
import type { RuntimeFiles, ToolAnswer, ToolOrder } from '../../messages.js';

const scope = globalThis as unknown as {
  postMessage(answer: ToolAnswer): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToolOrder>) => void): void;
};

type Work = (request: unknown) => unknown;

/** `start` gets the files of the tool and gives what answers requests. What goes wrong is told as a sentence. */
export function serveTool(start: (files: RuntimeFiles) => Work | Promise<Work>): void {
  let work: Promise<Work> = Promise.reject(new Error('The tool has not begun.'));
  work.catch(() => undefined);
  scope.addEventListener('message', ({ data }) => {
    if (data.type === 'boot') {
      work = Promise.resolve(start(data.files));
      // Whoever asks hears of it.
      work.catch(() => undefined);
    } else if (data.type === 'ask') void answer(data.id, data.request);
  });

  async function answer(id: number, request: unknown): Promise<void> {
    try {
      const value = await (await work)(request);
      scope.postMessage({ id, value });
    } catch (error) {
      scope.postMessage({ id, sentence: error instanceof Error ? error.message : String(error) });
    }
  }
}
