// The languages an editor highlights; each is loaded when it is first shown.
import { StreamLanguage, type StreamParser } from '@codemirror/language';
import { type Extension, Prec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { languageDefinition } from '../runner/languages.js';
import { dedentAfterLast } from './dedent.js';
import { usualUnit } from './indentation.js';
import { strangeSpaces } from './strange-spaces.js';

type Load = () => Promise<Extension>;

/** The old style of mode, for languages without a grammar of the new kind. */
async function mode(parser: Promise<StreamParser<unknown>>): Promise<Extension> {
  return StreamLanguage.define(await parser);
}

const javascript = async (config: { jsx?: boolean; typescript?: boolean }) =>
  (await import('@codemirror/lang-javascript')).javascript(config);
const cpp = async () => (await import('@codemirror/lang-cpp')).cpp();

const loaders: Readonly<Record<string, Load>> = {
  python: async () => [(await import('@codemirror/lang-python')).python(), dedentAfterLast],
  javascript: () => javascript({}),
  typescript: () => javascript({ typescript: true }),
  jsx: () => javascript({ jsx: true }),
  tsx: () => javascript({ jsx: true, typescript: true }),
  html: async () => (await import('@codemirror/lang-html')).html(),
  css: async () => (await import('@codemirror/lang-css')).css(),
  json: async () => (await import('@codemirror/lang-json')).json(),
  sql: async () => {
    const { SQLDialect, SQLite, sql } = await import('@codemirror/lang-sql');
    // Its shell's commands, such as `mode` and `tables`, are anybody's names here.
    return sql({ dialect: SQLDialect.define({ ...SQLite.spec, builtin: '' }) });
  },
  markdown: async () => (await import('@codemirror/lang-markdown')).markdown({ addKeymap: false }),
  java: async () => (await import('@codemirror/lang-java')).java(),
  c: cpp,
  cpp,
  csharp: () => mode(import('@codemirror/legacy-modes/mode/clike').then(({ csharp }) => csharp)),
  go: async () => (await import('@codemirror/lang-go')).go(),
  rust: async () => (await import('@codemirror/lang-rust')).rust(),
  ruby: () => mode(import('@codemirror/legacy-modes/mode/ruby').then(({ ruby }) => ruby)),
  php: async () => (await import('@codemirror/lang-php')).php(),
  kotlin: () => mode(import('@codemirror/legacy-modes/mode/clike').then(({ kotlin }) => kotlin)),
  swift: () => mode(import('@codemirror/legacy-modes/mode/swift').then(({ swift }) => swift)),
  lua: () => mode(import('@codemirror/legacy-modes/mode/lua').then(({ lua }) => lua)),
  shell: () => mode(import('@codemirror/legacy-modes/mode/shell').then(({ shell }) => shell)),
  yaml: async () => (await import('@codemirror/lang-yaml')).yaml(),
};

const TWO = /^(javascript|typescript|jsx|tsx|html|css|json|sql|lua|ruby|yaml|markdown|shell)$/;
/** French and Japanese have such spaces by right. */
const PROSE = /^(markdown|plaintext)$/;
const MAKEFILE = /^(gnu)?makefile$|\.mk$/i;

/** A level of a file that has none yet. */
function usualUnitOf(id: string, fileName: string): string {
  if (id === 'go' || MAKEFILE.test(fileName)) return '\t';
  return TWO.test(id) ? '  ' : '    ';
}

/** Whoever types a tag ends it as well: no language puts the end there a second time. */
const tagsAsTyped = Prec.highest(
  EditorView.inputHandler.of((view, _from, _to, text, insert) => {
    if (text !== '>' && text !== '/') return false;
    view.dispatch(insert());
    return true;
  }),
);

const loaded = new Map<string, Promise<Extension>>();

/** The highlighting and indentation of a language; of the first nothing for plain text and for languages not known here. */
export async function loadLanguage(name: string, fileName = ''): Promise<Extension> {
  const id = Object.hasOwn(loaders, name) ? name : (languageDefinition(name)?.highlight ?? name);
  const marks = PROSE.test(id) ? [] : strangeSpaces;
  return [usualUnit.of(usualUnitOf(id, fileName)), tagsAsTyped, marks, await languageOf(id)];
}

/** The same each time. */
function languageOf(id: string): Promise<Extension> {
  const load = Object.hasOwn(loaders, id) ? loaders[id] : undefined;
  if (!load) return Promise.resolve([]);
  const language = loaded.get(id) ?? load();
  loaded.set(id, language);
  // A chunk that did not come may come the next time.
  language.catch(() => loaded.delete(id));
  return language;
}
