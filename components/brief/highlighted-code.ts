// Code in the colours of the editor, for where no editor is.
import { highlightCode } from '@lezer/highlight';
import { type CSSResult, html, type TemplateResult, unsafeCSS } from 'lit';
import { languageOfFile } from '../../party/shared/file-languages.js';
import { parserOf } from '../editor/highlight-languages.js';
import { codeClasses, codeRules } from '../editor/highlighting.js';

/** More is shown as it is: it would take long to lay out. */
const MOST = 20_000;

/** `language` is an id or an ending, `python` or `py`. Never rejects: without its grammar code is plain. */
export async function highlighted(text: string, language: string): Promise<(string | TemplateResult)[]> {
  try {
    const id = language.toLowerCase();
    const parser = text.length > MOST ? null : ((await parserOf(id)) ?? (await parserOf(languageOfFile(`.${id}`))));
    if (!parser) return [text];
    const pieces: (string | TemplateResult)[] = [];
    highlightCode(
      text,
      parser.parse(text),
      codeClasses,
      (code, classes) => pieces.push(classes ? html`<span class=${classes}>${code}</span>` : code),
      () => pieces.push('\n'),
    );
    return pieces;
  } catch {
    // The file of its grammar did not come.
    return [text];
  }
}

/** What the classes look like. */
export const codeStyles = (): CSSResult => unsafeCSS(codeRules());
