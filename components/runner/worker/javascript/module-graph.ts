// Module graph: the files a program consists of, compiled to JavaScript, with their kinds and the files they import.
import type { ProgramFile } from '../../messages.js';
import type { CompiledFile, Dialect } from './dialect.js';
import type { ModuleShape } from './module-shape.js';
import { leaveTypesOut, TYPESCRIPT } from './passed-on-types.js';
import { resolve } from './resolve.js';
import type { Import, Syntax } from './syntax.js';
import type { Place } from './trace.js';

export interface ModuleFile {
  name: string;
  /** The source, as the person wrote it. */
  source: string;
  code: string;
  /** `data` is a file that is neither JavaScript, compiled to it, nor JSON. */
  kind: 'commonjs' | 'module' | 'json' | 'data';
  /** Maps a place in `code` to `source`. */
  original(place: Place): Place | undefined;
  /** The imports in `code`. */
  imports: readonly Import[];
  /** Static imports of a module that has been converted to CommonJS: they must exist before anything runs. */
  links: readonly Import[];
  shape: ModuleShape;
  /** Why it cannot be run. */
  problem?: { message: string; line: number; column: number };
}

/** How a module is converted to CommonJS; `meta` is the name for its `import.meta`. */
interface Conversion {
  meta(fileName: string): string;
  convert(code: string): Promise<CompiledFile>;
}

interface GraphEnvironment {
  syntax: Syntax;
  dialect: Dialect | undefined;
  /** For files in another language than the program's. */
  compile: Dialect['compile'];
}

const NOTHING: ModuleShape = {
  required: [],
  asksForAny: false,
  exported: [],
  passedOn: [],
  assigned: [],
  awaits: false,
};
const CODE = /\.(?:[mc]?[jt]s|[jt]sx)$/;
const same = (place: Place) => place;

/** A file before its imports are known. */
export function moduleFile(
  name: string,
  source: string,
  compiled: CompiledFile | undefined,
  imports: Import[],
): ModuleFile {
  const { code, original } = compiled ?? { code: source, original: same };
  return { name, source, code, original, kind: 'commonjs', imports, links: imports, shape: NOTHING };
}

/** The texts of the files in TypeScript. */
export function typescriptIn(files: readonly ProgramFile[]): string[] {
  return files.filter(({ name }) => TYPESCRIPT.test(name)).map(({ text }) => text);
}

export class ModuleGraph {
  readonly files = new Map<string, ModuleFile>();
  readonly #texts: ReadonlyMap<string, string>;

  private constructor(
    private readonly main: string,
    files: readonly ProgramFile[],
    private readonly environment: GraphEnvironment,
  ) {
    this.#texts = new Map(files.map(({ name, text }) => [name, text]));
  }

  /** All files that a program may reach. Never rejects: a file that cannot be compiled has a `problem`. */
  static async of(
    { fileName, code, files }: { fileName: string; code: string; files: readonly ProgramFile[] },
    compiled: CompiledFile | undefined,
    environment: GraphEnvironment,
  ): Promise<ModuleGraph> {
    const graph = new ModuleGraph(fileName, [...files, { name: fileName, text: code }], environment);
    await graph.#add(fileName, compiled ?? { code, original: same });
    const { syntax } = environment;
    leaveTypesOut(
      graph.files,
      (name, from) => graph.resolve(name, from),
      (file, isGone) => {
        const { code: left, gone } = syntax.without(file.code, isGone);
        const { imports = [], shape = NOTHING } = syntax.read(left) ?? {};
        Object.assign(file, { code: left, imports, links: imports, shape });
        return gone;
      },
    );
    return graph;
  }

  resolve(name: string, from: string): string | undefined {
    return resolve(name, from, (file) => this.#texts.has(file));
  }

  /** The names of modules that import each other in a cycle; of a module that a CommonJS file requires, both. */
  get cycle(): string[] | undefined {
    for (const { name, kind, shape } of this.files.values()) {
      if (kind === 'module') continue;
      const required = shape.required.map((each) => this.resolve(each, name));
      const module = required.find((each) => each !== undefined && this.files.get(each)?.kind === 'module');
      if (module) return [name, module];
    }
    const done = new Set<string>();
    const visit = (name: string, path: string[]): string[] | undefined => {
      if (path.includes(name)) return path.slice(path.indexOf(name));
      const file = this.files.get(name);
      if (done.has(name) || file?.kind !== 'module') return undefined;
      for (const other of this.#linked(file)) {
        const cycle = visit(other, [...path, name]);
        if (cycle) return cycle;
      }
      done.add(name);
      return undefined;
    };
    for (const name of this.files.keys()) {
      const cycle = visit(name, []);
      if (cycle) return cycle;
    }
    return undefined;
  }

  /** Converts modules to CommonJS: blob URLs, by which a browser knows modules, cannot refer to each other in a cycle. */
  async convertCycles({ meta, convert }: Conversion): Promise<void> {
    const all = [...this.files.values()].filter(({ kind, problem }) => kind === 'module' && !problem);
    // A module with top-level await must stay a module, which works if it is in no cycle.
    const modules = all.some(({ shape }) => shape.awaits) ? this.#tied : all;
    const waiting = modules.find(({ shape }) => shape.awaits);
    if (waiting) {
      const names = this.cycle?.join(' and ');
      const message = `${names} need each other, which works only without await outside of functions, as it stands in ${waiting.name}. Put what both need into a third file`;
      const main = this.files.get(this.main);
      if (main) main.problem = { message, line: 1, column: 1 };
      return;
    }
    for (const file of modules) {
      let [code, at] = ['', 0];
      for (const { start, end, meta: isMeta } of file.imports) {
        if (!isMeta) continue;
        code += file.code.slice(at, start) + meta(file.name);
        at = end;
      }
      const { original } = file;
      const converted = await convert(code + file.code.slice(at));
      Object.assign(file, {
        kind: 'commonjs',
        code: converted.code,
        imports: this.environment.syntax.imports(converted.code),
        original: (place: Place) => {
          const between = converted.original(place);
          return between && original(between);
        },
      });
    }
  }

  /** Modules in a cycle, or that are required, and everything they import. */
  get #tied(): ModuleFile[] {
    const below = (name: string, seen: Set<string>): Set<string> => {
      for (const other of this.#namedBy(name)) if (!seen.has(other)) below(other, seen.add(other));
      return seen;
    };
    const tied = new Set<string>();
    for (const { name, kind } of this.files.values()) {
      const reached = below(name, new Set());
      if (kind === 'commonjs' || reached.has(name)) for (const other of reached) tied.add(other);
    }
    return [...tied].flatMap((name) => {
      const file = this.files.get(name);
      return file?.kind === 'module' && !file.problem ? [file] : [];
    });
  }

  /** Files that this one imports statically, or requires. */
  #namedBy(name: string): string[] {
    const file = this.files.get(name);
    const required = file?.shape.required.flatMap((each) => this.resolve(each, name) ?? []) ?? [];
    return file ? [...this.#linked(file), ...required] : [];
  }

  /** Files that a module imports statically. */
  #linked({ name, links }: ModuleFile): string[] {
    return links.flatMap(({ name: other = '', dynamic, meta }) => {
      const found = dynamic || meta ? undefined : this.resolve(other, name);
      return found === undefined ? [] : [found];
    });
  }

  async #add(name: string, compiled?: CompiledFile): Promise<void> {
    if (this.files.has(name)) return;
    const file = await this.#read(name, compiled);
    this.files.set(name, file);
    const { imports, shape } = file;
    const named = [...imports.map((each) => each.name ?? ''), ...shape.required].map((each) =>
      this.resolve(each, name),
    );
    const all = shape.asksForAny
      ? [...this.#texts.keys()].filter((each) => CODE.test(each) || each.endsWith('.json'))
      : [];
    for (const other of [...named, ...all]) if (other !== undefined) await this.#add(other);
  }

  async #read(name: string, given?: CompiledFile): Promise<ModuleFile> {
    const source = this.#texts.get(name) ?? '';
    const file: ModuleFile = { ...moduleFile(name, source, given, []), kind: 'data' };
    if (name.endsWith('.json') && !given) return { ...file, kind: 'json' };
    if (!CODE.test(name) && !given) return file;
    file.kind = 'commonjs';
    const { syntax } = this.environment;
    try {
      Object.assign(file, given ?? (await this.#compile(name, source)));
    } catch (error) {
      file.problem = problemOf(error);
      return file;
    }
    const read = syntax.read(file.code);
    if (!read) {
      const problem = syntax.findProblem(file.code);
      const place = problem && file.original(problem);
      if (problem?.isModule) file.kind = 'module';
      if (problem && name !== this.main) file.problem = { ...problem, ...place };
      return file;
    }
    const isModule = read.isModule || /\.m[jt]s$/.test(name) || (/\.[jt]sx?$/.test(name) && this.#isOfModules(name));
    return {
      ...file,
      kind: isModule ? 'module' : 'commonjs',
      imports: read.imports,
      links: read.imports,
      shape: read.shape,
    };
  }

  async #compile(name: string, code: string): Promise<CompiledFile> {
    const { dialect, syntax, compile } = this.environment;
    const plain = { code, original: same };
    const by = dialect?.compile ?? compile;
    const others = typescriptIn([...this.#texts].map(([other, text]) => ({ name: other, text })));
    if (/\.[jt]sx$/.test(name)) return by(code, 'tsx', others);
    if (/\.[mc]?ts$/.test(name)) return by(code, 'ts', others);
    // Many people write JSX in files named .js.
    return dialect && !syntax.read(code) ? dialect.compile(code, 'tsx').catch(() => plain) : plain;
  }

  /** As the nearest package.json says. */
  #isOfModules(name: string): boolean {
    for (let parts = name.split('/').slice(0, -1); ; parts = parts.slice(0, -1)) {
      const text = this.#texts.get([...parts, 'package.json'].join('/'));
      if (text !== undefined) return /"type"\s*:\s*"module"/.test(text);
      if (parts.length === 0) return false;
    }
  }
}

function problemOf(error: unknown): NonNullable<ModuleFile['problem']> {
  const { message = String(error), lineNumber = 1, columnNumber = 1 } = Object(error);
  return { message, line: lineNumber, column: columnNumber };
}
