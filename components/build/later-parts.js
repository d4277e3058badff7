// Rollup plugin: splits CodeMirror's view module in two. Tooltips, panels and dialogs load later, with completion and search.

const VIEW = /@codemirror\/view\/dist\/index\.js$/;

/** Exported names of the part that loads later. */
const LATER = /tooltip|hover|panel|dialog/i;

/** @typedef {import('estree').Node & {start: number, end: number}} Node */
/** @typedef {{text: string, declared: string[], used: Set<string>}} Statement A top-level statement. */

/**
 * Rollup moves only whole modules, so all of a module would be in the first load if anything in it is.
 * @returns {import('rollup').Plugin}
 */
export default function laterParts() {
  /** By name. @type {Map<string, string>} */
  const parts = new Map();
  return {
    name: 'later-parts',
    resolveId: (id) => (parts.has(id) ? id : null),
    load(id) {
      const code = parts.get(id);
      return code === undefined ? null : { code, moduleSideEffects: false };
    },
    transform(code, id) {
      if (!VIEW.test(id)) return null;
      const { first, later, firstNames, laterNames } = divide(/** @type {Node[]} */ (this.parse(code).body), code);
      if (laterNames.length === 0) this.error('CodeMirror no longer has tooltips and panels in its view.');
      const [firstId, laterId] = [`${id}?first`, `${id}?later`];
      const shared = [...first.declared].filter((name) => later.used.has(name));
      const given = [...new Set([...firstNames, ...shared])];
      parts.set(firstId, `${first.text}\nexport { ${given} };`);
      parts.set(laterId, `import { ${shared} } from '${firstId}';\n${later.text}\nexport { ${laterNames} };`);
      const all = `export { ${firstNames} } from '${firstId}';\nexport { ${laterNames} } from '${laterId}';`;
      return { code: all, map: null };
    },
  };
}

/** @param {Node[]} body @param {string} code */
function divide(body, code) {
  /** @param {Node} node */
  const source = ({ start, end }) => code.slice(start, end);
  const imports = body.filter(({ type }) => type === 'ImportDeclaration').map(source);
  const exported = body.flatMap((node) =>
    node.type === 'ExportNamedDeclaration' ? node.specifiers.flatMap(({ local }) => [...namesIn(local)]) : [],
  );
  /** @type {Statement[]} */
  const statements = body
    .filter(({ type }) => !/^(Import|Export)/.test(type))
    .map((node) => ({ text: source(node), declared: declaredBy(node), used: namesIn(node) }));
  // A statement that declares nothing has a side effect, so it stays in the first part.
  const atOnce = statements.filter(({ declared }) => declared.length === 0).flatMap(({ used }) => [...used]);
  const needed = reachable(statements, [...exported.filter((name) => !LATER.test(name)), ...atOnce]);
  const isLater = ({ declared = [''] }) => declared.length > 0 && !declared.some((name) => needed.has(name));
  /** @param {Statement[]} chosen */
  const joined = (chosen) => ({
    text: [...imports, ...chosen.map(({ text }) => text)].join('\n'),
    declared: new Set(chosen.flatMap(({ declared }) => declared)),
    used: new Set(chosen.flatMap(({ used }) => [...used])),
  });
  const first = joined(statements.filter((statement) => !isLater(statement)));
  const later = joined(statements.filter(isLater));
  return {
    first,
    later,
    firstNames: exported.filter((name) => first.declared.has(name)),
    laterNames: exported.filter((name) => later.declared.has(name)),
  };
}

/** The statements that these names need, directly or indirectly. @param {Statement[]} statements @param {string[]} names */
function reachable(statements, names) {
  const found = new Set(names);
  // The set grows during the loop, which also visits the added names.
  for (const name of found)
    for (const { declared, used } of statements)
      if (declared.includes(name)) for (const other of [...declared, ...used]) found.add(other);
  return found;
}

/** @param {Node} node @returns {string[]} */
function declaredBy(node) {
  if (node.type === 'VariableDeclaration') return node.declarations.flatMap(({ id }) => [...namesIn(id)]);
  return node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration' ? [node.id.name] : [];
}

/**
 * Identifiers in a piece of code, apart from property names. A shadowed name keeps too much in the first part, never too little.
 * @param {unknown} node @param {Set<string>} found
 */
function namesIn(node, found = new Set()) {
  if (typeof node !== 'object' || node === null) return found;
  if ('type' in node && node.type === 'Identifier' && 'name' in node) return found.add(String(node.name));
  const named = 'computed' in node && !node.computed && !('shorthand' in node && node.shorthand);
  for (const [key, value] of Object.entries(node))
    if (!named || (key !== 'property' && key !== 'key')) namesIn(value, found);
  return found;
}
