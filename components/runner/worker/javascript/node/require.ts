// Node's `require()` among the files of the room: each is run once, when it is first asked for, and in a circle gives what it has exported until then.
import type { ModuleFile } from '../module-graph.js';
import { isPath } from '../resolve.js';

export interface Room {
  files: ReadonlyMap<string, ModuleFile>;
  resolve(name: string, from: string): string | undefined;
  /** A file as a function that was not called. Throws a SyntaxError that says where. */
  compile(file: ModuleFile): (this: unknown, ...given: unknown[]) => void;
}

export interface Module {
  id: string;
  path: string;
  exports: unknown;
  filename: string;
  loaded: boolean;
  children: Module[];
  paths: string[];
}

export class Modules {
  /** As programs see it: who takes a module out of it has it run again. */
  readonly cache: Record<string, Module> = Object.create(null);
  readonly main: Module;

  constructor(
    main: string,
    private readonly room: Room,
    /** What is no file of the room. Throws if it is nothing else either. */
    private readonly other: (name: string) => unknown,
    /** Then no file is the one that was started. */
    private readonly isTested = false,
  ) {
    this.main = this.#module(main, '.');
  }

  /** What a file exports. */
  load(fileName: string): unknown {
    const known = this.cache[`/${fileName}`];
    if (known) return known.exports;
    const file = this.room.files.get(fileName);
    const module = this.#module(fileName, `/${fileName}`);
    try {
      if (!file) throw new Error(`The file ${fileName} was not read.`);
      if (file.kind === 'json') module.exports = parsed(file);
      else this.#run(file, module);
      module.loaded = true;
    } catch (error) {
      delete this.cache[`/${fileName}`];
      throw error;
    }
    return module.exports;
  }

  requireOf(from: string): unknown {
    const require = (name: unknown) => {
      if (typeof name !== 'string') throw new TypeError('The "id" argument must be of type string.');
      const file = this.#find(name, from);
      return file === undefined ? this.other(name) : this.load(file);
    };
    const resolve = (name: string) => {
      const file = this.#find(name, from);
      return file === undefined ? name : `/${file}`;
    };
    return Object.assign(require, { main: this.isTested ? undefined : this.main, resolve, cache: this.cache });
  }

  #find(name: string, from: string): string | undefined {
    const file = this.room.resolve(name, from);
    if (file !== undefined || !isPath(name)) return file;
    const error = new Error(`Cannot find module '${name}'\nRequire stack:\n- /${from}`);
    throw Object.assign(error, { code: 'MODULE_NOT_FOUND', requireStack: [`/${from}`] });
  }

  #run(file: ModuleFile, module: Module): void {
    if (file.kind === 'module' && !file.problem) {
      const error = new Error(`require() of ES Module /${file.name} not supported. Use import() instead.`);
      throw Object.assign(error, { code: 'ERR_REQUIRE_ESM' });
    }
    const call = this.room.compile(file);
    if (file.shape.exported.length > 0) module.exports = untilAssigned(file.shape.exported);
    call.call(module.exports, module.exports, this.requireOf(file.name), module, module.filename, module.path);
    settle(module.exports);
  }

  #module(fileName: string, id: string): Module {
    const path = `/${fileName.split('/').slice(0, -1).join('/')}`;
    const module: Module = {
      id,
      path,
      exports: {},
      filename: `/${fileName}`,
      loaded: false,
      children: [],
      paths: ['/node_modules'],
    };
    this.cache[`/${fileName}`] = module;
    return module;
  }
}

function parsed({ name, source }: ModuleFile): unknown {
  try {
    return JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new SyntaxError(`/${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const unassigned = new WeakMap<object, Set<string>>();

/** The exports of a module that became CommonJS: none can be read before it has its value. */
export function untilAssigned(names: readonly string[]): object {
  const exports = {};
  const left = new Set(names);
  unassigned.set(exports, left);
  for (const name of left) {
    Object.defineProperty(exports, name, {
      configurable: true,
      enumerable: true,
      get() {
        throw new ReferenceError(`Cannot access '${name}' before initialization`);
      },
      set(value: unknown) {
        // The compiler makes them all, with nothing in them, before the first line.
        if (value === undefined) return;
        left.delete(name);
        Object.defineProperty(exports, name, { value, configurable: true, enumerable: true, writable: true });
      },
    });
  }
  return exports;
}

/** What has no value when a module is through, has none. */
export function settle(exports: unknown): void {
  if (typeof exports !== 'object' || exports === null) return;
  for (const name of unassigned.get(exports) ?? []) {
    const is = Object.getOwnPropertyDescriptor(exports, name);
    if (is?.set)
      Object.defineProperty(exports, name, { value: undefined, configurable: true, enumerable: true, writable: true });
  }
}
