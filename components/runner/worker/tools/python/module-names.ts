// Names that a module does not have: which of them will fail when the file runs, and which may be there by then.

/** What is known beside the file that is looked at. */
export interface Known {
  /** Whether the library or the room has a module of this name. */
  isModule(name: string): boolean;
  /** The texts of the room's files that a module may be. */
  textsOf(module: string): string[];
  /** The texts of all files of the room. */
  texts(): string[];
}

/** Pyright tells alike of what is read and what is set. */
const UNKNOWN_ATTRIBUTE = /^"(\w+)" is not a known attribute of module "([\w.]+)"/;
const UNKNOWN_SYMBOL = /^"(\w+)" is unknown import symbol/;
/** What gives a module names that cannot be seen in its text. */
const DYNAMIC = /\b(?:globals|setattr|exec|vars)\s*\(|\bsys\.modules\b|\bimport\s*\*|__dict__/;
/** Begins what is there for a name that may be missing. */
const TRIES =
  /^\s*(?:try\s*:|except\s*:|except\b.*\b(?:Import|ModuleNotFound|Attribute)Error\b|with\b.*\bsuppress\s*\()/;

/** Whether a module lacks the name that stands at `from`, and nothing says that it may come to have it. */
export function lacksName(message: string, text: string, from: number, known: Known): boolean {
  const [, attribute, owner] = UNKNOWN_ATTRIBUTE.exec(message) ?? [];
  const name = attribute ?? UNKNOWN_SYMBOL.exec(message)?.[1];
  if (name === undefined) return false;
  const module = owner ?? importedAt(text, from);
  // Declarations leave out names of the library's own: `_name`, and modules that it has imported, such as `os.sys`.
  if (name.startsWith('_') || known.isModule(name) || known.isModule(`${module}.${name}`)) return false;
  if (isTried(text, from) || known.textsOf(module).some((each) => DYNAMIC.test(each))) return false;
  const expected = new RegExp(`\\.${name}\\b(?:\\s*,[^=\\n]*)?\\s*=(?!=)|attr\\([^()\\n]*["']${name}["']`);
  const last = module.slice(module.lastIndexOf('.') + 1);
  const filled = new RegExp(`\\b(?:setattr|vars)\\(\\s*(?:\\w+\\.)*${last}\\b|\\b${last}\\.__dict__`);
  // Another file, which runs before, may set names of a module that it imports.
  const names = new RegExp(`\\bimport\\b(?:[^\\n(]*|\\s*\\([^)]*)\\b${last}\\b`);
  const may = (each: string) => expected.test(each) || filled.test(each);
  return !may(text) && !known.texts().some((each) => names.test(each) && may(each));
}

function importedAt(text: string, from: number): string {
  return /\bfrom\s+([.\w]+)\s+import\b(?![\s\S]*\bimport\b)/.exec(text.slice(0, from))?.[1] ?? '';
}

/** Whether the line stands in a `try` or its like, on one line with it too, which is there for what may be missing. */
function isTried(text: string, from: number): boolean {
  const lines = text.slice(0, from).split('\n');
  const own = lines.pop() ?? '';
  if (TRIES.test(own)) return true;
  let depth = indentation(own);
  for (const line of lines.reverse()) {
    if (line.trim() === '' || indentation(line) >= depth) continue;
    if (TRIES.test(line)) return true;
    depth = indentation(line);
  }
  return false;
}

function indentation(line: string): number {
  return line.length - line.trimStart().length;
}
