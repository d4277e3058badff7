// Writes what editors and frameworks know of the tags, from the custom elements manifest: types for JSX and templates, and editors' data.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';

/** @typedef {{ name: string, kind?: string, description?: string, readonly?: boolean, static?: boolean, type?: { text: string } }} Named */
/** @typedef {{ name: string, tagName: string } & Partial<Record<'attributes' | 'members' | 'events', Named[]>>} Element */

const CLASSES = '../types/components/index.js';

/** What events of the tag are, for a framework that calls them by a prefix. @param {string} prefix */
const listeners = (prefix) =>
  `{ [E in keyof Events[T] as \`${prefix}\${E & string}\`]?: (event: Events[T][E] & { readonly currentTarget: Tags[T] }) => void }`;

/** Each framework's own attributes of any element, and where it looks for tags. @type {Record<string, string>} */
const frameworks = {
  react: `import type { ClassAttributes, HTMLAttributes } from 'react';
import type { Events, Props, Tags } from './tags.js';

/** What \`<code-room>\` and its parts take in JSX. */
export type TagAttributes<T extends keyof Tags> = Omit<HTMLAttributes<Tags[T]>, keyof Props[T]> & ClassAttributes<Tags[T]> & Props[T] & { class?: string } & ${listeners('on')};
export type CodeRoomAttributes = TagAttributes<'code-room'>;
type AllTags = { [T in keyof Tags]: TagAttributes<T> };
declare module 'react' { namespace JSX { interface IntrinsicElements extends AllTags {} } }
`,
  preact: `import type { ClassAttributes, JSX } from 'preact';
import type { Events, Props, Tags } from './tags.js';

/** What \`<code-room>\` and its parts take in JSX. */
export type TagAttributes<T extends keyof Tags> = Omit<JSX.HTMLAttributes<Tags[T]>, keyof Props[T]> & ClassAttributes<Tags[T]> & Props[T] & ${listeners('on')};
type AllTags = { [T in keyof Tags]: TagAttributes<T> };
declare module 'preact' { namespace JSX { interface IntrinsicElements extends AllTags {} } }
`,
  solid: `import type { JSX } from 'solid-js';
import type { Events, Props, Tags } from './tags.js';

/** What \`<code-room>\` and its parts take in JSX; properties with or without \`prop:\`. */
export type TagAttributes<T extends keyof Tags> = Omit<JSX.HTMLAttributes<Tags[T]>, keyof Props[T]> & Props[T] & { [P in keyof Props[T] as \`prop:\${P & string}\`]?: Props[T][P] } & ${listeners('on:')};
type AllTags = { [T in keyof Tags]: TagAttributes<T> };
declare module 'solid-js' { namespace JSX { interface IntrinsicElements extends AllTags {} } }
`,
  svelte: `import type { HTMLAttributes } from 'svelte/elements';
import type { Events, Props, Tags } from './tags.js';

/** What \`<code-room>\` and its parts take in a template. */
export type TagAttributes<T extends keyof Tags> = Omit<HTMLAttributes<Tags[T]>, keyof Props[T]> & Props[T] & ${listeners('on')};
type AllTags = { [T in keyof Tags]: TagAttributes<T> };
declare module 'svelte/elements' { interface SvelteHTMLElements extends AllTags {} }
`,
  vue: `import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { Events, Props, Tags } from './tags.js';

/** What \`<code-room>\` and its parts take in a template. */
export type TagAttributes<T extends keyof Tags> = Omit<HTMLAttributes, keyof Props[T]> & Props[T] & PublicProps;
type Tag<T extends keyof Tags> = new () => Tags[T] & {
  $props: TagAttributes<T>;
  $emit: EmitFn<{ [E in keyof Events[T]]: (event: Events[T][E]) => void }>;
};
type AllTags = { [T in keyof Tags]: Tag<T> };
declare module 'vue' { interface GlobalComponents extends AllTags {} }
`,
};

/** @param {Element[]} elements */
function tagTypes(elements) {
  const events = elements.flatMap((element) => ownEvents(element).map(({ type }) => type?.text ?? 'Event'));
  const classes = [...new Set([...elements.map(({ name }) => name), ...events.filter((name) => name !== 'Event')])];
  return [
    `import type { ${classes.sort().join(', ')} } from '${CLASSES}';`,
    described('The class of each tag.', 'Tags', elements, ({ name }) => name),
    described('The attributes and properties of each tag.', 'Props', elements, props),
    described('The events of each tag, beside those of every element.', 'Events', elements, (element) =>
      members(ownEvents(element).map((event) => [event, `'${event.name}': ${event.type?.text ?? 'Event'}`])),
    ),
    '',
  ].join('\n');
}

/** @param {string} says @param {string} name @param {Element[]} elements @param {(element: Element) => string} type */
function described(says, name, elements, type) {
  const lines = elements.map((element) => `  '${element.tagName}': ${type(element)};`);
  return `/** ${says} */\nexport interface ${name} {\n${lines.join('\n')}\n}`;
}

/** Attributes, and properties that may be set. @param {Element} element */
function props({ name, attributes = [], members: all = [] }) {
  const fields = all.filter((one) => one.kind === 'field' && !one.readonly && !one.static);
  const given = new Set(fields.map((one) => one.name));
  return members([
    ...attributes
      .filter((one) => !given.has(one.name))
      .map(
        (one) => /** @type {[Named, string]} */ ([one, `'${one.name}'?: ${one.type?.text ?? 'string'} | undefined`]),
      ),
    ...fields.map((one) => /** @type {[Named, string]} */ ([one, `${one.name}?: ${name}['${one.name}'] | undefined`])),
  ]);
}

/** @param {[Named, string][]} all */
function members(all) {
  const lines = all.map(([{ description }, line]) => `    ${description ? `/** ${description} */\n    ` : ''}${line};`);
  return all.length === 0 ? '{}' : `{\n${lines.join('\n')}\n  }`;
}

/** Those that no other element has. @param {Element} element */
function ownEvents({ events = [] }) {
  return events.filter(({ name }) => name.startsWith('code-room-'));
}

/** @param {string} folder Where the manifest is. */
function writeAll(folder) {
  const manifest = JSON.parse(readFileSync(`${folder}/custom-elements.json`, 'utf8'));
  /** @type {Element[]} */
  const elements = manifest.modules.flatMap((/** @type {{ declarations: Element[] }} */ one) => one.declarations);
  mkdirSync(`${folder}/frameworks`, { recursive: true });
  writeFileSync(`${folder}/frameworks/tags.d.ts`, tagTypes(elements));
  for (const [name, types] of Object.entries(frameworks)) {
    writeFileSync(`${folder}/frameworks/${name}.d.ts`, types);
    writeFileSync(`${folder}/frameworks/${name}.js`, '// Has types only.\nexport {};\n');
  }
  generateVsCodeCustomElementData(structuredClone(manifest), { outdir: folder });
  generateJetBrainsWebTypes(structuredClone(manifest), { outdir: folder, packageJson: false });
}

if (import.meta.filename === process.argv[1]) writeAll('dist');
