// The worker's global scope, captured before the program can change it.
import type { WorkerMessage, WorkerOrder } from '../messages.js';

/** The part of a dedicated worker's scope that is used; the page's types only know windows. */
interface WorkerScope {
  postMessage(message: WorkerMessage): void;
  importScripts(url: string): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<WorkerOrder>) => void): void;
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
  addEventListener(
    type: 'unhandledrejection' | 'rejectionhandled',
    listener: (event: PromiseRejectionEvent) => void,
  ): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent<WorkerOrder>) => void): void;
}

export const scope = globalThis as unknown as WorkerScope;

/** The only way out. Bound, so that a program that replaces prototypes cannot intercept a call. */
export const post: WorkerScope['postMessage'] = scope.postMessage.bind(scope);
