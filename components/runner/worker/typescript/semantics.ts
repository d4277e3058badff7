// Detects compiler options from the code, because nobody can set them here: kind of modules, decorators and class fields.
import ts from 'typescript-5';

/** Types of decorators before TypeScript 5. */
const OLDER = /\b(?:Typed)?PropertyDescriptor\b|\b(?:Class|Method|Property|Parameter)Decorator\b/;
const KEY = /^_?(?:key|name|(?:property|prop|field|member|method|attribute|attr)(?:Key|Name|Id)?)$/;

/** `experimentalDecorators`: parameters are decorated, or a decorator of the program takes target and key instead of value and context. */
export function usesOlderDecorators(file: ts.SourceFile, others: readonly string[] = []): boolean {
  const used = new Set<string>();
  let imported = false;
  let older = false;
  visit(file, (node) => {
    if (ts.isDecorator(node)) {
      if (ts.isParameter(node.parent)) older = true;
      const called = ts.isCallExpression(node.expression) ? node.expression.expression : node.expression;
      if (ts.isIdentifier(called)) used.add(called.text);
      if (ts.isPropertyAccessExpression(called)) used.add(called.name.text);
    }
    if (ts.isImportDeclaration(node)) imported = true;
    if (ts.isImportDeclaration(node) && node.moduleSpecifier.getText().includes('reflect-metadata')) older = true;
  });
  if (older || used.size === 0) return older;
  if (declaresOlder(file, used)) return true;
  if (!imported) return false;
  for (const [local, name] of renamed(file)) if (used.has(local)) used.add(name);
  return others.some((text) =>
    declaresOlder(ts.createSourceFile('other.tsx', text, ts.ScriptTarget.Latest, true), used),
  );
}

/** What the file has under another name than the file it comes from. */
function renamed(file: ts.SourceFile): [local: string, name: string][] {
  const names: [string, string][] = [];
  visit(file, (node) => {
    if (ts.isImportSpecifier(node) && node.propertyName) names.push([node.name.text, node.propertyName.text]);
    if (ts.isImportClause(node) && node.name) names.push([node.name.text, 'default']);
  });
  return names;
}

/** Whether a decorator of one of these names is declared in the file, and is an older one. */
function declaresOlder(file: ts.SourceFile, names: ReadonlySet<string>): boolean {
  let older = false;
  visit(file, (node) => {
    if (!ts.isFunctionDeclaration(node) && !ts.isVariableDeclaration(node) && !ts.isExportAssignment(node)) return;
    const name = ts.isExportAssignment(node) ? undefined : node.name;
    const isDefault =
      ts.isExportAssignment(node) ||
      (ts.isFunctionDeclaration(node) && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword));
    const isMeant = (name && ts.isIdentifier(name) && names.has(name.text)) || (isDefault && names.has('default'));
    if (isMeant && isOlderDecorator(node)) older = true;
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
