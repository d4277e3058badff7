// Node's `require()` among the room's files: each runs once, and in a cycle returns its exports so far.
import type { ModuleFile } from '../module-graph.js';
import { isPath } from '../resolve.js';
import { wrongType } from './wrong-values.js';

/** What `require()` finds: the files of the room. */
export interface RequiredFiles {
  files: ReadonlyMap<string, ModuleFile>;
  resolve(name: string, from: string): string | undefined;
  /** Compiles a file to a function. Throws a SyntaxError with a place. */
  compile(file: ModuleFile): (this: unknown, ...given: unknown[]) => void;
}

interface Module {
  id: string;
  path: string;
  exports: unknown;
  filename: string;
  loaded: boolean;
  children: Module[];
  paths: string[];
  /** The module that required it first; null of the main one, and none where it was imported. Not shown, as in Node. */
  readonly parent?: Module | null | undefined;
}

export class Modules {
  /** Visible to programs: deleting an entry makes the file run again. */
  readonly cache: Record<string, Module> = Object.create(null);
  readonly main: Module;

  constructor(
    main: string,
    private readonly programFiles: RequiredFiles,
    /** For names that are not files of the room. Throws if it is nothing else either. */
    private readonly other: (name: string) => unknown,
    /** True if no file is the main module. */
    private readonly isTested = false,
  ) {
    this.main = this.#module(main, '.', null);
  }

  /** The exports of a file, which a module requires, or that is imported. */
  load(fileName: string, parent?: Module): unknown {
    const known = this.cache[`/${fileName}`];
    if (known && parent && !parent.children.includes(known)) parent.children.push(known);
    if (known) return known.exports;
    const file = this.programFiles.files.get(fileName);
    const module = this.#module(fileName, `/${fileName}`, parent);
    parent?.children.push(module);
    try {
      if (!file) throw new Error(`The file ${fileName} was not read.`);
      if (file.kind === 'json') module.exports = parsed(file);
      else this.#run(file, module);
      module.loaded = true;
    } catch (error) {
      delete this.cache[`/${fileName}`];
      parent?.children.splice(parent.children.indexOf(module), 1);
      throw error;
    }
    return module.exports;
  }

  requireOf(from: string, parent = this.cache[`/${from}`]): unknown {
    const require = (name: unknown) => {
      if (typeof name !== 'string') throw wrongType('id', 'of type string', name);
      const file = this.#find(name, from);
      return file === undefined ? this.other(name) : this.load(file, parent);
    };
    const resolve = (name: string) => {
      const file = this.#find(name, from);
      return file === undefined ? name : `/${file}`;
    };
    return Object.assign(require, { main: this.isTested ? undefined : this.main, resolve, cache: this.cache });
  }

  #find(name: string, from: string): string | undefined {
    const file = this.programFiles.resolve(name, from);
    if (file !== undefined || !isPath(name)) return file;
    const error = new Error(`Cannot find module '${name}'\nRequire stack:\n- /${from}`);
    throw Object.assign(error, { code: 'MODULE_NOT_FOUND', requireStack: [`/${from}`] });
  }

  #run(file: ModuleFile, module: Module): void {
    if (file.kind === 'module' && !file.problem) {
      const error = new Error(`require() of ES Module /${file.name} not supported. Use import() instead.`);
      throw Object.assign(error, { code: 'ERR_REQUIRE_ESM' });
    }
    const call = this.programFiles.compile(file);
    if (file.shape.exported.length > 0) module.exports = untilAssigned(file.shape.exported);
    call.call(module.exports, module.exports, this.requireOf(file.name, module), module, module.filename, module.path);
    settle(module.exports);
  }

  #module(fileName: string, id: string, parent: Module | null | undefined): Module {
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
    Reflect.defineProperty(module, 'parent', { value: parent, configurable: true, writable: true });
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

/** The exports of a converted module: reading one before its assignment throws. */
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
        // The compiler first assigns undefined to all of them.
        if (value === undefined) return;
        left.delete(name);
        Object.defineProperty(exports, name, { value, configurable: true, enumerable: true, writable: true });
      },
    });
  }
  return exports;
}

/** Exports without a value at the end of a module are undefined from then on. */
function settle(exports: unknown): void {
  if (typeof exports !== 'object' || exports === null) return;
  for (const name of unassigned.get(exports) ?? []) {
    const is = Object.getOwnPropertyDescriptor(exports, name);
    if (is?.set)
      Object.defineProperty(exports, name, { value: undefined, configurable: true, enumerable: true, writable: true });
  }
}
