/** Writes the documents that the host serves, and the skill for coding agents: from demo/docs, the manifest, the tables of sentences and the documents of the parts. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { KEY_HELP } from '../../components/replay/replay-keys.js';
import { COMPARED, compared } from '../docs/compared.js';
import type { Docs, DocsPage, Example, Part } from '../server/docs.js';
import { changeParts } from './change-notes.js';
import { elementCalled, elementParts, type Manifest, otherElements } from './element-tables.js';
import { type Chapter, messageParts, refusalChapters } from './refusal-chapters.js';
import { sectionOf } from './sections.js';
import { skillText } from './skill.js';

const PAGES = 'demo/docs/pages';
const EXAMPLES = 'demo/docs/examples';

/** In the order of the navigation. */
const ORDER = ['embed', 'guide', 'reference', 'recipes', 'policy', 'keys', 'messages', 'compared', 'changes'];

/** Rejects with a sentence when a page names something that is not there. */
function readDocuments(): Docs {
  const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Manifest;
  const chapters = refusalChapters();
  const examples = readExamples();
  const names = new Set(readdirSync(PAGES).map((name) => basename(name, '.md')));
  const missing = [...names].filter((name) => !ORDER.includes(name));
  if (missing.length > 0) throw new Error(`ORDER in demo/build/docs.ts does not have ${missing.join(', ')}.`);
  // Until something has been measured there is no page about it.
  const there = ORDER.filter((name) => name !== 'compared' || existsSync(COMPARED));
  const pages = there.map((name) => {
    const text = readFileSync(`${PAGES}/${name}.md`, 'utf8');
    return readPage(name === 'embed' ? '/embed' : `/embed/${name}`, text, { manifest, chapters, examples });
  });
  const messages = chapters.flatMap((chapter) => chapter.messages);
  return { pages, messages, skill: skillText(manifest, examples) };
}

function readExamples(): Map<string, string> {
  const names = readdirSync(EXAMPLES).filter((name) => name.endsWith('.html'));
  return new Map(names.map((name) => [basename(name, '.html'), readFileSync(`${EXAMPLES}/${name}`, 'utf8').trimEnd()]));
}

interface Sources {
  manifest: Manifest;
  chapters: Chapter[];
  examples: ReadonlyMap<string, string>;
}

function readPage(path: string, text: string, sources: Sources): DocsPage {
  const [, title = '', description = '', body = ''] = /^# (.+)\n\n(.+)\n([\s\S]*)$/.exec(text) ?? [];
  if (!title) throw new Error(`The page for ${path} has no title and description in its first lines.`);
  let heading = title;
  const parts = body.split(/^(::.+::)$/m).flatMap((piece): Part[] => {
    const [, order] = /^::(.+)::$/.exec(piece) ?? [];
    if (order) return ordered(order, heading, sources);
    heading = [...piece.matchAll(/^## (.+)$/gm)].at(-1)?.[1] ?? heading;
    return textParts(piece);
  });
  return { path, title, description, parts };
}

function ordered(order: string, title: string, { manifest, chapters, examples }: Sources): Part[] {
  const [, verb = '', what = ''] = /^([\w-]+) ?(.*)$/.exec(order) ?? [];
  switch (verb) {
    case 'example':
      return [exampleOf(what, title, examples)];
    case 'element':
      return elementParts(elementCalled(manifest, what));
    case 'elements':
      return otherElements(manifest);
    case 'section':
      return textParts(sectionOf(what));
    case 'messages':
      return messageParts(chapters);
    case 'policy':
      return [{ kind: 'form', form: 'policy' }];
    case 'changes':
      return changeParts(readFileSync('CHANGELOG.md', 'utf8'));
    case 'replay-keys':
      return [
        {
          kind: 'table',
          caption: 'Keys of a replay',
          head: ['Keys', 'What they do'],
          rows: Object.entries(KEY_HELP).map(([keys, words]) => [keys, `${words[0]?.toUpperCase()}${words.slice(1)}.`]),
        },
      ];
    case 'figures':
      return compared();
    default:
      throw new Error(`The build of the documents does not know "::${order}::".`);
  }
}

function exampleOf(name: string, title: string, examples: ReadonlyMap<string, string>): Example {
  const html = examples.get(name);
  if (html === undefined) throw new Error(`There is no ${EXAMPLES}/${name}.html.`);
  return { kind: 'example', name, title, html };
}

/** Section by section; tables apart, because they may be long. */
function textParts(text: string): Part[] {
  let heading = 'Table';
  return text
    .split(/\n(?=#{2,3} )|\n\n(?=\|)|(?<=\n\|[^\n]*)\n\n/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece): Part => {
      if (piece.startsWith('|')) return tableOf(piece, heading);
      heading = /^#{2,3} (.+)/.exec(piece)?.[1] ?? heading;
      return { kind: 'text', text: piece };
    });
}

function tableOf(text: string, caption: string): Part {
  const cells = (line: string) =>
    line
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replaceAll('\\|', '|'));
  const [head = '', , ...rows] = text.split('\n');
  return { kind: 'table', caption, head: cells(head), rows: rows.map(cells) };
}

function write(path: string, text: string): void {
  // A watcher would react to an unchanged file, too.
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeFileSync(path, text);
}

if (process.argv[1] === import.meta.filename) {
  const documents = readDocuments();
  mkdirSync('dist', { recursive: true });
  write('dist/skill.md', documents.skill);
  // The build is over when this is written: demo/prepare.mjs looks at it.
  writeFileSync('dist/docs.txt', JSON.stringify(documents));
}
