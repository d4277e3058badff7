/** Tables about the elements, from the custom elements manifest. */
import type { Part, Table } from '../server/docs.js';

interface Named {
  name: string;
  kind?: string;
  description?: string;
  default?: string;
  attribute?: string;
  readonly?: boolean;
  inheritedFrom?: { name: string };
  type?: { text: string };
  parameters?: Parameter[];
  return?: { type?: { text: string } };
}

interface Parameter {
  name: string;
  optional?: boolean;
  type?: { text: string };
  default?: string;
}

type Face = 'attributes' | 'members' | 'events' | 'slots' | 'cssParts' | 'cssStates' | 'cssProperties';

export interface ElementFacts extends Partial<Record<Face, Named[]>> {
  name: string;
  tagName: string;
  description?: string;
}

export interface Manifest {
  modules: { declarations?: ElementFacts[] }[];
}

function elementsOf(manifest: Manifest): ElementFacts[] {
  return manifest.modules.flatMap(({ declarations = [] }) => declarations);
}

export function elementCalled(manifest: Manifest, tag: string): ElementFacts {
  const found = elementsOf(manifest).find(({ tagName }) => tagName === tag);
  if (!found) throw new Error(`The manifest has no <${tag}>.`);
  return found;
}

/** What belongs to properties, and what to methods: the manifest has both as members. What all tags inherit is not for pages. */
export function propertiesOf({ members = [] }: ElementFacts): Named[] {
  return members.filter(({ kind, attribute, name }) => kind === 'field' && !attribute && name !== 'readonly');
}

export function methodsOf({ members = [] }: ElementFacts): Named[] {
  return members.filter(({ kind, inheritedFrom }) => kind === 'method' && inheritedFrom?.name !== 'EmbeddedElement');
}

const code = (text: string) => `\`${text.replace(/\s+/g, ' ').replaceAll('`', '')}\``;
const typed = ({ type }: Named) => (type?.text ? code(type.text.replace(/\s*\|\s*undefined/, '')) : '');
const means = ({ description = '' }: Named) => description.replace(/\s+/g, ' ').trim();

/** `add(file: GivenFile): Promise<void>`. */
export function signature({ name, parameters = [], return: given }: Named): string {
  return `${name}(${parameters.map(parameter).join(', ')})${given?.type ? `: ${given.type.text}` : ''}`;
}

/** The manifest has no type where the usual value says it. */
function parameter({ name, optional, type, default: value }: Parameter): string {
  if (!type && value !== undefined) return `${name} = ${value}`;
  return `${name}${optional ? '?' : ''}: ${type?.text ?? 'unknown'}`;
}

function usual({ default: value }: Named): string {
  return value === undefined || value === "''" ? '' : code(value);
}

/** One table for each kind of thing that the element has, below a heading of its own. */
export function elementParts(element: ElementFacts): Part[] {
  const { attributes = [], events = [], slots = [], cssParts = [], cssStates = [], cssProperties = [] } = element;
  const parts: [title: string, head: string[], rows: string[][]][] = [
    ['Attributes', ['Attribute', 'Type', 'Meaning'], attributes.map((one) => [code(one.name), typed(one), means(one)])],
    [
      'Properties',
      ['Property', 'Type', 'Meaning'],
      propertiesOf(element).map((one) => [
        code(one.name),
        typed(one),
        `${means(one)}${one.readonly ? ' Read only.' : ''}`,
      ]),
    ],
    ['Methods', ['Method', 'Meaning'], methodsOf(element).map((one) => [code(signature(one)), means(one)])],
    ['Events', ['Event', 'Class', 'Fires when'], events.map((one) => [code(one.name), typed(one), means(one)])],
    ['Slots', ['Slot', 'What it takes'], slots.map((one) => [code(one.name), means(one)])],
    ['States', ['State', 'Holds while'], cssStates.map((one) => [code(`code-room:state(${one.name})`), means(one)])],
    ['Parts', ['Part', 'What it is'], cssParts.map((one) => [code(`code-room::part(${one.name})`), means(one)])],
    [
      'Custom properties',
      ['Property', 'Default', 'Meaning'],
      cssProperties.map((one) => [code(one.name), usual(one), means(one)]),
    ],
  ];
  return parts.flatMap(([title, head, rows]): Part[] => {
    if (rows.length === 0) return [];
    const table: Table = { kind: 'table', caption: title, head, rows };
    return [{ kind: 'text', text: `## ${title}` }, table];
  });
}

/** All elements but the room itself, each with what it alone has. */
export function otherElements(manifest: Manifest): Part[] {
  const others = elementsOf(manifest).filter(({ tagName }) => tagName !== 'code-room');
  const isOwn = ({ inheritedFrom }: Named) => !inheritedFrom;
  const own = (element: ElementFacts) =>
    [
      ...(element.attributes ?? []).map(({ name }) => `attribute ${code(name)}`),
      ...propertiesOf(element)
        .filter(isOwn)
        .map(({ name }) => code(name)),
      ...methodsOf(element)
        .filter(isOwn)
        .map(({ name }) => code(`${name}()`)),
      ...(element.events ?? []).map(({ name }) => `event ${code(name)}`),
    ].join(', ');
  const rows = others.map((element) => [code(`<${element.tagName}>`), means(element), own(element)]);
  return [{ kind: 'table', caption: 'Other elements', head: ['Element', 'What it is', 'Of its own'], rows }];
}
