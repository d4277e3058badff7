// Rollup plugin: removes code of packages that the element never uses, such as that for browsers before 2020, for Node, and for the console.

const VIEW = /@codemirror\/view\/dist\/index\.js$/;
const SOCKET = /\/partysocket\/dist\/ws\.js$/;
const CLUSTERS = /@marijn\/find-cluster-break\/src\/index\.js$/;
const PROPERTY = /@lit\/reactive-element\/decorators\/property\.js$/;

/** Members of classes that nobody calls: here, and in the packages that are loaded. */
const UNASKED = [
  {
    of: SOCKET,
    names:
      /\.(_debug|_getNextProtocols|_getNextUrl|bufferedAmount|drainQueuedMessages|extensions|protocol|retryCount|shouldReconnect|url)$/,
  },
  {
    of: /@codemirror\/state\/dist\/index\.js$/,
    // Changes alone are kept and sent as JSON.
    names: /^(ChangeDesc|SelectionRange|EditorSelection|EditorState)\.(to|from)JSON$|^Transaction\.reconfigured$/,
  },
  {
    of: VIEW,
    names:
      /^EditorView\.(scrollSnapshot|setRoot|visualLineSide)$|^DOMObserver\.setWindow$|\.(hasHeight|updateEditContextFormatting)$/,
  },
];

/** @returns {import('rollup').Plugin} */
export default function browsersOnly() {
  return {
    name: 'browsers-only',
    transform(code, id) {
      const unasked = UNASKED.find(({ of }) => of.test(id));
      const change = changes.find(([of]) => of.test(id))?.[1];
      if (!unasked && !change) return null;
      const rest = unasked ? withoutMembers(code, /** @type {Node[]} */ (this.parse(code).body), unasked.names) : code;
      const without = change ? change(rest) : rest;
      // If a new version is written differently, the build fails instead of silently growing.
      if (without === null || (unasked && rest === code)) this.error(`${id} is no longer written as it was.`);
      return { code: without, map: null };
    },
  };
}

/** What else is left out of a package. @type {[RegExp, (code: string) => string | null][]} */
const changes = [
  [VIEW, trimmedView],
  [SOCKET, trimmedSocket],
  [PROPERTY, withoutStandardDecorators],
  [CLUSTERS, withoutTable],
];

/** @typedef {import('estree').Node & {start: number, end: number}} Node */

/** @param {string} code */
function trimmedView(code) {
  return replaced(code, [
    [/^const (ie_edge|ie_upto10|ie_11up|ie) = .*;$/gm, 'const $1 = false;'],
    [/\bbrowser\.ie(_version)?\b/g, 'false'],
    // Editors do without it (text-view.ts).
    [/\bif \(window\.EditContext && browser\.android[^{]*\{/, 'if (false) {'],
    [/\bthis\.updateEditContextFormatting\(update\);/, ''],
    [/\b(?:this|(?:this\.)?view\.observer)\.editContext\b(?! = )/g, 'null'],
    // All have `tab-size` since 2021.
    [/\bif \(config\.replaceTabs = !supportsTabSize\(\)\)[^;]*;/, ''],
    [/\bif \(code == 9\) \{[^}]*\}\);\s*\}/, ''],
  ]);
}

/** Removes what is for Node, addresses that are made for each attempt, and all that nobody asks of it. @param {string} code */
function trimmedSocket(code) {
  return replaced(code, [
    [/^const (isNode|isReactNative) =[^;]*;$/gm, 'const $1 = false;'],
    [/\btypeof WebSocket === "undefined"/g, 'false'],
    // The address is a string, and there are no protocols.
    [/\bthis\._getNextUrl\((this\._url)\)/, '$1'],
    [/\bthis\._getNextProtocols\(.*\)/, 'null'],
    [/\bprotocols \? new WS\(url, protocols\) : /, ''],
    [/\bconsole\.(?:error|warn)\(\s*(?:`(?:\\`|[^`])*`|"[^"]*")\s*\);/g, ';'],
    // Nobody logs.
    [/\bthis\._debug\([^;]*\);/g, ''],
    [/\b_debugLogger = console\.log\.bind\(console\);/, ''],
    [/\bif \(this\._options\.debugLogger\)[^;]*;/, ''],
    // It begins at once, tries for ever, and is listened to by addEventListener().
    [/\bif \(this\._options\.startClosed\)[^;]*;/, ''],
    [/\bthis\._options\.startClosed\s*\?[^:]*:/, ''],
    [/\bif \(this\._retryCount >= maxRetries\) \{[^}]*\}/, ''],
    [/\bmaxRetries = DEFAULT\.maxRetries,/, ''],
    [/\bon(close|error|message|open) = null;/g, ''],
    [/\bif \(this\.on\w+\) this\.on\w+\(event\);/g, ''],
    // What cannot be sent is not queued.
    [/\bif \(this\._closeCalled && !this\._didWarnAboutClosedSend\) \{[^}]*\}/, ''],
    [/\b(?:this\.)?_didWarnAboutClosedSend = false;/g, ''],
    [/\bconst \{ maxEnqueuedMessages = [^}]*\}[^{]*\{[^}]*\}/, ''],
    [/\bthis\._messageQueue\.forEach\([^}]*\}\);/, ''],
    [/\b(?:this\.)?_messageQueue = \[\];/g, ''],
    [/^ {2}(?:maxRetries|maxEnqueuedMessages|startClosed|debug): .*$/gm, ''],
  ]);
}

/** Marks that begin a character of their own. */
const APART =
  '\\u102b\\u102c\\u1038\\u1062-\\u1064\\u1067-\\u106d\\u1083\\u1087-\\u108c\\u108f\\u109a-\\u109c\\u1a61\\u1a63\\u1a64\\uaa7b\\uaa7d\\u{11720}\\u{11721}';
/** What extends the character before it, as the table of the package has it: browsers know most of that by themselves. */
const EXTENDS = `/^(?![${APART}])[\\p{M}\\p{EMod}\\u0e33\\u0eb3\\u200c\\uff9e\\uff9f]/u`;

/** @param {string} code */
export function withoutTable(code) {
  return replaced(code, [
    [
      /^let rangeFrom[\s\S]*?^(export function isExtendingChar\(code\)) \{[\s\S]*?^\}/m,
      `$1 {\n  return code >= 768 && ${EXTENDS}.test(String.fromCodePoint(code));\n}`,
    ],
  ]);
}

/** The compiler makes decorators of the older kind. @param {string} code */
function withoutStandardDecorators(code) {
  return replaced(code, [[/"object"==typeof o\?r\(t,e,o\):/, '']]);
}

/** @param {string} code @param {Node[]} body @param {RegExp} names As `Class.member`. */
function withoutMembers(code, body, names) {
  const members = body.flatMap(classesIn).flatMap(
    ([
      name,
      {
        body: { body: all },
      },
    ]) => all.filter((member) => member.type === 'MethodDefinition' && names.test(`${name}.${nameOf(member)}`)),
  );
  return /** @type {Node[]} */ (members).reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
    code,
  );
}

/** @param {import('estree').MethodDefinition} member */
function nameOf({ key }) {
  return key.type === 'Identifier' ? key.name : '';
}

/** The classes that a statement declares, by name. @param {Node} node @returns {[string, import('estree').Class][]} */
function classesIn(node) {
  if (node.type === 'ClassDeclaration') return [[node.id.name, node]];
  if (node.type !== 'VariableDeclaration') return [];
  return node.declarations.flatMap(({ id, init }) =>
    init?.type === 'ClassExpression' && id.type === 'Identifier' ? [[id.name, init]] : [],
  );
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
