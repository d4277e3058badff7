// Updates the tables of README.md from the custom elements manifest. After a build: `node components/build/readme-tables.js`.
import { readFileSync, writeFileSync } from 'node:fs';

/** @typedef {{ name: string, kind?: string, static?: boolean, description?: string, default?: string, attribute?: string, readonly?: boolean, inheritedFrom?: { name: string } }} Named */
/** @typedef {Partial<Record<'attributes' | 'members' | 'events' | 'slots' | 'cssParts' | 'cssStates' | 'cssProperties', Named[]>> & { tagName?: string }} Element */
/** @typedef {{ modules: { declarations?: Element[] }[] }} Manifest */

/** @param {Manifest} manifest */
export function readmeTables(manifest) {
  const room = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .find((one) => one.tagName === 'code-room');
  if (!room) throw new Error('The manifest has no <code-room>.');
  const {
    members = [],
    events = [],
    slots = [],
    attributes = [],
    cssParts = [],
    cssStates = [],
    cssProperties = [],
  } = room;
  const properties = members.filter(
    (member) => member.kind === 'field' && !member.static && !member.attribute && member.name !== 'readonly',
  );
  const methods = members.filter((member) => member.kind === 'method' && !member.inheritedFrom);
  return [
    pairs('attribute', attributes),
    pairs('property', properties, ({ name, readonly }) => `\`${name}\`${readonly ? ' (read only)' : ''}`),
    pairs('method', methods, ({ name }) => `\`${name}()\``),
    pairs('event', events),
    pairs('slot', slots),
    pairs('state', cssStates, ({ name }) => `\`:state(${name})\``),
    pairs('part', cssParts),
    pairs('custom property', cssProperties),
  ].join('\n\n');
}

/** @param {Named} one */
const code = ({ name, default: value }) =>
  `\`${name}\`${value?.startsWith("'") || value === 'false' || !value ? '' : ` (${value})`}`;

/** @param {Named} one */
const meaning = ({ description = '' }) => description.replaceAll('|', '\\|');

/** Two entries per row. @param {string} what @param {Named[]} all @param {(one: Named) => string} [name] */
function pairs(what, all, name = code) {
  const rows = all.flatMap((one, n) => (n % 2 ? [] : [[one, all[n + 1]]]));
  const cells = rows.map((row) => row.map((one) => (one ? `${name(one)} | ${meaning(one)}` : ' | ')).join(' | '));
  return [`| ${what} | | ${what} | |`, '|---|---|---|---|', ...cells.map((row) => `| ${row} |`)].join('\n');
}

if (import.meta.filename === process.argv[1]) {
  const tables = readmeTables(JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')));
  const readme = readFileSync('README.md', 'utf8');
  const mark = /<!-- tables -->[\s\S]*<!-- \/tables -->/;
  writeFileSync(
    'README.md',
    readme.replace(mark, () => `<!-- tables -->\n${tables}\n<!-- /tables -->`),
  );
}
