// Detects compiler options from the code, because nobody can set them here: kind of modules, decorators and class fields.
import ts from 'typescript-5';

/** Types of decorators before TypeScript 5. */
const OLDER = /\b(?:Typed)?PropertyDescriptor\b|\b(?:Class|Method|Property|Parameter)Decorator\b/;
const KEY = /^_?(?:property|key|propertyKey|propertyName|propertyId|method|methodName|name|prop)$/;

/** `experimentalDecorators`: parameters are decorated, or a decorator of the program takes target and key instead of value and context. */
export function usesOlderDecorators(file: ts.SourceFile): boolean {
  const used = new Set<string>();
  let older = false;
  visit(file, (node) => {
    if (ts.isDecorator(node)) {
      if (ts.isParameter(node.parent)) older = true;
      const called = ts.isCallExpression(node.expression) ? node.expression.expression : node.expression;
      if (ts.isIdentifier(called)) used.add(called.text);
    }
    if (ts.isImportDeclaration(node) && node.moduleSpecifier.getText().includes('reflect-metadata')) older = true;
  });
  if (older || used.size === 0) return older;
  visit(file, (node) => {
    const name = ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node) ? node.name : undefined;
    if (name && ts.isIdentifier(name) && used.has(name.text) && isOlderDecorator(node)) older = true;
  });
  return older;
}

/** Also a function that returns one. */
function isOlderDecorator(declaration: ts.Node): boolean {
  let older = false;
  visit(declaration, (node) => {
    if (ts.isTypeReferenceNode(node) && OLDER.test(node.typeName.getText())) older = true;
    if (!ts.isFunctionLike(node)) return;
    const [target, key, descriptor, ...more] = node.parameters.filter(({ dotDotDotToken }) => !dotDotDotToken);
    if (!target || !key || more.length > 0 || !ts.isIdentifier(key.name)) return;
    const types = /^(?:string|symbol|PropertyKey)(?:\s*\|\s*(?:string|symbol))?$/.test(key.type?.getText() ?? '');
    const plain = key.type === undefined || key.type.kind === ts.SyntaxKind.AnyKeyword;
    if (descriptor ? /desc/i.test(descriptor.name.getText()) : types && KEY.test(key.name.text)) older = true;
    if (descriptor && plain && KEY.test(key.name.text)) older = true;
  });
  return older;
}

/** `import x = require('…')` and `export =` need CommonJS, which then applies to all imports and exports of the program. */
export function isCommonJs(file: ts.SourceFile): boolean {
  return file.statements.some(
    (each) =>
      (ts.isImportEqualsDeclaration(each) && !each.isTypeOnly && ts.isExternalModuleReference(each.moduleReference)) ||
      (ts.isExportAssignment(each) && each.isExportEquals === true),
  );
}

/** A field's initialiser reads a parameter property, which does not exist yet with standard class fields. */
export function readsParameterProperty(file: ts.SourceFile): boolean {
  let reads = false;
  visit(file, (node) => {
    if (!ts.isClassLike(node)) return;
    const maker = node.members.find(ts.isConstructorDeclaration);
    const made = maker?.parameters.filter((each) => ts.isParameterPropertyDeclaration(each, maker)) ?? [];
    const names = new Set(made.map(({ name }) => name.getText()));
    if (names.size === 0) return;
    for (const member of node.members) {
      if (ts.isPropertyDeclaration(member) && !isStatic(member) && member.initializer)
        reads ||= readsAtOnce(member.initializer, names);
    }
  });
  return reads;
}

/** Functions read when they are called; passing `this`, or calling a method, may read anything. */
function readsAtOnce(node: ts.Node, names: ReadonlySet<string>): boolean {
  if (node.kind === ts.SyntaxKind.ThisKeyword) {
    const { parent } = node;
    if (!ts.isPropertyAccessExpression(parent)) return true;
    return names.has(parent.name.text) || (ts.isCallExpression(parent.parent) && parent.parent.expression === parent);
  }
  // A function that is called immediately reads immediately.
  if (ts.isFunctionLike(node) && !ts.isCallExpression(skipParentheses(node.parent))) return false;
  return ts.forEachChild(node, (child) => readsAtOnce(child, names) || undefined) ?? false;
}

function skipParentheses(node: ts.Node): ts.Node {
  return ts.isParenthesizedExpression(node) ? skipParentheses(node.parent) : node;
}

function visit(node: ts.Node, call: (node: ts.Node) => void): void {
  call(node);
  ts.forEachChild(node, (child) => visit(child, call));
}

function isStatic(member: ts.PropertyDeclaration): boolean {
  return member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) ?? false;
}
