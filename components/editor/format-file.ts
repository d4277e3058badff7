// Formats the file of an editor: what differs is changed and nothing else, in one step of undo; a text with an error in it stays.
import { isolateHistory } from '@codemirror/commands';
import { diff } from '@codemirror/merge';
import { EditorView } from '@codemirror/view';
import type { Tool } from '../runner/messages.js';
import { type FormatRequest, type FormatResult, formatterOf } from '../runner/tools/formatting.js';
import { sentenceOf } from '../wording/errors.js';
import { languageName } from '../wording/language-names.js';
import { laterText } from '../wording/later-text.js';
import { t } from '../wording/words.js';
import type { DocumentEditor } from './document-editor.js';
import { grammarName } from './grammars.js';
import { helpLevel } from './help-level.js';
import { columnsOf, unitAt } from './indentation.js';

/** Where tools run. Both reject with a sentence. */
export interface ToolHost {
  /** What sets up the database before each SQL program. */
  readonly schema?: string;
  load(): Promise<{ tools: { call(tool: Tool, request: unknown): Promise<unknown> } }>;
}

/** Somebody writes while it is formatted: it is formatted again, so often. */
const TRIES = 4;
/** A comparison of strange texts must not stop the page. */
const COMPARING = { scanLimit: 2_000, timeout: 200 };

/** Never rejects: what was not done is told. */
export async function formatFile(editor: DocumentEditor, host: ToolHost): Promise<void> {
  const refused = await attempt(editor, host).catch(sentenceOf);
  if (refused) editor.events.failed('format', refused);
}

/** Why it was not formatted; empty when it was. */
async function attempt(editor: DocumentEditor, host: ToolHost): Promise<string> {
  const { document } = editor;
  const language = grammarName(document.language || 'python');
  const tool = formatterOf(language);
  if (editor.view.state.readOnly) return laterText('format-read-only');
  if (editor.view.state.facet(helpLevel) !== 'full') return laterText('format-no-help');
  if (!tool) return laterText('no-formatter', { language: languageName(document.language) });
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { state } = editor.view;
    const level = unitAt(state);
    const indent = { tabs: level === '\t', width: columnsOf(level, state) };
    const request: FormatRequest = { language, text: state.doc.toString(), indent };
    const result = (await (await host.load()).tools.call(tool, request)) as FormatResult;
    if ('problem' in result) return problemOf(result);
    if (editor.view.state.doc !== state.doc || editor.view.compositionStarted) continue;
    apply(editor.view, request.text, result.text);
    return '';
  }
  return laterText('format-changing');
}

function problemOf({ problem, line }: Extract<FormatResult, { problem: string }>): string {
  const words = problem.trim().replace(/\.$/, '');
  return line === undefined
    ? laterText('not-formatted', { problem: words })
    : laterText('not-formatted-line', { problem: words, line: String(line) });
}

function apply(view: EditorView, before: string, after: string): void {
  const changes = diff(before, after, COMPARING).map(({ fromA, toA, fromB, toB }) => ({
    from: fromA,
    to: toA,
    insert: after.slice(fromB, toB),
  }));
  const said = EditorView.announce.of(changes.length > 0 ? t('Formatted.') : t('It is formatted already.'));
  view.dispatch({ changes, effects: said, userEvent: 'format', annotations: isolateHistory.of('full') });
}
