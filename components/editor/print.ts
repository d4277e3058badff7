// Prints the whole text, wrapped, numbered and highlighted; the editor itself only renders visible lines.
import { ensureSyntaxTree, highlightingFor, syntaxTree } from '@codemirror/language';
import type { EditorState, Extension } from '@codemirror/state';
import { EditorView, ViewPlugin } from '@codemirror/view';
import { highlightCode } from '@lezer/highlight';

/** Maximum time to finish highlighting before printing. */
const PARSING_MS = 500;

const look = EditorView.baseTheme({
  '@media screen': { '.cm-paper, .cm-paper-name': { display: 'none' } },
  '@media print': {
    // The visible lines are part of the printed text.
    '.cm-scroller, .cm-panels': { display: 'none !important' },
    '.cm-paper': {
      margin: '0',
      padding: '0',
      listStyle: 'none',
      counterReset: 'line',
      font: '400 10pt/1.45 var(--_code-font)',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
    '.cm-paper-name': { margin: '12px 0 4px', font: '700 10pt/1.45 var(--_code-font)', breakAfter: 'avoid' },
    '.cm-paper > li': { counterIncrement: 'line', position: 'relative', minHeight: '1.45em', paddingLeft: '5ch' },
    '.cm-paper > li::before': {
      content: 'counter(line)',
      position: 'absolute',
      left: '0',
      width: '4ch',
      textAlign: 'right',
      color: '#666',
    },
  },
});

/** Calls `show` around printing, for print preview too. */
export function whilePrinting(page: Window, show: (printing: boolean) => void, signal: AbortSignal): void {
  const paper = page.matchMedia('print');
  page.addEventListener('beforeprint', () => show(true), { signal });
  page.addEventListener('afterprint', () => show(paper.matches), { signal });
  paper.addEventListener('change', ({ matches }) => show(matches), { signal });
  if (paper.matches) show(true);
}

/** The printed lines; they exist only while the page is printed. */
class Paper {
  readonly #end = new AbortController();
  #lines: HTMLElement | undefined;

  constructor(private readonly view: EditorView) {
    const page = view.dom.ownerDocument.defaultView ?? window;
    whilePrinting(page, (printing) => this.#show(printing), this.#end.signal);
  }

  destroy(): void {
    this.#end.abort();
    this.#lines?.remove();
  }

  #show(printing: boolean): void {
    this.#lines?.remove();
    this.#lines = printing ? this.view.dom.appendChild(lines(this.view.state)) : undefined;
  }
}

/** The lines of a text, for printing. */
export function lines(state: EditorState): HTMLElement {
  const list = document.createElement('ol');
  list.className = 'cm-paper';
  list.style.tabSize = String(state.tabSize);
  let line = list.appendChild(document.createElement('li'));
  const tree = ensureSyntaxTree(state, state.doc.length, PARSING_MS) ?? syntaxTree(state);
  highlightCode(
    state.doc.toString(),
    tree,
    { style: (tags) => highlightingFor(state, tags) },
    (text, names) => {
      const part = names ? line.appendChild(document.createElement('span')) : line;
      if (names) part.className = names;
      part.append(text);
    },
    () => {
      line = list.appendChild(document.createElement('li'));
    },
  );
  return list;
}

export const paper: Extension = [look, ViewPlugin.define((view) => new Paper(view))];
