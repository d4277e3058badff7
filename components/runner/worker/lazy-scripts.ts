// Lazy scripts: the parts of a language that few programs need, fetched and evaluated on demand.
import type { RuntimeFiles } from '../messages.js';
import { post, scope } from './scope.js';

declare global {
  /** The script of a part must call it once, synchronously, with its content. */
  function codeRoomPart(part: object): void;
}

interface PendingScript {
  resolve(content: Blob): void;
  reject(error: Error): void;
}

export class LazyScripts {
  readonly #importScripts = scope.importScripts.bind(scope);
  readonly #createUrl = URL.createObjectURL.bind(URL);
  readonly #Blob = Blob;
  readonly #contents = new Map<string, Blob>();
  readonly #waiting = new Map<string, PendingScript>();
  readonly #parts = new Map<string, object>();

  /** `files` are those that are loaded from the start. */
  constructor(files: RuntimeFiles) {
    for (const [name, content] of Object.entries(files)) {
      if (content instanceof ArrayBuffer) this.#contents.set(name, new Blob([content]));
    }
    scope.addEventListener('message', ({ data, isTrusted }) => {
      if (!isTrusted) return;
      if (data.type === 'part') this.#waiting.get(data.name)?.resolve(data.content);
      else if (data.type === 'no-part') this.#waiting.get(data.name)?.reject(new Error(data.sentence));
    });
  }

  /** Rejects with a sentence if the part cannot be loaded. */
  async fetch(name: string): Promise<void> {
    if (this.#contents.has(name)) return;
    const content = new Promise<Blob>((resolve, reject) => {
      this.#waiting.set(name, { resolve, reject });
    });
    post({ type: 'part', name });
    this.#contents.set(name, await content);
  }

  /** The content of a fetched part; `shared` is visible while it is evaluated. */
  use<Part extends object>(name: string, shared: object = {}): Part {
    const part = this.#parts.get(name) ?? this.#run(name, shared);
    this.#parts.set(name, part);
    return part as Part;
  }

  #run(name: string, shared: object): object {
    const content = this.#contents.get(name);
    if (!content) throw new Error(`The part ${name} was not fetched.`);
    let held: object | undefined;
    Reflect.defineProperty(globalThis, 'codeRoomPart', {
      configurable: true,
      value: (part: object) => {
        held = part;
      },
    });
    Reflect.defineProperty(globalThis, 'codeRoomShared', { configurable: true, value: shared });
    try {
      this.runScript(content);
    } finally {
      Reflect.deleteProperty(globalThis, 'codeRoomPart');
      Reflect.deleteProperty(globalThis, 'codeRoomShared');
    }
    if (!held) throw new Error(`The script ${name} is no part.`);
    return held;
  }

  /** Evaluates a classic script and returns its URL. Throws a SyntaxError. */
  runScript(content: Blob): string {
    const blob = new this.#Blob([content], { type: 'text/javascript' });
    const url = this.#createUrl(blob);
    this.#importScripts(url);
    return url;
  }
}
