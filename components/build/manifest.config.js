// Configuration of the custom elements manifest: the public API of the elements, under the paths of the package.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** @typedef {{ name: string, description?: string, privacy?: string, type?: { text: string } }} Named */
/**
 * @typedef {object} Declaration
 * @property {string} kind
 * @property {string} name
 * @property {string} [tagName]
 * @property {boolean} [customElement]
 * @property {Named[]} [members]
 * @property {Named[]} [events]
 * @property {Named[]} [cssParts]
 * @property {Named[]} [cssProperties]
 */
/** @typedef {{ kind: string, path: string, declarations?: Declaration[], exports?: object[] }} Module */

const CLASSES = 'dist/index.js';
const REGISTRATION = 'dist/define.js';
const ROOM = 'components/code-room.ts';
const LAYOUT = 'components/element/default-layout.ts';

/** Members that the browser calls and reads. */
const BROWSERS_OWN = /Callback$|^formAssociated$/;

export default {
  globs: ['components/*.ts', 'components/element/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [{ name: 'as-shipped', packageLinkPhase }],
};

/** @param {{ customElementsManifest: { modules: Module[] } }} context */
function packageLinkPhase({ customElementsManifest }) {
  const found = customElementsManifest.modules.flatMap(({ path, declarations = [] }) =>
    declarations.map((declaration) => ({ path, declaration })),
  );
  const elements = found.filter(({ path, declaration }) => isElement(path, declaration));
  const room = elements.find(({ path }) => path === ROOM)?.declaration;
  for (const { path, declaration } of elements) {
    Object.assign(declaration, { tagName: basename(path, '.ts'), customElement: true });
    declaration.members = declaration.members?.filter(
      ({ name, privacy }) => privacy !== 'private' && privacy !== 'protected' && !BROWSERS_OWN.test(name),
    );
    // The analyzer also guesses events from dispatches inside; those are removed.
    declaration.events = declaration.events?.filter(({ name }) => /^(code-room-.+|input)$/.test(name));
    // All elements share the custom properties, which are set on the room.
    if (declaration !== room) declaration.cssProperties = room?.cssProperties;
  }
  if (room) room.cssParts = [...(room.cssParts ?? []), ...handedOn(elements, room)];
  const declarations = elements.map(({ declaration }) => declaration);
  const names = declarations.map(({ name, tagName }) => ({ name, tagName }));
  customElementsManifest.modules = [
    {
      kind: 'javascript-module',
      path: CLASSES,
      declarations,
      exports: names.map(({ name }) => ({ kind: 'js', name, declaration: { name, module: CLASSES } })),
    },
    {
      kind: 'javascript-module',
      path: REGISTRATION,
      declarations: [],
      exports: names.map(({ name, tagName }) => ({
        kind: 'custom-element-definition',
        name: tagName,
        declaration: { name, module: CLASSES },
      })),
    },
  ];
}

/** The file of an element is named after its tag. @param {string} path @param {Declaration} declaration */
function isElement(path, { kind, name }) {
  return kind === 'class' && /^components\/code-room[\w-]*\.ts$/.test(path) && name.startsWith('CodeRoom');
}

/** CSS parts of the parts, which a page styles on the room. @param {{ declaration: Declaration }[]} elements @param {Declaration} room */
function handedOn(elements, room) {
  const own = new Set(room.cssParts?.map(({ name }) => name));
  const exported = [...readFileSync(LAYOUT, 'utf8').matchAll(/exportparts="([^"]+)"/g)].flatMap(([, names = '']) =>
    names.split(/,\s*/),
  );
  const described = new Map(
    elements.flatMap(({ declaration }) => (declaration.cssParts ?? []).map((part) => [part.name, part])),
  );
  return [...new Set(exported)].flatMap((name) => (own.has(name) ? [] : [described.get(name) ?? { name }]));
}
