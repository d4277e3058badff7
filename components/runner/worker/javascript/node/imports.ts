// Lets a program import what Node has: the names of its modules become addresses of small modules that hand them on.
import type { Loop } from '../loop.js';
import type { Import } from '../syntax.js';

type Find = (name: string) => object | undefined;

/** What keeps a module from being linked, and where. */
export interface Unlinked {
  error: Error;
  line: number;
  column: number;
}

/** What `import(…)` asks before it imports, and the small modules ask for what they hand on. */
const ASKED = 'codeRoomImport';
/** What `import.meta` is in a program: engines tell the address, which is nobody's. */
const META = 'codeRoomMeta';
const NAME = /^[A-Za-z_$][\w$]*$/;

export class Imports {
  readonly #addresses = new Map<string, string>();
  /** Of those that are being loaded, what ends the wait for them. */
  readonly #loading = new Map<string, () => void>();

  constructor(
    private readonly found: readonly Import[],
    private readonly find: Find,
    private readonly fileName: string,
    loop: Loop,
  ) {
    if (found.length === 0) return;
    const meta = {
      dirname: '/',
      filename: `/${fileName}`,
      url: `file:///${fileName}`,
      resolve: (name: unknown) => name,
    };
    Reflect.defineProperty(globalThis, META, { value: Object.assign(Object.create(null), meta) });
    Reflect.defineProperty(globalThis, ASKED, {
      value: (name: unknown, loaded: boolean | 'module' = false) => {
        const asked = String(name);
        if (loaded === 'module') return this.find(asked);
        if (loaded) return this.#loading.get(asked)?.();
        const address = this.#address(asked);
        if (!this.#loading.has(address)) {
          loop.count(new Promise<void>((resolve) => this.#loading.set(address, resolve)));
        }
        return address;
      },
    });
  }

  /** It asks for what only a module has. */
  get ofModule(): boolean {
    return this.found.some((each) => each.meta);
  }

  /** The first name that is not here, in Node's words. */
  unlinked(): Unlinked | undefined {
    for (const { name = '', line, column, dynamic, meta, taken } of this.found) {
      if (dynamic || meta) continue;
      const found = this.find(name);
      if (!found) return { error: this.#notFound(name), line, column };
      const lacking = taken.find((each) => each.name !== 'default' && !(each.name in found));
      if (!lacking) continue;
      const message = `The requested module '${name}' does not provide an export named '${lacking.name}'`;
      return { error: new SyntaxError(message), line: lacking.line, column: lacking.column };
    }
    return undefined;
  }

  /** The same lines, with addresses in place of the names. */
  addressed(code: string): string {
    let written = '';
    let at = 0;
    for (const { name = '', start, end, dynamic, meta } of this.found) {
      const source = code.slice(start, end);
      const asked = () => (dynamic ? `${ASKED}(${source})` : `'${this.#address(name)}'`);
      written += code.slice(at, start) + (meta ? META : asked());
      at = end;
    }
    return written + code.slice(at);
  }

  #address(name: string): string {
    const found = this.find(name);
    const known = this.#addresses.get(name);
    if (known !== undefined) return known;
    const text = found ? handing(name, found) : failing(this.#notFound(name));
    const loaded = `globalThis.${ASKED}?.(import.meta.url, true);`;
    const address = URL.createObjectURL(new Blob([loaded, text], { type: 'text/javascript' }));
    this.#addresses.set(name, address);
    return address;
  }

  #notFound(name: string): Error {
    const what = /^[./]/.test(name) || /^\w+:/.test(name) ? 'module' : 'package';
    const error = new Error(`Cannot find ${what} '${name}' imported from ${this.fileName}`);
    return Object.assign(error, { code: 'ERR_MODULE_NOT_FOUND' });
  }
}

function handing(name: string, found: object): string {
  const names = Object.keys(found).filter((key) => NAME.test(key) && key !== 'default');
  const constants = names.map((key, index) => `const v${index} = m[${JSON.stringify(key)}];`).join('');
  const list = names.map((key, index) => `v${index} as ${key}`).join(',');
  return `const m = ${ASKED}(${JSON.stringify(name)}, 'module'); ${constants} export { ${list} }; export default m;`;
}

function failing(error: Error): string {
  const { message, code } = error as Error & { code?: string };
  return `throw Object.assign(new Error(${JSON.stringify(message)}), { code: ${JSON.stringify(code)} });`;
}
