/** The skill for coding agents: one Markdown file with front matter, made of the manifest and of the examples that the pages run. */
import { fenced, tableMarkdown } from '../server/docs.js';
import {
  type ElementFacts,
  elementCalled,
  type Manifest,
  methodsOf,
  propertiesOf,
  signature,
} from './element-tables.js';

const DESCRIPTION =
  'Puts <code-room>, a live coding room (shared editor, cursors, one shared sandboxed run of Python, JavaScript, TypeScript or SQL), into a web page, and talks to it. Use it when somebody wants a collaborative code editor, an interview pad, a runnable code example or a replay of one in a page, or when a page already has a <code-room> tag.';

/** Shown whole, in this order, with what they are for. */
const SHOWN: readonly (readonly [name: string, title: string])[] = [
  ['hello', 'The smallest page'],
  ['run', 'Run from a script, and read the output'],
  ['events', 'Listen to events'],
  ['files', 'Several files'],
  ['tests', 'Tests'],
  ['looks', 'Colours, fonts, parts'],
  ['layout', 'A layout of your own'],
  ['language', 'A language of your own'],
];

export function skillText(manifest: Manifest, examples: ReadonlyMap<string, string>): string {
  const room = elementCalled(manifest, 'code-room');
  const shown = SHOWN.map(([name, title]) => {
    const html = examples.get(name);
    if (html === undefined) throw new Error(`There is no example "${name}" for the skill.`);
    return `### ${title}\n\n${fenced(html, 'html')}`;
  });
  return `---
name: code-room
description: ${JSON.stringify(DESCRIPTION)}
---

# code-room

\`<code-room>\` is one custom element, without a framework. \`https://rooms.example\` stands for the host that serves the script, the rooms and the sandbox. From npm: \`npm install code-room\`, then \`import 'code-room/define'\` in place of the script tag, and \`host="https://rooms.example"\` on the tag.

## Rules

- Without \`room\` it is a local room for one person and needs no server; programs then run if \`runner\` names a sandbox (the script of a host knows its own).
- \`room\` is 1 to 64 letters, digits, \`-\` or \`_\`. By name alone it opens only where the server has \`CODE_ROOM_OPEN=1\`; otherwise set \`getToken\`.
- Never put a secret or a long-lived token into the page. \`getToken\` returns a token of at most 10 minutes, made by your own server; set it before \`room\`.
- Set properties, not attributes, for what changes: \`value\`, \`language\`, \`file\`. The attributes of these names are what they are at first.
- \`run()\` and \`test()\` never reject: read \`state\` or the results. Methods that change files reject with an \`Error\` whose message is for people.
- Listen to \`code-room-error\`; show \`event.sentence\` as it is.
- Give the tag a height in a rule of the page: \`code-room { display: block; height: 30rem; }\`.
- Style it by custom properties and \`::part()\`; its shadow root is not yours.
- React, Vue, Svelte, Angular: starter code in \`<pre slot="code">\` or by the property \`code\`, because some of them drop or refuse \`<script>\`.
- A Content-Security-Policy needs \`script-src\`, \`connect-src\` (https and wss) and \`frame-src\` of the host: https://rooms.example/embed/policy.md

## Examples

${shown.join('\n\n')}

## Attributes

${tableMarkdown({ head: ['Attribute', 'Meaning'], rows: rows(room, 'attributes') })}

## Properties

${tableMarkdown({ head: ['Property', 'Meaning'], rows: propertiesOf(room).map(({ name, readonly, ...one }) => [`\`${name}\``, `${meaning(one)}${readonly ? ' Read only.' : ''}`]) })}

## Methods

${tableMarkdown({ head: ['Method', 'Meaning'], rows: methodsOf(room).map((one) => [`\`${signature(one)}\``, meaning(one)]) })}

## Events

${tableMarkdown({ head: ['Event', 'Fires when'], rows: rows(room, 'events') })}

## Slots

${tableMarkdown({ head: ['Slot', 'What it takes'], rows: rows(room, 'slots') })}

## Custom properties

${(room.cssProperties ?? []).map(({ name }) => `\`${name}\``).join(', ')}

## Parts

${(room.cssParts ?? []).map(({ name }) => `\`${name}\``).join(', ')}

## When something is wrong

Every message has a code and what to do: https://rooms.example/embed/messages.md. The HTTP API: https://rooms.example/docs.md. Tokens in five languages, bots, webhooks, languages of your own: https://rooms.example/embed/recipes.md. Everything else: https://rooms.example/llms.txt
`;
}

function rows(room: ElementFacts, face: 'attributes' | 'events' | 'slots'): string[][] {
  return (room[face] ?? []).map((one) => [`\`${one.name}\``, meaning(one)]);
}

function meaning({ description = '' }: { description?: string }): string {
  return description.replace(/\s+/g, ' ').trim();
}
