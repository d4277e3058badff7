// Syntax-highlights code outside of an editor, in the editor's colours.
import { highlightCode } from '@lezer/highlight';
import { type CSSResult, html, type TemplateResult, unsafeCSS } from 'lit';
import { languageOfFile } from '../../party/shared/file-languages.js';
import { parserOf } from '../editor/highlight-languages.js';
import { codeClasses, codeRules } from '../editor/highlighting.js';

/** Longer code is shown plain: its layout would take long. */
const MOST = 20_000;

/** `language` is an id or a file extension, `python` or `py`. Never rejects: without its grammar, code is plain. */
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
    // The grammar could not be loaded.
    return [text];
  }
}

/** The styles of the classes. */
export const codeStyles = (): CSSResult => unsafeCSS(codeRules());
