// Rollup plugin: leaves out what errors say to developers of packages and of rooms. No person ever reads it, and the stack tells where it was.

/** CodeMirror, Lit and the socket, and the frames of the wire. */
const MODULES = /\/node_modules\/(@codemirror\/(state|view)|@lit|partysocket|style-mod)\/|\/party\/shared\/wire\//;

/** @typedef {import('estree').Node & {start: number, end: number}} Node */

/** After the compiler. @returns {import('rollup').Plugin} */
export default function bareErrors() {
  return {
    name: 'bare-errors',
    transform(code, id) {
      if (!MODULES.test(id)) return null;
      const sentences = /** @type {Node[]} */ (thrown(this.parse(code)).flatMap(sentenceOf));
      const bare = sentences
        .sort((a, b) => b.start - a.start)
        .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), code);
      return { code: bare, map: null };
    },
  };
}

/** What an error says, if that is written where it is thrown. @param {import('estree').Expression} error */
function sentenceOf(error) {
  if (error.type !== 'NewExpression' && error.type !== 'CallExpression') return [];
  const [sentence, ...more] = error.arguments;
  const isText = sentence && /^(Literal|TemplateLiteral|BinaryExpression)$/.test(sentence.type);
  return isText && more.length === 0 ? [sentence] : [];
}

/** Everything that is thrown in a piece of code. @param {unknown} node @param {import('estree').Expression[]} found */
function thrown(node, found = []) {
  if (typeof node !== 'object' || node === null) return found;
  if ('type' in node && node.type === 'ThrowStatement' && 'argument' in node)
    found.push(/** @type {import('estree').Expression} */ (node.argument));
  for (const value of Object.values(node)) thrown(value, found);
  return found;
}
