/** The documents of the host: what they consist of, and how each is written as Markdown. The build makes them, see demo/build/docs.ts. */

/** Stands in the documents for the host's own address. */
const EXAMPLE_ORIGIN = 'https://rooms.example';
/** Stands in examples for the name of a room of the visitor's own. */
export const EXAMPLE_ROOM = 'try-this-room';

export interface Table {
  kind: 'table';
  /** For those who listen, and for machines. */
  caption: string;
  head: string[];
  /** Cells in Markdown, of one line. */
  rows: string[][];
}

export interface Example {
  kind: 'example';
  /** Of its file in demo/docs/examples. */
  name: string;
  title: string;
  html: string;
}

export type Part =
  /** Markdown without tables, one section or less. */
  | { kind: 'text'; text: string }
  | Table
  | Example
  | { kind: 'image'; path: string; alt: string }
  /** What the host makes itself: the form of a policy, the search of messages. */
  | { kind: 'form'; form: 'policy' | 'messages' };

export interface DocsPage {
  /** On the host: `/embed`. */
  path: string;
  title: string;
  /** One or two sentences. */
  description: string;
  parts: Part[];
}

/** A sentence that people may read, by its code. */
export interface Message {
  code: string;
  sentence: string;
  /** What to do, as one sentence or more. */
  advice: string;
}

export interface Docs {
  pages: DocsPage[];
  messages: Message[];
  /** For coding agents: one file with front matter. */
  skill: string;
}

export const NO_DOCUMENTS: Docs = { pages: [], messages: [], skill: '' };

/** With the address of this host in place of the one in the examples, and with a room's name of the visitor's own if there is one. */
export function atHome<T>(documents: T, origin: string, room = EXAMPLE_ROOM): T {
  const socket = (address: string) => address.replace(/^http/, 'ws');
  const text = JSON.stringify(documents)
    .replaceAll(EXAMPLE_ORIGIN, origin)
    .replaceAll(socket(EXAMPLE_ORIGIN), socket(origin))
    .replaceAll(EXAMPLE_ROOM, room);
  return JSON.parse(text) as T;
}

export function documentMarkdown({ title, description, parts }: DocsPage): string {
  const written = parts.map(partMarkdown).filter((text) => text !== '');
  return `# ${title}\n\n${description}\n\n${written.join('\n\n')}\n`;
}

function partMarkdown(part: Part): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'table':
      return tableMarkdown(part);
    case 'example':
      return fenced(part.html, 'html');
    case 'image':
      return `![${part.alt}](${EXAMPLE_ORIGIN}${part.path})`;
    case 'form':
      return part.form === 'policy' ? POLICY_WITHOUT_FORM : '';
  }
}

const POLICY_WITHOUT_FORM = `The smallest policy, for a page that names origins:\n\n${fenced(
  `script-src ${EXAMPLE_ORIGIN}; connect-src ${EXAMPLE_ORIGIN} ${EXAMPLE_ORIGIN.replace('http', 'ws')}; frame-src ${EXAMPLE_ORIGIN}; img-src blob: data:`,
  'txt',
)}\n\nOthers are at ${EXAMPLE_ORIGIN}/embed/policy.md?scripts=nonce (\`scripts\`: host, nonce, hash; \`trusted=on\`; \`packages\`, \`packs\`, \`runner\`: addresses).`;

export function tableMarkdown({ head, rows }: Pick<Table, 'head' | 'rows'>): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function fenced(text: string, language: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

interface Listed {
  path: string;
  title: string;
  description: string;
}

const SUMMARY =
  '`<code-room>` is one HTML tag. In any page it is a live coding room: people edit the same code, run Python, JavaScript, TypeScript, SQL and more safely in the browser, and all see the same run.';

/** By the convention of https://llmstxt.org. */
export function llmsText(pages: readonly Listed[], optional: readonly Listed[]): string {
  const list = (some: readonly Listed[]) =>
    some.map(({ path, title, description }) => `- [${title}](${EXAMPLE_ORIGIN}${path}.md): ${description}`).join('\n');
  return `# code-room\n\n> ${SUMMARY}\n\nEvery page is Markdown too, at its address with \`.md\` or by \`Accept: text/markdown\`; all in one: ${EXAMPLE_ORIGIN}/llms-full.txt. A skill for coding agents: ${EXAMPLE_ORIGIN}/skill.md.\n\n## Documents\n\n${list(pages)}\n\n## Optional\n\n${list(optional)}\n`;
}
