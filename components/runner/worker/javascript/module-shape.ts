// Module shape: whether a file is a module or CommonJS, what it requires and exports; parsed by acorn.
import type { Node } from 'acorn';

export interface ModuleShape {
  /** The names in its `require('…')` calls. */
  required: string[];
  /** It requires files by computed names. */
  asksForAny: boolean;
  /** Named exports of a module, and the modules it re-exports completely. */
  exported: string[];
  passedOn: string[];
  /** Exports of a CommonJS file, as far as they can be found. */
  assigned: string[];
  /** It uses top-level await. */
  awaits: boolean;
}

type Any = Node & Record<string, unknown>;

export function shapeOf(program: Any): ModuleShape {
  const shape: ModuleShape = {
    required: [],
    asksForAny: false,
    exported: [],
    passedOn: [],
    assigned: [],
    awaits: false,
  };
  for (const statement of program.body as Any[]) exportsOf(statement, shape);
  look(program, shape, true);
  return shape;
}

function exportsOf(statement: Any, { exported, passedOn }: ModuleShape): void {
  if (statement.type === 'ExportDefaultDeclaration') exported.push('default');
  if (statement.type === 'ExportAllDeclaration') {
    if (statement.exported) exported.push(nameOf(statement.exported));
    else passedOn.push(String((statement.source as Any).value));
  }
  if (statement.type !== 'ExportNamedDeclaration') return;
  for (const specifier of statement.specifiers as Any[]) exported.push(nameOf(specifier.exported));
  const declaration = statement.declaration as Any | null;
  if (!declaration) return;
  if (declaration.id) exported.push(nameOf(declaration.id));
  for (const each of (declaration.declarations ?? []) as Any[]) exported.push(...bound(each.id as Any));
}

function nameOf(node: unknown): string {
  const { name, value } = node as Any;
  return String(name ?? value);
}

/** The names that a pattern binds. */
function bound(pattern: Any | null): string[] {
  if (!pattern) return [];
  if (pattern.type === 'Identifier') return [nameOf(pattern)];
  const inner = (pattern.properties ?? pattern.elements ?? []) as (Any | null)[];
  const parts = [...inner, pattern.argument, pattern.left, pattern.type === 'Property' ? pattern.value : undefined];
  return parts.flatMap((part) => bound((part ?? null) as Any | null));
}

function look(node: Any, shape: ModuleShape, atTop: boolean): void {
  const { type } = node;
  if (type === 'CallExpression') call(node, shape);
  if (type === 'AssignmentExpression') assignment(node, shape);
  if (type === 'ImportExpression' && typeof (node.source as Any).value !== 'string') shape.asksForAny = true;
  if (atTop && (type === 'AwaitExpression' || (type === 'ForOfStatement' && node.await === true))) shape.awaits = true;
  const inner = atTop && !/Function|^(?:MethodDefinition|PropertyDefinition|StaticBlock)$/.test(type);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === 'object' && child !== null && 'type' in child) look(child as Any, shape, inner);
    }
  }
}

function call({ callee, arguments: values }: Any, shape: ModuleShape): void {
  const called = callee as Any;
  if (nameOf(called.property ?? called) === 'createRequire') shape.asksForAny = true;
  const [first, second] = values as Any[];
  if (called.type === 'Identifier' && called.name === 'require' && first) {
    if (typeof first.value === 'string') shape.required.push(first.value);
    else shape.asksForAny = true;
  }
  const isDefinition = called.type === 'MemberExpression' && nameOf(called.property) === 'defineProperty';
  if (isDefinition && first && isExports(first) && typeof second?.value === 'string') shape.assigned.push(second.value);
}

function assignment({ left, right }: Any, shape: ModuleShape): void {
  const target = left as Any;
  if (target.type !== 'MemberExpression') return;
  const name = nameOf(target.property);
  if (isExports(target.object as Any) && (!target.computed || typeof (target.property as Any).value === 'string')) {
    shape.assigned.push(name);
  } else if (isExports(target) && (right as Any).type === 'ObjectExpression') {
    for (const { key, computed } of (right as Any).properties as Any[])
      if (key && !computed) shape.assigned.push(nameOf(key));
  }
}

/** `exports` or `module.exports`. */
function isExports(node: Any): boolean {
  if (node.type === 'Identifier') return node.name === 'exports';
  if (node.type !== 'MemberExpression') return false;
  return nameOf(node.object) === 'module' && nameOf(node.property) === 'exports';
}
