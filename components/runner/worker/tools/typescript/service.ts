// The TypeScript language service of the editor, with the files of a room, which are sent to it as they change.
import ts from 'typescript-5';
import type {
  Hover,
  LanguageDiagnostic,
  LanguageQuery,
  LanguageReply,
  LanguageRequest,
  Signature,
  Suggestion,
} from '../../../tools/language-service.js';
import { GLOBALS } from './globals.js';

const LIBRARY = '/lib/';
const OWN = '/globals.d.ts';
/** More is no help. */
const SUGGESTIONS = 400;
const TYPED = /(#?)([\p{L}\p{M}\p{N}_$]*)$/u;
/** About types that are not written down: nobody wants to write them in an interview. */
const isAboutAny = (code: number) => code >= 7005 && code < 7100 && code !== 7027 && code !== 7028;
/** About what a module of which nothing is known may well have, by code: a call with types, a name as a type, a type of its own, a component's `props`; and the types of a page. */
const UNKNOWN: Readonly<Record<number, RegExp>> = {
  2304: /^Cannot find name '(?:HTML|SVG)\w*Element'/,
  2347: /^/,
  2607: /'props'/,
  2694: /^Namespace '"[^./]/,
  2709: /^/,
};
const isAboutUnknown = (code: number, words: string) => UNKNOWN[code]?.test(words) === true;

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  // Each file is a module here, whatever it imports.
  moduleDetection: ts.ModuleDetectionKind.Force,
  jsx: ts.JsxEmit.Preserve,
  allowJs: true,
  strict: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  lib: ['lib.es2023.d.ts', 'lib.webworker.d.ts'],
  types: [],
};

export class TypeScriptService {
  readonly #life = String(Math.random());
  readonly #files = new Map<string, { text: string; version: number }>();
  readonly #service: ts.LanguageService;
  #versions = 0;

  /** `libraries`: the declarations that come with TypeScript, by name. */
  constructor(private readonly libraries: Readonly<Record<string, string>>) {
    const read = (path: string) => this.#read(path);
    const host: ts.LanguageServiceHost = {
      getCompilationSettings: () => OPTIONS,
      getScriptFileNames: () => [...this.#files.keys(), OWN],
      getScriptVersion: (path) => String(this.#files.get(path)?.version ?? 0),
      getScriptSnapshot: (path) => {
        const text = read(path);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => '/',
      getDefaultLibFileName: () => `${LIBRARY}lib.es2023.d.ts`,
      fileExists: (path) => read(path) !== undefined,
      readFile: read,
      directoryExists: () => true,
      getDirectories: () => [],
    };
    this.#service = ts.createLanguageService(host);
  }

  ask({ life, files, question }: LanguageRequest): LanguageReply {
    if (life !== this.#life && life !== '') return { life: this.#life, needsAllFiles: true };
    if (life === '') this.#files.clear();
    for (const [name, text] of Object.entries(files)) {
      if (text === null) this.#files.delete(`/${name}`);
      else this.#files.set(`/${name}`, { text, version: ++this.#versions });
    }
    const path = `/${question.file}`;
    return { life: this.#life, answer: this.#files.has(path) ? this.#answer({ ...question, file: path }) : null };
  }

  #read(path: string): string | undefined {
    if (path === OWN) return GLOBALS;
    const name = path.startsWith(LIBRARY) ? path.slice(LIBRARY.length) : '';
    return Object.hasOwn(this.libraries, name) ? this.libraries[name] : this.#files.get(path)?.text;
  }

  #answer({ kind, file, at }: LanguageQuery): Suggestion[] | Hover | Signature | LanguageDiagnostic[] | null {
    switch (kind) {
      case 'complete':
        return this.#suggestions(file, at);
      case 'hover':
        return this.#hover(file, at);
      case 'signature':
        return this.#signature(file, at);
      case 'errors':
        return this.#diagnostics(file);
    }
  }

  #suggestions(file: string, at: number): Suggestion[] {
    const found = this.#service.getCompletionsAtPosition(file, at, { includeCompletionsWithInsertText: false });
    // Words without meaning are what the editor offers by itself.
    const entries = found?.entries.filter(({ kind }) => kind !== 'warning' && kind !== 'keyword') ?? [];
    // As what is written begins; the sign of a private name is written then.
    const before = (this.#files.get(file)?.text ?? '').slice(Math.max(0, at - 100), at);
    const [, sign = '', typed = ''] = TYPED.exec(before) ?? [];
    const begin = sign + [...typed].slice(0, 1).join('').toLowerCase();
    const sorted = entries
      .filter(({ name }) => name.toLowerCase().startsWith(begin))
      .sort((one, other) => (one.sortText < other.sortText ? -1 : 1));
    return sorted.slice(0, SUGGESTIONS).map(({ name, insertText }) => ({
      label: name.slice(sign.length),
      ...(insertText !== undefined && { insert: insertText.slice(sign.length) }),
    }));
  }

  #hover(file: string, at: number): Hover | null {
    const info = this.#service.getQuickInfoAtPosition(file, at);
    if (!info) return null;
    const { start, length } = info.textSpan;
    const code = ts.displayPartsToString(info.displayParts);
    return { from: start, to: start + length, code, words: ts.displayPartsToString(info.documentation) };
  }

  #signature(file: string, at: number): Signature | null {
    const help = this.#service.getSignatureHelpItems(file, at, undefined);
    const item = help?.items[help.selectedItemIndex];
    if (!help || !item) return null;
    let code = ts.displayPartsToString(item.prefixDisplayParts);
    let [from, to] = [0, 0];
    for (const [index, parameter] of item.parameters.entries()) {
      if (index > 0) code += ts.displayPartsToString(item.separatorDisplayParts);
      const start = code.length;
      code += ts.displayPartsToString(parameter.displayParts);
      if (index === help.argumentIndex) [from, to] = [start, code.length];
    }
    code += ts.displayPartsToString(item.suffixDisplayParts);
    return { code, from, to, words: ts.displayPartsToString(item.documentation) };
  }

  #diagnostics(file: string): LanguageDiagnostic[] {
    const all = [...this.#service.getSyntacticDiagnostics(file), ...this.#service.getSemanticDiagnostics(file)];
    return all
      .map((found) => ({ ...found, message: ts.flattenDiagnosticMessageText(found.messageText, '\n') }))
      .filter(({ code, message }) => !isAboutAny(code) && !isAboutUnknown(code, message))
      .map(({ start = 0, length = 0, category, message }) => ({
        from: start,
        to: start + length,
        severity: category === ts.DiagnosticCategory.Error ? ('error' as const) : ('warning' as const),
        message,
      }));
  }
}
