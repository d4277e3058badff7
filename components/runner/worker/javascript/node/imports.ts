// Imports: resolves module names to URLs, of the room's modules or of small generated modules that re-export Node's.
import type { Loop } from '../loop.js';
import type { ModuleFile } from '../module-graph.js';
import { isPath } from '../resolve.js';
import type { Trace } from '../trace.js';

/** A failed import, and where it is. */
interface Unlinked {
  error: Error;
  file: ModuleFile;
  line: number;
  column: number;
}

interface ImportsEnvironment {
  main: string;
  files: ReadonlyMap<string, ModuleFile>;
  /** The room file that a name in another file refers to. */
  resolve(name: string, from: string): string | undefined;
  /** A module of Node. */
  find(name: string): object | undefined;
  /** The exports of a file that is not a module; runs it. */
  load(file: string): unknown;
  loop: Loop;
  trace: Trace;
}

/** The function through which generated modules get their exports. */
const ASKED = 'codeRoomImport';
/** The replacement of `import(…)`. */
const LOAD = 'codeRoomLoad';
/** The replacement of `import.meta` in each file: engines would show the blob URL. */
const META = 'codeRoomMeta';
const NAME = /^[A-Za-z_$][\w$]*$/;

/** The expression for `import.meta` in a file. */
export function metaOf(fileName: string): string {
  return `${META}[${JSON.stringify(fileName)}]`;
}

export class Imports {
  readonly #addresses = new Map<string, string>();

  constructor(private readonly environment: ImportsEnvironment) {
    const files = [...environment.files.values()];
    if (files.every(({ imports, links }) => imports.length + links.length === 0)) return;
    const metas = files.map(({ name }) => [name, this.#meta(name)]);
    Reflect.defineProperty(globalThis, META, { value: Object.fromEntries(metas) });
    Reflect.defineProperty(globalThis, ASKED, { value: (key: string) => this.#given(key) });
    Reflect.defineProperty(globalThis, LOAD, {
      value: (from: string, load: (address: string) => Promise<object>, name: unknown) => {
        const loading = (async () => load(this.#address(String(name), from)))();
        environment.loop.count(loading);
        // A separate promise, so that it is known whether the program handles the failure.
        return new Promise((done, failed) => void loading.then(done, failed));
      },
    });
  }

  /** It uses syntax that only a module may have. */
  ofModule({ imports }: ModuleFile): boolean {
    return imports.some((each) => each.meta);
  }

  /** The first missing name, or file that cannot be run, among static imports; with Node's message. */
  unlinked(file: ModuleFile, seen = new Set<ModuleFile>()): Unlinked | undefined {
    seen.add(file);
    for (const { name = '', line, column, dynamic, meta, taken } of file.links) {
      if (dynamic || meta) continue;
      const target = this.#target(name, file.name);
      const found = target ? undefined : this.environment.find(name);
      if (!target && !found) return { error: this.#notFound(name, file.name), file, line, column };
      if (target?.problem) {
        const { message, line: row, column: offset } = target.problem;
        const here = { ...target, original: undefined };
        return {
          error: new SyntaxError(message),
          file: { ...here, original: (place) => place },
          line: row,
          column: offset,
        };
      }
      if (target?.kind === 'data') return { error: unknownExtension(target.name), file, line, column };
      const inner = target && !seen.has(target) ? this.unlinked(target, seen) : undefined;
      if (inner) return inner;
      const lacking = taken.find((each) =>
        target ? !this.#provides(target, each.name) : each.name !== 'default' && !(each.name in Object(found)),
      );
      if (!lacking) continue;
      const message = `The requested module '${name}' does not provide an export named '${lacking.name}'`;
      return { error: new SyntaxError(message), file, line: lacking.line, column: lacking.column };
    }
    return undefined;
  }

  /** The code with URLs in place of module names. */
  addressed({ name: from, code, imports }: ModuleFile): string {
    let written = '';
    let at = 0;
    for (const { name = '', start, end, whole, dynamic, meta } of imports) {
      const source = code.slice(start, end);
      if (meta) {
        written += code.slice(at, start) + metaOf(from);
        at = end;
      } else if (dynamic) {
        written += `${code.slice(at, whole[0])}${LOAD}(${JSON.stringify(from)}, (u) => import(u), ${source}`;
        at = end;
      } else {
        const left = code.slice(...whole).replaceAll(/[^\n]/g, '');
        written += `${code.slice(at, start)}'${this.#address(name, from)}'${whole[0] === whole[1] ? '' : `;${left}`}`;
        at = whole[1];
      }
    }
    return written + code.slice(at);
  }

  #target(name: string, from: string): ModuleFile | undefined {
    const found = this.environment.resolve(name, from);
    return found === undefined ? undefined : this.environment.files.get(found);
  }

  #provides(file: ModuleFile, name: string, seen = new Set<ModuleFile>()): boolean {
    // Exports that are unknown before the file runs are checked then.
    if (file.links.length === 0 && file.shape.exported.length === 0) return file.kind !== 'module';
    if (file.shape.exported.includes(name)) return true;
    if (file.kind === 'commonjs' && file.shape.exported.length + file.shape.passedOn.length === 0) return true;
    seen.add(file);
    return file.shape.passedOn.some((each) => {
      const target = this.#target(each, file.name);
      if (!target) return name in Object(this.environment.find(each));
      return name !== 'default' && !seen.has(target) && this.#provides(target, name, seen);
    });
  }

  #address(name: string, from: string): string {
    const target = this.#target(name, from);
    if (target) return this.#addressOf(target);
    const found = this.environment.find(name);
    const key = found ? name : `${from}: ${name}`;
    return this.#known(key, () => (found ? handing(name, Object.keys(found)) : failing(this.#notFound(name, from))));
  }

  #addressOf(file: ModuleFile): string {
    if (file.name === this.environment.main && this.mainAddress) return this.mainAddress;
    if (file.problem || file.kind !== 'module') return this.#known(`/${file.name}`, () => this.#handing(file));
    const traced = this.environment.trace.add(file.name, file.original);
    traced.url = this.#known(`/${file.name}`, () => `${this.addressed(file)}${traced.naming}`);
    return traced.url;
  }

  /** The program's own URL, if it is a module. */
  mainAddress = '';

  #known(key: string, text: () => string): string {
    const known = this.#addresses.get(key);
    if (known !== undefined) return known;
    const address = URL.createObjectURL(new Blob([text()], { type: 'text/javascript' }));
    this.#addresses.set(key, address);
    return address;
  }

  #handing(file: ModuleFile): string {
    const taken = [...this.environment.files.values()].flatMap(({ name: from, links }) =>
      links.filter(({ name = '' }) => this.#target(name, from) === file).flatMap((each) => each.taken),
    );
    return handing(`/${file.name}`, [...this.#exported(file), ...taken.map(({ name }) => name)]);
  }

  #exported({ name, shape }: ModuleFile, seen = new Set<string>()): string[] {
    if (seen.has(name)) return [];
    seen.add(name);
    const passed = shape.passedOn.flatMap((each) => {
      const target = this.#target(each, name);
      return target ? this.#exported(target, seen) : Object.keys(this.environment.find(each) ?? {});
    });
    return [...shape.assigned, ...shape.exported, ...passed];
  }

  #given(key: string): unknown {
    return key.startsWith('/') ? this.environment.load(key.slice(1)) : this.environment.find(key);
  }

  #meta(fileName: string): object {
    const folder = fileName.split('/').slice(0, -1).join('/');
    const resolved = (name: unknown) => {
      const found = this.environment.resolve(String(name), fileName);
      return found === undefined ? name : `file:///${found}`;
    };
    const values = { dirname: `/${folder}`, filename: `/${fileName}`, url: `file:///${fileName}`, resolve: resolved };
    return Object.assign(Object.create(null), values);
  }

  #notFound(name: string, from: string): Error {
    const what = isPath(name) || /^\w+:/.test(name) ? 'module' : 'package';
    const error = new Error(`Cannot find ${what} '${name}' imported from ${from}`);
    return Object.assign(error, { code: 'ERR_MODULE_NOT_FOUND' });
  }
}

function unknownExtension(name: string): Error {
  const error = new TypeError(`Unknown file extension "${/\.[^./]*$/.exec(name)?.[0] ?? ''}" for /${name}`);
  return Object.assign(error, { code: 'ERR_UNKNOWN_FILE_EXTENSION' });
}

function handing(key: string, exported: string[]): string {
  const names = [...new Set(exported)].filter((name) => NAME.test(name) && name !== 'default');
  const constants = names.map((name, index) => `const v${index} = o[${JSON.stringify(name)}];`).join('');
  const list = names.map((name, index) => `v${index} as ${name}`).join(',');
  const given = `const m = ${ASKED}(${JSON.stringify(key)}), o = Object(m);`;
  // A module that was converted to CommonJS has its default among its exports.
  return `${given} ${constants} export { ${list} }; export default o.__esModule ? o.default : m;`;
}

function failing(error: Error): string {
  const { message, code } = error as Error & { code?: string };
  return `throw Object.assign(new Error(${JSON.stringify(message)}), { code: ${JSON.stringify(code)} });`;
}
