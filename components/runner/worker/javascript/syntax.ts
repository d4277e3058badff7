// Finds syntax errors, with Node's messages, and imports; parsed by acorn. A separate part (40 kB), because few programs need it.
import { type Node, Parser } from 'acorn';
import { type ModuleShape, shapeOf } from './module-shape.js';
import { type IsGone, type Without, without } from './passed-on-types.js';
import { type AcornError, told } from './syntax-message.js';
import { options, type SyntaxProblem } from './syntax-tokens.js';

/** A place in the code that names another module. */
export interface Import {
  /** Undefined for a computed name. */
  name?: string;
  /** Range of the name, quotes included. */
  start: number;
  end: number;
  line: number;
  column: number;
  dynamic: boolean;
  /** For a dynamic import the whole call; for others the attributes after the name. */
  whole: [start: number, end: number];
  /** It is `import.meta`. */
  meta?: boolean;
  /** The named imports. */
  taken: { name: string; line: number; column: number }[];
}

export interface Syntax {
  findProblem(code: string): SyntaxProblem | undefined;
  imports(code: string): Import[];
  /** Undefined for a syntax error. */
  read(code: string): { isModule: boolean; imports: Import[]; shape: ModuleShape } | undefined;
  /** A module without names that it takes from others only to pass them on. */
  without(code: string, isGone: IsGone): Without;
}

type Any = Node & Record<string, unknown>;

function parse(code: string, sourceType: 'commonjs' | 'module'): Any {
  return Parser.parse(code, { ...options, sourceType }) as unknown as Any;
}

function failure(code: string, sourceType: 'commonjs' | 'module'): AcornError | undefined {
  try {
    parse(code, sourceType);
  } catch (error) {
    if (error instanceof SyntaxError && 'pos' in error) return error as AcornError;
    throw error;
  }
  return undefined;
}

/** Undefined if acorn finds no error. */
function findProblem(code: string): SyntaxProblem | undefined {
  const script = failure(code, 'commonjs');
  if (!script) return undefined;
  const module = failure(code, 'module');
  if (!module) return undefined;
  // As in Node: code with syntax that only a module may have is a module.
  const isModule = /'import' and 'export' may appear only|import\.meta|Cannot use 'import/.test(script.message);
  const asModule = isModule || module.pos > script.pos;
  const isStrict = asModule || /^\s*(['"])use strict\1/.test(code);
  return { ...told(code, asModule ? module : script, isStrict), isModule: asModule };
}

/** All places that name a module; empty for a syntax error. */
function imports(code: string): Import[] {
  const program = parsed(code, 'module') ?? parsed(code, 'commonjs');
  return program ? importsOf(program) : [];
}

function read(code: string): ReturnType<Syntax['read']> {
  const script = parsed(code, 'commonjs');
  const program = script ?? parsed(code, 'module');
  return program && { isModule: !script, imports: importsOf(program), shape: shapeOf(program) };
}

function parsed(code: string, sourceType: 'commonjs' | 'module'): Any | undefined {
  try {
    return parse(code, sourceType);
  } catch {
    return undefined; // Syntax errors are reported elsewhere.
  }
}

function importsOf(program: Any): Import[] {
  const found: Import[] = [];
  const add = ({ source, specifiers, attributes, ...node }: Any, dynamic: boolean) => {
    const literal = source as Any | null | undefined;
    if (!literal || (!dynamic && typeof literal.value !== 'string')) return;
    const taken = (Array.isArray(specifiers) ? (specifiers as Any[]) : []).flatMap((specifier) => {
      const named = (specifier.imported ?? (specifier.type === 'ExportSpecifier' ? specifier.local : undefined)) as
        | Any
        | undefined;
      const name = named && (named.name ?? named.value);
      const { line, column } = specifier.loc?.start ?? { line: 1, column: 0 };
      return typeof name === 'string' ? [{ name, line, column: column + 1 }] : [];
    });
    const { line, column } = literal.loc?.start ?? { line: 1, column: 0 };
    const { start, end, value: name } = literal;
    const hasAttributes = Array.isArray(attributes) && attributes.length > 0;
    const whole: Import['whole'] = dynamic ? [node.start, node.end] : [end, hasAttributes ? node.end : end];
    const known = typeof name === 'string' ? { name } : {};
    found.push({ ...known, start, end, line, column: column + 1, dynamic, whole, taken });
  };
  const visit = (node: Any) => {
    if (node.type === 'MetaProperty' && (node.meta as Any).name === 'import') {
      const { line, column } = node.loc?.start ?? { line: 1, column: 0 };
      const { start, end } = node;
      found.push({ start, end, line, column: column + 1, dynamic: false, whole: [end, end], meta: true, taken: [] });
    }
    if (/^(?:Import|ExportNamed|ExportAll)(?:Declaration|Expression)$/.test(node.type)) {
      add(node, node.type === 'ImportExpression');
    }
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (typeof child === 'object' && child !== null && 'type' in child) visit(child as Any);
      }
    }
  };
  visit(program);
  return found.sort((one, other) => one.start - other.start);
}

export const syntax: Syntax = {
  findProblem,
  imports,
  read,
  without: (code, isGone) => without(code, parse(code, 'module'), isGone),
};
