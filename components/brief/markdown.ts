// Parses the Markdown of a task: a safe subset, as plain values. Anything else stays text.
import type { SyntaxNode } from '@lezer/common';
import { Autolink, type MarkdownConfig, parser, Strikethrough, Table, TaskList } from '@lezer/markdown';
import { isTooHard } from './too-hard.js';
import { addressEnd } from './web-address.js';

export type Inline =
  | string
  | { kind: 'emphasis' | 'strong' | 'struck'; content: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'break' }
  | { kind: 'link'; url: string; content: Inline[] }
  /** `url` is a data URL; empty for any other address, so that only `alt` is shown. */
  | { kind: 'image'; url: string; alt: string };

export interface Item {
  /** For items of a task list; null in other lists. */
  done: boolean | null;
  content: Block[];
}

export type Block =
  | { kind: 'heading'; level: number; content: Inline[] }
  | { kind: 'paragraph'; content: Inline[] }
  | { kind: 'code'; language: string; text: string }
  | { kind: 'quote'; content: Block[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Item[] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { kind: 'rule' };

const SCHEME = /https?:\/\/(?=[^/?#\s]*\.)|www\./y;

/** Addresses without marks around them. The parser's own ends one at a space only, and takes a part of a host for one. */
const WebAddress: MarkdownConfig = {
  parseInline: [
    {
      name: 'WebAddress',
      before: 'Autolink',
      parse(context, _next, position) {
        const { text, offset } = context;
        const at = position - offset;
        SCHEME.lastIndex = at;
        const [scheme] = (at === 0 || /\W/.test(text.charAt(at - 1)) ? SCHEME.exec(text) : null) ?? [];
        if (scheme === undefined) return -1;
        const host = at + scheme.length;
        const end = addressEnd(text, host);
        if (end > host) context.addElement(context.elt('URL', position, end + offset));
        return end + offset;
      },
    },
  ],
};

const markdown = parser.configure([Table, Strikethrough, TaskList, Autolink, WebAddress]);

/** Addresses that a link may have. */
const LINK = /^(?:https?:\/\/|mailto:)[^\s]+$/i;
const PICTURE = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,[a-z0-9+/=\s]+$/i;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Never throws. A text that would take too long to parse becomes one paragraph. */
export function readMarkdown(text: string): Block[] {
  if (isTooHard(text)) return text.trim() === '' ? [] : [{ kind: 'paragraph', content: lines(text) }];
  const reader = new MarkdownReader(text);
  return reader.blocks(markdown.parse(text).topNode);
}

class MarkdownReader {
  /** The address of `[words][name]`, by name. */
  readonly #references = new Map<string, string>();
  /** In a cell of a table a bar has a backslash, in code and addresses too. */
  #inCell = false;

  constructor(private readonly text: string) {}

  blocks(parent: SyntaxNode): Block[] {
    if (!parent.parent) this.#collect(parent);
    return children(parent).flatMap((node) => this.#block(node));
  }

  #block(node: SyntaxNode): Block[] {
    const { name } = node;
    const level = /^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1];
    if (level) return [{ kind: 'heading', level: Number(level), content: trimmed(this.#inside(node)) }];
    switch (name) {
      case 'Paragraph':
      case 'Task':
        return [{ kind: 'paragraph', content: trimmed(this.#inside(node)) }];
      case 'FencedCode':
      case 'CodeBlock':
        return [this.#code(node)];
      case 'Blockquote':
        return [{ kind: 'quote', content: this.blocks(node) }];
      case 'BulletList':
      case 'OrderedList':
        return [this.#list(node)];
      case 'Table':
        return [this.#table(node)];
      case 'HorizontalRule':
        return [{ kind: 'rule' }];
      case 'HTMLBlock':
      case 'ProcessingInstructionBlock':
        return [{ kind: 'paragraph', content: lines(this.#of(node)) }];
      // Marks, comments and link definitions show nothing.
      default:
        return [];
    }
  }

  #code(node: SyntaxNode): Block {
    const language = node.getChild('CodeInfo');
    const text = node.getChildren('CodeText').map((part) => this.#of(part));
    return { kind: 'code', language: language ? (this.#of(language).split(/\s/)[0] ?? '') : '', text: text.join('') };
  }

  #list(node: SyntaxNode): Block {
    const items = node.getChildren('ListItem');
    const mark = items[0]?.getChild('ListMark');
    const start = mark ? Number.parseInt(this.#of(mark), 10) : 1;
    return {
      kind: 'list',
      ordered: node.name === 'OrderedList',
      start: Number.isNaN(start) ? 1 : start,
      items: items.map((item) => {
        const marker = item.getChild('Task')?.getChild('TaskMarker');
        return { done: marker ? /x/i.test(this.#of(marker)) : null, content: this.blocks(item) };
      }),
    };
  }

  #table(node: SyntaxNode): Block {
    const cells = (row: SyntaxNode) =>
      children(row).flatMap((cell): Inline[][] => {
        if (cell.name === 'TableCell') return [trimmed(this.#inside(cell))];
        // Between two bars stands an empty cell, which has no node.
        return isBar(cell) && cell.prevSibling && isBar(cell.prevSibling) ? [[]] : [];
      });
    this.#inCell = true;
    const [head = []] = node.getChildren('TableHeader').map(cells);
    const rows = node.getChildren('TableRow').map(cells);
    this.#inCell = false;
    return { kind: 'table', head, rows };
  }

  /** The content of a node, without its marks. */
  #inside(node: SyntaxNode, from = node.from, to = node.to): Inline[] {
    const content: Inline[] = [];
    let at = from;
    for (const child of children(node)) {
      if (child.from < from || child.to > to) continue;
      content.push(...lines(this.#of({ from: at, to: child.from })), ...this.#inline(child));
      at = child.to;
    }
    content.push(...lines(this.#of({ from: at, to })));
    return joined(content);
  }

  #inline(node: SyntaxNode): Inline[] {
    const text = this.#of(node);
    switch (node.name) {
      case 'Emphasis':
        return [{ kind: 'emphasis', content: this.#inside(node) }];
      case 'StrongEmphasis':
        return [{ kind: 'strong', content: this.#inside(node) }];
      case 'Strikethrough':
        return [{ kind: 'struck', content: this.#inside(node) }];
      case 'InlineCode':
        return [
          {
            kind: 'code',
            text: this.#inside(node)
              // It may go on in the next line.
              .map((part) => (typeof part === 'string' ? part : ' '))
              .join('')
              .trim(),
          },
        ];
      case 'HardBreak':
        return [{ kind: 'break' }];
      case 'Escape':
        return [text.slice(-1)];
      case 'Entity':
        return [entity(text)];
      case 'Link':
        return this.#link(node);
      case 'Image':
        return [this.#image(node)];
      case 'URL':
      case 'Autolink':
        return linked(text.replace(/^<|>$/g, ''), [text.replace(/^<|>$/g, '')]);
      case 'Comment':
      case 'TaskMarker':
        return [];
      default:
        return node.name.endsWith('Mark') ? [] : [text];
    }
  }

  #link(node: SyntaxNode): Inline[] {
    const [open, close] = node.getChildren('LinkMark');
    const content = open && close ? unlinked(this.#inside(node, open.to, close.from)) : [];
    const url = this.#target(node);
    return url === undefined ? lines(this.#of(node)) : linked(url, content.length > 0 ? content : [url]);
  }

  #image(node: SyntaxNode): Inline {
    const [open, close] = node.getChildren('LinkMark');
    const alt = open && close ? this.#of({ from: open.to, to: close.from }) : '';
    const url = this.#target(node) ?? '';
    return { kind: 'image', url: PICTURE.test(url) ? url : '', alt };
  }

  /** Undefined when the link has no address. */
  #target(node: SyntaxNode): string | undefined {
    const [open, close] = node.getChildren('LinkMark');
    // Its words may have an address, too.
    const url = node.getChildren('URL').find(({ from }) => from >= (close?.to ?? 0));
    if (url) return this.#of(url).replace(/^<|>$/g, '');
    const label = node.getChild('LinkLabel');
    const named = label ? this.#of(label) : '';
    const name = named.length > 2 ? named : open && close ? `[${this.#of({ from: open.to, to: close.from })}]` : '';
    return this.#references.get(name.toLowerCase());
  }

  #collect(top: SyntaxNode): void {
    for (const node of top.getChildren('LinkReference')) {
      const [label, url] = [node.getChild('LinkLabel'), node.getChild('URL')];
      if (label && url) this.#references.set(this.#of(label).toLowerCase(), this.#of(url).replace(/^<|>$/g, ''));
    }
  }

  #of({ from, to }: { from: number; to: number }): string {
    const text = this.text.slice(from, to);
    return this.#inCell ? text.replaceAll('\\|', '|') : text;
  }
}

function isBar({ name }: SyntaxNode): boolean {
  return name === 'TableDelimiter';
}

function children(node: SyntaxNode): SyntaxNode[] {
  const all: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) all.push(child);
  return all;
}

/** Each newline is a line break, because people press Enter where they want one. */
function lines(text: string): Inline[] {
  return text.split('\n').flatMap((line, index) => {
    // Lines after the first begin with the quote's mark or the list's indentation.
    const own = index === 0 ? line : line.replace(/^[\s>]+/, '');
    return index === 0 ? [own] : [{ kind: 'break' as const }, own];
  });
}

function joined(content: readonly Inline[]): Inline[] {
  const all: Inline[] = [];
  for (const given of content) {
    const last = all.at(-1);
    // The space between a quote's mark and its text.
    const begins = typeof last === 'object' && last.kind === 'break';
    const part = begins && typeof given === 'string' ? given.trimStart() : given;
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part;
    else all.push(part);
  }
  return all;
}

function trimmed(content: Inline[]): Inline[] {
  const [first, last] = [content[0], content.at(-1)];
  if (typeof first === 'string') content[0] = first.trimStart();
  if (typeof last === 'string') content[content.length - 1] = String(content.at(-1)).trimEnd();
  return content.filter((part) => part !== '');
}

/** There is no link within a link. */
function unlinked(content: readonly Inline[]): Inline[] {
  return joined(
    content.flatMap((part) => {
      if (typeof part === 'string' || !('content' in part)) return [part];
      return part.kind === 'link' ? part.content : [{ ...part, content: unlinked(part.content) }];
    }),
  );
}

/** A link with a disallowed address becomes plain text. */
function linked(url: string, content: Inline[]): Inline[] {
  if (LINK.test(url)) return [{ kind: 'link', url, content }];
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(url)) return [{ kind: 'link', url: `mailto:${url}`, content }];
  return /^www\./i.test(url) ? [{ kind: 'link', url: `https://${url}`, content }] : content;
}

function entity(text: string): string {
  const [, number, hex, name = ''] = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));$/i.exec(text) ?? [];
  const code = number ? Number(number) : hex ? Number.parseInt(hex, 16) : 0;
  if (code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)) return String.fromCodePoint(code);
  return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? text) : text;
}
