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
  // What every tag of ours inherits is not for pages.
  const methods = members.filter(
    (member) => member.kind === 'method' && member.inheritedFrom?.name !== 'EmbeddedElement',
  );
  return [
    table('attribute', attributes),
    table('property', properties, ({ name, readonly }) => `\`${name}\`${readonly ? ' (read only)' : ''}`),
    table('method', methods, ({ name }) => `\`${name}()\``),
    table('event', events),
    table('slot', slots),
    table('state', cssStates, ({ name }) => `\`:state(${name})\``),
    table('part', cssParts, code, 3),
    table('custom property', cssProperties),
  ].join('\n\n');
}

/** @param {Named} one */
const code = ({ name, default: value }) =>
  `\`${name}\`${value?.startsWith("'") || value === 'false' || !value ? '' : ` (${value})`}`;

/** @param {Named} one */
const meaning = ({ description = '' }) => description.replaceAll('|', '\\|');

/** Two entries per row, or three. @param {string} what @param {Named[]} all @param {(one: Named) => string} [name] */
function table(what, all, name = code, perRow = 2) {
  const entries = Array.from({ length: perRow }, (_, n) => n);
  const rows = all.flatMap((_, n) => (n % perRow ? [] : [entries.map((entry) => all[n + entry])]));
  const cells = rows.map((row) => row.map((one) => (one ? `${name(one)} | ${meaning(one)}` : ' | ')).join(' | '));
  const head = entries.map(() => `${what} | `).join('| ');
  return [`| ${head}|`, `|${'---|---|'.repeat(perRow)}`, ...cells.map((row) => `| ${row} |`)].join('\n');
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
