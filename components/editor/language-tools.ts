// Help by the language service: suggestions, what a name is, the parameters of a call, errors while typing.
import { type Diagnostic, linter, openLintPanel } from '@codemirror/lint';
import { type Extension, Facet, StateEffect, StateField } from '@codemirror/state';
import {
  EditorView,
  hoverTooltip,
  keymap,
  showTooltip,
  type Tooltip,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import type { Hover, LanguageDiagnostic, Signature, Suggestion } from '../runner/tools/language-service.js';
import type { SessionDocument } from '../session/sync/document.js';
import { suggestions } from './completion-source.js';
import type { LanguageClient } from './language-client.js';

/** Nobody is told of an error in the middle of a word. */
const ERRORS_MS = 700;
const SIGNATURE_MS = 120;

const look = EditorView.theme({
  // Not the pictures CodeMirror has for it: a page's policy may forbid them.
  '.cm-lintRange': { backgroundImage: 'none !important', textDecorationSkipInk: 'none', textUnderlineOffset: '3px' },
  '.cm-lintRange-error': { textDecoration: 'underline wavy var(--_bad) 1px' },
  '.cm-lintRange-warning': { textDecoration: 'underline wavy var(--_warn) 1px' },
  '.cm-lintRange-active': { backgroundColor: 'var(--_problem)' },
  '.cm-diagnostic': {
    padding: '4px 10px',
    fontFamily: 'var(--_font)',
    fontSize: 'var(--_small)',
    whiteSpace: 'pre-wrap',
  },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--_bad)' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--_warn)' },
  '.cm-panel.cm-panel-lint ul': { maxHeight: '8rem' },
  '.cm-panel.cm-panel-lint ul [aria-selected]': { backgroundColor: 'var(--_hover)' },
  '@media (forced-colors: active)': {
    '.cm-panel.cm-panel-lint ul [aria-selected]': {
      forcedColorAdjust: 'none',
      background: 'Highlight !important',
      color: 'HighlightText !important',
    },
  },
  '.cm-knows': { maxWidth: 'min(36rem, 80vw)', maxHeight: '14rem', overflow: 'auto', padding: '4px 10px' },
  '.cm-knows code': { fontFamily: 'var(--_code-font)', fontSize: 'var(--_small)', whiteSpace: 'pre-wrap' },
  '.cm-knows p': { margin: '4px 0 0', fontFamily: 'var(--_font)', fontSize: 'var(--_small)', whiteSpace: 'pre-wrap' },
});

/** Set where errors are looked for. */
const helped = Facet.define<true>();

/** Opens the list of errors, in an editor that looks for them. */
export function showProblems(view: EditorView): void {
  if (view.state.facet(helped).length > 0) openLintPanel(view);
}

export function languageTools(client: LanguageClient, document: SessionDocument): Extension {
  return [
    look,
    // It may still be loading: nobody waits for it while they write.
    suggestions.of(async (at) =>
      client.isReady(document) ? client.ask<Suggestion[]>(document, 'complete', at) : null,
    ),
    hoverTooltip(async (view, at) =>
      client.isReady(document) ? hovered(await client.ask<Hover>(document, 'hover', at), view) : null,
    ),
    signatures(client, document),
    linter(async (view) => editorDiagnostics(await client.ask<LanguageDiagnostic[]>(document, 'errors', 0), view), {
      delay: ERRORS_MS,
      needsRefresh: ({ transactions }) =>
        transactions.some(({ effects }) => effects.some((one) => one.is(changedBeside))),
    }),
    filesBeside(client, document),
    helped.of(true),
  ];
}

/** Other files, by which there may be other errors in this one. */
const changedBeside = StateEffect.define<null>();

/** Told in a pause: whoever writes in one file does not keep errors from whoever writes in another. */
function filesBeside(client: LanguageClient, document: SessionDocument): Extension {
  return ViewPlugin.define((view) => {
    const gone = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(() => view.dispatch({ effects: changedBeside.of(null) }), ERRORS_MS);
    };
    client.watchBeside(document, changed, gone.signal);
    return {
      destroy: () => {
        gone.abort();
        clearTimeout(timer);
      },
    };
  });
}

function editorDiagnostics(found: readonly LanguageDiagnostic[] | null, { state }: EditorView): Diagnostic[] {
  const { length } = state.doc;
  return (found ?? []).map(({ from, to, severity, message }) => ({
    from: Math.min(from, length),
    to: Math.min(to, length),
    severity,
    message,
  }));
}

function hovered(found: Hover | null, { state }: EditorView): Tooltip | null {
  if (!found || found.to > state.doc.length) return null;
  const { from, to, code, words } = found;
  return { pos: from, end: to, above: true, create: () => ({ dom: known([code], words) }) };
}

/** Text only; the second piece of code is the one that matters. */
function known([before = '', chosen = '', after = '']: readonly string[], words: string): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'cm-knows';
  const code = dom.appendChild(document.createElement('code'));
  const strong = document.createElement('strong');
  strong.textContent = chosen;
  code.append(before, strong, after);
  if (words) dom.appendChild(document.createElement('p')).textContent = words;
  return dom;
}

const setSignature = StateEffect.define<Tooltip | null>();

const signature = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, { effects, changes }) {
    for (const effect of effects) if (effect.is(setSignature)) return effect.value;
    return tooltip && { ...tooltip, pos: changes.mapPos(tooltip.pos) };
  },
  provide: (field) => showTooltip.from(field),
});

/** The parameters of the call in which somebody writes: from its bracket on, until Escape or its end. */
function signatures(client: LanguageClient, of: SessionDocument): Extension {
  const plugin = ViewPlugin.define((view) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const { state } = view;
      const found = await client.ask<Signature>(of, 'signature', state.selection.main.head);
      // Somebody has written on: that is asked about by itself.
      if (view.state.doc !== state.doc || !view.dom.isConnected) return;
      const { code = '', from = 0, to = 0, words = '' } = found ?? {};
      const pieces = [code.slice(0, from), code.slice(from, to), code.slice(to)];
      const shown = { pos: state.selection.main.head, above: true, create: () => ({ dom: known(pieces, words) }) };
      if (found || view.state.field(signature, false)) view.dispatch({ effects: setSignature.of(found && shown) });
    };
    return {
      update({ transactions, selectionSet, state }: ViewUpdate) {
        const typed = transactions.some((one) => one.isUserEvent('input') || one.isUserEvent('delete'));
        const before = state.sliceDoc(Math.max(0, state.selection.main.head - 1), state.selection.main.head);
        if (!client.isReady(of) || !(state.field(signature) ? typed || selectionSet : typed && /[(,]/.test(before)))
          return;
        clearTimeout(timer);
        timer = setTimeout(() => void ask(), SIGNATURE_MS);
      },
      destroy: () => clearTimeout(timer),
    };
  });
  const close = (view: EditorView) => {
    if (!view.state.field(signature)) return false;
    view.dispatch({ effects: setSignature.of(null) });
    return true;
  };
  return [signature, plugin, keymap.of([{ key: 'Escape', run: close }])];
}
