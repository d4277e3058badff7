// Pyright's language server, as the build has it: see tools/build.js.
declare module 'pyright-server' {
  /** What the server takes for the global object of its worker. */
  export interface ServerScope {
    name: string;
    postMessage(message: unknown): void;
    /** Set by the server: gets the messages of its editor. */
    onmessage?: (event: { data: unknown }) => void;
    /** For `message`: gets the order to start. */
    addEventListener(type: string, listener: (event: { data: unknown }) => void): void;
    close(): void;
    /** Set as soon as it has been told to start. */
    app?: { createBackgroundAnalysis(): undefined };
  }

  export function startServer(scope: ServerScope): void;
}
