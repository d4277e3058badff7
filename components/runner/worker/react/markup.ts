// Pretty-prints HTML: child elements get lines of their own, unless text is among them.

const PART = /<(\/?)([a-zA-Z][\w-]*)(?:"[^"]*"|[^">])*>|[^<]+|</g;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

interface Element {
  start: string;
  children: (Element | string)[];
  end: string;
}

/** `html` was rendered by React. Where text is among elements nothing is added, because whitespace would be visible. */
export function markupOf(html: string): string {
  const root: Element = { start: '', children: [], end: '' };
  const open = [root];
  for (const [part, slash, name = ''] of html.matchAll(PART)) {
    const inner = open.at(-1) ?? root;
    if (slash === '/' && open.length > 1) {
      inner.end = part;
      open.pop();
    } else if (name === '' || VOID.test(name)) {
      inner.children.push(part);
    } else {
      const element = { start: part, children: [], end: '' };
      inner.children.push(element);
      open.push(element);
    }
  }
  return linesOf(root, -1).join('\n');
}

function linesOf(node: Element | string, depth: number): string[] {
  const indent = '  '.repeat(Math.max(0, depth));
  if (typeof node === 'string') return [indent + node];
  const { start, children, end } = node;
  const hasText = children.some((child) => typeof child === 'string' && !child.startsWith('<'));
  if (hasText || children.length === 0) return [indent + inLine(node)];
  const inner = children.flatMap((child) => linesOf(child, depth + 1));
  return depth < 0 ? inner : [indent + start, ...inner, indent + end];
}

function inLine(node: Element | string): string {
  return typeof node === 'string' ? node : node.start + node.children.map(inLine).join('') + node.end;
}
