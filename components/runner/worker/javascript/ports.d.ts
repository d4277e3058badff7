// Types of packages without types, and of Node modules that browser sources lack.

declare module 'events/' {
  type Listener = (...values: never[]) => unknown;
  type Name = string | symbol;

  class EventEmitter {
    static EventEmitter: typeof EventEmitter;
    static defaultMaxListeners: number;
    constructor(options?: { captureRejections?: boolean });
    static setMaxListeners(count?: number, ...emitters: EventEmitter[]): void;
    on(name: Name, call: Listener): this;
    prependListener(name: Name, call: Listener): this;
    prependOnceListener(name: Name, call: Listener): this;
    getMaxListeners(): number;
    setMaxListeners(count: number): this;
    addListener(name: Name, call: Listener): this;
    once(name: Name, call: Listener): this;
    off(name: Name, call: Listener): this;
    removeListener(name: Name, call: Listener): this;
    removeAllListeners(name?: Name): this;
    emit(name: Name, ...values: unknown[]): boolean;
    listeners(name: Name): Listener[];
    rawListeners(name: Name): Listener[];
    listenerCount(name: Name): number;
  }

  export { EventEmitter };
  export default EventEmitter;
}

declare module 'buffer/' {
  export class Buffer extends Uint8Array<ArrayBuffer> {
    static from(source: unknown, encoding?: string): Buffer;
    static alloc(size: number, fill?: number): Buffer;
    static concat(parts: readonly Uint8Array[]): Buffer;
    static byteLength(text: string, encoding?: string): number;
    static isEncoding(encoding: string): boolean;
    write(...values: never[]): number;
    override toString(encoding?: string, start?: number, end?: number): string;
  }
  export const SlowBuffer: unknown;
  export const kMaxLength: number;
}

declare module 'string_decoder/' {
  export const StringDecoder: object;
}

declare module 'readable-stream' {
  const stream: object;
  export default stream;
}
