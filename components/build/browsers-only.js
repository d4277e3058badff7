// Rollup plugin: removes code of packages that the element never needs: for browsers before 2020, for Node, and for the console.

const VIEW = /@codemirror\/view\/dist\/index\.js$/;
const SOCKET = /\/partysocket\/dist\/ws\.js$/;
/** Members of the socket that socket-transport.ts, its only user, does not use. */
const UNASKED = /^(bufferedAmount|drainQueuedMessages|extensions|protocol|retryCount|shouldReconnect|url)$/;

/** @returns {import('rollup').Plugin} */
export default function browsersOnly() {
  return {
    name: 'browsers-only',
    transform(code, id) {
      if (!VIEW.test(id) && !SOCKET.test(id)) return null;
      const body = /** @type {Node[]} */ (this.parse(code).body);
      const without = VIEW.test(id) ? withoutExplorer(code) : withoutNode(withoutMembers(code, body));
      // If a new version is written differently, the build fails instead of silently growing.
      if (without === null) this.error(`${id} is no longer written as it was.`);
      return { code: without, map: null };
    },
  };
}

/** @typedef {import('estree').Node & {start: number, end: number}} Node */

/** @param {string} code */
function withoutExplorer(code) {
  return replaced(code, [
    [/^const (ie_edge|ie_upto10|ie_11up|ie) = .*;$/gm, 'const $1 = false;'],
    [/\bbrowser\.ie(_version)?\b/g, 'false'],
  ]);
}

/** Removes the branch for Node, and the advice for using it there. @param {string} code */
function withoutNode(code) {
  return replaced(code, [
    [/^const (isNode|isReactNative) =[^;]*;$/gm, 'const $1 = false;'],
    [/\btypeof WebSocket === "undefined"/g, 'false'],
    [/\bconsole\.(?:error|warn)\(\s*(?:`(?:\\`|[^`])*`|"[^"]*")\s*\);/g, ';'],
  ]);
}

/** @param {string} code @param {Node[]} body */
function withoutMembers(code, body) {
  const classes = body.flatMap((node) =>
    node.type === 'VariableDeclaration' ? node.declarations.flatMap(({ init }) => init ?? []) : [],
  );
  const members = classes.flatMap((node) => (node.type === 'ClassExpression' ? node.body.body : []));
  const unasked = /** @type {Node[]} */ (members).filter(
    (member) => member.type === 'MethodDefinition' && member.key.type === 'Identifier' && UNASKED.test(member.key.name),
  );
  return unasked.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), code);
}

/** Null when one of the patterns is not found. @param {string} code @param {[RegExp, string][]} all */
function replaced(code, all) {
  let rest = code;
  for (const [pattern, by] of all) {
    const next = rest.replace(pattern, by);
    if (next === rest) return null;
    rest = next;
  }
  return rest;
}
