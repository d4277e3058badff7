/** The few types of Cloudflare's runtime that PartyServer needs. All of them would shadow the DOM's types. */

declare module 'cloudflare:workers' {
  export abstract class DurableObject<Env = unknown> {
    protected ctx: DurableObjectState;
    protected env: Env;
    constructor(ctx: DurableObjectState, env: Env);
  }
}

declare namespace Cloudflare {
  type Env = object;
}

interface DurableObjectState {
  id: { name?: string };
  storage: import('./durable-object.js').ObjectStorage;
  getWebSocketAutoResponseTimestamp(socket: WebSocket): Date | null;
  setWebSocketAutoResponse(pair: WebSocketRequestResponsePair): void;
  abort(reason: string): void;
}

interface DurableObjectNamespace<_Server = unknown> {
  idFromName(name: string): object;
  get(id: object): { fetch(request: Request): Promise<Response> };
}

declare class WebSocketPair {
  0: WebSocket;
  1: WebSocket & { accept(): void };
}

interface ResponseInit {
  webSocket?: WebSocket;
}

declare class WebSocketRequestResponsePair {
  constructor(request: string, response: string);
}

type DurableObjectStub<_Server = unknown> = ReturnType<DurableObjectNamespace['get']>;
type DurableObjectJurisdiction = string;
type DurableObjectLocationHint = string;
