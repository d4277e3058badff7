// Lets a module import what Node has: the names of its modules become addresses of small modules that hand them on.

const STATIC = /((?:^|[;\n}])\s*(?:import|export)\b[^'"`;()]*?)(['"])((?:node:)?[a-z_-]+(?:\/[a-z-]+)?)\2/g;
const DYNAMIC = /(\bimport\s*\(\s*)(['"])((?:node:)?[a-z_-]+(?:\/[a-z-]+)?)\2(?=\s*\))/g;
const NAME = /^[A-Za-z_$][\w$]*$/;
/** No names of variables. */
const RESERVED = new Set(['default', 'delete', 'function', 'class', 'import', 'export', 'new', 'in', 'if', 'for']);

/** The same lines, with addresses in place of the names that `find` knows. */
export function withNodeImports(code: string, find: (name: string) => object | undefined): string {
  if (!/\b(?:import|export)\b/.test(code)) return code;
  const addresses = new Map<string, string>();
  const address = (name: string, found: object) => {
    const known =
      addresses.get(name) ?? URL.createObjectURL(new Blob([handing(name, found)], { type: 'text/javascript' }));
    addresses.set(name, known);
    return known;
  };
  const replaced = (whole: string, before: string, quote: string, name: string) => {
    const found = find(name);
    return found ? `${before}${quote}${address(name, found)}${quote}` : whole;
  };
  return code.replace(STATIC, replaced).replace(DYNAMIC, replaced);
}

/** Evaluated before the program, while `require` is still ours. */
function handing(name: string, found: object): string {
  const names = Object.keys(found).filter((key) => NAME.test(key) && !RESERVED.has(key));
  const constants = names.map((key, index) => `const v${index} = m[${JSON.stringify(key)}];`).join('');
  const list = names.map((key, index) => `v${index} as ${key}`).join(',');
  return `const m = require(${JSON.stringify(name)}); ${constants} export { ${list} }; export default m;`;
}
