// The Python language service of the editor: Pyright, with the files of a room, which are sent to it as they change.
import type {
  Hover,
  LanguageDiagnostic,
  LanguageQuery,
  LanguageReply,
  LanguageRequest,
  Signature,
  Suggestion,
} from '../../../tools/language-service.js';
import { diagnosticsOf, type LspDiagnostic, RULES } from './diagnostics.js';
import { LanguageServer } from './language-server.js';
import { Lines, type Range } from './lines.js';
import type { Known } from './module-names.js';

const ROOT = '/room';
const LIBRARY = '/typeshed/stdlib/';
/** More is no help. */
const SUGGESTIONS = 400;
/** Kinds of the protocol whose words the editor offers by itself: keywords. */
const KEYWORD = 14;

/** A name of which nothing is known. */
const KNOWS_NOTHING = /^\(\w+\) [\p{L}\p{M}\p{N}_.]+: (?:Any|Unknown)$/u;

const SETTINGS = {
  typeshedPath: '/typeshed',
  pythonVersion: '3.14',
  pythonPlatform: 'Linux',
  typeCheckingMode: 'off',
  ...RULES,
};

/** What is offered is what there is, without an import that nobody has written. */
const ANALYSIS = { autoImportCompletions: false, diagnosticMode: 'openFilesOnly', useLibraryCodeForTypes: false };

const MARKDOWN = ['markdown'];
const CAPABILITIES = {
  workspace: { configuration: true, workspaceFolders: true },
  textDocument: {
    diagnostic: {},
    hover: { contentFormat: MARKDOWN },
    completion: { completionItem: { snippetSupport: false } },
    signatureHelp: {
      signatureInformation: {
        documentationFormat: ['plaintext'],
        parameterInformation: { labelOffsetSupport: true },
        activeParameterSupport: true,
      },
    },
  },
};

interface CompletionItem {
  label: string;
  kind?: number;
  sortText?: string;
  insertText?: string;
  additionalTextEdits?: unknown[];
}

interface SignatureHelp {
  signatures: {
    label: string;
    documentation?: string | { value: string };
    parameters?: { label: [number, number] }[];
  }[];
  activeSignature?: number | null;
  activeParameter?: number | null;
}

export class PythonService {
  readonly #life = String(Math.random());
  readonly #files = new Map<string, { text: string; version: number }>();
  readonly #server: LanguageServer;
  readonly #library: ReadonlySet<string>;
  readonly #known: Known = {
    isModule: (name) => this.#library.has(name) || [...this.#files.keys()].some((file) => moduleOf(file, '') === name),
    textsOf: (module) => {
      const last = module.slice(module.lastIndexOf('.') + 1);
      const found = [...this.#files].filter(([file]) => `.${moduleOf(file, '')}`.endsWith(`.${last}`));
      return found.map(([, { text }]) => text);
    },
    texts: () => [...this.#files.values()].map(({ text }) => text),
  };

  private constructor(server: LanguageServer, library: readonly string[]) {
    this.#server = server;
    this.#library = new Set(library.map((path) => moduleOf(path, LIBRARY)));
  }

  /** `library`: the declarations of Python's own library, by path. */
  static async start(library: Readonly<Record<string, string>>): Promise<PythonService> {
    const server = new LanguageServer({
      'workspace/configuration': (params) =>
        (params as { items: { section?: string }[] }).items.map(({ section }) =>
          section?.endsWith('.analysis') ? ANALYSIS : { analysis: ANALYSIS },
        ),
    });
    const files = { ...library, [`${ROOT}/pyrightconfig.json`]: JSON.stringify(SETTINGS) };
    await server.request('initialize', {
      processId: null,
      locale: 'en',
      rootUri: `file://${ROOT}`,
      workspaceFolders: [{ uri: `file://${ROOT}`, name: 'room' }],
      initializationOptions: { files },
      capabilities: CAPABILITIES,
    });
    server.notify('initialized', {});
    return new PythonService(server, Object.keys(library));
  }

  async ask({ life, files, question }: LanguageRequest): Promise<LanguageReply> {
    if (life !== this.#life && life !== '') return { life: this.#life, needsAllFiles: true };
    if (life === '') for (const name of [...this.#files.keys()]) this.#tell(name, null);
    for (const [name, text] of Object.entries(files)) this.#tell(name, text);
    return { life: this.#life, answer: await this.#answer(question) };
  }

  #tell(name: string, text: string | null): void {
    const uri = uriOf(name);
    const known = this.#files.get(name);
    if (text === null) {
      if (!this.#files.delete(name)) return;
      this.#server.notify('textDocument/didClose', { textDocument: { uri } });
      this.#server.notify('pyright/deleteFile', { uri });
      return;
    }
    const version = (known?.version ?? 0) + 1;
    this.#files.set(name, { text, version });
    if (known) {
      this.#server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
      return;
    }
    // What is imported has to be a file; what is open has a text.
    this.#server.notify('pyright/createFile', { uri });
    this.#server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'python', version, text } });
  }

  async #answer({
    kind,
    file,
    at,
  }: LanguageQuery): Promise<Suggestion[] | Hover | Signature | LanguageDiagnostic[] | null> {
    const text = this.#files.get(file)?.text;
    if (text === undefined) return null;
    const lines = new Lines(text);
    const place = { textDocument: { uri: uriOf(file) }, position: lines.position(at) };
    switch (kind) {
      case 'complete':
        return this.#suggestions(place, text.slice(Math.max(0, at - 100), at));
      case 'hover':
        return this.#hover(place, lines);
      case 'signature':
        return this.#signature(place);
      case 'errors':
        return this.#diagnostics(place, text, lines);
    }
  }

  async #suggestions(place: object, before: string): Promise<Suggestion[]> {
    const found = (await this.#server.request('textDocument/completion', place)) as
      | { items: CompletionItem[] }
      | CompletionItem[]
      | null;
    const items = Array.isArray(found) ? found : (found?.items ?? []);
    const typed = /[\p{L}\p{M}\p{N}_]*$/u.exec(before)?.[0] ?? '';
    // Python's own names with underscores are for whoever asks for them.
    const begins = (label: string) =>
      typed === '' ? !label.startsWith('_') : label.toLowerCase().startsWith(typed.slice(0, 1).toLowerCase());
    return items
      .filter(({ label, kind, additionalTextEdits }) => kind !== KEYWORD && !additionalTextEdits && begins(label))
      .sort((one, other) => ((one.sortText ?? one.label) < (other.sortText ?? other.label) ? -1 : 1))
      .slice(0, SUGGESTIONS)
      .map(({ label, insertText }) => ({ label, ...(insertText !== undefined && { insert: insertText }) }));
  }

  async #hover(place: object, lines: Lines): Promise<Hover | null> {
    const found = (await this.#server.request('textDocument/hover', place)) as {
      contents: { value: string };
      range?: Range;
    } | null;
    if (!found?.range) return null;
    const [, code = '', words = ''] =
      /^```python\n([\s\S]*?)\n```(?:\n---\n)?([\s\S]*)$/.exec(found.contents.value) ?? [];
    return code && !KNOWS_NOTHING.test(code) ? { ...lines.span(found.range), code, words: words.trim() } : null;
  }

  async #signature(place: object): Promise<Signature | null> {
    const help = (await this.#server.request('textDocument/signatureHelp', place)) as SignatureHelp | null;
    const signature = help?.signatures[help.activeSignature ?? 0];
    if (!signature) return null;
    const { label, documentation, parameters } = signature;
    const [from, to] = parameters?.[help?.activeParameter ?? 0]?.label ?? [0, 0];
    return {
      code: label,
      from,
      to,
      words: typeof documentation === 'object' ? documentation.value : (documentation ?? ''),
    };
  }

  async #diagnostics(place: object, text: string, lines: Lines): Promise<LanguageDiagnostic[]> {
    const found = (await this.#server.request('textDocument/diagnostic', place)) as { items?: LspDiagnostic[] } | null;
    return diagnosticsOf(found?.items ?? [], text, lines, this.#known);
  }
}

/** "a/b.py" and "a/b/__init__.py" are a.b. */
function moduleOf(path: string, folder: string): string {
  return path
    .slice(folder.length)
    .replace(/(?:\/__init__)?\.pyi?$/, '')
    .replaceAll('/', '.');
}

function uriOf(name: string): string {
  return `file://${ROOT}/${name.split('/').map(encodeURIComponent).join('/')}`;
}
