// Rollup plugin: shortens the internal property names of CodeMirror's classes, which are a tenth of the first load's half that is CodeMirror.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rollup/parseAst';

/** The packages of the first load; names in others are not worth it. */
const FIRST = ['@codemirror/state', '@codemirror/view'];
/** All modules that are in one program with them. */
const BESIDE =
  /^(@codemirror|@lezer|@lit|@marijn|crelt|idb-keyval|lit(-element|-html)?|partysocket|style-mod|w3c-keyname)$/;
const WORD = /[\p{L}$_][\p{L}\p{N}$_]*/gu;
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Fewer names mean that CodeMirror's code has changed its form. */
const LEAST = 300;

/** @typedef {import('estree').Node & {start: number, end: number}} Node */
/** @typedef {Node & import('estree').Identifier} Name */

/**
 * A name is shortened if it cannot mean anything else: a CodeMirror class has it, no browser API has it, it does not occur in our
 * files, and it is in no string, which could be used to access the member. It is then shortened in all packages.
 * @returns {import('rollup').Plugin}
 */
export default function shortNames() {
  /** @type {Map<string, string>} */
  let names = new Map();
  return {
    name: 'short-names',
    buildStart() {
      names = chosenNames();
      if (names.size < LEAST) this.error(`CodeMirror has only ${names.size} names for itself.`);
    },
    transform: (code, id) => (id.includes('node_modules') ? { code: renamed(code, names), map: null } : null),
  };
}

/** The short name of each name. @returns {Map<string, string>} */
export function chosenNames() {
  const packages = filesIn('node_modules', /\.js$/, BESIDE).map((file) => readFileSync(file, 'utf8'));
  const ours = ['components', 'party/shared'].flatMap((folder) => filesIn(folder, /\.ts$/));
  const browsers = filesIn('node_modules/@typescript', /\/lib\.[\w.]+\.d\.ts$/);
  const meant = wordsOf([...ours, ...browsers].map((file) => readFileSync(file, 'utf8')));
  for (const word of wordsOf(packages.flatMap((code) => strings(parsed(code))))) meant.add(word);
  const used = FIRST.flatMap((name) => {
    const program = parsed(readFileSync(`node_modules/${name}/dist/index.js`, 'utf8'));
    const members = new Set(membersOf(program));
    return propertiesOf(program).flatMap(({ name }) => (members.has(name) && !meant.has(name) ? name : []));
  });
  const counts = new Map();
  for (const name of used) counts.set(name, (counts.get(name) ?? 0) + 1);
  const taken = wordsOf(packages);
  const free = shortWords().filter((word) => !meant.has(word) && !taken.has(word));
  const often = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
  return new Map(often.map((name, n) => [name, free[n] ?? name]));
}

/** @param {string} code @param {Map<string, string>} names */
export function renamed(code, names) {
  let rest = code;
  for (const { name, start, end, alone } of propertiesOf(parsed(code)).sort((a, b) => b.start - a.start)) {
    const short = names.get(name);
    // `{ name }` is also the external name.
    if (short) rest = rest.slice(0, start) + (alone ? `${short}: ${name}` : short) + rest.slice(end);
  }
  return rest;
}

/** All places where a property is named. @param {Node} program */
function propertiesOf(program) {
  return nodesIn(program).flatMap((node) => {
    if (node.type === 'MemberExpression') return node.computed ? [] : place(node.property);
    if (node.type === 'Property') return node.computed ? [] : place(node.key, node.shorthand);
    if (node.type === 'MethodDefinition' || node.type === 'PropertyDefinition')
      return node.computed ? [] : place(node.key);
    return [];
  });
}

/** @param {import('estree').Node} node */
function place(node, alone = false) {
  if (node.type !== 'Identifier') return [];
  const { name, start, end } = /** @type {Name} */ (node);
  return [{ name, start, end, alone }];
}

/** Members that classes declare or assign to `this`. @param {Node} program @returns {string[]} */
function membersOf(program) {
  return nodesIn(program).flatMap((node) => {
    if (node.type === 'MethodDefinition' || node.type === 'PropertyDefinition')
      return node.key.type === 'Identifier' && !node.computed ? node.key.name : [];
    if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return [];
    const { object, property, computed } = node.left;
    return object.type === 'ThisExpression' && property.type === 'Identifier' && !computed ? property.name : [];
  });
}

/** All string literals. @param {Node} program */
function strings(program) {
  return nodesIn(program).flatMap((node) => {
    if (node.type === 'TemplateElement') return node.value.cooked ?? [];
    return node.type === 'Literal' && typeof node.value === 'string' ? node.value : [];
  });
}

/** @param {unknown} node @param {Node[]} found @returns {Node[]} */
function nodesIn(node, found = []) {
  if (typeof node !== 'object' || node === null) return found;
  if ('type' in node) found.push(/** @type {Node} */ (node));
  for (const value of Object.values(node)) nodesIn(value, found);
  return found;
}

/** @param {string} code */
const parsed = (code) => /** @type {Node} */ (/** @type {unknown} */ (parseAst(code)));

/** @param {string[]} texts @returns {Set<string>} */
const wordsOf = (texts) => new Set(texts.flatMap((text) => text.match(WORD) ?? []));

/** All names of two letters. */
const shortWords = () => [...LETTERS].flatMap((first) => [...LETTERS].map((second) => first + second));

/** Includes subfolders; in this folder, only those matching `top`. @param {string} folder @param {RegExp} pattern @returns {string[]} */
function filesIn(folder, pattern, top = /./) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!top.test(entry.name)) return [];
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(path, pattern);
    return pattern.test(path) ? path : [];
  });
}
