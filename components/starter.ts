// The starter code a page writes inside the element: `<script type="text/python" slot="code">`.

export interface Starter {
  text: string;
  /** From the script's type; empty when that says nothing. */
  language: string;
}

/** The `code` slot as the page wrote it, without the indentation of the page around it. */
export function readStarter(element: Element): Starter | null {
  const script = element.querySelector(':scope > [slot="code"]');
  if (!script) return null;
  const [, language = ''] = (script.getAttribute('type') ?? '').match(/^text\/(?:x-)?([a-z0-9+#-]+)$/i) ?? [];
  return { text: dedent(script.textContent ?? ''), language: language === 'plain' ? 'plaintext' : language };
}

/** What sets up the database of SQL programs, as the page wrote it: `<script type="application/sql" slot="schema">`. */
export function readSchema(element: Element): string {
  return dedent(element.querySelector(':scope > [slot="schema"]')?.textContent ?? '');
}

/** Lines without the indentation they share, and without the empty lines before and after. */
export function dedent(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
    .split('\n');
  const margins = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const margin = margins.length > 0 ? Math.min(...margins) : 0;
  const flush = lines.map((line) => line.slice(margin)).join('\n');
  return flush === '' ? '' : `${flush}\n`;
}
